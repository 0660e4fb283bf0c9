// The current step, with everything that its screens need.
import type { WindowView } from "../../electron/bridge/view.ts";
import type { Value } from "../../electron/text/text.ts";
import type { StepWords, TimetableStep, Traits } from "../text/step-words.ts";

/** The activity within the step. */
export type Activity = WindowView["activity"];
/** Words being written down or heard. */
export type HearingNow = Extract<Activity, { readonly kind: "hearing" }>;
/** Parts of the step running, or the HSM being polled. */
export type WorkingNow = Extract<Activity, { readonly kind: "working" }>;

/** The current step. */
export interface CurrentStep extends TimetableStep {
  readonly view: WindowView;
  /** The words of its kind, filled in. */
  readonly words: StepWords;
  readonly traits: Traits;
  /** Act and step, such as "2.1". */
  readonly number: string;
  /** What is read aloud, sentence by sentence. */
  readonly say: readonly Value[];
  /** The choices, if people choose here. */
  readonly choices: readonly { readonly when: Value; readonly goTo: string }[];
  readonly officers: number;
  readonly quorum: number;
  /** Who performs and who confirms it, by role. */
  readonly by: string;
  readonly confirm: string;
}
