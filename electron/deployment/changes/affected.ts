// Which runbooks a changed plan concerns: those of which a step is another one, or proves what changed.
import { isFault } from "../../../crypto/errors.ts";
import type { Plan } from "../plan/plan.ts";
import { RUNBOOKS, type RunbookName } from "../plan/runbook-names.ts";
import { stepData, type StepData } from "../runbooks/step-data.ts";
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

type Steps = (runbook: RunbookName) => readonly StepData[];

/** The steps of each runbook of a plan; none of one for which the plan has nothing. */
export const stepsOf =
  (plan: Plan, sha256: (text: string) => string): Steps =>
  (runbook) => {
    try {
      return stepData(runbook, plan, sha256);
    } catch (error) {
      if (isFault(error) && ["E-RUNBOOK-PLAN", "E-PROOF-PLAN"].includes(error.code)) return [];
      throw error;
    }
  };

/** In the order of the runbooks. */
export function affectedBy(
  changes: readonly Change[],
  old: Steps,
  now: Steps,
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
