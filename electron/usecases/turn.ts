// One step's turn: checked by the rules, begun, recorded, finished. Every use case goes through
// here.
import {
  FILE_BYTES_MAX,
  isFault,
  sha256Hex,
  type Fault,
  readCertificate,
  type Certificate,
} from "../../crypto/index.ts";
import { kindOf, type KindName, type Step } from "../../ceremony-scripts/index.ts";
import {
  fold,
  goesBack,
  mayRun,
  mayStandNext,
  nextStep,
  rolesIn,
  signingSeats,
  view,
  type CeremonyView,
  type FileOnMedium,
  type NetworkSummary,
  type NewEvent,
  type RecordEntry,
  type State,
} from "../ceremony/ceremony.ts";
import { fault as ceremonyFault } from "../ceremony/ceremony.ts";
import type { Journal } from "../journal/journal.ts";
import { headWords } from "../journal/verify.ts";
import { checkOffline, checkTraces, type NetworkReading } from "../network/network.ts";
import {
  checkFoundOnDrive,
  checkMedium,
  listFiles,
  readFile,
  setAsideAnswer,
  writeFile,
  type Medium,
} from "../media/media.ts";
import { clockJump, jumpBetweenStations, type ClockJump } from "./clock-jump.ts";
import type { Deps, StationRecord } from "./deps.ts";

/** A step that has begun, and the state before it. */
export interface Turn {
  readonly step: Step;
  readonly state: State;
  readonly journal: Journal;
}

/**
 * Begins the step of this kind, or continues it after a crash.
 * @throws Fault what the rules refuse; E-NET-* before a secret step in production
 */
export function begin(deps: Deps, kind: KindName, seat?: number): Turn {
  const journal = journalOf(deps);
  const state = fold(journal.entries);
  checkTurn(deps, state, kind, seat);
  const step = nextStep(state, deps.script);
  if (step === null) throw ceremonyFault("E-STATE");
  const network = kindOf(kind).secret ? readNetworkFor(deps) : undefined;
  if (state.closing === null) noteClock(deps, state);
  if (state.began !== step.id && state.closing === null)
    record(deps, {
      type: "step-began",
      by: "app",
      data: { step: step.id, ...(network === undefined ? {} : { network }) },
    });
  return { step, state, journal };
}

/** A changed clock is recorded before the step: its times would otherwise look normal. */
function noteClock(deps: Deps, { opened }: State): void {
  noteStationsClocks(deps);
  const data = clockJump(journalOf(deps), deps.clock());
  if (data !== null && opened !== null) noteJump(deps, data);
}

/** Differing clocks of the two stations are recorded at the take-over, once. */
export function noteStationsClocks(deps: Deps): void {
  const data = jumpBetweenStations(journalOf(deps).entries, deps.clock());
  if (data !== null) noteJump(deps, data);
}

/** In the record, and in the notices. */
export function noteJump(deps: Deps, { before, after }: ClockJump): void {
  record(deps, { type: "clock-jumped", by: "app", data: { before, after } });
  deps.notice({
    kind: "warned",
    code: "W-CLOCK-JUMPED",
    message: `The clock shows ${after} where ${before} was expected: compare it with another one.`,
  });
}

/**
 * Begins the end of a ceremony: its last step, or the closing of an aborted one, which is no longer
 * a step. Signing keys are opened only offline.
 * @throws Fault as `begin`
 */
export function beginEnd(deps: Deps, kind: "close" | "close-on-paper"): Turn {
  const state = stateOf(deps);
  const last = deps.script.steps.at(-1);
  if (state.aborted === null || last === undefined) return begin(deps, closingKind(deps, kind));
  checkMode(deps, state);
  if (state.closed) throw ceremonyFault("E-STATE-CLOSED");
  const isHere = state.station === deps.station && (kind !== "close" || deps.station === "offline");
  if (!isHere) throw ceremonyFault("E-STATE-STATION");
  if (kind === "close") readNetworkFor(deps);
  return { step: { ...last, id: ABORT, action: { kind } }, state, journal: journalOf(deps) };
}

