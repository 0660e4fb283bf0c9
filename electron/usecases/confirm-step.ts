// The second of the two who answer for a step: it was performed, and another person confirms it.
import {
  fault,
  mayConfirm,
  nextStep,
  openingDifferences,
  type CeremonyView,
  type State,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { writeIncidents } from "./incident.ts";
import { currentView, record, refuse, stateOf } from "./turn.ts";

/**
 * Confirms the step that was performed; a hand-over is confirmed by `giveAway`.
 * @throws Fault E-STATE*
 */
export function confirmStep(deps: Deps, id: string): CeremonyView {
  writeIncidents(deps, id);
  const state = stateOf(deps);
  refuse(mayConfirm(state, deps.station, id));
  const step = nextStep(state, deps.script);
  if (step?.id !== id || step.action.kind === "hand-over") throw fault("E-STATE");
  const { confirm } = step;
  if (step.action.kind === "open") acknowledge(deps, state, confirm);
  record(deps, { type: "step-done", by: confirm, data: { step: id, confirmedBy: confirm } });
  return currentView(deps);
}

/** What differs from the last ceremony was on the screen: who confirms the opening has seen it. */
function acknowledge(deps: Deps, { opened }: State, by: string): void {
  const [earlier] = opened?.earlier ?? [];
  if (opened === null || earlier === undefined) return;
  const data = { since: earlier.head, differences: openingDifferences(opened) };
  record(deps, { type: "differences-acknowledged", by, data });
}
