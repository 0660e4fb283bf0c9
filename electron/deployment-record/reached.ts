// How far a deployment is, by its record: what only later steps make has not drifted.
import { isRunbook, isWhenDue, type Until } from "../deployment/deployment.ts";
import { progressOf } from "./progress.ts";
import type { Deployment } from "./state.ts";
import type { Terms } from "./terms.ts";

/** Of an older record every check counts as reached. */
const REACHED_SINCE = 3;

/**
 * The steps that are done, with what they prove. What only runbooks prove that are run when due counts as reached.
 * @returns null for a record of earlier rules
 */
export function reachedIn(terms: Terms, state: Deployment): Until | null {
  if (state.rules < REACHED_SINCE) return null;
  const way = progressOf(terms, state).filter(({ name }) => !isDue(name));
  const proofs = (isDone: boolean): ReadonlySet<string> =>
    new Set(
      way.flatMap(({ steps }) =>
        steps.flatMap((step) => ((step.state === "done") === isDone ? step.terms.proofs : [])),
      ),
    );
  const [before, after] = [proofs(true), proofs(false)];
  const begun = way.flatMap(({ name, steps }) =>
    isRunbook(name) && steps.some(({ state: at }) => at === "done") ? [name] : [],
  );
  return {
    runbook: begun.at(-1) ?? null,
    isReached: (check) => before.has(check) || !after.has(check),
  };
}

const isDue = (name: string): boolean => isRunbook(name) && isWhenDue(name);