/** If nobody has a signing key for which a record vouches, paper replaces signatures. */
function closingKind(deps: Deps, kind: "close" | "close-on-paper"): "close" | "close-on-paper" {
  const state = stateOf(deps);
  const isForSigners = nextStep(state, deps.script)?.action.kind === "close";
  return isForSigners && signingSeats(state, deps.script).length === 0 ? "close" : kind;
}

/** The step's name in the entries around the closing of an aborted ceremony. */
const ABORT = "abort";

/** Whether this step may run now, here, in this mode. @throws Fault E-STATE*, E-SCRIPT-OTHER */
export function checkTurn(deps: Deps, state: State, kind: KindName, seat?: number): void {
  checkMode(deps, state);
  refuse(mayRun(state, deps.script, kind, deps.station, seat));
}

function checkMode(deps: Deps, { opened }: State): void {
  if (opened !== null && opened.mode !== deps.mode) throw ceremonyFault("E-STATE-MODE");
}

/**
 * Records one event, durable when this returns. An event that the fold would not read again is not
 * written: a step may still run when people have decided to abort.
 * @throws Fault E-STATE-CLOSED, E-STATE-ABORTED, E-STATE-RECORD, E-CLOCK-BACK
 */
export function record(deps: Deps, event: NewEvent): void {
  const journal = journalOf(deps);
  const state = fold(journal.entries);
  if (!mayStandNext(state, deps.station, event)) {
    if (state.closed) throw ceremonyFault("E-STATE-CLOSED");
    throw ceremonyFault(state.aborted === null ? "E-STATE-RECORD" : "E-STATE-ABORTED");
  }
  checkClock(deps, event.type);
  const isFirst = event.type === "opened" || event.type === "taken-over";
  const told =
    isFirst || state.closing !== null ? [] : toldOf(deps, state.simulated, rolesIn(state));
  // An entry about a break in the time comes before what would contradict it.
  const isBreak = told.some(({ type }) => isBack(deps, type));
  journal.append(isBreak ? [event, ...told] : [...told, event]);
  if (!isFirst) return;
  // Nothing may come before these two; simulated seats are recorded right after.
  const after = stateOf(deps);
  for (const one of toldOf(deps, after.simulated, rolesIn(after))) journal.append([one]);
}

/** What the record must say first: that other seats are simulated than it says. */
function toldOf(
  { simulated }: Deps,
  before: readonly string[],
  present: readonly string[],
): readonly NewEvent[] {
  const now = simulated?.() ?? before;
  const roles = present.filter((role) => now.includes(role));
  const isSame = String(roles) === String(before);
  return isSame ? [] : [{ type: "seats-simulated", by: "app", data: { roles } }];
}

/** Nothing is written that contradicts the time of the last entry. @throws Fault E-CLOCK-BACK */
export function checkClock(deps: Deps, type: string): void {
  if (isBack(deps, type)) throw ceremonyFault("E-CLOCK-BACK");
}

function isBack(deps: Deps, type: string): boolean {
  const before = journalOf(deps).entries.at(-1)?.at;
  return before !== undefined && goesBack(type, deps.clock().toISOString(), before);
}

/**
 * Ends the performer's part of a step: it now waits for confirmation.
 * @throws Fault E-STATE-AGAIN if it was decided meanwhile that this does not count
 */
export function finish(deps: Deps, { step }: Turn): CeremonyView {
  const { began, abortDecided, aborted } = stateOf(deps);
  if (began !== step.id || abortDecided || aborted !== null) throw ceremonyFault("E-STATE-AGAIN");
  record(deps, { type: "step-performed", by: step.by, data: { step: step.id } });
  return currentView(deps);
}

/** The view of this station's current record. */
export function currentView(deps: Deps): CeremonyView {
  const { entries, head } = journalOf(deps);
  return view(fold(entries), deps.script, entries, head, headWords);
}

/** This station's open record. @throws Fault E-STATE-STATION if it is not here */
export function journalOf<Open extends { readonly entries: readonly RecordEntry[] }>({
  record: { open },
}: {
  readonly record: { readonly open: Open | null };
}): Open {
  if (open === null) throw ceremonyFault("E-STATE-STATION");
  return open;
}

/**
 * Releases this station's record. If the disk refuses, it is not open here either.
 * @throws Fault E-LOG-SPACE, -READONLY, -IO
 */
