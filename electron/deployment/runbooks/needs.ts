// What a runbook needs of the plan.
import { fault } from "../faults.ts";

/** A part of the plan that may be left out. @throws Fault E-RUNBOOK-PLAN */
export function needed<Part>(part: Part | null | undefined, what: string): Part {
  if (part === null || part === undefined) throw fault("E-RUNBOOK-PLAN", { what });
  return part;
}

/** A list of the plan that must have something. @throws Fault E-RUNBOOK-PLAN */
export function present<Item>(items: readonly Item[], what: string): readonly Item[] {
  if (items.length === 0) throw fault("E-RUNBOOK-PLAN", { what });
  return items;
}
