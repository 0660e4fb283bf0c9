// The second of the two people responsible for a step: it was performed, and another person confirms it.
import { kindOf } from "../../ceremony-scripts/index.ts";
import { fromWords, toHex } from "../../crypto/index.ts";
import {
  fault,
  imageIn,
  mayConfirm,
  nextStep,
  openingDifferences,
  type CeremonyView,
  type State,
} from "../ceremony/ceremony.ts";
import { checkMeaning } from "../meaning/meaning.ts";
import { sentence } from "../text/sentence.ts";
import type { Deps } from "./deps.ts";
import { writeIncidents } from "./incident.ts";
import { currentView, journalOf, record, refuse, stateOf } from "./turn.ts";

/**
 * Confirms the step that was performed; `giveAway` confirms a hand-over.
 * @param heard the words of the live image, all 32, if the station of an opening is started from one
 * @throws Fault E-STATE*, E-WORDS, E-WORDS-DIFFER; of a take-over E-MEAN-*
 */
export function confirmStep(deps: Deps, id: string, heard = ""): CeremonyView {
  writeIncidents(deps, id);
  const state = stateOf(deps);
  refuse(mayConfirm(state, deps.station, id));
  const step = nextStep(state, deps.script);
  if (step?.id !== id || step.action.kind === "hand-over") throw fault("E-STATE");
  const { confirm } = step;
  // If power was lost before the decision of two people was recorded, it is asked for again.
  if (kindOf(step.action.kind).carries === "in")
    checkMeaning({ entries: journalOf(deps).entries, closed: false }, deps.script, state.accepted);
  if (step.action.kind === "open") {
    hearImage(deps, state, { by: confirm, heard });
    acknowledge(deps, state, confirm);
  }
  record(deps, { type: "step-done", by: confirm, data: { step: id, confirmedBy: confirm } });
  return currentView(deps);
}

/** The words on the live image's paper are those of the image that this station runs. */
function hearImage(
  deps: Deps,
  state: State,
  { by, heard }: { readonly by: string; readonly heard: string },
): void {
  const sha256 = imageAtOpening(state);
  if (sha256 === null) return;
  if (toHex(fromWords(heard)) !== sha256)
    throw fault("E-WORDS-DIFFER", { what: sentence("ceremony-faults.words.image") });
  record(deps, { type: "image-heard", by, data: { sha256 } });
}

/** The live image that the station of the opening was started from: SHA-256 in hex, or null. */
export const imageAtOpening = ({ opened }: Pick<State, "opened">): string | null =>
  imageIn(opened?.software.system);

/** Differences from the last ceremony were on the screen: confirming the opening acknowledges them. */
function acknowledge(deps: Deps, { opened }: State, by: string): void {
  const [earlier] = opened?.earlier ?? [];
  if (opened === null || earlier === undefined) return;
  const data = { since: earlier.head, differences: openingDifferences(opened) };
  record(deps, { type: "differences-acknowledged", by, data });
}
