// In German: what ./frame.ts says.
import type { CeremonyName } from "../../electron/bridge/view.ts";

import { typeset, type stepSpoken as stepSpokenInEnglish } from "./frame.ts";

export { typeset } from "./frame.ts";

export const FRAME = {
  /** The page's language. */
  lang: "de",
  /** The language that can be changed to, and its name in that language. */
  other: "en",
  otherName: "English",
  otherLater: "English: sobald abgeschickt ist, was hier steht",
  app: "Zeremonien der Sicherheitsdomäne",
  rail: "Abschnitte und Schritte",
  record: "Protokoll",
  head: "Prüfwert des Protokolls",
  emptyRecord:
    "Noch ist nichts protokolliert. Der erste Eintrag entsteht, wenn die Zeremonie "
    + "eröffnet wird.",
  waiting: (count: number): string =>
    count === 0
      ? ""
      : `${count === 1 ? "Eine Ausnahme wartet" : `${count} Ausnahmen warten`} auf dem Laufwerk dieses Rechners. Sobald eine Station das Protokoll übernimmt, `
        + (count === 1 ? "wird sie eingetragen." : "werden sie eingetragen."),
  fold: "Protokoll ausblenden",
  unfold: "Protokoll anzeigen",
  except: "Ausnahme vermerken",
  recess: "Pause",
  change: "Jemand geht",
  leave: "Zur Startseite",
  step: "Der Schritt",
  allDone: "Alle Schritte sind erledigt",
  utc: "UTC",
} as const;

/** A station within a sentence. */
export const stationInSentence = (station: "offline" | "connected"): string =>
  station === "offline" ? "Offline-Station" : "verbundene Station";

/** The word of each station. */
export const STATION_WORDS = {
  offline: "OFFLINE",
  connected: "VERBUNDEN",
  REHEARSAL: "ÜBUNG",
} as const;

const CEREMONY_TITLES: Readonly<Record<CeremonyName, string>> = {
  activation: "Aktivierung",
  recovery: "Wiederherstellung",
  "recovery-alone": "Wiederherstellung ohne früheres Protokoll",
  adoption: "Aufnahme einer Sicherheitsdomäne",
  replacement: "Ersetzung eines Schlüsselinhabers",
  "attestation-part": "Prüfung durch einen Schlüsselinhaber",
  attestation: "Verwahrungsprüfung",
  "dry-run": "Probe der Wiederherstellung",
  "hand-off": "Weitergabe",
};

/** Every ceremony, in the order of a list. */
export const ceremonyNames = (): readonly CeremonyName[] =>
  Object.keys(CEREMONY_TITLES) as CeremonyName[];

/** A ceremony's name at the head of the window. */
export const ceremonyTitle = (name: CeremonyName): string => CEREMONY_TITLES[name];

/** "Schlüsselinhaber 2". */
export const officerTitle = (seat: number): string => `Schlüsselinhaber\u00a0${seat}`;

/** A role in words. */
export function roleTitle(role: string): string {
  if (role === "administrator") return "Administrator";
  if (role === "witness") return "Zeuge";
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? role : officerTitle(Number(seat));
}

/** Words that are said, in quotation marks. */
export const quoted = (text: string): string => `\u201e${text}\u201c`;

/** How long a step is planned to take. */
export const plannedMinutes = (minutes: number): string =>
  minutes === 1 ? "geplant: 1 Minute" : `geplant: ${minutes} Minuten`;

/** Time that is left by the plan. */
export function timeLeft(minutes: number): string {
  if (minutes <= 0) return "Nichts mehr zu tun";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `Noch etwa ${rest} Min.`;
  return rest === 0 ? `Noch etwa ${hours} Std.` : `Noch etwa ${hours} Std. ${rest} Min.`;
}

/** "Step 2.4; 5 of 22 are done". */
export const stepOf = (number: string, done: number, steps: number): string =>
  `Schritt ${number}; ${done} von ${steps} sind erledigt`;

/** How many entries the record has. */
export const entryCount = (entries: number): string =>
  entries === 1 ? "1 Eintrag" : `${entries} Einträge`;

interface NetworkWords {
  readonly state: "none" | "up";
  readonly line: string;
  readonly detail: string;
}

/** The reading of the network in plain words. A red reading is allowed in a rehearsal only. */
export function networkWords(
  up: readonly string[],
  wasOnline: "yes" | "no" | "unknown",
  mode: "REHEARSAL" | "PRODUCTION",
  station: "offline" | "connected" | null,
): NetworkWords {
  if (up.length === 0) {
    const isNeeded = station === "connected" && mode === "PRODUCTION";
    return { state: "none", line: "Kein Netzwerk", detail: isNeeded ? NEEDED : SINCE[wasOnline] };
  }
  if (station === "connected") {
    return {
      state: "up",
      line: "Dieser Rechner hat ein Netzwerk",
      detail: "es wird für das HSM gebraucht",
    };
  }
  const detail =
    mode === "REHEARSAL"
      ? "nur in einer Übung erlaubt"
      : "solange es besteht, wird nach keinem Geheimnis gefragt";
  return { state: "up", line: "Dieser Rechner hat ein Netzwerk", detail };
}

