// The screen that shows the removable drives.
import { and, sentence, type Sentence, type Value } from "../../electron/text/text.ts";
import type { DrivesView, DriveView, StationRoleName } from "../../electron/bridge/view.ts";
import { mediumName } from "./objects.ts";
import { said, say } from "./say.ts";

const COME = ["transfer", "domain-copy"];

/** The labels to mention here: officers' media never come to the connected station. */
export function mediaHere(drives: DrivesView | null, role: StationRoleName): DrivesView | null {
  if (drives === null || role !== "connected") return drives;
  const comes = (label: string): boolean => COME.includes(label);
  return { ...drives, labels: drives.labels.filter(comes), free: drives.free.filter(comes) };
}

/** The question before a stick is prepared. */
export const becomesLine = (name: string): string =>
  say("drives.prepare.becomes", { name: nameOr(name, "drives.noName") });

/** How often a medium is in, in words. */
export const howOften = (times: number): string =>
  say(`drives.never.states.${times <= 0 ? 0 : times === 1 ? 1 : 2}`);

/** A button's name where several rows have the same button. */
export const ofStick = (action: string, name: string): string =>
  say("drives.ofStick", { action, name: nameOr(name, "drives.noName") });

/** The kind of a stick: its name, and what that means. */
export interface WhatItIs {
  readonly title: string;
  readonly detail: string;
}

/** @param isEjected whether it was ejected here and is still inserted */
export function whatItIs(drive: DriveView, isEjected: boolean, here: StationRoleName): WhatItIs {
  const { state, medium, isReadOnly } = drive;
  const title = medium === null ? say("drives.notMedium") : mediumName(medium.label);
  const mode = medium === null ? "" : modeWords(medium.mode, here);
  switch (state) {
    case "ready":
      return { title, detail: said(mode) };
    case "read-only":
      return { title, detail: say("drives.whatItIs.writeProtected", { mode }) };
    case "twice":
      return { title, detail: say("drives.whatItIs.twice") };
    case "blank":
      return { title, detail: say(`drives.whatItIs.${isReadOnly ? "protected" : "blank"}`) };
    case "damaged":
      return { title: say("drives.whatItIs.damaged"), detail: say("drives.whatItIs.damagedLine") };
    case "closed":
      return closed(drive, isEjected);
  }
}

/** The purpose of a medium; if it does not fit this station, it says so. */
function modeWords(mode: string, here: StationRoleName): Value {
  const isRehearsal = mode === "REHEARSAL";
  if (here === "rehearsal")
    return sentence(`drives.modes.${isRehearsal ? "rehearsal" : "notForRehearsals"}`);
  return sentence(`drives.modes.${isRehearsal ? "neverHere" : "real"}`);
}

function closed({ fileSystem }: DriveView, isEjected: boolean): WhatItIs {
  if (isEjected)
    return { title: say("drives.whatItIs.ejected"), detail: say("drives.whatItIs.ejectedLine") };
  const isLocked = fileSystem.toLowerCase() === "crypto_luks";
  return {
    title: say("drives.whatItIs.closed"),
    detail: say(`drives.whatItIs.${isLocked ? "locked" : "wait"}`),
  };
}

/** "15.9 GB": thousands, as on the package. */
export const size = (bytes: number): string => said(sizeOf(bytes));

function sizeOf(bytes: number): Sentence {
  const at = UNITS.findIndex(([, unit]) => bytes >= 0.9995 * unit);
  const [unit, many] = UNITS[at] ?? ["MB", 1e6];
  const number = bytes / many;
  return sentence(`drives.size.${number < 99.95 ? "tenths" : "whole"}`, { number, unit });
}

const UNITS: readonly (readonly [string, number])[] = [
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
];

/** Facts about any stick, ours or not: "15.9 GB, FAT". */
export const sizeAndForm = ({ bytes, fileSystem }: DriveView): string =>
  say("drives.sizeAndForm", { size: sizeOf(bytes), form: formOf(fileSystem) });

/** A file system by its usual name; otherwise as the system spells it. */
export const fileSystemName = (spelt: string): string => said(formOf(spelt));

const formOf = (spelt: string): Value =>
  FILE_SYSTEMS[spelt.toLowerCase()] ?? (spelt === "" ? sentence("drives.unknownForm") : spelt);

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

/** A drive's name in news: for a drive without one, the system reports its path. */
export const nameInNews = (told: string): string => (/^(\/dev\/|\\\\)/.test(told) ? "" : told);

/** The name in a sentence. */
export const nameInSentence = (name: string): Value => nameOr(name, "drives.nameless");

const nameOr = (name: string, nothing: "drives.nameless" | "drives.noName"): Value =>
  name === "" ? sentence(nothing) : name;

/** The line that is read out when sticks came or went. @param all how many are inserted now */
export const newsOf = (
  what: "inserted" | "removed",
  names: readonly string[],
  all: number,
): Sentence =>
  sentence(`drives.told.${what}`, {
    names: named(names.map(nameInSentence)),
    count: names.length,
    all: sentence("drives.areIn", { all }),
  });

/** Too many names to take in at once become a number. */
const named = (names: readonly Value[]): Value =>
  names.length > 3 ? sentence("drives.sticks", { count: names.length }) : and(names);
