// What can happen around the steps of a ceremony: its entries, with what their data holds.
import type { Actor } from "../../ceremony-scripts/index.ts";

/** The number on the bag of an object. */
export interface Seal {
  readonly object: string;
  readonly seal: string;
}

/** What people decided after an exception: go on, do the step again, or end the ceremony. */
export type Decision = "continue" | "repeat" | "abort";

/** What an aborted ceremony leaves: an object, why, what must be done with it, and by whom. */
export interface Remain {
  readonly object: string;
  readonly because: string;
  readonly deed: string;
  readonly by: string;
}

/** A trial of a rehearsal: what it was (a name of the trainer's list), and where it was set. */
export interface TrialSet {
  readonly trial: string;
  readonly step: string;
  /** The seat of the officer it was about, or 0. */
  readonly seat: number;
  /** Whether it was really set; one that was not is not scored. */
  readonly set: boolean;
}

/** Data by entry type, a part of `EventData`. */
export interface RunningEvents {
  "exception-noted": {
    readonly expected: string;
    readonly happened: string;
    readonly decided: string;
    readonly decidedBy: readonly string[];
    /** The step that was now, and what becomes of it. Early records lack both, and went on. */
    readonly step?: string;
    readonly decision?: Decision;
    /** When people wrote it, where the record was on its way and took no entry. */
    readonly notedAt?: string;
  };
  /**
   * A private key or a share lay on a medium between the stations. Nothing goes on until two people
   * have noted an exception that says what becomes of it.
   */
  "incident-found": {
    readonly step: string;
    readonly medium: string;
    /** Paths on it; of characters beyond `A-Za-z0-9._/-` each is a `?`. */
    readonly files: readonly string[];
    /** When it was found: the record may have been on its way then, and took no entry. */
    readonly foundAt: string;
  };
  /** Every object that was open went into a bag; early records lack the seals. */
  "recess-began": { readonly step: string; readonly seals?: readonly Seal[] };
  "recess-ended": {
    readonly step: string; readonly seals?: readonly Seal[]; readonly confirmedBy?: string;
  };
  /** After a stop: where it goes on, how many steps were done, whether that one began before. */
  resumed: {
    readonly step: string; readonly done: number; readonly again: boolean;
    readonly confirmedBy: string;
  };
  /** Somebody left for good. `toRole` differs from `role` where another officer's key has come. */
  "seat-changed": {
    readonly role: Actor; readonly from: string; readonly toRole: Actor; readonly to: string;
    readonly reason: string; readonly decidedBy: readonly string[];
  };
  /** The ceremony does not go on. It is closed after this, and nothing else is done in it. */
  aborted: {
    readonly reason: string; readonly decidedBy: readonly string[];
    readonly remains: readonly Remain[];
  };
  /** A trainer set trials in this rehearsal; which, only `sealed` binds: SHA-256 (hex) of them. */
  "trial-begun": { readonly sealed: string };
  /** Before the record is closed: what the trials were. With `nonce` (hex) they give `sealed`. */
  "trial-told": {
    readonly seed: string; readonly nonce: string; readonly trials: readonly TrialSet[];
  };
  /** Who does the step has done it; who confirms it has not yet. */
  "step-performed": { readonly step: string };
}
