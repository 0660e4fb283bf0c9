// The questions of `sd plan new` at the terminal: those of the window, each with its default where one is
// possible, and last where the plan is written.
import { isFault } from "../../../crypto/errors.ts";
import { english } from "../../text/english.ts";
import { sentence } from "../../text/sentence.ts";
import { usage } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import type { AskLine } from "../shared/terminal.ts";

export type Answers = ReadonlyMap<string, readonly string[]>;

/**
 * Asks every question, and again after an answer that is refused. A hyphen means none.
 * @param out what the last one is for
 * @param check refuses the answers so far
 * @throws Fault E-USAGE if people stop
 */
export async function askedAnswers(
  ask: AskLine,
  out: string,
  check: (soFar: Answers) => Promise<void>,
): Promise<Answers> {
  const { partsOf, PLAN_QUESTIONS } = await deployment();
  const file = (soFar: Answers) => [`${soFar.get("name")?.[0] ?? ""}.yaml`];
  const questions = [
    ...PLAN_QUESTIONS.map((one) => ({ ...one, asks: `${textOf(one.name)}${formOf(one)}` })),
    { name: "out", form: "line", otherwise: file, asks: out.replace(/\.$/, "") } as const,
  ];
  let soFar: Answers = new Map();
  for (const question of questions) {
    const { name, asks, otherwise } = question;
    const usual = otherwise?.(soFar) ?? null;
    const prompt = `${asks}${usual === null ? "" : ` [${usual.join(" ") || "-"}]`}: `;
    let refused: string | null = "";
    let said = prompt;
    while (refused !== null) {
      const line = await ask({ prompt: said, isSecret: false });
      if (line === null) throw usage("Not all questions were answered; flags can answer them too.");
      const answer = partsOf(question, line, soFar);
      const tried: Answers = new Map([...soFar, [name, answer ?? []]]);
      refused = answer === null ? NEEDED : await refusalOf(() => check(tried));
      said = `${refused ?? ""}\n${prompt}`;
      if (refused === null) soFar = tried;
    }
  }
  return soFar;
}

const NEEDED = "This question has no default.";

type Questions = Awaited<ReturnType<typeof deployment>>["PLAN_QUESTIONS"];

const textOf = (name: Questions[number]["name"]): string =>
  english(sentence(`plan-new.asks.${name}`)).replace(/\.$/, "");

/** How it is answered. */
const formOf = ({ form, choices = [] }: Questions[number]): string =>
  form === "people"
    ? " (NAME=OBJECT-ID, NAME=OBJECT-ID)"
    : form === "some"
      ? ` (of ${choices.join(" ")})`
      : "";

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
