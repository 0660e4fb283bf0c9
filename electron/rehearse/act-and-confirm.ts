// What the simulated people do with a step: they perform it, and confirm it.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import { confirm } from "../session/confirm.ts";
import type { Deps } from "../usecases/deps.ts";
import { noteException } from "../usecases/note-exception.ts";
import { currentView, stateOf } from "../usecases/turn.ts";
import { ACTS } from "./acts.ts";
import { stateOf as stateIn, type RehearsedStep } from "./rehearsed-step.ts";

/**
 * Performs the step unless that is done, then confirms it where it waits for that. About a key that
 * lay on a medium before, two of the simulated people decide first.
 */
export async function actAndConfirm(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, step } = rehearsed;
  decideIncident(deps);
  const isPerformed = deps.record.open !== null && stateIn(rehearsed).performed === step.id;
  const view = isPerformed ? currentView(deps) : await ACTS[step.action.kind](rehearsed);
  decideIncident(deps);
  return view.isPerformed ? confirm(deps, step.id) : view;
}

function decideIncident(deps: Deps): void {
  const incident = deps.record.open === null ? null : stateOf(deps).incident;
  if (incident === null) return;
  noteException(deps, {
    expected: "No private key and no share lies on a medium between the stations.",
    happened: `On the medium ${incident.medium} lay one.`,
    decided: "The medium was taken away and cleaned before the witness; the key counts as exposed, "
      + "and its officer is replaced.",
    decidedBy: ["administrator", "witness"], decision: "continue",
  });
}
