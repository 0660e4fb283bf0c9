// For tests: a whole deployment in an order in which it could be done.
import type { RunbookName } from "../deployment/deployment.ts";
import type { Deployment } from "./carry-out.ts";
import type { DoneStep } from "./hands.ts";

/** Every runbook of a list, and what became of each step. */
export async function carriedOut(deployment: Deployment, names: readonly RunbookName[]) {
  const steps: { readonly runbook: RunbookName; readonly step: DoneStep }[] = [];
  for (const runbook of names)
    for (const planned of deployment.stepsOf(runbook))
      steps.push({ runbook, step: await deployment.step(runbook, planned) });
  return steps;
}

/** What contradicts the plan; what is not there yet does not. */
export const contradictions = (steps: readonly { runbook: string; step: DoneStep }[]) =>
  steps.flatMap(({ runbook, step }) =>
    step.proofs.flatMap(({ check, findings }) =>
      findings
        .filter(({ found }) => found !== "nothing")
        .map((one) => ({ runbook, title: step.title, check, ...one })),
    ),
  );
