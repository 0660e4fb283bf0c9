// Strict DER (X.690): definite minimal lengths, bounded depth, no trailing bytes; and a small
// writer.

/** One element: its tag byte, its content, and its place. Constructed ones have children. */
export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly bytes: Uint8Array;
  readonly children: readonly Element[];
}

const DEPTH_MAX = 16;
/** A revocation list may be long; millions of elements would kill the process. */
const ELEMENTS_MAX = 500_000;
const CONSTRUCTED = 0x20;

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nullValue: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Why bytes are not accepted as DER, and at which byte. */
export type DerProblem = "form" | "depth" | "oid";
export type DerReading =
  | { readonly ok: true; readonly element: Element }
  | { readonly ok: false; readonly problem: DerProblem; readonly at: number };

/** Reads exactly one element that fills `bytes`; problems are values, as in `json.ts`. */
export function parseDer(bytes: Uint8Array, depthMax = DEPTH_MAX): DerReading {
  try {
    const place = { start: 0, end: bytes.length, depth: depthMax, read: { elements: 0 } };
    const element = readElement(bytes, place);
    if (element.bytes.length < bytes.length) throw new Stop("form", element.bytes.length);
    return { ok: true, element };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { ok: false, problem: stop.problem, at: stop.at };
  }
}

/** Like `parseDer` if the reason does not matter: null if it is not strict DER. */
export function readDer(bytes: Uint8Array, depthMax = DEPTH_MAX): Element | null {
  const reading = parseDer(bytes, depthMax);
  return reading.ok ? reading.element : null;
}

class Stop extends Error {
  readonly problem: DerProblem;
  readonly at: number;
  constructor(problem: DerProblem, at: number) {
    super(problem);
    this.problem = problem;
    this.at = at;
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** How many constructed elements may still be inside each other. */
  readonly depth: number;
  readonly read: { elements: number };
}

function readElement(bytes: Uint8Array, { start, end: limit, depth, read }: Place): Element {
  const tag = bytes[start];
  const isConstructed = tag !== undefined && (tag & CONSTRUCTED) !== 0;
  if (isConstructed && depth === 0) throw new Stop("depth", start);
  if (++read.elements > ELEMENTS_MAX) throw new Stop("form", start);
  const length = readLength(bytes, start + 1);
  if (tag === undefined || start >= limit || (tag & 0x1f) === 0x1f || length === null)
    throw new Stop("form", start);
  const end = length.next + length.value;
  if (end > limit) throw new Stop("form", start);
  const content = bytes.subarray(length.next, end);
  const children: Element[] = [];
  if (isConstructed)
    for (let at = length.next; at < end; at += children.at(-1)?.bytes.length ?? 0)
      children.push(readElement(bytes, { start: at, end, depth: depth - 1, read }));
  const problem = contentProblem(tag, content);
  if (problem !== null) throw new Stop(problem, start);
  return { tag, content, bytes: bytes.subarray(start, end), children };
}

/** A definite length in its shortest form, up to 3 length bytes. */
function readLength(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0x80) return null;
  if (first < 0x80) return { value: first, next: at + 1 };
  const count = first & 0x7f;
  if (count > 3 || at + count >= bytes.length) return null;
  let value = 0;
  for (let i = 1; i <= count; i++) value = value * 256 + (bytes[at + i] ?? 0);
  const shortest = value >= 0x80 && value >= 256 ** (count - 1);
  return shortest ? { value, next: at + 1 + count } : null;
}

/** Writes one element around its content. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  const out = new Uint8Array([tag, ...lengthBytes(length), ...new Array<number>(length).fill(0)]);
  let at = out.length - length;
  for (const part of contents) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  writeDer(TAG.sequence, ...parts);

/** A non-negative INTEGER below 2^31. */
export function integer(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 256))
    bytes.unshift(rest % 256);
  if ((bytes[0] ?? 0) >= 0x80) bytes.unshift(0);
  return writeDer(TAG.integer, Uint8Array.from(bytes));
}

/** An INTEGER that is not negative: DER puts a zero byte before a first bit that is set. */
export const isNatural = (element: Element | undefined): element is Element =>
  element?.tag === TAG.integer && (element.content[0] ?? 0x80) < 0x80;

/** The value of a non-negative INTEGER of at most 6 bytes, or null. */
export function readInteger(element: Element | undefined): number | null {
  const content = element?.tag === TAG.integer ? element.content : null;
  if (!content?.length || content.length > 6 || (content[0] ?? 0) >= 0x80) return null;
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/**
 * An OBJECT IDENTIFIER from its dotted form (arcs below 2^28).
 * @throws RangeError below a first arc of 0 or 1 there are only 40 (X.690 8.19.4)
 */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  if (first > 2 || (first < 2 && second > 39)) throw new RangeError("no such arc");
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let more = arc >>> 7; more > 0; more >>>= 7) groups.unshift((more & 0x7f) | 0x80);
    return groups;
  });
  return writeDer(TAG.oid, Uint8Array.from(bytes));
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

/**
 * What is wrong with the content of a universal primitive, or null: one encoding per value (X.690
 * 8, 10, 11). Other tags are not checked.
 */
function contentProblem(tag: number, content: Uint8Array): "form" | "oid" | null {
  const check = CHECKS.get(tag);
  if (check === undefined || check(content)) return null;
  return tag === TAG.oid ? "oid" : "form";
}

type Check = (content: Uint8Array) => boolean;

const ARC_LIMIT = 2 ** 32;

const CHECKS: ReadonlyMap<number, Check> = new Map<number, Check>([
  [0x01, (content) => content.length === 1 && [0x00, 0xff].includes(content[0] ?? 1)],
  [0x02, isShortestInteger],
  [0x0a, isShortestInteger],
  [0x03, isBitString],
  [0x05, (content) => content.length === 0],
  [TAG.oid, isOid],
  // A sequence and a set are constructed; strings and numbers never are, not even in pieces (10.2).
  ...[
    0x00, 0x10, 0x11, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x2a, 0x2c, 0x32, 0x33, 0x34, 0x35, 0x36,
    0x37, 0x38, 0x3a, 0x3c, 0x3e,
  ].map((tag): [number, Check] => [tag, () => false]),
]);

/** At least one byte, and no first byte that only repeats the sign. */
function isShortestInteger([first, second]: Uint8Array): boolean {
  if (first === undefined) return false;
  if (second === undefined) return true;
  return !(first === 0x00 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

/** 0 to 7 unused bits, all zero; none in an empty string. */
function isBitString(content: Uint8Array): boolean {
  const unused = content[0];
  if (unused === undefined || unused > 7) return false;
  if (content.length === 1) return unused === 0;
  return ((content.at(-1) ?? 0) & ((1 << unused) - 1)) === 0;
}

/** Arcs in base 128, each without leading zeros, below 2^32, and the last one complete. */
function isOid(content: Uint8Array): boolean {
  let arc = 0;
  for (const byte of content) {
    if (arc === 0 && byte === 0x80) return false;
    arc = arc * 128 + (byte & 0x7f);
    if (arc >= ARC_LIMIT) return false;
    if (byte < 0x80) arc = 0;
  }
  return content.length > 0 && (content.at(-1) ?? 0x80) < 0x80;
}
