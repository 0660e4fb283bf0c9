// The questions of `sd plan new` at the terminal: each of its flags, with a default where one is possible.
import { PROPOSED } from "../../../ceremony-scripts/index.ts";
import { isFault } from "../../../crypto/errors.ts";
import { usage, type Given } from "../shared/arguments.ts";
import type { AskLine } from "../shared/terminal.ts";

type Answers = ReadonlyMap<string, readonly string[]>;

interface Question {
  readonly flag: string;
  /** What separates several answers. Omitted for one. */
  readonly between?: RegExp;
  /** How it is answered, if its flag's text does not say. */
  readonly form?: string;
  /** What an empty line means; omitted if it needs an answer. */
  readonly otherwise?: (soFar: Answers) => readonly string[];
}

const WORDS = /[\s,]+/;
const PEOPLE = { between: /\s*,\s*/, form: "NAME=OBJECT-ID, NAME=OBJECT-ID" };

const nameIn = (soFar: Answers): string => soFar.get("--name")?.[0] ?? "company";

/** In the order of asking. */
const QUESTIONS: readonly Question[] = [
  { flag: "--name", otherwise: (soFar) => [nameIn(soFar)] },
  { flag: "--title", otherwise: (soFar) => [`Managed HSM of ${nameIn(soFar)}`] },
  { flag: "--tenant" },
  { flag: "--subscription" },
  { flag: "--regions", between: WORDS, otherwise: () => ["westeurope"] },
  { flag: "--hsm", otherwise: (soFar) => [`${nameIn(soFar).slice(0, 20)}-hsm`] },
  {
    flag: "--services",
    between: WORDS,
    form: "of sql disks storage cosmos aks",
    otherwise: () => ["storage"],
  },
  { flag: "--administrators", ...PEOPLE },
  { flag: "--crypto-officers", ...PEOPLE, otherwise: () => [] },
  { flag: "--crypto-users", ...PEOPLE, otherwise: () => [] },
  { flag: "--officers", otherwise: () => [String(PROPOSED.officers)] },
  { flag: "--quorum", otherwise: () => [String(PROPOSED.quorum)] },
  { flag: "--network", otherwise: () => ["10.1"] },
  { flag: "--currency", otherwise: () => ["USD"] },
  { flag: "--out", otherwise: (soFar) => [`${nameIn(soFar)}.yaml`] },
];

/** What is taken for a question without a default that was not asked yet. */
const ID = "00000000-0000-4000-8000-000000000000";
const NOT_YET: Answers = new Map([
  ["--tenant", [ID]],
  ["--subscription", [ID]],
  ["--administrators", [`Somebody=${ID}`]],
]);

/** Answers to all questions, with what is not asked yet. */
const completed = (soFar: Answers): Given => ({
  words: [],
  values: new Map(
    QUESTIONS.map(({ flag, otherwise }) => [
      flag,
      soFar.get(flag) ?? otherwise?.(soFar) ?? NOT_YET.get(flag) ?? [],
    ]),
  ),
});

/**
 * Asks every question, and again after an answer that is refused. A hyphen means none.
 * @param texts what each flag is for
 * @param check refuses answers of which no plan can be made, of which this flag's is the newest
 * @throws Fault E-USAGE if people stop
 */
export async function askedAnswers(
  ask: AskLine,
  texts: Readonly<Record<string, string>>,
  check: (given: Given, flag: string) => Promise<void>,
): Promise<Given> {
  let soFar: Answers = new Map();
  for (const question of QUESTIONS) {
    const { flag, form, otherwise } = question;
    const usual = otherwise?.(soFar) ?? null;
    const what = `${(texts[flag] ?? "").replace(/(?:; \S+ unless given)?\.$/, "")}${form === undefined ? "" : ` (${form})`}`;
    const prompt = `${what}${usual === null ? "" : ` [${usual.join(" ") || "-"}]`}: `;
    let refused: string | null = "";
    let said = prompt;
    while (refused !== null) {
      const line = await ask({ prompt: said, isSecret: false });
      if (line === null) throw usage("Not all questions were answered; flags can answer them too.");
      const answer = line.trim() === "" ? usual : partsOf(question, line.trim());
      const tried: Answers = new Map([...soFar, [flag, answer ?? []]]);
      refused = answer === null ? NEEDED : await refusalOf(() => check(completed(tried), flag));
      said = `${refused ?? ""}\n${prompt}`;
      if (refused === null) soFar = tried;
    }
  }
  return completed(soFar);
}

const NEEDED = "This question has no default.";

const partsOf = ({ between }: Question, line: string): readonly string[] =>
  between === undefined ? [line] : line === "-" ? [] : line.split(between);

/** @returns its sentence, or null */
async function refusalOf(check: () => Promise<void>): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (isFault(error)) return error.message;
    throw error;
  }
}
