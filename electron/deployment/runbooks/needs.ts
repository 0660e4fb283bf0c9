// What a runbook needs from the plan, and which checks apply to the plan.
import { isFault } from "../../../crypto/errors.ts";
import { fault } from "../plan/faults.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECKS, type CheckName } from "../proofs/checks.ts";
import type { Detail } from "../../text/refusal.ts";
import { reading, type Step } from "./runbook.ts";

/** An optional part of the plan. @throws Fault E-RUNBOOK-PLAN */
export function needed<Part>(part: Part | null | undefined, what: Detail): Part {
  if (part === null || part === undefined) throw fault("E-RUNBOOK-PLAN", { what });
  return part;
}

/** A list of the plan that must not be empty. @throws Fault E-RUNBOOK-PLAN */
export function present<Item>(items: readonly Item[], what: Detail): readonly Item[] {
  if (items.length === 0) throw fault("E-RUNBOOK-PLAN", { what });
  return items;
}

/** A step that proves the applicable ones of some checks; no step if none applies. */
export function proving(
  plan: Plan,
  title: string,
  role: string,
  checks: readonly CheckName[],
  more: Partial<Step> = {},
): readonly Step[] {
  const own = planned(plan, checks);
  return own.length === 0 ? [] : [reading(title, role, own, more)];
}

/** The checks that apply to the plan. */
export const planned = (plan: Plan, checks: readonly CheckName[]): readonly CheckName[] =>
  checks.filter((check) => hasSubject(plan, check));

function hasSubject(plan: Plan, check: CheckName): boolean {
  try {
    return CHECKS[check].reads(plan).length > 0;
  } catch (error) {
    if (isFault(error) && error.code === "E-PROOF-PLAN") return false;
    throw error;
  }
}
