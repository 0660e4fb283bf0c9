// The second person's confirmation, for any kind of step.
import { fault, nextStep, type CeremonyView } from "../ceremony/ceremony.ts";
import { confirmStep } from "../usecases/confirm-step.ts";
import type { Deps } from "../usecases/deps.ts";
import { giveAway } from "../usecases/hand-over.ts";
import { stateOf } from "../usecases/turn.ts";

/**
 * Confirms the step that was performed at this station.
 * @param heard the words of the live image, if the opening hears them; else ""
 * @throws Fault E-STATE*, E-MEDIA-*, E-WORDS, E-WORDS-DIFFER
 */
export async function confirm(deps: Deps, id: string, heard: string): Promise<CeremonyView> {
  const step = nextStep(stateOf(deps), deps.script);
  if (step === null) throw fault("E-STATE");
  return step.action.kind === "hand-over" ? giveAway(deps, id) : confirmStep(deps, id, heard);
}
