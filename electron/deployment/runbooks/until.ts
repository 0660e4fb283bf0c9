// How far a deployment is: which checks the runbooks so far prove.
import { isFault } from "../../../crypto/errors.ts";
import type { Plan } from "../plan/plan.ts";
import { isWhenDue, RUNBOOKS as NAMES, type RunbookName } from "../plan/runbook-names.ts";
import type { CheckName } from "../proofs/checks.ts";
import type { Until } from "../proofs/state.ts";
import { RUNBOOKS } from "./runbooks.ts";

/** As far as a runbook, with all before it. What only runbooks prove that are run when due counts as reached. */
export function untilOf(plan: Plan, runbook: RunbookName): Until {
  const way = NAMES.filter((name) => !isWhenDue(name) || name === runbook);
  const last = way.indexOf(runbook);
  const proven = (names: readonly RunbookName[]) =>
    new Set(names.flatMap((name) => proofsOf(plan, name)));
  const [before, after] = [proven(way.slice(0, last + 1)), proven(way.slice(last + 1))];
  return { runbook, isReached: (check) => before.has(check) || !after.has(check) };
}

function proofsOf(plan: Plan, name: RunbookName): readonly CheckName[] {
  try {
    return RUNBOOKS[name].steps(plan).flatMap(({ proofs }) => proofs);
  } catch (error) {
    if (isFault(error) && error.code === "E-RUNBOOK-PLAN") return [];
    throw error;
  }
}
