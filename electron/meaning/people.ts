// Rules 10 to 18, 30 and 36: who writes what and where, who is there, who decides.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  ENTRIES,
  isPlain,
  officerOf,
  sealedText,
  type Writer,
  type Written,
} from "../ceremony/ceremony.ts";
import { peopleAfter } from "./advance.ts";
import { SHORT } from "./breach.ts";
import { checkPeople } from "./opening.ts";
import type { Reading, Rules, Typed, Type } from "./reading.ts";
import { kindsThatWrite } from "./writers.ts";

/** Where, in which step, by whom: checked for every entry. */
export function checkWriter(reading: Reading, entry: Typed): void {
  const { begun, aborted, performed, now } = reading;
  const written: Written = ENTRIES[entry.type as Type];
  const { current = false, afterAbort = false } = written;
  const kinds = kindsThatWrite(entry.type);
  const since = begun?.entry.seq ?? 0;
  checkStation(reading, entry);
  reading.must("E-MEAN-AFTER", aborted === null || afterAbort, entry, aborted?.seq);
  const isUnderWay = current || (begun !== null && performed === null);
  const isKind = now !== null && kinds.includes(now.action.kind);
  const isFree = kinds.length === 0 || aborted !== null;
  reading.must("E-MEAN-PLACE", isFree || (isKind && isUnderWay), entry, since);
  const isWriter = [written.by]
    .flat()
    .some((writer) => nameOf(reading, writer, entry) === entry.by);
  reading.must("E-MEAN-BY", isWriter, entry, since);
  const about = officerIn(entry);
  const isOwn = kinds.length > 0 && entry.type !== "seals-checked";
  if (about !== undefined && isOwn && now?.seat !== undefined)
    reading.must("E-MEAN-OFFICER", about === officerOf(now.seat), entry, since);
}

/** No signing key goes to the other station, even after an abort. */
const OFFLINE: readonly string[] = [
  "closing",
  "act-signing",
  "signed",
  "signer-known",
  "seat-taken",
];

function checkStation(reading: Reading, entry: Typed): void {
  const { handedTo, station } = reading;
  const isTaking = entry.type === "taken-over";
  const isHere = entry.station === (handedTo ?? station) && isTaking === (handedTo !== null);
  const isFit = entry.station === "offline" || !OFFLINE.includes(entry.type);
  const before = reading.latest("taken-over", "handed-over");
  reading.must("E-MEAN-STATION", isHere && isFit, entry, before);
}

/** This writer's name in the entry. */
function nameOf({ now }: Reading, writer: Writer, entry: Typed): string | undefined {
  if (writer === "doer") return now?.by;
  if (writer === "confirmer") return now?.confirm;
  return writer === "officer" ? officerIn(entry) : writer;
}

const officerIn = ({ data }: Typed): string | undefined =>
  (data as { readonly officer?: string }).officer;

