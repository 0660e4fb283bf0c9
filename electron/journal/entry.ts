// One entry of the record: made from its members, or read strictly from its line.
import {
  equal,
  isObject,
  readJson,
  sha256HexOfText,
  utf8,
  type Json,
  utf8Text,
} from "../../crypto/index.ts";
import { canonical, isJsonData, isList, type JsonData } from "./canonical.ts";
import { fault } from "./faults.ts";
import { endOfValue, endOfInteger, readCanonical } from "./quick-line.ts";

/** An entry of the record. `prev` and `hash` are lower-case hex of SHA-256. */
export interface Entry {
  /** RFC 3339, UTC, milliseconds: 2026-01-31T09:00:00.000Z. Order is by `seq`, not by this. */
  readonly at: string;
  readonly by: string;
  readonly data: JsonData;
  readonly hash: string;
  readonly prev: string;
  readonly seq: number;
  readonly station: string;
  readonly type: string;
}

export type Unhashed = Omit<Entry, "hash">;

/** The version of the format that this code reads and writes. */
const FORMAT_VERSION = 1;

/** The `prev` of a first entry that continues no other ceremony. */
export const NOTHING_BEFORE = "0".repeat(64);

/** True for a SHA-256 in the form of a record. */
export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The hash of an entry: SHA-256 of the canonical object without `hash`, lower-case hex. */
export function hashOf({ at, by, data, prev, seq, station, type }: Unhashed): string {
  return sha256HexOfText(canonical({ at, by, data, prev, seq, station, type }));
}

/** The line of an entry, with its final newline. `data` must be as `isJsonData` allows. */
export function lineOf(entry: Unhashed): Uint8Array {
  const { at, by, data, prev, seq, station, type } = entry;
  const hash = hashOf(entry);
  return utf8(`${canonical({ at, by, data, hash, prev, seq, station, type })}\n`);
}

/**
 * Reads a line, given without its newline: its form, its only encoding, its hash.
 * @param n the entry's place in the record, from 0
 * @throws Fault E-LOG-CORRUPT, -VERSION (first entry only), -CANON, -FORM, -HASH
 */
export function readEntry(line: Uint8Array, n: number): Entry {
  const text = n === 0 ? null : utf8Text(line);
  return (text === null ? null : readQuickly(text)) ?? readClosely(line, n);
}

/**
 * As `readEntry`, for a line as text: the entry if all of it is certainly right. If that is
 * uncertain, null: then it is read closely.
 * @param before the hash of the entry before it: a digest, neither checked nor stored a second time
 */
export const readQuickly = (text: string, before = ""): Entry | null =>
  text.includes("\\") ? readEscaped(text) : readPlain(text, before);

/** A line without a backslash: its members are at fixed places, and are cut out. */
function readPlain(line: string, before: string): Entry | null {
  const by = past(line, '","by":"', AT.length + TIME_LENGTH);
  const byEnd = endOfText(line, by);
  const dataAt = past(line, '","data":', byEnd);
  const dataEnd = endOfValue(line, dataAt, 1);
  const hashAt = past(line, ',"hash":"', dataEnd);
  const prev = past(line, '","prev":"', hashAt + DIGEST_LENGTH);
  const seq = past(line, '","seq":', prev + DIGEST_LENGTH);
  const seqEnd = endOfInteger(line, seq);
  const station = past(line, ',"station":"', seqEnd);
  const stationEnd = endOfText(line, station);
  const type = past(line, '","type":"', stationEnd);
  const typeEnd = endOfText(line, type);
  // If one is not found, none after it is.
  if (!line.startsWith(AT) || past(line, '"}', typeEnd) !== line.length) return null;
  const data = parsed(line.slice(dataAt, dataEnd));
  if (data === undefined) return null;
  const hash = sha256HexOfText(
    line.slice(0, dataEnd + 1) + line.slice(hashAt + DIGEST_LENGTH + '",'.length),
  );
  if (!line.startsWith(hash, hashAt)) return null;
  const isNext = before !== "" && line.startsWith(before, prev);
  const entry: Entry = {
    at: line.slice(AT.length, AT.length + TIME_LENGTH),
    by: line.slice(by, byEnd),
    data,
    hash,
    prev: isNext ? before : line.slice(prev, prev + DIGEST_LENGTH),
    seq: Number(line.slice(seq, seqEnd)),
    station: line.slice(station, stationEnd),
    type: line.slice(type, typeEnd),
  };
  const names = isPlainName(entry.by) && isPlainName(entry.station) && isPlainName(entry.type);
  const isDigestBefore = isNext || isDigest(entry.prev);
  return names && isDigestBefore && isTime(entry.at) && entry.seq >= 0 ? entry : null;
}

