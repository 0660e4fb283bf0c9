// The verdict of one check on the given answers.
import { readAnswers } from "../answers/answer.ts";
import { fault } from "../plan/faults.ts";
import type { CommandLine } from "../commands/command-line.ts";
import { partOf } from "../plan/part.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import { CHECKS, isCheck, type CheckName } from "./checks.ts";
import type { Finding } from "./finding.ts";
import type { Case, Known, Pools, Proof } from "./proof.ts";

/** Whether a check is proven, with its differences. */
export interface Verdict {
  readonly check: CheckName;
  readonly proven: boolean;
  readonly findings: readonly Finding[];
  /** What it learnt that was not known: the roots of HSMs. */
  readonly learnt: Pools;
}

/** The commands whose answers a check reads in a runbook; in none, those of the whole plan. */
export function readsIn(
  check: CheckName,
  plan: Plan,
  runbook: RunbookName | null,
): readonly CommandLine[] {
  const { part, reads }: Proof = CHECKS[check];
  return reads(runbook === null || part !== "all" ? plan : partOf(plan, runbook));
}

/** A check's plan in a runbook: its part, if the check is about a part. */
export function caseOf(
  check: CheckName,
  whole: Plan,
  runbook: RunbookName | null,
): Pick<Case, "plan" | "whole"> {
  const { part }: Proof = CHECKS[check];
  return { plan: runbook === null || part === undefined ? whole : partOf(whole, runbook), whole };
}

/** Whether what a check is about differs by the runbook that proves it. */
export const isInPart = (check: CheckName, plan: Plan, runbook: RunbookName): boolean =>
  caseOf(check, plan, runbook).plan !== plan;

/**
 * Evaluates one check.
 * @param files each answer's bytes, in any order
 * @param runbook the one whose step it proves; null for the whole plan
 * @throws Fault E-PROOF-NAME, E-PROOF-PLAN, E-ANSWER-*
 */
export function verdictOf(
  check: string,
  plan: Plan,
  files: readonly Uint8Array[],
  known: Known,
  runbook: RunbookName | null,
): Verdict {
  if (!isCheck(check)) throw fault("E-PROOF-NAME");
  const given = { ...known, ...caseOf(check, plan, runbook), answers: readAnswers(files) };
  const findings = unique(CHECKS[check].evaluate(given));
  return {
    check,
    proven: findings.length === 0,
    findings,
    learnt: learntBy(check, given, findings),
  };
}

/** What a check that is proven has learnt: what is new, or gone. */
export function learntBy(check: CheckName, given: Case, findings: readonly Finding[]): Pools {
  const { learns }: Proof = CHECKS[check];
  const learnt = findings.length > 0 ? [] : Object.entries(learns?.(given) ?? {});
  return Object.fromEntries(learnt.filter(([hsm, root]) => (given.pools[hsm] ?? "") !== root));
}

/** Two answers with the same wrong value are one finding. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(findings.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}
