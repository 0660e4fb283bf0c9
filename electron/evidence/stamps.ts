// Timestamps of a record, beside it: which of them show a time, and of how much of the record. An authority
// saw a head, and nothing else; so the record existed at the latest then, and nothing says more
// (FORMAT.md, "Timestamps"). Pure: bytes and a day in, a verdict out.
import {
  checkTimestamp,
  equal,
  fromHex,
  imprintIn,
  isFault,
  renewalOf,
  sha256Hex,
  statedTimeIn,
  untrustedTimestamp,
  type Authority,
  type Fault,
  type Imprint,
  type Timestamp,
  type Witnessed,
} from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import type { Entry } from "../journal/journal.ts";
import { fault } from "./faults.ts";

/** The folder beside the record. */
export const STAMPS_FOLDER = "stamps";

/** Files of that folder, by name. */
export type StampFiles = ReadonlyMap<string, Uint8Array>;

/** A record and its timestamps. */
export interface Stamped {
  readonly record: Uint8Array;
  readonly entries: readonly Entry[];
  readonly files: StampFiles;
}

/** One timestamp. `timestamp` is null if it could not be read; then `refusal` says why. */
export interface Stamp {
  readonly file: string;
  readonly round: number;
  /** How many entries it is about: all of them for a renewal. */
  readonly entries: number;
  readonly timestamp: Timestamp | null;
  /** Why it shows no time; null if it does. */
  readonly refusal: Fault | null;
  readonly witnessed: Witnessed | null;
}

/** ROUND-NUMBER.tsr: the first round is about heads, each later one renews all before it. */
const NAME = /^([1-9]\d?)-([1-9]\d?)\.tsr$/;
const NUMBER_MAX = 99;
const ROUNDS_MAX = 99;

/** Whether a file of the folder is a timestamp, by its name; others mean nothing. */
export const isStampFile = (name: string): boolean => NAME.test(name);

/** As a later record names it. */
type Stated = NonNullable<EventData["opened"]["stamps"]>[number];

interface Place {
  readonly file: string;
  readonly round: number;
  readonly number: number;
}

/** The timestamps in their order. */
function placesIn(files: StampFiles): readonly Place[] {
  return [...files.keys()]
    .flatMap((file) => {
      const [, round, number] = NAME.exec(file)?.map(Number) ?? [];
      return round === undefined || number === undefined ? [] : [{ file, round, number }];
    })
    .toSorted((a, b) => a.round - b.round || a.number - b.number);
}

/** What a renewal stamps in this round. */
const renewalIn = ({ record, files }: Stamped, round: number): Imprint =>
  renewalOf([
    record,
    ...placesIn(files)
      .filter((one) => one.round < round)
      .map(({ file }) => files.get(file) ?? new Uint8Array()),
  ]);

/** What a new request asks for: the record's head as it is now. */
export function headImprint({ entries }: Pick<Stamped, "entries">): Imprint {
  return { hash: "sha256", imprint: digestIn(entries.at(-1)) };
}

const digestIn = (entry: Entry | undefined): Uint8Array =>
  fromHex(entry?.hash ?? "") ?? new Uint8Array();

/** What a renewal asks for now. @throws Fault E-STAMP-NONE if there is nothing to renew */
export function nextRenewal(stamped: Stamped): Imprint {
  const last = placesIn(stamped.files).at(-1);
  if (last === undefined) throw fault("E-STAMP-NONE");
  return renewalIn(stamped, last.round + 1);
}

/**
 * Where an answer belongs: the name of its new file, or that of the same bytes, if they are there.
 * @throws Fault E-STAMP-OTHER, E-STAMP-LATE, E-STAMP-MANY, and those of `imprintIn`
 */
export function placeOf(stamped: Stamped, answer: Uint8Array): string {
  const { entries, files } = stamped;
  const places = placesIn(files);
  const same = places.find(({ file }) => equal(files.get(file) ?? new Uint8Array(), answer));
  if (same !== undefined) return same.file;
  const found = imprintIn(answer);
  const last = places.at(-1)?.round ?? 1;
  const round = entries.some((entry) => isOf(found, entry))
    ? 1
    : [last, last + 1].find((one) => one > 1 && isSame(found, renewalIn(stamped, one)));
  if (round === undefined) throw fault("E-STAMP-OTHER");
  if (round < last) throw fault("E-STAMP-LATE");
  const number =
    1 + Math.max(0, ...places.flatMap((one) => (one.round === round ? [one.number] : [])));
  if (number > NUMBER_MAX || round > ROUNDS_MAX) throw fault("E-STAMP-MANY");
  return `${String(round)}-${String(number)}.tsr`;
}