const NEEDED = "für das HSM wird eines gebraucht";

const SINCE = {
  yes: "seit dem Einschalten hatte der Rechner eines",
  no: "keines seit dem Einschalten",
  unknown: "früher: unbekannt",
} as const;

/** While a ceremony is prepared, before its first step. */
export const PREPARING = {
  title: "Einen Augenblick",
  soFar: "Bisher vergangen",
  power:
    "Bei Stromausfall jetzt: Beginnen Sie auf der Startseite neu. Noch ist nichts "
    + "protokolliert.",
} as const;

const LAST_READ = "Das letzte Protokoll wird gelesen.";

const PARTS_READ = "Das letzte Protokoll und die Teile der Schlüsselinhaber werden gelesen.";

const MADE_READY = "Die Zeremonie wird vorbereitet.";

const LAID: Readonly<Record<"REHEARSAL" | "PRODUCTION", Readonly<Record<CeremonyName, string>>>> = {
  REHEARSAL: {
    activation: "Die Übungsdatenträger werden vorbereitet.",
    "recovery-alone":
      "Die Übungslage wird vorbereitet: Das HSM der letzten Zeremonie war in Betrieb und "
      + "wurde gesichert; dann ging es verloren und mit ihm das Protokoll.",
    adoption:
      "Die Übungslage wird vorbereitet: Mit openssl entstehen drei Schlüssel, und ein HSM "
      + "gibt seine Domäne dafür heraus, als wäre es früher und ohne diese App geschehen.",
    replacement: LAST_READ,
    "attestation-part": LAST_READ,
    attestation: PARTS_READ,
    "dry-run": LAST_READ,
    "hand-off": LAST_READ,
    recovery:
      "Die Übungslage wird vorbereitet: Das HSM war in Betrieb, es wurde gesichert, und "
      + "dann ging es verloren.",
  },
  PRODUCTION: {
    activation: MADE_READY,
    "recovery-alone": MADE_READY,
    adoption: MADE_READY,
    replacement: LAST_READ,
    "attestation-part": LAST_READ,
    attestation: PARTS_READ,
    "dry-run": LAST_READ,
    "hand-off": LAST_READ,
    recovery: LAST_READ,
  },
};

/** What is done while a ceremony is prepared: a rehearsal first makes what came before it. */
export const preparingLine = (name: CeremonyName, mode: "REHEARSAL" | "PRODUCTION"): string =>
  LAID[mode][name];

export const OFFICER_CALL = {
  others: "Alle anderen schauen bitte weg.",
  notYet: "Noch nicht",
  typingOthers: "Alle anderen schauen weg.",
  findWindow:
    "Das kleine Fenster kommt in wenigen Sekunden vor dieses: Tippen Sie, sobald Sie es sehen. Bleibt "
    + "es aus, drücken Sie Alt und Tab zusammen, bis es erscheint.",
  closeWindow: "Jetzt nicht? Wählen Sie im kleinen Fenster „Jetzt nicht“; es geht nichts verloren.",
} as const;

const WITNESSED = {
  projector: {
    true: "Projektor ist verdeckt: vom Zeugen bestätigt",
    false: "Projektor ist nicht verdeckt, sagt der Zeuge",
  },
  camera: {
    true: "Keine Kamera sieht die Tastatur: vom Zeugen bestätigt",
    false: "Eine Kamera kann die Tastatur sehen, sagt der Zeuge",
  },
} as const;

/** What the witness saw, by the facts of the entry; without an entry it is still to be seen. */
export function witnessLines(
  facts: { readonly projector: boolean; readonly camera: boolean } | null,
): readonly { readonly line: string; readonly isSeen: boolean }[] {
  if (facts === null) return [{ line: "Der Zeuge hat noch nichts bestätigt", isSeen: false }];
  return (["projector", "camera"] as const).map((what) => {
    const isSeen = facts[what];
    return { line: WITNESSED[what][isSeen ? "true" : "false"], isSeen };
  });
}

/** What the curtain calls. */
export const takeTheSeat = (name: string): string => `${name}, bitte nehmen Sie Platz.`;

/** What the officer answers with. */
export const iAm = (name: string): string => `Ich bin ${name} und allein am Bildschirm`;

/** While the passphrase is typed. */
export const typesNow = (name: string): string => `${name} tippt im kleinen Fenster.`;

type Acting = Parameters<typeof stepSpokenInEnglish>[2];

/** For a screen reader, at each change: the step, who acts, and what that person does. */
export const stepSpoken = (
  number: string,
  step: string,
  { role, title, name, verb, detail }: Acting,
): string => {
  const who = role === "nobody" ? name : `${title}, ${name}`;
  return `Schritt ${number}, ${typeset(step)}. ${who}: ${verb}, ${detail}.`;
};

/** For a screen reader, once the record is closed. */
export const closedSpoken = (title: string): string => `${title}: Das Protokoll ist geschlossen.`;
