// A record as bytes: its lines, the chain through them, and the only line that may be torn.
import { utf8Text, type Fault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import { readEntry, readQuickly, type Entry } from "./entry.ts";

/** The largest record; a larger one is not read. */
export const RECORD_BYTES_MAX = 64 * 1024 * 1024;

/**
 * The largest entry: as much as may travel on a medium. Reading one of 54 MB took half a minute and
 * 2.8 GB.
 */
export const ENTRY_BYTES_MAX = 8 * 1024 * 1024;

const NEWLINE = 0x0a;
const SECTOR = 512;

/**
 * Reads complete lines, or none: each entry strict, `seq` from 0 by one, each `prev` the hash
 * before. The first `prev` is free: zeros, or the head that the ceremony continues.
 * @throws Fault E-LOG-SIZE, -TORN, -ENTRY, -CHAIN and those of `readEntry`
 */
export function readChain(bytes: Uint8Array): readonly Entry[] {
  checkRecordSize(bytes.length);
  const entries: Entry[] = [];
  const text = asciiText(bytes);
  let prev: string | undefined;
  for (let start = 0; start < bytes.length;) {
    const n = entries.length;
    const end = text === null ? bytes.indexOf(NEWLINE, start) : text.indexOf("\n", start);
    if (end < 0) throw fault("E-LOG-TORN", { n });
    if (end - start > ENTRY_BYTES_MAX) throw fault("E-LOG-ENTRY", { n });
    const quick = text === null || n === 0 ? null : readQuickly(text.slice(start, end), prev);
    const entry = quick ?? readEntry(bytes.subarray(start, end), n);
    if (entry.seq !== n || (prev !== undefined && entry.prev !== prev))
      throw fault("E-LOG-CHAIN", { n });
    entries.push(entry);
    prev = entry.hash;
    start = end + 1;
  }
  return entries;
}

/** Refuses a record by its size, before any of it is read. @throws Fault E-LOG-SIZE */
export function checkRecordSize(size: number): void {
  if (size > RECORD_BYTES_MAX) throw recordTooLarge();
}

/** For readers of the file. */
export const recordTooLarge = (): Fault => fault("E-LOG-SIZE");

/** A whole record as text with one byte per character, so that lines need no decoding. */
function asciiText(bytes: Uint8Array): string | null {
  const text = utf8Text(bytes);
  return text?.length === bytes.length ? text : null;
}

/** The number of lines that end in these bytes. */
export const countLines = (bytes: Uint8Array): number =>
  bytes.reduce((lines, byte) => (byte === NEWLINE ? lines + 1 : lines), 0);

/**
 * Separates complete lines from a last line that power or a full disk cut off. That line was never
 * accepted: acceptance needs its newline and all its sectors on the disk. A last line with a
 * newline is torn only if sectors within it never arrived; see `lostSectors`.
 */
export function partTorn(bytes: Uint8Array): { whole: Uint8Array; torn: Uint8Array } {
  const last = bytes.length - 1;
  const unended = bytes.length > 0 && bytes[last] !== NEWLINE;
  const start = last < 1 ? 0 : bytes.lastIndexOf(NEWLINE, unended ? last : last - 1) + 1;
  const end = unended || lostSectors(bytes, start) ? start : bytes.length;
  return { whole: bytes.subarray(0, end), torn: bytes.subarray(end) };
}

/**
 * True if the line from `start` contains zeros that begin at it or at a sector and end at a sector,
 * followed by the end of this same entry. A hole that swallowed accepted lines ends in a later
 * entry: that is corruption.
 */
function lostSectors(bytes: Uint8Array, start: number): boolean {
  const from = bytes.indexOf(0, start);
  if (from < 0 || (from !== start && from % SECTOR !== 0)) return false;
  const to = bytes.lastIndexOf(0) + 1;
  if (to % SECTOR !== 0) return false;
  const numbers = [...asciiOf(bytes.subarray(to)).matchAll(/"seq":(\d+),/g)];
  return Number(numbers.at(-1)?.[1]) === countLines(bytes.subarray(0, start));
}

const asciiOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
