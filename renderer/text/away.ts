// While a ceremony's record is at the other station: where it is, what to do, what is seen here.
import type { AwayView } from "../../electron/bridge/view.ts";

type Station = AwayView["at"];

export const AWAY = {
  title: (at: Station): string => `The ceremony is at the ${at} station`,
  lead: "Nobody can add to the record here until it comes back. Nothing is lost.",
  next: "What to do",
  steps: {
    connected: [
      "Carry the transfer medium and the domain copy medium to the connected station (the jump "
        + "box), and insert them there.",
      "Continue there: follow its screen.",
      "When the ceremony comes back, insert the transfer medium here.",
    ],
    offline: [
      "Carry the transfer medium and the domain copy medium to the offline station, and insert "
        + "them there.",
      "Continue there: follow its screen.",
      "If the ceremony comes here again, insert the transfer medium here.",
    ],
  } satisfies Readonly<Record<Station, readonly string[]>>,
  seen: "What this station sees",
  carry: "Write the record to it",
  head: "Write these words down",
  headLine:
    "They are the head of the record as it was handed over. Take them along: the other station "
    + "shows the same ten words, and the witness compares them.",
  nothing: "Nothing to press. The screen moves on by itself when the ceremony comes back.",
} as const;

interface Seen {
  readonly line: string;
  /** Something is not as it should be. */
  readonly isWrong: boolean;
}

const SEEN: Readonly<Record<AwayView["medium"], Seen>> = {
  missing: { line: "No transfer medium is inserted.", isWrong: false },
  "as-it-left": {
    line:
      "The transfer medium is inserted, as it left here: nobody has continued yet. Eject it, "
      + "then carry it.",
    isWrong: false,
  },
  without: {
    line:
      "A transfer medium is inserted, but without the record, or with an earlier state of it. "
      + "If this is the one that travels, write the record to it.",
    isWrong: true,
  },
  other: {
    line:
      "The transfer medium inserted belongs to another ceremony, or to a rehearsal. Take it "
      + "out.",
    isWrong: true,
  },
  damaged: {
    line:
      "The record on the transfer medium is damaged. Take it back to the other station, and "
      + "hand the record over again.",
    isWrong: true,
  },
  forked: {
    line:
      "The record on the transfer medium does not continue the one that left here. This is an "
      + "incident: keep the medium apart, and note an exception.",
    isWrong: true,
  },
};

/** What is seen of the transfer medium. */
export const seenOf = (medium: AwayView["medium"]): Seen => SEEN[medium];