const AT = '{"at":"';
const TIME_LENGTH = 24;
const DIGEST_LENGTH = 64;
/** Stays negative whatever is added to it. */
const NOWHERE = -Infinity;

/** The end of the expected text here. */
const past = (line: string, expected: string, at: number): number =>
  at >= 0 && line.startsWith(expected, at) ? at + expected.length : NOWHERE;

/** The end of the text that began before `at`: its quote. */
const endOfText = (line: string, at: number): number => (at >= 0 ? line.indexOf('"', at) : NOWHERE);

/** A name without control characters: in a canonical line they are escaped. */
const isPlainName = (text: string): boolean => /^[ -\uffff]+$/.test(text);

function parsed(text: string): JsonData | undefined {
  try {
    return JSON.parse(text) as JsonData;
  } catch {
    return undefined;
  }
}

/** Any line, by the engine's own JSON. */
function readEscaped(line: string): Entry | null {
  const value = readCanonical(line);
  const entry = value === null ? null : asEntry(value);
  return entry !== null && sha256HexOfText(unhashed(line, entry.hash)) === entry.hash
    ? entry
    : null;
}

/** Says what is wrong, if anything is. */
function readClosely(line: Uint8Array, n: number): Entry {
  const value = readLine(line, n);
  if (n === 0) checkVersion(value);
  if (!isJsonData(value)) throw fault("E-LOG-CANON", { n });
  const text = canonical(value);
  if (!equal(utf8(text), line)) throw fault("E-LOG-CANON", { n });
  const entry = asEntry(value);
  if (entry === null) throw fault("E-LOG-FORM", { n });
  if (sha256HexOfText(unhashed(text, entry.hash)) !== entry.hash) throw fault("E-LOG-HASH", { n });
  return entry;
}

/**
 * A canonical line without its member `hash`. Within a text each quote has a backslash before it,
 * and after this member there are only texts and a number: so it is the last match.
 */
function unhashed(text: string, hash: string): string {
  const at = memberAt(text, hash);
  return text.slice(0, at) + text.slice(at + hashMember(hash).length);
}

const memberAt = (text: string, hash: string): number => text.lastIndexOf(hashMember(hash));
const hashMember = (hash: string): string => `"hash":"${hash}",`;

function readLine(line: Uint8Array, n: number): Json {
  const reading = readJson(line);
  if (reading.ok) return reading.value;
  // Duplicate members and needless depth are valid JSON, but never what we write; a newer version may.
  const isOdd = reading.problem === "duplicate" || reading.problem === "depth";
  const value = isOdd ? parsed(utf8Text(line) ?? "") : undefined;
  if (value === undefined) throw fault("E-LOG-CORRUPT", { n });
  if (n === 0) checkVersion(value);
  throw fault("E-LOG-CANON", { n });
}

/** A newer version is reported from its first entry, before anything else can be checked. */
function checkVersion(value: Json): void {
  const data = isObject(value) ? value["data"] : undefined;
  const found = isObject(data) ? data["recordFormat"] : undefined;
  if (found === undefined || found === FORMAT_VERSION) return;
  if (typeof found !== "number" || !Number.isSafeInteger(found) || found < FORMAT_VERSION)
    throw fault("E-LOG-FORM", { n: 0 });
  throw fault("E-LOG-VERSION", { found, known: FORMAT_VERSION });
}

/** Exactly the eight members, each of its type; else null. */
function asEntry(value: JsonData): Entry | null {
  if (typeof value !== "object" || isList(value)) return null;
  const { at, by, data, hash, prev, seq, station, type } = value;
  if (Object.keys(value).length !== 8 || data === undefined) return null;
  if (!isTime(at) || !isName(by) || !isName(station) || !isName(type)) return null;
  if (!isHash(hash) || !isHash(prev) || typeof seq !== "number" || seq < 0) return null;
  return { at, by, data, hash, prev, seq, station, type };
}

type Member = JsonData | undefined;

const isName = (value: Member): value is string => typeof value === "string" && value !== "";
const isHash = (value: Member): value is string => typeof value === "string" && isDigest(value);

const TIME = /^\d{4}-(?:0[1-9]|1[0-2])-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

function isTime(value: Member): value is string {
  if (typeof value !== "string" || !TIME.test(value)) return false;
  const day = Number(value.slice(8, 10));
  // Every month has 28.
  return day <= 28 ? day >= 1 : day <= daysIn(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** Of a month of the Gregorian calendar, from 1. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
