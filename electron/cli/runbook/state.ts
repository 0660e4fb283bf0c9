// `sd runbook state`: the progress of the deployment, by Azure now, and by answers in a folder.
import { english } from "../../text/english.ts";
import { answersIn } from "../shared/answer-files.ts";
import { optional, need, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import type { Pools } from "../../deployment/deployment.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { planFrom } from "../shared/plan-file.ts";
import { shown, shownData } from "../shared/shown.ts";
import { asksAzure, NOTHING_READ, notRead, readFromAzure, unreadLines } from "./azure.ts";
import { knownIn, learntLines } from "./known.ts";
import { runbookIn } from "./runbook-in.ts";

const ANSWERS = "--answers";
const DRIFTED = 1;
const UNTIL =
  "If not all runbooks were run yet, name the last one (--until): what later ones make has not drifted.";
/** Nothing drifted in what was read, but not everything could be read. */
const NOT_READ = 3;

/** @throws Fault E-USAGE, E-FILE-*, E-DIR-MISSING, E-PLAN-*, E-ANSWER-*, those of readFromAzure */
export async function deploymentState(given: Given, voice: Voice): Promise<Outcome> {
  const { CHECK_NAMES, shownBy, stateOf, untilOf } = await deployment();
  const known = knownIn(given);
  const asks = asksAzure(given);
  const folder = optional(given, ANSWERS);
  if (folder === null && !asks)
    throw usage("The flag --answers is needed, or a CONNECTION to read Azure by.");
  const { plan } = await planFrom(need(given, "--plan"));
  const last = await runbookIn(given, "--until");
  const until = last === null ? null : untilOf(plan, last);
  const handed = await answersIn(folder, ANSWERS);
  const azure = asks ? await readFromAzure(given, voice, plan, CHECK_NAMES) : NOTHING_READ;
  const read = { ...azure, unread: [...handed.unread, ...azure.unread] };
  const checks = stateOf(plan, [...handed.answers, ...read.answers.values()], known, until);
  const count = (state: string): number => checks.filter((one) => one.state === state).length;
  const counts = {
    done: count("done"),
    open: count("open"),
    drifted: count("drifted"),
    notReached: count("not-reached"),
  };
  const lines = checks.flatMap(({ check, state, findings }) => [
    `${state.padEnd(12)} ${check.padEnd(26)} ${english(shownBy(check))}`,
    ...(state === "drifted" ? findings : []).map(
      ({ member, expected, found }) =>
        `${" ".repeat(13)}${shown(member)}: expected ${shown(expected)}, found ${shown(found)}`,
    ),
  ]);
  const learnt = Object.assign({}, ...checks.map((one) => one.learnt)) as Pools;
  const left = notRead(read);
  const total =
    `${String(counts.done)} done, ${String(counts.open)} open, ${String(counts.drifted)} drifted`
    + (until === null ? "" : `, ${String(counts.notReached)} not reached`)
    + (left === 0 ? "" : `; ${String(left)} answers could not be read, so this is not all`);
  return {
    text: [
      ...lines,
      ...learntLines(learnt),
      ...unreadLines(read),
      "",
      total,
      ...(until === null && counts.drifted > 0 ? [UNTIL] : []),
    ].join("\n"),
    data: shownData({
      plan: plan.plan,
      ...counts,
      checks,
      ...(asks ? { read: [...read.answers.keys()] } : {}),
      unread: read.unread,
    }),
    code: counts.drifted > 0 ? DRIFTED : left > 0 ? NOT_READ : 0,
  };
}
