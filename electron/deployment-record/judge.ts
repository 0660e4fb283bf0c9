// Answers of Azure judged, as the record keeps it.
import { stateOf, verdictOf, type CheckName, type Plan } from "../deployment/deployment.ts";
import type { DataOf } from "./entries.ts";

/** As many differences of one check are in the record; a screen shows no more. */
const LISTED = 50;
const TEXT_MAX = 400;

type Judged = Pick<DataOf<"proof-judged">, "check" | "proven" | "drifted" | "differs" | "more">;

/** One check in its step. @throws Fault E-ANSWER-*, E-PROOF-PLAN */
export function judgedOne(
  check: CheckName,
  plan: Plan,
  answers: readonly Uint8Array[],
  now: Date,
): Judged {
  const { proven, findings } = verdictOf(check, plan, answers, now);
  return { check, proven, drifted: false, ...listed(findings) };
}

/** Every check about which the answers say something. @throws Fault E-ANSWER-* */
export const judgedAgain = (
  plan: Plan,
  answers: readonly Uint8Array[],
  now: Date,
): readonly Judged[] =>
  stateOf(plan, answers, now)
    .filter(({ state }) => state === "done" || state === "drifted")
    .map(({ check, state, findings }) => ({
      check,
      proven: state === "done",
      drifted: state === "drifted",
      ...listed(findings),
    }));

type Differences = DataOf<"proof-judged">["differs"];

function listed(findings: Readonly<Differences>): Pick<Judged, "differs" | "more"> {
  const differs = findings
    .slice(0, LISTED)
    .map(({ member, expected, found }) => ({
      member: short(member),
      expected: short(expected),
      found: short(found),
    }));
  return { differs, more: findings.length - differs.length };
}

/** Control and direction characters, and what is no character: they could hide what is read. */
const UNPLAIN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What an answer says is text of strangers: all of it visible, and as long as a screen can show. */
function short(text: string): string {
  const cut = text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX)}…`;
  return cut.replace(UNPLAIN, "\ufffd");
}
