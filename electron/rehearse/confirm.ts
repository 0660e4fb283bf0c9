// How the second person's confirmation is given, whatever kind of step it is of.
import { fault, nextStep, type CeremonyView } from "../ceremony/ceremony.ts";
import { confirmStep } from "../usecases/confirm-step.ts";
import type { Deps } from "../usecases/deps.ts";
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

/** Performs the step unless that is done, then confirms it where it waits for that. */
export async function actAndConfirm(scene: Scene): Promise<CeremonyView> {
  const { deps, step } = scene;
  const isPerformed = deps.record.open !== null && stateIn(scene).performed === step.id;
  const view = isPerformed ? currentView(deps) : await ACTS[step.action.kind](scene);
  return view.isPerformed ? confirm(deps, step.id) : view;
}
