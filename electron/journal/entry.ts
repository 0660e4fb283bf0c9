// One entry of the record: made from its members, and read strictly from its line.
import {
  equal, isObject, readJson, sha256Hex, utf8, type Json, type JsonObject,
} from "../../crypto/index.ts";
import { canonical, isJsonData, type JsonData } from "./canonical.ts";
import { fault } from "./faults.ts";

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
export function readEntry(line: Uint8Array, n: number): Entry {
  const value = readLine(line, n);
  if (n === 0) judgeVersion(value);
  const text = isJsonData(value) ? canonical(value) : "";
  if (!equal(utf8(text), line)) throw fault("E-LOG-CANON", { n });
  const entry = isObject(value) ? asEntry(value) : null;
  if (entry === null) throw fault("E-LOG-FORM", { n });
  if (sha256Hex(utf8(unhashed(text, entry.hash))) !== entry.hash) throw fault("E-LOG-HASH", { n });
  return entry;
}

/**
 * A canonical line without its member `hash`. Within a text each quote has a backslash before it,
 * and behind this member stand only texts and a number: so it is the last that looks like it.
 */
function unhashed(text: string, hash: string): string {
  const member = `"hash":"${hash}",`;
  const at = text.lastIndexOf(member);
  return text.slice(0, at) + text.slice(at + member.length);
}

function readLine(line: Uint8Array, n: number): Json {
  const reading = readJson(line);
  if (reading.ok) return reading.value;
  // Doubled members and needless depth are sound JSON, yet never what we write.
  const odd = reading.problem === "duplicate" || reading.problem === "depth";
  throw fault(odd ? "E-LOG-CANON" : "E-LOG-CORRUPT", { n });
}

/** A newer version says so in its first entry, before anything else about it can be judged. */
function judgeVersion(value: Json): void {
  const data = isObject(value) ? value["data"] : undefined;
  const found = isObject(data) ? (data["recordFormat"] ?? FORMAT_VERSION) : FORMAT_VERSION;
  if (found === FORMAT_VERSION) return;
  if (typeof found !== "number" || !Number.isSafeInteger(found) || found < FORMAT_VERSION)
    throw fault("E-LOG-FORM", { n: 0 });
  throw fault("E-LOG-VERSION", { found, known: FORMAT_VERSION });
}

/** Exactly the eight members, each of its kind; else null. */
function asEntry(value: JsonObject): Entry | null {
  const { at, by, data, hash, prev, seq, station, type } = value;
  if (Object.keys(value).length !== 8 || !isJsonData(data)) return null;
  if (!isTime(at) || !isName(by) || !isName(station) || !isName(type)) return null;
  if (!isHash(hash) || !isHash(prev) || typeof seq !== "number" || seq < 0) return null;
  return { at, by, data, hash, prev, seq, station, type };
}

type Member = Json | undefined;

const isName = (value: Member): value is string => typeof value === "string" && value !== "";
const isHash = (value: Member): value is string => typeof value === "string" && isDigest(value);

function isTime(value: Member): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value))
    return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}
