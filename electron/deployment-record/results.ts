// Azure's answers evaluated, as the record keeps them.
import {
  isRunbook,
  stateOf,
  verdictOf,
  type CheckName,
  type Known,
  type Plan,
  type Pools,
  type Until,
} from "../deployment/deployment.ts";
import type { DataOf } from "./entries.ts";

/** The record lists at most this many differences of one check; a screen shows no more. */
const LISTED = 50;
const TEXT_MAX = 400;

type Result = Pick<
  DataOf<"proof-judged">,
  "check" | "proven" | "drifted" | "differs" | "more" | "pools"
>;

/** One check in a step of this runbook. @throws Fault E-ANSWER-*, E-PROOF-PLAN */
export function resultOf(
  check: CheckName,
  plan: Plan,
  answers: readonly Uint8Array[],
  known: Known,
  runbook: string,
): Result {
  const own = isRunbook(runbook) ? runbook : null;
  const { proven, findings, learnt } = verdictOf(check, plan, answers, known, own);
  return { check, proven, drifted: false, ...listed(findings), ...poolsIn(learnt) };
}

/**
 * Every check about which the answers say something. What was not reached yet has not drifted.
 * @param until how far people are; null if every check counts as reached
 * @throws Fault E-ANSWER-*
 */
export const resultsOf = (
  plan: Plan,
  answers: readonly Uint8Array[],
  known: Known,
  until: Until | null,
): readonly Result[] =>
  stateOf(plan, answers, known, until === null ? null : { ...until, isReached: () => true })
    .filter(({ state }) => state === "done" || state === "drifted")
    .map(({ check, state, findings, learnt }) => ({
      check,
      proven: state === "done",
      drifted: state === "drifted" && until?.isReached(check) !== false,
      ...listed(findings),
      ...poolsIn(learnt),
    }));

/** The roots of HSMs that a proof was the first to see, or that are gone; absent where there are none. */
function poolsIn(learnt: Pools): Pick<Result, "pools"> {
  const pools = Object.entries(learnt).map(([hsm, root]) => ({ hsm, root }));
  return pools.length === 0 ? {} : { pools };
}

type Differences = DataOf<"proof-judged">["differs"];

function listed(findings: Readonly<Differences>): Pick<Result, "differs" | "more"> {
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

/** An answer's text comes from strangers: show every character, and no more than fits a screen. */
function short(text: string): string {
  const cut = text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX)}…`;
  return cut.replace(UNPLAIN, "\ufffd");
}
