// Every sentence of the frame around a ceremony: bar, rail, ledger, foot, the call of an officer.
import type { CeremonyName } from "../../electron/bridge/view.ts";

export const FRAME = {
  /** The page's language. */
  lang: "en",
  /** The language that can be changed to, and its name in that language. */
  other: "de",
  otherName: "Deutsch",
  otherLater: "Deutsch: once what is written here is sent",
  app: "Security domain ceremonies",
  rail: "Acts and steps",
  record: "Record",
  head: "Head of the record",
  emptyRecord: "Nothing is recorded yet. The first entry is made when the ceremony opens.",
  waiting: (count: number): string =>
    count === 0
      ? ""
      : `${
          count === 1 ? "An exception waits" : `${count} exceptions wait`
        } on this computer's disk: recorded ` + "as soon as a station takes over the record.",
  fold: "Hide the record",
  unfold: "Show the record",
  except: "Note an exception",
  recess: "Recess",
  change: "Someone leaves",
  leave: "Leave for Home",
  step: "The step",
  allDone: "All steps are done",
  utc: "UTC",
} as const;

/** A station within a sentence. */
export const stationInSentence = (station: "offline" | "connected"): string => `${station} station`;

/** The word of each station. */
export const STATION_WORDS = {
  offline: "OFFLINE",
  connected: "CONNECTED",
  REHEARSAL: "REHEARSAL",
} as const;

const CEREMONY_TITLES: Readonly<Record<CeremonyName, string>> = {
  activation: "Activation",
  recovery: "Recovery",
  "recovery-alone": "Recovery without an earlier record",
  adoption: "Adoption of a security domain",
  replacement: "Replacement of an officer",
  "attestation-part": "Officer’s attestation",
  attestation: "Custody attestation",
  "dry-run": "Dry run of recovery",
  "hand-off": "Hand-off",
};

/** Every ceremony, in the order of a list. */
export const ceremonyNames = (): readonly CeremonyName[] =>
  Object.keys(CEREMONY_TITLES) as CeremonyName[];

/** A ceremony's name at the head of the window. */
export const ceremonyTitle = (name: CeremonyName): string => CEREMONY_TITLES[name];

/** "Officer 2". */
export const officerTitle = (seat: number): string => `Officer ${seat}`;

/** A role in words. */
export function roleTitle(role: string): string {
  if (role === "administrator") return "Administrator";
  if (role === "witness") return "Witness";
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? role : officerTitle(Number(seat));
}

/** A script is plain ASCII; on paper an apostrophe is curved. */
export const typeset = (text: string): string => text.replaceAll("'", "\u2019");

/** Words that are said, in quotation marks. */
export const quoted = (text: string): string => `\u201c${text}\u201d`;

/** How long a step is planned to take. */
export const plannedMinutes = (minutes: number): string =>
  minutes === 1 ? "planned: 1 minute" : `planned: ${minutes} minutes`;

/** Time that is left by the plan. */
export function timeLeft(minutes: number): string {
  if (minutes <= 0) return "Nothing left to do";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `About ${rest} min left`;
  return rest === 0 ? `About ${hours} h left` : `About ${hours} h ${rest} min left`;
}

/** "Step 2.4; 5 of 22 are done". */
export const stepOf = (number: string, done: number, steps: number): string =>
  `Step ${number}; ${done} of ${steps} are done`;

interface Acting {
  readonly role: string;
  readonly title: string;
  readonly name: string;
  readonly verb: string;
  readonly detail: string;
}

/** For a screen reader, at each change: the step, who acts, and what that person does. */
export const stepSpoken = (
  number: string,
  step: string,
  { role, title, name, verb, detail }: Acting,
): string => {
  const who = role === "nobody" ? name : `${title}, ${name}`;
  return `Step ${number}, ${typeset(step)}. ${who}: ${verb}, ${detail}.`;
};

/** For a screen reader, once the record is closed. */
export const closedSpoken = (title: string): string => `${title}: the record is closed.`;

/** How many entries the record has. */
export const entryCount = (entries: number): string =>
  entries === 1 ? "1 entry" : `${entries} entries`;

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
    return { state: "none", line: "No network", detail: isNeeded ? NEEDED : SINCE[wasOnline] };
  }
  if (station === "connected") {
    return { state: "up", line: "This computer has a network", detail: "it is used for the HSM" };
  }
  const detail =
    mode === "REHEARSAL"
      ? "allowed in a rehearsal only"
      : "no secret is asked for while it has one";
  return { state: "up", line: "This computer has a network", detail };
}

const NEEDED = "one is needed for the HSM";
const SINCE = {
  yes: "but it has had one since it started",
  no: "none since start",
  unknown: "earlier: unknown",
} as const;

/** While a ceremony is prepared, before its first step. */
export const PREPARING = {
  title: "One moment",
  soFar: "Time so far",
  power: "If the power fails now: start again from Home. Nothing is recorded yet.",
} as const;

const LAST_READ = "Reading the last record.";
const PARTS_READ = "Reading the last record and the officers’ parts.";
const MADE_READY = "Preparing the ceremony.";

const LAID: Readonly<Record<"REHEARSAL" | "PRODUCTION", Readonly<Record<CeremonyName, string>>>> = {
  REHEARSAL: {
    activation: "Preparing the rehearsal media.",
    "recovery-alone":
      "Preparing the practice scenario: the HSM of the last ceremony was in use "
      + "and backed up; then it was lost, and the record with it.",
    adoption:
      "Preparing the practice scenario: three keys are made with openssl, and an HSM "
      + "gives its domain for them, as if done earlier, without this app.",
    replacement: LAST_READ,
    "attestation-part": LAST_READ,
    attestation: PARTS_READ,
    "dry-run": LAST_READ,
    "hand-off": LAST_READ,
    recovery:
      "Preparing the practice scenario: the HSM was in use, it was backed up, "
      + "and then it was lost.",
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
  others: "Everyone else, look away.",
  notYet: "Not yet",
  typingOthers: "Everyone else looks away.",
  findWindow:
    "The small window comes in front of this one in a few seconds: type once you see it. If it stays "
    + "away, press Alt and Tab together until it appears.",
  closeWindow: "Not now? Choose “Not now” in the small window; nothing is lost.",
} as const;

const WITNESSED = {
  projector: {
    true: "Projector is covered: confirmed by the witness",
    false: "Projector is not covered: the witness says so",
  },
  camera: {
    true: "No camera sees the keyboard: confirmed by the witness",
    false: "A camera may see the keyboard: the witness says so",
  },
} as const;

/** What the witness saw, by the facts of the entry; without an entry it is still to be seen. */
export function witnessLines(
  facts: { readonly projector: boolean; readonly camera: boolean } | null,
): readonly { readonly line: string; readonly isSeen: boolean }[] {
  if (facts === null) return [{ line: "The witness has confirmed nothing yet", isSeen: false }];
  return (["projector", "camera"] as const).map((what) => {
    const isSeen = facts[what];
    return { line: WITNESSED[what][isSeen ? "true" : "false"], isSeen };
  });
}

/** What the curtain calls. */
export const takeTheSeat = (name: string): string => `${name}, please take the seat.`;
/** What the officer answers with. */
export const iAm = (name: string): string => `I am ${name}, alone at the screen`;
/** While the passphrase is typed. */
export const typesNow = (name: string): string => `${name} types in the small window.`;