export const PEOPLE: Rules = {
  "seat-taken": (reading, entry) => {
    isThere(reading, entry);
    isOfStep(reading, entry);
  },
  chosen: isOfStep,
  "passphrase-refused": isThere,
  "key-made": tookSeat,
  "key-opened": tookSeat,
  "key-checked": tookSeat,
  signed: (reading, entry) => {
    isThere(reading, entry);
    const over = reading.acts.get(entry.data.over)?.entry ?? reading.closings.get(entry.data.over);
    reading.must("E-MEAN-AFTER", over !== undefined, entry, reading.latest("closing"));
    if (over !== undefined && over.type !== "closing") tookSeat(reading, entry);
  },
  "quorum-proven": (reading, entry) => {
    haveSeats(reading, entry, reading.allSeats.map(officerOf));
  },
  "dry-run-passed": (reading, entry) => {
    haveSeats(reading, entry, entry.data.officers);
  },
  "blob-made": (reading, entry) => {
    haveSeats(reading, entry, entry.data.officers);
  },
  "trial-begun": (reading, entry) => {
    const before = reading.last("trial-begun");
    reading.must("E-MEAN-TRIAL", reading.isRehearsal && before === undefined, entry, before?.seq);
  },
  "trial-told": (reading, entry) => {
    const [begun, told] = [reading.last("trial-begun"), reading.last("trial-told")];
    const { seed, nonce, trials } = entry.data;
    const isSealed = begun?.data.sealed === sha256Hex(utf8(sealedText(seed, nonce, trials)));
    reading.must("E-MEAN-TRIAL", isSealed && told === undefined, entry, begun?.seq);
  },
  "seats-simulated": (reading, entry) => {
    const { roles } = entry.data;
    const before = reading.last("seats-simulated");
    const present = reading.roles.filter((role) => roles.includes(role));
    const isNew = String(roles) !== String(before?.data.roles ?? []);
    const isRight = reading.isRehearsal && isNew && String(present) === String(roles);
    reading.must("E-MEAN-SIMULATED", isRight, entry, before?.seq);
  },

  "exception-noted": decided,
  aborted: decided,
  "deviation-accepted": decided,
  "point-accepted": (reading, entry) => {
    decidedFor(reading, entry, entry.data.reason);
  },
  "refusal-accepted": (reading, entry) => {
    decided(reading, entry);
    const { code, record } = entry.data;
    reading.must("E-MEAN-OVERRULED", (code === SHORT) === (record !== undefined), entry);
  },
  "trouble-reported": (reading, entry) => {
    decidedFor(reading, entry, entry.data.happened);
  },
  "backup-known": (reading, entry) => {
    const { unknown } = entry.data;
    if (unknown === undefined) return;
    const isRight = reading.areTwo(unknown.decidedBy) && isPlain(unknown.reason, Infinity);
    decidedIs(reading, entry, isRight);
  },
  "hand-off-acknowledged": (reading, entry) => {
    const { absent, decidedBy } = entry.data;
    const isRight = absent.length === 0 ? decidedBy.length === 0 : reading.areTwo(decidedBy);
    decidedIs(reading, entry, isRight);
  },
  "download-again-decided": (reading, entry) => {
    const { decidedBy } = entry.data;
    const isApp = entry.by === "app";
    decidedIs(reading, entry, isApp ? decidedBy.length === 0 : reading.areTwo(decidedBy));
  },
  "exchange-key-accepted": (reading, entry) => {
    const { attested, decidedBy } = entry.data;
    const officers = reading.roles.filter((role) => role.startsWith("officer-"));
    const isRight = attested ? decidedBy.length === 0 : reading.areTwo(decidedBy, officers);
    decidedIs(reading, entry, isRight);
  },
  "seat-changed": (reading, entry) => {
    const { role, from, reason, decidedBy } = entry.data;
    const staying = reading.people.filter((person) => person.role !== role);
    const roles = staying.map((person) => person.role);
    const isDecided = reading.areTwo(decidedBy, roles) && isPlain(reason, Infinity);
    decidedIs(reading, entry, isDecided);
    const isBetween = reading.begun === null && !reading.isOver;
    const isOne = reading.people.some((one) => one.role === role && one.name === from);
    const isRight = isBetween && (isOne || comesLate(reading, entry)) && mayTake(reading, entry);
    reading.must("E-MEAN-SEAT", isRight, entry, reading.begun?.entry.seq);
    checkPeople(reading, entry, peopleAfter(reading, entry.data));
  },
};

/** Someone for whom nobody made room: an officer, because rule 5 takes no other role twice. */
const comesLate = ({ areFree }: Reading, { data: { from } }: Typed<"seat-changed">) =>
  areFree && from === "";

/**
 * The seat of a key from an earlier ceremony is taken by another officer of it; or by nobody. Who comes
 * late has their own.
 */
function mayTake(reading: Reading, { data }: Typed<"seat-changed">): boolean {
  const { role, from, toRole, to } = data;
  const isOne = from === "" || to === "";
  const isOfKept = (seat: number) => officerOf(seat) === role && reading.keptKey(seat) !== null;
  if (!isOne && reading.allSeats.some(isOfKept)) return role !== toRole;
  return role === toRole && !reading.making.has(role);
}

function isThere(reading: Reading, entry: Typed<"seat-taken" | "passphrase-refused" | "signed">) {
  const isHere = reading.roles.includes(entry.data.officer);
  reading.must("E-MEAN-ABSENT", isHere, entry, reading.seatChange);
}

function isOfStep(reading: Reading, entry: Typed<"seat-taken" | "chosen">): void {
  const step = reading.aborted === null ? reading.begun?.step : "abort";
  reading.must("E-MEAN-STEP", entry.data.step === step, entry, reading.begun?.entry.seq);
}

function tookSeat(
  reading: Reading,
  entry: Typed<"key-made" | "key-opened" | "key-checked" | "signed">,
): void {
  haveSeats(reading, entry, [entry.data.officer]);
}

function haveSeats(reading: Reading, entry: Typed, officers: readonly string[]): void {
  const areSeated = officers.every((officer) => reading.seated.has(officer));
  reading.must("E-MEAN-TURN", areSeated, entry, reading.begun?.entry.seq);
}

type Decided =
  | "exception-noted"
  | "aborted"
  | "deviation-accepted"
  | "point-accepted"
  | "refusal-accepted"
  | "trouble-reported";

function decided(reading: Reading, entry: Typed<Decided>): void {
  decidedIs(reading, entry, reading.areTwo(entry.data.decidedBy));
}

/** Two people decided, and said why. */
function decidedFor(reading: Reading, entry: Typed<Decided>, reason: string): void {
  const isSaid = isPlain(reason, Infinity);
  decidedIs(reading, entry, isSaid && reading.areTwo(entry.data.decidedBy));
}

function decidedIs(reading: Reading, entry: Typed, isRight: boolean): void {
  reading.must("E-MEAN-DECIDED", isRight, entry, reading.seatChange);
}
