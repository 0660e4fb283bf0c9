// What stops a runbook: open assumptions and questions of the plan.
import { decidersOf } from "../plan/decision.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";

/** An open assumption or question that stops a runbook. */
export interface Open {
  readonly id: string;
  readonly text: string;
  readonly impact: string;
  readonly owner: string;
  /** The names of the two or more who decided to start without the answer; empty if nobody did. */
  readonly decidedBy: readonly string[];
}

/** The open items of a plan. An assumption is open until it is confirmed. */
export const openIn = ({ assumptions, questions }: Plan) => [
  ...assumptions.filter(({ answer, holds }) => answer === undefined || holds !== true),
  ...questions.filter(({ answer }) => answer === undefined),
];

/** The open items that stop this runbook. */
export function openFor(plan: Plan, runbook: RunbookName): readonly Open[] {
  return openIn(plan)
    .filter(({ blocks }) => blocks.includes(runbook))
    .map(({ id, text, impact, owner, decision }) => ({
      id,
      text,
      impact,
      owner,
      decidedBy: decidersOf(decision),
    }));
}
