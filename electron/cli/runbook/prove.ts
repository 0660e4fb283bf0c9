// `sd runbook prove`: whether answers of Azure prove a check, and what differs.
import { english } from "../../text/english.ts";
import { need, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { readInput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { planFrom } from "../shared/plan-file.ts";
import { shown, shownData } from "../shared/shown.ts";
import { asksAzure, NOTHING_READ, readFromAzure, unreadLines } from "./azure.ts";
import { knownIn, learntLines } from "./known.ts";
import { runbookIn } from "./runbook-in.ts";

const ANSWER = "--answer";
const NOT_PROVEN = 1;

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-*, E-ANSWER-*, E-PROOF-PLAN, those of readFromAzure */
export async function proveCheck(given: Given, voice: Voice): Promise<Outcome> {
  const [check = ""] = given.words;
  const { ANSWER_MAX, isCheck, shownBy, verdictOf } = await deployment();
  if (!isCheck(check)) throw usage("There is no such check: sd runbook list names all of them.");
  const paths = given.values.get(ANSWER) ?? [];
  const asks = asksAzure(given);
  if (paths.length === 0 && !asks)
    throw usage(`The flag ${ANSWER} is needed, or a CONNECTION to read Azure by.`);
  const { plan } = await planFrom(need(given, "--plan"));
  const runbook = await runbookIn(given, "--runbook");
  const handed = paths.map((path) => readInput(path, ANSWER, ANSWER_MAX));
  const read = asks ? await readFromAzure(given, voice, plan, [check]) : NOTHING_READ;
  const files = [...handed, ...read.answers.values()];
  const { proven, findings, learnt } = verdictOf(check, plan, files, knownIn(given), runbook);
  const lines = findings.map(
    ({ member, expected, found }) =>
      `  ${shown(member)}\n      expected: ${shown(expected)}\n      found:    ${shown(found)}`,
  );
  return {
    text: [
      ...(proven
        ? [`Proven: ${check}. ${english(shownBy(check))}`]
        : [`Not proven: ${check}. What differs:`, ...lines]),
      ...learntLines(learnt),
      ...unreadLines(read),
    ].join("\n"),
    data: shownData({ check, proven, findings, learnt, ...(asks ? { unread: read.unread } : {}) }),
    code: proven ? 0 : NOT_PROVEN,
  };
}
