// Which runbooks a changed plan concerns: those of which a step is another one, or proves what changed.
import { RUNBOOKS, type RunbookName } from "../plan/runbook-names.ts";
import type { StepData, StepsOf } from "../runbooks/step-data.ts";
import type { Change } from "./changes.ts";
import { comparedBy } from "./compared.ts";

/** A runbook that must be run again, or for the first time. */
export interface Affected {
  readonly runbook: RunbookName;
  /** `new`: the old plan has nothing for it. `gone`: the new one has nothing. */
  readonly how: "new" | "changed" | "gone";
  /** The steps of the new plan that the change concerns. */
  readonly steps: readonly StepData[];
}

/** In the order of the runbooks. */
export function affectedBy(
  changes: readonly Change[],
  old: StepsOf,
  now: StepsOf,
): readonly Affected[] {
  const compared = new Set(changes.flatMap(({ form }) => comparedBy(form)));
  return RUNBOOKS.flatMap((runbook): readonly Affected[] => {
    const [before, after] = [old(runbook), now(runbook)];
    const known = new Set(before.map(asText));
    const steps = after.filter(
      (step) => !known.has(asText(step)) || step.step.proofs.some((check) => compared.has(check)),
    );
    if (before.length === after.length && steps.length === 0) return [];
    const how = before.length === 0 ? "new" : after.length === 0 ? "gone" : "changed";
    return [{ runbook, how, steps }];
  });
}

/** A step, wherever it is, and whether or not the plan's check forbids it: steps before it may be new. */
const asText = (step: StepData): string => JSON.stringify({ ...step, n: 0, forbidden: [] });
