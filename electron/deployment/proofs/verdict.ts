// The verdict of one check on the answers that somebody handed in.
import { readAnswers } from "../answers/answer.ts";
import { fault } from "../faults.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECKS, isCheck, type CheckName } from "./checks.ts";
import type { Finding } from "./finding.ts";

/** Whether a check is proven, and what differs. */
export interface Verdict {
  readonly check: CheckName;
  readonly proven: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Judges one check.
 * @param files each answer's bytes, in any order
 * @param now the moment to count ages from
 * @throws Fault E-PROOF-NAME, E-PROOF-PLAN, E-ANSWER-*
 */
export function verdictOf(
  check: string,
  plan: Plan,
  files: readonly Uint8Array[],
  now: Date,
): Verdict {
  if (!isCheck(check)) throw fault("E-PROOF-NAME");
  const findings = unique(CHECKS[check].judge({ plan, answers: readAnswers(files), now }));
  return { check, proven: findings.length === 0, findings };
}

/** Two answers that say the same wrong thing are one finding. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(findings.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}
