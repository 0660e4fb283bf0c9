// What a runbook needs from the plan, and which checks apply to the plan.
import { isFault } from "../../../crypto/errors.ts";
import { fault } from "../plan/faults.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { CheckName } from "../proofs/checks.ts";
import { readsIn } from "../proofs/verdict.ts";
import type { Detail } from "../../text/refusal.ts";
import type { Step } from "./runbook.ts";

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

/**
 * Steps with the proofs that apply to the plan. What then has nothing to run, to prove or to hold is
 * left out.
 */
export const applying = (
  plan: Plan,
  runbook: RunbookName,
  steps: readonly Step[],
): readonly Step[] =>
  steps
    .map((step) => ({
      ...step,
      proofs: step.proofs.filter((check) => hasSubject(plan, runbook, check)),
    }))
    .filter(
      ({ commands = [], proofs, ceremony }) =>
        commands.length > 0 || proofs.length > 0 || ceremony !== undefined,
    );

function hasSubject(plan: Plan, runbook: RunbookName, check: CheckName): boolean {
  try {
    return readsIn(check, plan, runbook).length > 0;
  } catch (error) {
    if (isFault(error) && error.code === "E-PROOF-PLAN") return false;
    throw error;
  }
}