export function letGo(record: StationRecord): void {
  const { open } = record;
  record.open = null;
  open?.close();
}

/** The state of this station's open record. @throws Fault E-STATE-STATION, E-STATE-RECORD */
export const stateOf = (deps: Deps): State => fold(journalOf(deps).entries);

/** Throws the answer of a rule. */
export function refuse(refusal: Fault | null): void {
  if (refusal !== null) throw refusal;
}

/**
 * A summary of the network's reading, before something secret.
 * @throws Fault E-NET-* and E-TRACE-* in production, if the offline station is not offline, or
 * could write memory to its disk
 */
export function readNetworkFor(deps: Deps): NetworkSummary {
  const reading = deps.network();
  if (deps.station === "offline")
    refuse(checkOffline(reading, deps.mode) ?? checkTraces(deps.traces(), deps.mode));
  return summaryOf(reading);
}

/** A reading of the network for the record and the window. */
export const summaryOf = ({ up, wasOnline }: NetworkReading): NetworkSummary => ({
  up,
  wasOnline: wasOnline === null ? "unknown" : wasOnline ? "yes" : "no",
});

/**
 * An inserted medium of this ceremony's mode, writable, and the same as before: the one with this
 * id, or else the one with files of ours by this station's open record.
 * @throws Fault E-MEDIA-*
 */
export function medium(deps: Deps, label: string, before?: string): Medium {
  const found = deps.media.find(label);
  // Production writes only to removable drives.
  if (deps.mode === "PRODUCTION") checkFoundOnDrive(found);
  const id = before ?? fold(deps.record.open?.entries ?? []).media[label];
  checkMedium(found, { mode: deps.mode, ...(id === undefined ? {} : { id }) });
  return found;
}

/** Writes a file for good; returns its place, in the record's form. */
export const keep = (to: Medium, name: string, bytes: Uint8Array): FileOnMedium => ({
  medium: to.id,
  label: to.label,
  ...writeFile(to, name, bytes),
});

/** As `keep`, but an existing file with the same bytes counts as written. */
export function keepOnce(
  to: Medium,
  name: string,
  bytes: Uint8Array,
  names: readonly string[],
): FileOnMedium {
  const sha256 = sha256Hex(bytes);
  const stands = names.includes(name) && sha256Hex(load(to, name)) === sha256;
  return stands
    ? { medium: to.id, label: to.label, name, size: bytes.length, sha256 }
    : keep(to, name, bytes);
}

/**
 * As `keepOnce`, but other bytes under the name, which no entry vouches for, are set aside as a
 * part: they may be left by a crash, or belong to someone.
 */
export function keepAfresh(to: Medium, name: string, bytes: Uint8Array): FileOnMedium {
  const names = listFiles(to);
  const isOther = names.includes(name) && !isSame(to, name, bytes);
  if (isOther) setAsideAnswer(to, name);
  return keepOnce(to, name, bytes, isOther ? [] : names);
}

/** Whether a file has exactly these bytes; one that is larger than any of ours does not. */
function isSame(from: Medium, name: string, bytes: Uint8Array): boolean {
  try {
    return sha256Hex(load(from, name)) === sha256Hex(bytes);
  } catch (error) {
    if (isFault(error) && error.code === "E-MEDIA-SIZE") return false;
    throw error;
  }
}

/** Reads a file of ours from a medium. */
export const load = (from: Medium, name: string): Uint8Array =>
  readFile(from, name, FILE_BYTES_MAX);

/**
 * An officer's certificate of this ceremony's mode: rehearsal ones carry O=REHEARSAL.
 * @throws Fault E-CERT-REHEARSAL, E-CERT-PRODUCTION and those of `readCertificate`
 */
export function certificateOf(
  deps: Pick<Deps, "mode">,
  bytes: Uint8Array,
  accepted: readonly string[] = [],
): Certificate {
  const certificate = readCertificate(bytes, accepted);
  const rehearsal = certificate.organization === "REHEARSAL";
  if (rehearsal && deps.mode === "PRODUCTION") throw ceremonyFault("E-CERT-REHEARSAL");
  if (!rehearsal && deps.mode === "REHEARSAL") throw ceremonyFault("E-CERT-PRODUCTION");
  return certificate;
}
