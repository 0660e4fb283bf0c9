// What a proof compares with must be in the plan.
import { fault } from "../plan/faults.ts";
import type { Detail } from "../../text/refusal.ts";

/**
 * A part of the plan that may be left out, and that this proof needs.
 * @param what its path in the plan, in our own words
 * @throws Fault E-PROOF-PLAN
 */
export function planned<Part>(part: Part | undefined, what: Detail): Part {
  if (part === undefined) throw fault("E-PROOF-PLAN", { what });
  return part;
}

/** A list in the plan that must not be empty for this proof. @throws Fault E-PROOF-PLAN */
export function someOf<Item>(items: readonly Item[], what: Detail): readonly Item[] {
  if (items.length === 0) throw fault("E-PROOF-PLAN", { what });
  return items;
}
