// One entry of the record: made from its members, and read strictly from its line.
import {
  equal,
  fromUtf8,
  isObject,
  readJson,
  sha256Hex,
  utf8,
  type Json,
} from "../../crypto/index.ts";
import { canonical, isJsonData, isList, type JsonData } from "./canonical.ts";
import { fault } from "./faults.ts";
import { readCanonical } from "./quick-line.ts";

/** An entry as it stands in the record. `prev` and `hash` are lower-case hex of SHA-256. */
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
export const FORMAT_VERSION = 1;

/** The `prev` of a first entry that continues no other ceremony. */
export const NOTHING_BEFORE = "0".repeat(64);

/** True for a SHA-256 as a record writes it. */
export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The hash of an entry: SHA-256 of the canonical object without `hash`, lower-case hex. */
export function hashOf({ at, by, data, prev, seq, station, type }: Unhashed): string {
  return sha256Hex(utf8(canonical({ at, by, data, prev, seq, station, type })));
}

/** The line of an entry, with its final newline. `data` must be as `isJsonData` allows. */
export function lineOf(entry: Unhashed): Uint8Array {
  const { at, by, data, prev, seq, station, type } = entry;
  const hash = hashOf(entry);
  return utf8(`${canonical({ at, by, data, hash, prev, seq, station, type })}\n`);
}

/**
 * Reads a line, given without its newline: parsed, written anew, compared, hashed.
 * @param n the entry's place in the record, from 0
 * @throws Fault E-LOG-CORRUPT, -VERSION (first entry only), -CANON, -FORM, -HASH
 */
export const readEntry = (line: Uint8Array, n: number): Entry =>
  (n === 0 ? null : readQuickly(line)) ?? readClosely(line, n);

/** The entry where all of it is surely right; else null, and it is read closely. */
function readQuickly(line: Uint8Array): Entry | null {
  let text: string;
  try {
    text = fromUtf8(line);
  } catch {
    return null;
  }
  const value = readCanonical(text);
  const entry = value === null ? null : asEntry(value);
  if (entry === null) return null;
  // Where each letter is a byte, the bytes of the text are those of the line.
  const hashed =
    text.length === line.length
      ? without(line, memberAt(text, entry.hash), hashMember(entry.hash).length)
      : utf8(unhashed(text, entry.hash));
  return sha256Hex(hashed) === entry.hash ? entry : null;
}

function without(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const left = new Uint8Array(bytes.length - count);
  left.set(bytes.subarray(0, at));
  left.set(bytes.subarray(at + count), at);
  return left;
}

/** With what is wrong, where anything is. */
function readClosely(line: Uint8Array, n: number): Entry {
  const value = readLine(line, n);
  if (n === 0) checkVersion(value);
  if (!isJsonData(value)) throw fault("E-LOG-CANON", { n });
  const text = canonical(value);
  if (!equal(utf8(text), line)) throw fault("E-LOG-CANON", { n });
  const entry = asEntry(value);
  if (entry === null) throw fault("E-LOG-FORM", { n });
  if (sha256Hex(utf8(unhashed(text, entry.hash))) !== entry.hash) throw fault("E-LOG-HASH", { n });
  return entry;
}

/**
 * A canonical line without its member `hash`. Within a text each quote has a backslash before it,
 * and behind this member stand only texts and a number: so it is the last that looks like it.
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
  // Doubled members and needless depth are sound JSON, yet never what we write.
  const odd = reading.problem === "duplicate" || reading.problem === "depth";
  throw fault(odd ? "E-LOG-CANON" : "E-LOG-CORRUPT", { n });
}

/** A newer version says so in its first entry, before anything else about it can be checked. */
function checkVersion(value: Json): void {
  const data = isObject(value) ? value["data"] : undefined;
  const found = isObject(data) ? (data["recordFormat"] ?? FORMAT_VERSION) : FORMAT_VERSION;
  if (found === FORMAT_VERSION) return;
  if (typeof found !== "number" || !Number.isSafeInteger(found) || found < FORMAT_VERSION)
    throw fault("E-LOG-FORM", { n: 0 });
  throw fault("E-LOG-VERSION", { found, known: FORMAT_VERSION });
}

/** Exactly the eight members, each of its kind; else null. */
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

const TIME = /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

function isTime(value: Member): value is string {
  const [, year, month, day] = typeof value === "string" ? (TIME.exec(value) ?? []) : [];
  return (
    day !== undefined && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  );
}

/** Of a month of the Gregorian calendar, from 1. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
