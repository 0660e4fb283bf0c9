// What is said while the HSM works and is only asked: since when, what it answered, a power cut.
import type { WindowView } from "../../electron/bridge/view.ts";

type Working = Extract<WindowView["activity"], { readonly kind: "working" }>;
type Waiting = NonNullable<Working["waiting"]>;

/** A long operation of the HSM. */
export type LongWork = Waiting["what"];

interface LongWorkText {
  readonly since: string;
  readonly sure: string;
  /** 1, 2, 3: what a power cut means now. The last one is the one to remember. */
  readonly power: readonly [string, string, string];
  /** Minutes in which it is usually ready, where that is known. */
  readonly usual: readonly [number, number] | null;
}

/** While the answer of an activation is on no medium: two people decided to download again. */
export const NOT_KEPT: Pick<LongWorkText, "sure" | "power"> = {
  sure: "The answer is on no medium yet. When the HSM is ready, it is downloaded again.",
  power: [
    "The HSM carries on without us.",
    "Start the computer and run this step again.",
    "Nothing is downloaded again unless two people decide it.",
  ],
};

/** Each long operation. */
export const LONG_WORK: Readonly<Record<LongWork, LongWorkText>> = {
  activation: {
    since: "Time since the activation",
    sure: "The security domain is safe on two media already.",
    power: [
      "The answer is kept on two media. The HSM carries on without us.",
      "Start the computer and run this step again: it finds the answer on the media.",
      "Nothing is downloaded again unless two people decide it.",
    ],
    usual: [8, 12],
  },
  "domain-restore": {
    since: "Time since the upload",
    sure: "Do not upload again. The blob works once.",
    power: [
      "The upload is complete. The HSM carries on without us.",
      "Start the computer and run this step again: it asks for the state first.",
      "Do not upload again. The blob works once, and it has been used.",
    ],
    usual: [8, 12],
  },
  backup: {
    since: "Time since the backup began",
    sure: "The HSM is still empty: nothing can be lost.",
    power: [
      "The HSM carries on without us.",
      "Start the computer and run this step again.",
      "The HSM is asked for this backup first. A second one of an empty HSM does no harm.",
    ],
    usual: null,
  },
  "restore-wait": {
    since: "Time in this step",
    sure: "Azure allows the restore half an hour after the empty HSM’s backup.",
    power: [
      "The time is counted from the end of the backup, which is in the record.",
      "Start the computer and run this step again.",
      "Nothing is sent to the HSM before that time.",
    ],
    usual: null,
  },
  restore: {
    since: "Time since the restore began",
    sure: "The backup itself is only read, never changed.",
    power: [
      "The HSM carries on without us.",
      "Start the computer and run this step again.",
      "The HSM is asked for this restore first, and a second one is safe: it replaces everything.",
    ],
    usual: null,
  },
};

/** What is sure meanwhile. A rehearsal's own HSM restores sooner than Azure. */
export const sureLine = (what: LongWork, mode: WindowView["mode"]): string =>
  what === "restore-wait" && mode === "REHEARSAL"
    ? `${LONG_WORK[what].sure} A rehearsal waits less.`
    : LONG_WORK[what].sure;

/** The HSM's last answer in words. */
export const ANSWERS: Readonly<Record<NonNullable<Waiting["lastState"]>, string>> = {
  running: "still working",
  succeeded: "done",
  failed: "it failed",
  unknown: "no clear answer, so we only ask again",
};

/** Words around the waiting. */
export const WAITING = {
  title: "Nobody acts now",
  name: "The HSM is working",
  azureName: "Azure does not allow the restore yet",
  verb: "Wait",
  detail: "the screen moves on by itself",
  lastAnswer: "Last answer",
  none: "not asked yet",
  next: "Next check",
  nextIn: (seconds: number): string =>
    seconds <= 0 ? "now" : seconds === 1 ? "in 1 second" : `in ${seconds} seconds`,
  until: "Not before",
  left: (time: string): string => `${time} left`,
  asked: "Asked so far",
  askedTimes: (times: number, every: number): string =>
    `${times === 1 ? "once" : `${times} times`}; again ${
      every <= 1 ? "every second" : `every ${Math.round(every)} seconds`
    }`,
  usual: "usually ready here",
  minutes: (minutes: number): string => `${minutes} min`,
  ruler: (minutes: number, asked: number): string =>
    `${minutes} minutes so far; asked ${asked} times`,
  powerLabel: "If power fails now",
  nothing: "Nothing to press. The screen moves on by itself.",
} as const;