const isSame = (a: Imprint, b: Imprint): boolean =>
  a.hash === b.hash && equal(a.imprint, b.imprint);

const isOf = (found: Imprint, entry: Entry): boolean =>
  isSame(found, { hash: "sha256", imprint: digestIn(entry) });

/**
 * Every timestamp with its verdict. One shows a time if it is valid, and its certificates still are on the
 * day of the check, or a later one that shows a time renewed it while they were.
 * @param now the day of the check
 */
export function checkStamps(
  stamped: Stamped,
  pinned: readonly Authority[],
  now: Date,
): readonly Stamp[] {
  const read = placesIn(stamped.files).map((place) => readStamp(stamped, place, pinned));
  // From the last on, because what renews must itself show a time.
  const checked: Stamp[] = [];
  for (const stamp of read.toReversed()) checked.unshift(aged(stamp, checked, now));
  return checked;
}

function readStamp(stamped: Stamped, place: Place, pinned: readonly Authority[]): Stamp {
  const { files, entries } = stamped;
  const { file, round } = place;
  const bytes = files.get(file) ?? new Uint8Array();
  try {
    const found = imprintIn(bytes);
    const entry = round === 1 ? entries.findIndex((one) => isOf(found, one)) : entries.length - 1;
    const asked = round > 1 ? renewalIn(stamped, round) : entry < 0 ? headImprint(stamped) : found;
    const timestamp = checkTimestamp(bytes, { ...asked, nonce: null }, pinned);
    const [refusal, { witnessed }] = [untrustedTimestamp(timestamp), timestamp];
    return { file, round, entries: entry + 1, timestamp, refusal, witnessed };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { file, round, entries: 0, timestamp: null, refusal: error, witnessed: null };
  }
}

function aged(stamp: Stamp, later: readonly Stamp[], now: Date): Stamp {
  const { witnessed, round } = stamp;
  if (witnessed === null || now <= witnessed.until) return stamp;
  const isRenewed = later.some(
    (one) =>
      one.round > round
      && one.witnessed !== null
      && witnessed.time <= one.witnessed.latest
      && one.witnessed.latest <= witnessed.until,
  );
  return isRenewed ? stamp : { ...stamp, refusal: fault("E-STAMP-AGED"), witnessed: null };
}

/** What the timestamps of a record say of themselves, not verified: those that are about it, in their order. */
export const statedOf = (stamped: Stamped): readonly Stated[] =>
  // Without a pinned authority none shows a time, whatever day it is.
  checkStamps(stamped, [], new Date(0)).flatMap(({ file, timestamp }) => {
    const isOfIt = timestamp?.checks.some(({ check, ok }) => check === "imprint" && ok) === true;
    if (!isOfIt) return [];
    const answer = stamped.files.get(file) ?? new Uint8Array();
    const { time, signer } = statedTimeIn(answer);
    return [{ sha256: sha256Hex(answer), authority: signer, time: time.toISOString() }];
  });

/** When the record existed at the latest, by one authority. */
export interface Shown {
  readonly stamp: Stamp;
  readonly witnessed: Witnessed;
}

/** Of each authority the earliest time of the whole record, the earliest of all first. */
export function timesOf(stamps: readonly Stamp[], entries: number): readonly Shown[] {
  const first = new Map<string, Shown>();
  const shown = stamps.flatMap((stamp) =>
    stamp.witnessed !== null && stamp.entries === entries
      ? [{ stamp, witnessed: stamp.witnessed }]
      : [],
  );
  for (const one of shown.toSorted(byTime))
    if (!first.has(one.witnessed.authoritySha256)) first.set(one.witnessed.authoritySha256, one);
  return [...first.values()];
}

const byTime = (a: Shown, b: Shown): number =>
  a.witnessed.latest.getTime() - b.witnessed.latest.getTime();
