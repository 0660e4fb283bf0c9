// What this computer is for, in words: at Home, where it is chosen, and in the window's title.
import type {
  StationRoleName, StationRoleView, RehearsalOnly,
} from "../../electron/bridge/room.ts";
import { FRAME } from "./frame.ts";

export const POST = {
  group: "This computer",
  is: {
    rehearsal: "It is for rehearsals", offline: "It is the offline station",
    connected: "It is the connected station",
  },
  line: "What this computer is for, and what else it could be.",
  title: "What is this computer for?",
  lead: "A real ceremony takes two computers, and each is one station. A stick, the transfer "
    + "medium, carries the record from one to the other.",
  now: "this computer now",
  choose: "Choose",
  back: "Back to Home",
} as const;

/** Why nothing can be chosen. */
export const REHEARSAL_ONLY: Readonly<Record<RehearsalOnly, string>> = {
  "not-packaged": "This program was not installed as a package: it is for rehearsals alone.",
  "runtime-strange": "This program does not run on the runtime it was made for: it is for "
    + "rehearsals alone.",
  "runtime-changed": "A file of this program’s runtime was changed: it is for rehearsals alone.",
};

interface PostText {
  readonly title: string;
  /** What it is for. */
  readonly line: string;
}

/** What a computer can be for. */
export const POSTS: Readonly<Record<StationRoleName, PostText>> = {
  rehearsal: {
    title: "Rehearsals",
    line: "This one computer plays both stations, with keys that count for nothing. It is how a "
      + "ceremony is learned.",
  },
  offline: {
    title: "Offline station",
    line: "Officers make their keys here and open them here. This computer has no network, and "
      + "never has one again.",
  },
  connected: {
    title: "Connected station",
    line: "From here the HSM is asked: in most houses it is the jump box. No officer’s stick and "
      + "no passphrase ever comes to it.",
  },
};

/** In place of the choice: the other station, once ceremonies were held here. */
export const keptLine = (kept: "offline" | "connected"): string =>
  `Real ceremonies were held here at the ${kept} station: this computer stays it.`;

/** Before a computer becomes a station. */
export const SURE = {
  title: (station: "offline" | "connected"): string =>
    `This computer becomes the ${station} station`,
  intro: "From then on the ceremonies here are real, and so are the keys.",
  lines: {
    offline: [
      "Pull every network cable and switch every radio off. Never connect this computer to a "
        + "network again.",
      "Once a ceremony was held here, it can never become the connected station.",
      "Rehearsals remain possible here, at any time.",
    ],
    connected: [
      "An officer’s stick is never put in here, and no passphrase is typed here. The transfer "
        + "medium and the domain copy medium alone go in.",
      "Once a ceremony was held here, it can never become the offline station.",
      "Rehearsals remain possible here, at any time.",
    ],
  },
  yes: (station: "offline" | "connected"): string => `It is the ${station} station`,
  no: "Not now",
} as const;

/** The title of the window: the app, and what this computer is for. */
export const windowTitle = (view: StationRoleView): string => `${FRAME.app}: ${useOf(view)}`;

function useOf({ role, rehearsalOnly }: StationRoleView): string {
  switch (rehearsalOnly) {
    case "runtime-changed": return "rehearsals only, for the program was changed";
    case "not-packaged": case "runtime-strange": return "rehearsals only";
    case null: return role === "rehearsal" ? "rehearsals" : `${role} station`;
  }
}
