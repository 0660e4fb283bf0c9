// While a ceremony's record is at the other station: where it is, what to do, what is seen here.
import type { AwayView } from "../../electron/bridge/room.ts";

type Station = AwayView["at"];

export const AWAY = {
  title: (at: Station): string => `The ceremony is at the ${at} station`,
  lead: "Nobody can write into the record here until it comes back. Nothing is lost.",
  next: "What to do",
  steps: {
    connected: [
      "Carry the transfer medium and the domain copy medium to the connected station (the jump "
        + "box), and put them in there.",
      "Go on there, by what its screen says.",
      "When the ceremony comes back, put the transfer medium in here.",
    ],
    offline: [
      "Carry the transfer medium and the domain copy medium to the offline station, and put them "
        + "in there.",
      "Go on there, by what its screen says.",
      "If the ceremony comes here once more, put the transfer medium in here.",
    ],
  } satisfies Readonly<Record<Station, readonly string[]>>,
  seen: "What is seen here now",
  carry: "Write the record onto it",
  head: "The words of its head",
  headLine: "Take them along on paper: the other station shows the same ten words.",
  nothing: "Nothing to press. The screen moves on by itself when the ceremony comes back.",
} as const;

interface Seen {
  readonly line: string;
  /** Something is not as it should be. */
  readonly isWrong: boolean;
}

const SEEN: Readonly<Record<AwayView["medium"], Seen>> = {
  "missing": { line: "No transfer medium is in.", isWrong: false },
  "as-it-left": {
    line: "The transfer medium is in, as it left here: nobody has gone on with it yet. Eject it, "
      + "then carry it.",
    isWrong: false,
  },
  "without": {
    line: "A transfer medium is in, and the record is not on it, or only as it was earlier. If "
      + "this is the one that travels, write the record onto it.",
    isWrong: true,
  },
  "other": {
    line: "A transfer medium is in that belongs to another ceremony, or to a rehearsal. Take it "
      + "out.",
    isWrong: true,
  },
  "damaged": {
    line: "The record on the transfer medium is damaged. Go back to the other station with it, and "
      + "hand the record over once more.",
    isWrong: true,
  },
  "forked": {
    line: "The record on the transfer medium does not go on from what left here. That is an "
      + "incident: keep the medium apart, and note an exception.",
    isWrong: true,
  },
};

/** What is seen of the transfer medium. */
export const seenOf = (medium: AwayView["medium"]): Seen => SEEN[medium];
