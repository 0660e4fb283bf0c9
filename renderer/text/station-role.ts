// What this computer is for, in words: at Home, where it is chosen, and in the window's title.
import type {
  StationRoleName,
  StationRoleView,
  RehearsalOnly,
  WindowView,
} from "../../electron/bridge/view.ts";
import { FRAME } from "./frame.ts";

export const STATION_ROLE = {
  group: "This computer",
  is: {
    rehearsal: "It is for rehearsals",
    offline: "It is the offline station",
    connected: "It is the connected station",
  },
  line: "What this computer is for, and what else it could be.",
  title: "What is this computer for?",
  lead:
    "A real ceremony takes two computers; each is one station. A stick, the transfer medium, "
    + "carries the record from one to the other.",
  now: "this computer now",
  choose: "Choose",
  back: "Back to Home",
} as const;

/** Why nothing can be chosen. */
export const REHEARSAL_ONLY: Readonly<Record<RehearsalOnly, string>> = {
  "not-packaged": "This program was not installed as a package: it is for rehearsals only.",
  "runtime-strange":
    "This program is not running on the runtime it was made for: it is for " + "rehearsals only.",
  "files-changed":
    "Files of this program are not as they were released: it is for rehearsals only.",
  "other-copy":
    "Another copy of this program is running on this computer. Close it and start this one again; "
    + "until then it is for rehearsals only.",
  "no-place":
    "This program finds no folder in which it can make sure that it runs once. Your home folder must "
    + "be there, and nobody else may change it; until then it is for rehearsals only.",
  unsigned: "This program is unsigned, so nobody vouches for it: it is for rehearsals only.",
};

/** Of a signed package: what is compared with paper. */
export const RELEASE = {
  title: "Words to compare with paper",
  key: "Release key",
  package: "This package",
  image: "Live image",
} as const;

/** Where a secret could reach this computer's disk, or null: in earnest that forbids it. */
export function tracesLine({ cores, swaps }: WindowView["traces"]): string | null {
  const places = [
    ...(swaps.length === 0 ? [] : [`swap (${swaps.join(", ")})`]),
    ...(cores ? ["a file after a crash"] : []),
  ];
  if (places.length === 0) return null;
  return `Memory could reach this computer’s disk: ${places.join(" and ")}. In a real ceremony, steps that need a passphrase are refused.`;
}

interface PostText {
  readonly title: string;
  /** What it is for. */
  readonly line: string;
}

/** What a computer can be for. */
export const STATION_ROLES: Readonly<Record<StationRoleName, PostText>> = {
  rehearsal: {
    title: "Rehearsals",
    line:
      "This one computer acts as both stations, with keys that do not count. It is how to "
      + "learn a ceremony.",
  },
  offline: {
    title: "Offline station",
    line:
      "Officers make and open their keys here. This computer has no network, and must never "
      + "have one again.",
  },
  connected: {
    title: "Connected station",
    line:
      "This computer reaches the HSM: usually it is your jump box. No officer’s stick and no "
      + "passphrase ever comes to it.",
  },
};

/** In place of the choice: the other station, once real ceremonies took place here. */
export const keptLine = (kept: "offline" | "connected"): string =>
  `Real ceremonies took place here: this computer stays the ${kept} station.`;

/** Before a computer becomes a station. */
export const SURE = {
  title: (station: "offline" | "connected"): string =>
    `This computer becomes the ${station} station`,
  intro: "From then on the ceremonies here are real, and so are the keys.",
  lines: {
    offline: [
      "Unplug every network cable and switch off every radio. Never connect this computer to a "
        + "network again.",
      "After a ceremony here, it can never become the connected station.",
      "Rehearsals remain possible here at any time.",
    ],
    connected: [
      "Never insert an officer’s stick here, and never type a passphrase here. Insert only the "
        + "transfer medium and the domain copy medium.",
      "After a ceremony here, it can never become the offline station.",
      "Rehearsals remain possible here at any time.",
    ],
  },
  yes: (station: "offline" | "connected"): string => `It is the ${station} station`,
  no: "Not now",
} as const;

/** The title of the window: the app, and what this computer is for. */
export const windowTitle = (view: StationRoleView): string => `${FRAME.app}: ${useOf(view)}`;

function useOf({ role, rehearsalOnly }: StationRoleView): string {
  switch (rehearsalOnly) {
    case "files-changed":
      return "rehearsals only, program changed";
    case "other-copy":
      return "rehearsals only, another copy runs";
    case "no-place":
      return "rehearsals only, no safe home folder";
    case "unsigned":
      return "rehearsals only, unsigned";
    case "not-packaged":
    case "runtime-strange":
      return "rehearsals only";
    case null:
      return role === "rehearsal" ? "rehearsals" : `${role} station`;
  }
}
