// The progress of a deployment: every check evaluated with all given answers.
import { isFault } from "../../../crypto/errors.ts";
import { readAnswers } from "../answers/answer.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECK_NAMES, CHECKS, type CheckName } from "./checks.ts";
import { NOTHING, type Finding } from "./finding.ts";
import type { Proof } from "./proof.ts";

/**
 * `done`: proven. `open`: an answer is missing. `drifted`: an answer contradicts the plan.
 * `not-planned`: the plan has nothing to compare with.
 */
export type CheckState = "done" | "open" | "drifted" | "not-planned";

/** One check's state, with its differences. */
export interface Checked {
  readonly check: CheckName;
  readonly state: CheckState;
  readonly findings: readonly Finding[];
}

/** The state of every check. @throws Fault E-ANSWER-* */
export function stateOf(plan: Plan, files: readonly Uint8Array[], now: Date): readonly Checked[] {
  const answers = readAnswers(files);
  return CHECK_NAMES.map((check) => {
    const proof: Proof = CHECKS[check];
    try {
      const findings = proof.evaluate({ plan, answers, now });
      return { check, state: stateBy(proof, findings), findings };
    } catch (error) {
      if (isFault(error) && error.code === "E-PROOF-PLAN")
        return { check, state: "not-planned", findings: [] };
      throw error;
    }
  });
}

function stateBy({ atItsTime }: Proof, findings: readonly Finding[]): CheckState {
  if (findings.length === 0) return "done";
  const contradicts = findings.some(({ found }) => found !== NOTHING);
  return contradicts && atItsTime !== true ? "drifted" : "open";
}
