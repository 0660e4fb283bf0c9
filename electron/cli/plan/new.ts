// `sd plan new`: a first plan from a dozen answers, given as flags or asked at the terminal, with everything
// open that only its company can decide.
import { isFault, utf8 } from "../../../crypto/index.ts";
import { need, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { hasTerminal, terminal } from "../shared/terminal.ts";
import { askedAnswers, type Answers } from "./ask.ts";

const OUT = "--out";
/** The flags without a default. */
const NEEDED = ["name", "tenant", "subscription", "regions", "hsm", "administrators"];

/**
 * Without flags it asks a person at a terminal.
 * @param out what the flag of the new file is for
 * @throws Fault E-USAGE, E-FILE-*, E-PLAN-* if an answer is not of the plan's form
 */
export async function newPlan(flags: Given, out: string): Promise<Outcome> {
  const isAsked = flags.values.size === 0 && hasTerminal();
  const answered = isAsked ? await askedAnswers(terminal(), out, checkAnswer) : byFlags(flags);
  const path = fileIn(answered);
  const { text, read } = await planOf(answered);
  const { locatedFindings } = await deployment();
  const { plan } = read;
  const stops = locatedFindings(read).filter(({ severity }) => severity === "stops").length;
  writeOutput(path, OUT, utf8(text));
  const open = plan.assumptions.length + plan.questions.length;
  return {
    text: [
      `The plan ${plan.plan} is written. Open: ${String(open)} assumptions and questions.`,
      `Findings that stop a runbook: ${String(stops)}; sd plan check names them.`,
    ].join("\n"),
    data: { plan: plan.plan, open, stops },
  };
}

/** What flags say; without `--services` there are none. @throws Fault E-USAGE */
function byFlags(flags: Given): Answers {
  need(flags, OUT);
  for (const name of NEEDED) need(flags, `--${name}`);
  const given = [...flags.values].map(([flag, parts]) => [flag.slice(2), parts] as const);
  return new Map([["services", []], ...given]);
}

/** @throws Fault E-FILE-EXISTS */
function fileIn(answered: Answers): string {
  const [path = ""] = answered.get("out") ?? [];
  checkFree(path, OUT);
  return path;
}

/** Refuses answers of which no plan can be made. @throws Fault E-USAGE, E-PLAN-*, E-FILE-* */
async function checkAnswer(soFar: Answers): Promise<void> {
  if (soFar.has("out")) fileIn(soFar);
  await planOf(soFar);
}

/** The plan of the answers so far. @throws Fault E-USAGE, E-PLAN-* */
async function planOf(soFar: Answers) {
  const { completed, firstPlan } = await deployment();
  try {
    return firstPlan(completed(soFar), new Date().toISOString().slice(0, 10));
  } catch (error) {
    if (isFault(error) && error.code === "E-PLAN-ANSWER") throw usage(error.message);
    throw error;
  }
}
