// How the second person's confirmation is given, whatever kind of step it is of.
import { fault, nextStep, type CeremonyView } from "../ceremony/ceremony.ts";
import { confirmStep } from "../usecases/confirm-step.ts";
import type { Deps } from "../usecases/deps.ts";
import { noteException } from "../usecases/note-exception.ts";
import { giveAway } from "../usecases/hand-over.ts";
import { currentView, stateOf } from "../usecases/turn.ts";
import { ACTS } from "./acts.ts";
import { stateOf as stateIn, type Scene } from "./scene.ts";

/** Confirms the step that was performed at this station. @throws Fault E-STATE*, E-MEDIA-* */
export function confirm(deps: Deps, id: string): CeremonyView {
  const step = nextStep(stateOf(deps), deps.script);
  if (step === null) throw fault("E-STATE");
  return step.action.kind === "hand-over" ? giveAway(deps, id) : confirmStep(deps, id);
}

/**
 * Performs the step unless that is done, then confirms it where it waits for that. About a key that
 * lay on a medium before, two of the simulated people decide first.
 */
export async function actAndConfirm(scene: Scene): Promise<CeremonyView> {
  const { deps, step } = scene;
  decideIncident(deps);
  const isPerformed = deps.record.open !== null && stateIn(scene).performed === step.id;
  const view = isPerformed ? currentView(deps) : await ACTS[step.action.kind](scene);
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
