// The progress of a deployment: every check evaluated with all given answers.
import { isFault } from "../../../crypto/errors.ts";
import { readAnswers } from "../answers/answer.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import { CHECK_NAMES, CHECKS, type CheckName } from "./checks.ts";
import { NOTHING, type Finding } from "./finding.ts";
import type { Known, Pools, Proof } from "./proof.ts";
import { caseOf, learntBy } from "./verdict.ts";

/**
 * `done`: proven. `open`: an answer is missing. `drifted`: an answer contradicts the plan.
 * `not-planned`: the plan has nothing to compare with. `not-reached`: only later runbooks prove it.
 */
export type CheckState = "done" | "open" | "drifted" | "not-planned" | "not-reached";

/** One check's state, with its differences. */
export interface Checked {
  readonly check: CheckName;
  readonly state: CheckState;
  readonly findings: readonly Finding[];
  /** What it learnt that was not known: the roots of HSMs. */
  readonly learnt: Pools;
}

/** How far people are: the last runbook that was run, if any, and whether it or an earlier one proves a check. */
export interface Until {
  readonly runbook: RunbookName | null;
  readonly isReached: (check: CheckName) => boolean;
}

/** The state of every check. @param until null if all runbooks were run @throws Fault E-ANSWER-* */
export function stateOf(
  plan: Plan,
  files: readonly Uint8Array[],
  known: Known,
  until: Until | null,
): readonly Checked[] {
  const answers = readAnswers(files);
  return CHECK_NAMES.map((check) => {
    const proof: Proof = CHECKS[check];
    try {
      const given = { ...known, ...caseOf(check, plan, until?.runbook ?? null), answers };
      const findings = proof.evaluate(given);
      if (until !== null && !until.isReached(check))
        return { check, state: "not-reached", findings: [], learnt: {} };
      const learnt = learntBy(check, given, findings);
      return { check, state: stateBy(proof, findings), findings, learnt };
    } catch (error) {
      if (isFault(error) && error.code === "E-PROOF-PLAN")
        return { check, state: "not-planned", findings: [], learnt: {} };
      throw error;
    }
  });
}

function stateBy({ atItsTime }: Proof, findings: readonly Finding[]): CheckState {
  if (findings.length === 0) return "done";
  const contradicts = findings.some(({ found }) => found !== NOTHING);
  return contradicts && atItsTime !== true ? "drifted" : "open";
}
