// Quick reading of a line that is certainly in its only encoding: many times as fast as close
// reading. Whatever is uncertain is read closely, and checked there.
import { isList, type JsonData } from "./canonical.ts";

/** The depth of objects and lists that `isJsonData` accepts. */
const DEPTH_MAX = 16;

const [QUOTE, COMMA, COLON, MINUS, ZERO, NINE] = [0x22, 0x2c, 0x3a, 0x2d, 0x30, 0x39];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];
/** Every number with at most this many digits is below 2^53. */
const DIGITS_MAX = 15;

/**
 * The end of the canonical value that begins here, or -1 if uncertain. Only for lines without a
 * backslash, where each quote begins or ends a text. Control characters in a text are left to
 * `JSON.parse`, which refuses them.
 * @param depth how many objects and lists the value is in
 */
export function endOfValue(line: string, at: number, depth: number): number {
  const first = line.charCodeAt(at);
  if (first === QUOTE) return endOfText(line, at);
  if (first === OBJECT) return depth < DEPTH_MAX ? endOfObject(line, at + 1, depth + 1) : -1;
  if (first === LIST) return depth < DEPTH_MAX ? endOfList(line, at + 1, depth + 1) : -1;
  if (line.startsWith("true", at)) return at + 4;
  return line.startsWith("false", at) ? at + 5 : endOfInteger(line, at);
}

function endOfText(line: string, at: number): number {
  const end = line.indexOf('"', at + 1);
  return end < 0 ? -1 : end + 1;
}

/** Members are in the order of their names, none twice. */
function endOfObject(line: string, from: number, depth: number): number {
  if (line.charCodeAt(from) === OBJECT_END) return from + 1;
  let last: string | null = null;
  for (let at = from; ; at++) {
    const colon = line.charCodeAt(at) === QUOTE ? endOfText(line, at) : -1;
    if (colon < 0 || line.charCodeAt(colon) !== COLON) return -1;
    const name = line.slice(at + 1, colon - 1);
    if (last !== null && !(last < name)) return -1;
    last = name;
    at = endOfValue(line, colon + 1, depth);
    if (at < 0) return -1;
    const next = line.charCodeAt(at);
    if (next === OBJECT_END) return at + 1;
    if (next !== COMMA) return -1;
  }
}

function endOfList(line: string, from: number, depth: number): number {
  if (line.charCodeAt(from) === LIST_END) return from + 1;
  for (let at = from; ; at++) {
    at = endOfValue(line, at, depth);
    if (at < 0) return -1;
    const next = line.charCodeAt(at);
    if (next === LIST_END) return at + 1;
    if (next !== COMMA) return -1;
  }
}

/** The end of an integer without leading zeros; zero itself has no minus. */
export function endOfInteger(line: string, at: number): number {
  const start = line.charCodeAt(at) === MINUS ? at + 1 : at;
  if (line.charCodeAt(start) === ZERO) return start === at ? at + 1 : -1;
  let end = start;
  while (line.charCodeAt(end) >= ZERO && line.charCodeAt(end) <= NINE) end++;
  return end > start && end - start <= DIGITS_MAX ? end : -1;
}

/** A lone surrogate as JSON writes it, or a text that looks like one. */
const SURROGATE = "\\ud";

/**
 * The value of a canonical line (RFC 8785), or null if uncertain. Writing it again must give the
 * same text: so it has no space, no other encoding and no duplicate member; its members are in
 * order, and it contains nothing that a record must not contain.
 */
export function readCanonical(text: string): JsonData | null {
  const value = sameAgain(text);
  return !text.includes(SURROGATE) && isOrdered(value, 0) ? value : null;
}

/** What the text means, if writing it again gives the same text; else null. */
function sameAgain(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : null;
  } catch {
    // It is not JSON, or so deep that the engine itself gives up.
    return null;
  }
}

/** Everything in JSON except null, fractions, large numbers, depth, and members out of order. */
function isOrdered(value: unknown, depth: number): value is JsonData {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object") return true;
  if (value === null || depth >= DEPTH_MAX) return false;
  const data = value as Exclude<JsonData, string | number | boolean>;
  if (isList(data)) return data.every((item) => isOrdered(item, depth + 1));
  let last: string | null = null;
  for (const name of Object.keys(data)) {
    if (last !== null && !(last < name)) return false;
    if (!isOrdered(data[name], depth + 1)) return false;
    last = name;
  }
  return true;
}
