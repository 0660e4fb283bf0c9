// Every sentence of the screen that shows the removable drives.
import type { DrivesView, DriveView, StationRoleName } from "../../electron/bridge/view.ts";
import { mediumName } from "./objects.ts";

export const DRIVES = {
  title: "Media",
  lead: "The sticks in this computer now.",
  looking: "Looking for sticks.",
  unknown: "This computer does not report its drives. The app asks again every two seconds.",
  none: "No stick is inserted. Insert one; it appears here by itself.",
  name: "Stick",
  what: "What it is",
  actions: "What can be done",
  noName: "no name",
  prepareAs: "Prepare as\u2026",
  noLabel: "Every label is in use.",
  eject: "Eject safely",
  back: "Back to Home",
} as const;

/** While no stick is in: which there must be. */
export const NEEDS: Readonly<Record<StationRoleName, string>> = {
  rehearsal:
    "A rehearsal on real sticks takes eight empty ones. The list on this screen says what "
    + "each of them is for.",
  offline:
    "An activation takes eight empty sticks, from an unopened package. The list on this "
    + "screen says what each of them is for.",
  connected: "Two media come here from the offline station. The list on this screen names them.",
};

const COME = ["transfer", "domain-copy"];

/** The labels that are spoken of here: those of officers never come to the connected station. */
export function mediaHere(drives: DrivesView | null, role: StationRoleName): DrivesView | null {
  if (drives === null || role !== "connected") return drives;
  const comes = (label: string): boolean => COME.includes(label);
  return { ...drives, labels: drives.labels.filter(comes), free: drives.free.filter(comes) };
}

/** The question before a stick is prepared. */
export const PREPARE = {
  becomes: (name: string): string => `${nameOr(name, DRIVES.noName)} becomes`,
  outside: "This is its label: write it on the outside of the stick too.",
  writes: "One small file is written to it. A stick that contains anything else is refused.",
  yes: "Prepare it",
  no: "Not now",
} as const;

/** What the app keeps from doing, and the labels there are. */
export const NEVER = {
  title: "What is never done",
  lines: {
    rehearsal: [
      "Nothing is formatted.",
      "Nothing is deleted.",
      "Only an empty stick is prepared, and only for rehearsals.",
    ],
    offline: [
      "Nothing is formatted.",
      "Nothing is deleted.",
      "Only an empty stick is prepared. A rehearsal stick is never used.",
    ],
    connected: [
      "Nothing is formatted.",
      "Nothing is deleted.",
      "An officer’s stick is never inserted here.",
    ],
  },
  labels: {
    rehearsal: "The eight media of a rehearsal",
    offline: "The eight media of a ceremony",
    connected: "The two media that come here",
  },
  states: ["not in", "in", "twice"],
} as const;

/** How often a medium is in, in words. */
export const howOften = (times: number): string => NEVER.states[Math.min(times, 2)] ?? "";

/** A button's name where several rows have the same button. */
export const ofStick = (action: string, name: string): string =>
  `${action}: ${nameOr(name, DRIVES.noName)}`;

/** What a stick is: the word for it, and what that means. */
export interface WhatItIs {
  readonly title: string;
  readonly detail: string;
}

/** @param isEjected whether it was ejected here and not taken out yet */
export function whatItIs(drive: DriveView, isEjected: boolean, here: StationRoleName): WhatItIs {
  const { state, medium, isReadOnly } = drive;
  const title = medium === null ? "Not a medium" : mediumName(medium.label);
  const mode = medium === null ? "" : modeWords(medium.mode, here);
  switch (state) {
    case "ready":
      return { title, detail: mode };
    case "read-only":
      return { title, detail: `${mode}, write-protected` };
    case "twice":
      return { title, detail: "in twice: take one of them out" };
    case "blank":
      return { title, detail: isReadOnly ? "write-protected" : "can be prepared, if it is empty" };
    case "damaged":
      return { title: "Damaged", detail: "cannot be read; use another stick" };
    case "closed":
      return closed(drive, isEjected);
  }
}

/** What a medium is for; one that is not for what is done here says so. */
function modeWords(mode: string, here: StationRoleName): string {
  if (here === "rehearsal")
    return mode === "REHEARSAL" ? mode : "from a real ceremony: not for rehearsals";
  return mode === "REHEARSAL" ? "from a rehearsal: never used here" : "for real ceremonies";
}

function closed({ fileSystem }: DriveView, isEjected: boolean): WhatItIs {
  if (isEjected) return { title: "Ejected", detail: "it can be pulled out" };
  const isLocked = fileSystem.toLowerCase() === "crypto_luks";
  return {
    title: "Not mounted by this computer",
    detail: isLocked
      ? "it is locked; use another stick"
      : "wait a moment; if nothing changes, pull it out and insert it again",
  };
}

/** "15.9 GB": thousands, as on the package. */
export function size(bytes: number): string {
  const at = UNITS.findIndex(([, unit]) => bytes >= 0.9995 * unit);
  const [name, unit] = UNITS[at] ?? ["MB", 1e6];
  const count = bytes / unit;
  return `${count < 99.95 ? count.toFixed(1) : count.toFixed(0)} ${name}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
];

/** What is known of any stick, be it ours or not: "15.9 GB, FAT". */
export const sizeAndForm = ({ bytes, fileSystem }: DriveView): string =>
  `${size(bytes)}, ${fileSystemName(fileSystem)}`;

/** A file system by the name that people know; else as the system spells it. */
export const fileSystemName = (spelt: string): string =>
  FILE_SYSTEMS[spelt.toLowerCase()] ?? (spelt === "" ? "unknown" : spelt);

const FILE_SYSTEMS: Readonly<Record<string, string>> = {
  vfat: "FAT",
  msdos: "FAT",
  fat: "FAT",
  exfat: "exFAT",
  ntfs: "NTFS",
  apfs: "APFS",
  hfs: "Mac OS Extended",
  hfsplus: "Mac OS Extended",
  crypto_luks: "LUKS",
};

/** A drive's name as it is told when it comes or goes: without one, the system tells its path. */
export const nameInNews = (told: string): string =>
  /^(\/dev\/|\\\\)/.test(told) ? NAMELESS : nameOr(told, NAMELESS);

/** The name in a sentence. */
export const nameInSentence = (name: string): string => nameOr(name, NAMELESS);

const NAMELESS = "A stick without a name";
const nameOr = (name: string, nothing: string): string => (name === "" ? nothing : name);

/** The line that is read out when something was noticed, or done. */
export const TOLD = {
  inserted: (names: readonly string[], all: number): string =>
    `${named(names)} ${were(names)} inserted. ${areIn(all)}`,
  removed: (names: readonly string[], all: number): string =>
    `${named(names)} ${were(names)} taken out. ${areIn(all)}`,
  ejected: (name: string): string => `${nameInSentence(name)} is ejected and can be pulled out.`,
  prepared: (label: string): string =>
    `Prepared. Write on the outside: \u201c${mediumName(label)}\u201d.`,
} as const;

function areIn(all: number): string {
  if (all === 0) return "No stick is inserted.";
  return all === 1 ? "One stick is inserted." : `${all} sticks are inserted.`;
}

const were = (names: readonly string[]): string => (names.length === 1 ? "was" : "were");

/** More names than one takes in at a glance are a number. */
function named(names: readonly string[]): string {
  if (names.length > 3) return `${names.length} sticks`;
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
