// The questions from whose answers a first plan is written: asked at the terminal, by flags and in the window.
import { PROPOSED } from "../../../ceremony-scripts/index.ts";
import { isFault } from "../../../crypto/errors.ts";
import type { RefusalSentence } from "../../text/refusal.ts";
import { sentence, type Id } from "../../text/sentence.ts";
import { fault } from "../plan/faults.ts";
import { CURRENCIES } from "../plan/prices.ts";
import { readPlan, type ReadPlan } from "../plan/read-plan.ts";
import { DRAFT_SERVICES, type DraftPerson, type PlanAnswers } from "./answers.ts";
import { draftPlan } from "./draft.ts";
import { planFile } from "./plan-file.ts";

/** Parts of answers by the question's name; those of a question with one answer are one. */
export type Answered = ReadonlyMap<string, readonly string[]>;

/** A question of a first plan. */
export interface PlanQuestion {
  readonly name: PlanQuestionName;
  /** `line`: one answer. `words`, `people`: several. `some`, `one`: of `choices`. */
  readonly form: "line" | "words" | "people" | "some" | "one";
  readonly choices?: readonly string[];
  /** What no answer means; omitted if it needs one. */
  readonly otherwise?: (soFar: Answered) => readonly string[];
}

type NameOf<I> = I extends `plan-new.asks.${infer Name}` ? Name : never;
type PlanQuestionName = NameOf<Id>;

const COMPANY = "company";
const nameIn = (soFar: Answered): string => soFar.get("name")?.[0] ?? COMPANY;

/** In the order of asking. */
export const PLAN_QUESTIONS: readonly PlanQuestion[] = [
  { name: "name", form: "line", otherwise: () => [COMPANY] },
  { name: "title", form: "line", otherwise: (soFar) => [`Managed HSM of ${nameIn(soFar)}`] },
  { name: "tenant", form: "line" },
  { name: "subscription", form: "line" },
  { name: "regions", form: "words", otherwise: () => ["westeurope"] },
  { name: "hsm", form: "line", otherwise: (soFar) => [`${nameIn(soFar).slice(0, 20)}-hsm`] },
  { name: "services", form: "some", choices: DRAFT_SERVICES, otherwise: () => ["storage"] },
  { name: "administrators", form: "people" },
  { name: "crypto-officers", form: "people", otherwise: () => [] },
  { name: "crypto-users", form: "people", otherwise: () => [] },
  { name: "officers", form: "line", otherwise: () => [String(PROPOSED.officers)] },
  { name: "quorum", form: "line", otherwise: () => [String(PROPOSED.quorum)] },
  { name: "network", form: "line", otherwise: () => ["10.1"] },
  { name: "currency", form: "one", choices: CURRENCIES, otherwise: () => ["USD"] },
];

/** What separates the parts of an answer, if it has several. */
const BETWEEN = { words: /[\s,]+/, some: /[\s,]+/, people: /\s*[,\n]\s*/ } as const;

/**
 * The parts of an answer that was entered. An empty one means what is usual, a hyphen none.
 * @returns null if it needs an answer
 */
export function partsOf(
  { form, otherwise }: Pick<PlanQuestion, "form" | "otherwise">,
  entered: string,
  soFar: Answered,
): readonly string[] | null {
  const text = entered.trim();
  if (text === "") return otherwise?.(soFar) ?? null;
  if (form === "line" || form === "one") return [text];
  return text === "-" ? [] : text.split(BETWEEN[form]);
}

/** What is taken for a question without a default that was not answered yet. */
const ID = "00000000-0000-4000-8000-000000000000";
const NOT_YET: Answered = new Map([
  ["tenant", [ID]],
  ["subscription", [ID]],
  ["administrators", [`Somebody=${ID}`]],
]);

/** Answers to all questions, with what is not answered yet. */
export const completed = (soFar: Answered): Answered =>
  new Map(
    PLAN_QUESTIONS.map(({ name, otherwise }) => [
      name,
      soFar.get(name) ?? otherwise?.(soFar) ?? NOT_YET.get(name) ?? [],
    ]),
  );

/** A first plan: its file's text, and as it reads. */
export interface FirstPlan {
  readonly text: string;
  readonly read: ReadPlan;
}

/**
 * The plan of these answers, which are complete.
 * @param today 2026-11-27
 * @throws Fault E-PLAN-ANSWER if one is of another form; E-PLAN-* if it is not of the plan's form
 */
