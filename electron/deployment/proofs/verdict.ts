// The verdict of one check on the given answers.
import { readAnswers } from "../answers/answer.ts";
import { fault } from "../plan/faults.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECKS, isCheck, type CheckName } from "./checks.ts";
import type { Finding } from "./finding.ts";

/** Whether a check is proven, with its differences. */
export interface Verdict {
  readonly check: CheckName;
  readonly proven: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Evaluates one check.
 * @param files each answer's bytes, in any order
 * @param now the time from which ages are counted
 * @throws Fault E-PROOF-NAME, E-PROOF-PLAN, E-ANSWER-*
 */
export function verdictOf(
  check: string,
  plan: Plan,
  files: readonly Uint8Array[],
  now: Date,
): Verdict {
  if (!isCheck(check)) throw fault("E-PROOF-NAME");
  const findings = unique(CHECKS[check].evaluate({ plan, answers: readAnswers(files), now }));
  return { check, proven: findings.length === 0, findings };
}

/** Two answers with the same wrong value are one finding. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(findings.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}
