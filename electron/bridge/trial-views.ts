// What the window shows of a trainer's trials.
import type { TimetableStep } from "../ceremony/ceremony.ts";
import type { Value } from "../text/sentence.ts";

/** A trial that a trainer may choose. */
export interface TrialChoice {
  readonly name: string;
  readonly title: Value;
  readonly sentence: Value;
  /** The trainer does it; else the app. */
  readonly byHand: boolean;
  /** The app can do it only if the media are folders. */
  readonly needsFolders: boolean;
}

/** What only the trainer sees of the trials. */
export interface TrainerView {
  readonly trials: readonly {
    readonly name: string;
    readonly title: Value;
    readonly sentence: Value;
    readonly should: Value;
    /** What the trainer does by hand; null if the app does it. */
    readonly instruction: Value | null;
    /** The step in which it is set; null before the ceremony is opened. */
    readonly step: TimetableStep | null;
    /** The officer's seat, or 0. */
    readonly seat: number;
    readonly isSet: boolean;
  }[];
}

/** The result, from the record alone. */
export interface TrialScoreView {
  readonly found: number;
  readonly of: number;
  /** The trials revealed at the end are those sealed at the beginning. */
  readonly asSealed: boolean;
  readonly trials: readonly {
    readonly name: string;
    readonly title: Value;
    readonly found: "app" | "people" | "nobody" | "not-set";
    readonly line: Value;
    readonly should: Value;
  }[];
}