export function firstPlan(answered: Answered, today: string): FirstPlan {
  const text = planFile(draftPlan(answersIn(answered, today)), [
    `A first plan, written on ${today} from the answers to sd plan new. Nothing in it is decided:`,
    "read each part, change what is otherwise, answer assumptions and questions, and run sd plan check.",
  ]);
  return { text, read: readPlan(text) };
}

/**
 * The plan of what was entered for each question.
 * @throws Fault E-PLAN-ANSWER of the first answer of which none can be made
 */
export function enteredPlan(entered: Readonly<Record<string, string>>, today: string): FirstPlan {
  let soFar: Answered = new Map();
  for (const question of PLAN_QUESTIONS) {
    const { name } = question;
    const parts = partsOf(question, entered[name] ?? "", soFar);
    if (parts === null) throw refused(name, sentence("deployment-faults.needs.any"));
    soFar = new Map([...soFar, [name, parts]]);
    checkAnswers(soFar, today, name);
  }
  return firstPlan(soFar, today);
}

/** @param newest the question that was answered last @throws Fault E-PLAN-ANSWER */
function checkAnswers(soFar: Answered, today: string, newest: PlanQuestionName): void {
  try {
    firstPlan(completed(soFar), today);
  } catch (error) {
    if (!isFault(error) || error.code === "E-PLAN-ANSWER") throw error;
    // What refuses a plan is such a sentence.
    throw refused(newest, error.sentences.message as RefusalSentence);
  }
}

const refused = (question: PlanQuestionName, why: RefusalSentence) =>
  fault("E-PLAN-ANSWER", { question: sentence(`deployment-faults.asked.${question}`), why }, [
    question,
  ]);

/** @throws Fault E-PLAN-ANSWER */
function answersIn(answered: Answered, today: string): PlanAnswers {
  const read = <Read>(
    name: PlanQuestionName,
    form: (parts: readonly string[]) => Read | null,
    needs: RefusalSentence,
  ): Read => {
    const value = form(answered.get(name) ?? []);
    if (value === null) throw refused(name, needs);
    return value;
  };
  const one = (name: PlanQuestionName): string => answered.get(name)?.[0] ?? "";
  const people = (name: PlanQuestionName) =>
    read(name, peopleIn, sentence("deployment-faults.needs.people"));
  const number = (name: PlanQuestionName) =>
    read(name, numberIn, sentence("deployment-faults.needs.number"));
  const [region, second] = read("regions", regionsIn, sentence("deployment-faults.needs.regions"));
  return {
    name: one("name"),
    title: one("title"),
    tenant: one("tenant"),
    subscription: one("subscription"),
    region,
    second,
    hsm: one("hsm"),
    services: read(
      "services",
      servicesIn,
      sentence("deployment-faults.needs.services", { of: DRAFT_SERVICES.join(", ") }),
    ),
    administrators: people("administrators"),
    cryptoOfficers: people("crypto-officers"),
    cryptoUsers: people("crypto-users"),
    officers: number("officers"),
    quorum: number("quorum"),
    network: read("network", networkIn, sentence("deployment-faults.needs.network")),
    currency: read(
      "currency",
      currencyIn,
      sentence("deployment-faults.needs.currency", { of: CURRENCIES.join(", ") }),
    ),
    today,
  };
}

const regionsIn = ([region = "", second, ...more]: readonly string[]) =>
  region === "" || more.length > 0 ? null : ([region, second ?? null] as const);

function servicesIn(words: readonly string[]) {
  const services = DRAFT_SERVICES.filter((one) => words.includes(one));
  return services.length === words.length ? services : null;
}

/** People as NAME=OBJECT-ID. */
function peopleIn(all: readonly string[]): readonly DraftPerson[] | null {
  const people = all.flatMap((text) => {
    const [, name, objectId] = /^([^=]+)=([0-9a-fA-F-]{36})$/.exec(text) ?? [];
    return name === undefined || objectId === undefined ? [] : [{ name, objectId }];
  });
  return people.length === all.length ? people : null;
}

const numberIn = ([text = ""]: readonly string[]): number | null =>
  /^\d{1,2}$/.test(text) && Number(text) <= 10 ? Number(text) : null;

const currencyIn = ([text]: readonly string[]) => CURRENCIES.find((one) => one === text) ?? null;

function networkIn([text = ""]: readonly string[]): readonly [number, number] | null {
  const [, first = "", second = ""] = /^(\d{1,3})\.(\d{1,3})$/.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  // The second region has the next number.
  return first === "" || a > 255 || b > 254 ? null : [a, b];
}
