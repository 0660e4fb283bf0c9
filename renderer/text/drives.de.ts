// In German: what ./drives.ts says.
import type { DriveView, StationRoleName } from "../../electron/bridge/view.ts";
import { mediumName } from "./objects.ts";
import { size as sizeWithPoint, type WhatItIs } from "./drives.ts";

export { mediaHere, type WhatItIs } from "./drives.ts";

/** "15,9 GB": thousands, as on the package. */
export const size = (bytes: number): string => sizeWithPoint(bytes).replace(".", ",");

export const DRIVES = {
  title: "Datenträger",
  lead: "Die Sticks, die jetzt in diesem Rechner stecken.",
  looking: "Sticks werden gesucht.",
  unknown:
    "Dieser Rechner meldet seine Laufwerke nicht. Die App fragt alle zwei Sekunden " + "wieder.",
  none: "Es steckt kein Stick. Stecken Sie einen ein; er erscheint hier von selbst.",
  name: "Stick",
  what: "Was er ist",
  actions: "Was möglich ist",
  noName: "ohne Namen",
  prepareAs: "Vorbereiten als …",
  noLabel: "Alle Bezeichnungen sind vergeben.",
  eject: "Sicher auswerfen",
  back: "Zur Startseite",
} as const;

/** While no stick is in: which there must be. */
export const NEEDS: Readonly<Record<StationRoleName, string>> = {
  rehearsal:
    "Eine Übung mit echten Sticks braucht acht leere. Die Liste auf diesem Bildschirm "
    + "sagt, wofür jeder ist.",
  offline:
    "Eine Aktivierung braucht acht leere Sticks aus einer ungeöffneten Packung. Die "
    + "Liste auf diesem Bildschirm sagt, wofür jeder ist.",
  connected:
    "Zwei Datenträger kommen von der Offline-Station hierher. Die Liste auf diesem "
    + "Bildschirm nennt sie.",
};

/** The question before a stick is prepared. */
export const PREPARE = {
  becomes: (name: string): string => `${nameOr(name, DRIVES.noName)} wird`,
  outside: "Das ist seine Bezeichnung: Schreiben Sie sie auch außen auf den Stick.",
  writes:
    "Eine kleine Datei wird darauf geschrieben. Ein Stick, der sonst etwas enthält, wird "
    + "abgelehnt.",
  yes: "Vorbereiten",
  no: "Jetzt nicht",
} as const;

/** What the app keeps from doing, and the labels there are. */
export const NEVER = {
  title: "Was nie geschieht",
  lines: {
    rehearsal: [
      "Nichts wird formatiert.",
      "Nichts wird gelöscht.",
      "Nur ein leerer Stick wird vorbereitet, und nur für Übungen.",
    ],
    offline: [
      "Nichts wird formatiert.",
      "Nichts wird gelöscht.",
      "Nur ein leerer Stick wird vorbereitet. Ein Übungsstick wird nie verwendet.",
    ],
    connected: [
      "Nichts wird formatiert.",
      "Nichts wird gelöscht.",
      "Der Stick eines Schlüsselinhabers wird hier nie eingesteckt.",
    ],
  },
  labels: {
    rehearsal: "Die acht Datenträger einer Übung",
    offline: "Die acht Datenträger einer Zeremonie",
    connected: "Die zwei Datenträger, die hierher kommen",
  },
  states: ["fehlt", "steckt", "doppelt"],
} as const;

/** How often a medium is in, in words. */
export const howOften = (times: number): string => NEVER.states[Math.min(times, 2)] ?? "";

/** A button's name where several rows have the same button. */
export const ofStick = (action: string, name: string): string =>
  `${action}: ${nameOr(name, DRIVES.noName)}`;

/** @param isEjected whether it was ejected here and not taken out yet */
export function whatItIs(drive: DriveView, isEjected: boolean, here: StationRoleName): WhatItIs {
  const { state, medium, isReadOnly } = drive;
  const title = medium === null ? "Kein Datenträger der App" : mediumName(medium.label);
  const mode = medium === null ? "" : modeWords(medium.mode, here);
  switch (state) {
    case "ready":
      return { title, detail: mode };
    case "read-only":
      return { title, detail: `${mode}, schreibgeschützt` };
    case "twice":
      return { title, detail: "steckt doppelt: einen davon abziehen" };
    case "blank":
      return {
        title,
        detail: isReadOnly ? "schreibgeschützt" : "kann vorbereitet werden, wenn er leer ist",
      };
    case "damaged":
      return { title: "Beschädigt", detail: "nicht lesbar; nehmen Sie einen anderen Stick" };
    case "closed":
      return closed(drive, isEjected);
  }
}

/** What a medium is for; one that is not for what is done here says so. */
function modeWords(mode: string, here: StationRoleName): string {
  if (here === "rehearsal")
    return mode === "REHEARSAL" ? "ÜBUNG" : "von einer echten Zeremonie: nicht für Übungen";
  return mode === "REHEARSAL" ? "von einer Übung: wird hier nie verwendet" : "für echte Zeremonien";
}

function closed({ fileSystem }: DriveView, isEjected: boolean): WhatItIs {
  if (isEjected) return { title: "Ausgeworfen", detail: "kann abgezogen werden" };
  const isLocked = fileSystem.toLowerCase() === "crypto_luks";
  return {
    title: "Von diesem Rechner nicht eingebunden",
    detail: isLocked
      ? "er ist gesperrt; nehmen Sie einen anderen Stick"
      : "warten Sie einen Augenblick; ändert sich nichts, ziehen Sie ihn ab und stecken Sie "
        + "ihn wieder ein",
  };
}

/** What is known of any stick, be it ours or not: "15.9 GB, FAT". */
export const sizeAndForm = ({ bytes, fileSystem }: DriveView): string =>
  `${size(bytes)}, ${fileSystemName(fileSystem)}`;

/** A file system by the name that people know; else as the system spells it. */
export const fileSystemName = (spelt: string): string =>
  FILE_SYSTEMS[spelt.toLowerCase()] ?? (spelt === "" ? "unbekannt" : spelt);

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

const NAMELESS = "Ein Stick ohne Namen";

const nameOr = (name: string, nothing: string): string => (name === "" ? nothing : name);

/** The line that is read out when something was noticed, or done. */
export const TOLD = {
  inserted: (names: readonly string[], all: number): string =>
    `${named(names)} ${were(names)} eingesteckt. ${areIn(all)}`,
  removed: (names: readonly string[], all: number): string =>
    `${named(names)} ${were(names)} abgezogen. ${areIn(all)}`,
  ejected: (name: string): string =>
    `${nameInSentence(name)} ist ausgeworfen und kann abgezogen werden.`,
  prepared: (label: string): string =>
    `Vorbereitet. Schreiben Sie außen darauf: „${mediumName(label)}“.`,
} as const;

function areIn(all: number): string {
  if (all === 0) return "Es steckt kein Stick.";
  return all === 1 ? "Es steckt ein Stick." : `Es stecken ${all} Sticks.`;
}

const were = (names: readonly string[]): string => (names.length === 1 ? "wurde" : "wurden");

/** More names than one takes in at a glance are a number. */
function named(names: readonly string[]): string {
  if (names.length > 3) return `${names.length} Sticks`;
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} und ${names.at(-1) ?? ""}`;
}
