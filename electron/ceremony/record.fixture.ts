// Records for tests, as the ceremony reads them: events with a station, and the steps of a script.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  BUILT_IN,
  readScript,
  type Script,
  type Station,
  type Step,
} from "../../ceremony-scripts/index.ts";
import {
  officerOf,
  type CustodyObject,
  type Deviation,
  type EventData,
  type NamedScript,
  type NewEvent,
  type Participant,
  type RecordEntry,
} from "./ceremony.ts";

/** A stand-in digest. */
export const digestOf = (what: string): string => sha256Hex(utf8(what));

/** A first entry that names this script (SHA-256, hex), with a quorum of two of three officers. */
export const naming = (scriptSha256: string): NamedScript => ({
  scriptSha256,
  officers: 3,
  required: 2,
});

export const SCRIPT = readScript(BUILT_IN.get("activation") ?? "", digestOf("script"));
export const RECOVERY = readScript(BUILT_IN.get("recovery") ?? "", digestOf("recovery script"));

export const PEOPLE: readonly Participant[] = [
  { role: "administrator", name: "Asha Rao" },
  { role: "witness", name: "Walter Brandt" },
  { role: "officer-1", name: "Ines Okafor" },
  { role: "officer-2", name: "Jonas Lind" },
  { role: "officer-3", name: "Meera Iyer" },
];

/** The first entry. */
export const opened = (change: Partial<EventData["opened"]> = {}): NewEvent => ({
  type: "opened",
  by: "administrator",
  data: {
    ceremony: "0".repeat(32),
    mode: "REHEARSAL",
    script: SCRIPT.name,
    scriptSha256: SCRIPT.sha256,
    hsm: "Contoso-HSM",
    officers: 3,
    required: 2,
    participants: PEOPLE,
    clock: "2026-01-31T09:00Z",
    network: { up: [], wasOnline: "no" },
    software: { version: "1", commit: "c", runtime: "node" },
    earlier: [],
    confirmation: "apart",
    ...change,
  },
});

/** An event of ours, or one that no program of ours writes. */
export type AnyEvent =
  | NewEvent
  | { readonly type: string; readonly by: string; readonly data: unknown };

/** An event at a station. */
export interface Placed {
  readonly station: Station;
  readonly event: AnyEvent;
}

/** Entries as in the record; the hash of each is its number. */
export const entriesOf = (placed: readonly Placed[]): readonly RecordEntry[] =>
  placed.map(({ station, event }, seq) => ({
    ...event,
    station,
    seq,
    at: "2026-01-31T09:00:00.000Z",
    hash: hashAt(seq),
  }));

/** The hash of the entry with this number. */
const hashAt = (seq: number): string => seq.toString(16).padStart(64, "0");

/** What the use cases would record for the first `count` steps of a script. */
export function played(script: Script, count: number): readonly Placed[] {
  const first = script.steps[0]?.station ?? "offline";
  const start = [{ station: first, event: opened({ scriptSha256: script.sha256 }) }];
  return script.steps
    .slice(0, count)
    .reduce<readonly Placed[]>((sofar, step) => [...sofar, ...ofStep(step, sofar.length)], start);
}

function ofStep(step: Step, length: number): readonly Placed[] {
  const {
    id,
    by,
    station,
    action: { kind, to = "offline" },
  } = step;
  const at = (event: AnyEvent): Placed => ({ station, event });
  const began = at({ type: "step-began", by: "app", data: { step: id } });
  const performed = at({ type: "step-performed", by, data: { step: id } });
  const done = at({ type: "step-done", by, data: { step: id, confirmedBy: "witness" } });
  if (kind === "hand-over")
    return [began, performed, at({ type: "handed-over", by, data: { step: id, to } })];
  const from = station === "offline" ? "connected" : "offline";
  const head = hashAt(length - 1);
  if (kind === "take-over")
    return [at({ type: "taken-over", by, data: { step: id, from, head } }), done];
  if (kind === "sign-act") return [began, at(actOnPaper(step.act)), performed, done];
  if (kind === "close") return [began, ...closingOf(length + 1).map(at)];
  return [began, ...eventOf(step).map(at), performed, done];
}

function eventOf({ by, seat = 1, station, action: { kind } }: Step): readonly NewEvent[] {
  const officer = officerOf(seat);
  if (kind === "make-key") return [keyMade(seat)];
  if (kind !== "confirm-thumbprint") return [];
  const data = { officer, station, thumbprint: digestOf(officer) };
  return [{ type: "thumbprint-confirmed", by, data }];
}

export const keyMade = (seat: number): NewEvent => ({
  type: "key-made",
  by: officerOf(seat),
  data: {
    officer: officerOf(seat),
    bits: 2048,
    certificate: "PEM",
    thumbprint: digestOf(officerOf(seat)),
    signingCertificate: "PEM",
    signingThumbprint: digestOf(`signing ${seat}`),
    files: [],
  },
});

const CONSENT: EventData["closing"]["consent"] = {
  ceremony: "",
  scriptSha256: SCRIPT.sha256,
  hsm: "",
  officers: 3,
  required: 2,
  thumbprints: [],
  domainSha256: "",
  exchangeThumbprint: "",
};

/** The end of an act that all sign on paper, for that needs no key. */
const actOnPaper = (act: string): NewEvent => ({
  type: "act-signing-on-paper",
  by: "administrator",
  data: { act, present: ["administrator", "witness"], consent: CONSENT },
});

/** The end of an act that these officers sign. */
export const actSigning = (act: string, seats = ALL): NewEvent => ({
  type: "act-signing",
  by: "app",
  data: { act, present: seats.map(officerOf), consent: CONSENT },
});

export const closing = (present: readonly string[]): NewEvent => ({
  type: "closing",
  by: "app",
  data: { present, consent: CONSENT },
});

/** A signature, as far as the ceremony checks it; `over` is the number of an entry. */
export const signedBy = (seat: number, over: number): AnyEvent => ({
  type: "signed",
  by: officerOf(seat),
  data: {
    officer: officerOf(seat),
    over: hashAt(over),
    algorithm: "RSA-PSS-SHA256",
    signature: "AAAA",
    certificate: digestOf(`signing ${seat}`),
  },
});

const ALL = [1, 2, 3];

/** A closing as the entry of this number, and all signatures over it. */
export const closingOf = (seq: number, seats = ALL): readonly AnyEvent[] => [
  closing(seats.map(officerOf)),
  ...seats.map((seat) => signedBy(seat, seq)),
];

/** A list that custody takes: no fire takes every copy of anything. */
export const custodyOf = (objects: readonly string[]): readonly CustodyObject[] =>
  objects.map((object, i) => ({
    object,
    seal: `A00${i}`,
    custodian: `Keeper of ${object.split(" ")[0] ?? ""}`,
    place: placeOf(object),
  }));

function placeOf(object: string): string {
  if (object.endsWith("envelope")) return "Bank";
  return /backup|copy/.test(object) ? "Vault" : "Safe";
}

/** The acceptance by two people of a quorum of two. */
export const QUORUM_ACCEPTED: Deviation = {
  rule: "quorum",
  reason: "Three officers are all there are.",
  decidedBy: ["administrator", "witness"],
};
