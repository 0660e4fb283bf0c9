// The record's file in a station's folder: found, repaired before it is continued, extended.
import { join } from "node:path";
import type { Warning } from "../../crypto/index.ts";
import { countLines, partTorn, readChain, RECORD_BYTES_MAX } from "./chain.ts";
import { makeFolder, readIfThere, replace, writeNew } from "../disk/disk.ts";
import { onDisk } from "./on-disk.ts";
import { NOTHING_BEFORE, type Entry } from "./entry.ts";
import { fault } from "./faults.ts";
import { takeLock } from "./lock.ts";
import { verifyRecord } from "./verify.ts";

export const RECORD_FILE = "record.jsonl";

/** A record that was opened to be continued: its accepted bytes, and its warnings. */
export interface Settled {
  readonly entries: readonly Entry[];
  readonly bytes: Uint8Array;
  readonly warnings: readonly Warning[];
}

/** A record as in its file. */
export interface StoredRecord {
  readonly entries: readonly Entry[];
  /** The complete lines. */
  readonly bytes: Uint8Array;
  /** 64 zeros if there is no entry. */
  readonly head: string;
  /** An unfinished last line follows them. */
  readonly torn: boolean;
}

/**
 * Reads a station's folder, without lock and without a change; null without a record.
 * @throws Fault E-LOG-IO and those of `readChain`
 */
export function readRecord(folder: string): StoredRecord | null {
  const found = onDisk(() => readRecordFile(folder));
  return found === null ? null : recordIn(found);
}

/**
 * As `readRecord`, for frequent calls: while a file's bytes are the same, so is the returned
 * object.
 */
export function recordReader(): typeof readRecord {
  const last = new Map<string, { readonly found: Uint8Array; readonly record: StoredRecord }>();
  return (folder) => {
    const found = onDisk(() => readRecordFile(folder));
    if (found === null) return null;
    const before = last.get(folder);
    if (before !== undefined && Buffer.compare(before.found, found) === 0) return before.record;
    const record = recordIn(found);
    last.set(folder, { found, record });
    return record;
  };
}

function recordIn(found: Uint8Array): StoredRecord {
  const { whole, torn } = partTorn(found);
  const entries = readChain(whole);
  const head = entries.at(-1)?.hash ?? NOTHING_BEFORE;
  return { entries, bytes: whole, head, torn: torn.length > 0 };
}

/**
 * Prepares the record to be continued; the caller has the lock. A missing one is made, a torn last
 * line set aside, and everything that was read is written again: after a failed fsync a file may be
 * read from memory that the disk never got, and a second fsync would not report it.
 * @throws Fault E-LOG-SPACE, -READONLY, -IO and those of `readChain`
 */
export function settleRecord(folder: string): Settled {
  const found = readRecordFile(folder);
  if (found === null) {
    writeNew(folder, RECORD_FILE, new Uint8Array());
    return { entries: [], bytes: new Uint8Array(), warnings: [] };
  }
  const { whole, torn } = partTorn(found);
  const entries = readChain(whole);
  const warnings = setAside(folder, torn);
  replace(folder, RECORD_FILE, whole);
  return { entries, bytes: whole, warnings };
}

/**
 * Adopts a record that arrived on the transfer medium, if it verifies and extends this station's
 * own copy; an equal one changes nothing. Refused while the record is open here.
 * @throws Fault E-LOG-FORK, E-LOG-STALE, E-LOG-LOCK, E-LOG-SPACE, -READONLY, -IO, and those of
 * `verifyRecord`; those of `readChain` if the own copy is damaged
 */
export function adoptRecord(folder: string, bytes: Uint8Array): void {
  verifyRecord(bytes);
  onDisk(() => {
    makeFolder(folder);
    const lock = takeLock(folder);
    try {
      const { whole, torn } = partTorn(readRecordFile(folder) ?? new Uint8Array());
      checkExtension(whole, bytes);
      setAside(folder, torn);
      if (whole.length < bytes.length || torn.length > 0) replace(folder, RECORD_FILE, bytes);
    } finally {
      lock.release();
    }
  });
}

function checkExtension(own: Uint8Array, arrived: Uint8Array): void {
  const same = sameStart(own, arrived);
  if (same === own.length) return;
  // Before the arrived record is blamed: a damaged own copy is reported as such.
  readChain(own);
  const n = countLines(own.subarray(0, same));
  throw fault(same === arrived.length ? "E-LOG-STALE" : "E-LOG-FORK", { n });
}

function sameStart(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** Keeps the torn bytes under the next free name: someone may ask what was being written. */
function setAside(folder: string, torn: Uint8Array): readonly Warning[] {
  if (torn.length === 0) return [];
  let n = 1;
  while (!writeNew(folder, `record.torn-${n}`, torn)) n++;
  const kept = `An unfinished last entry was set aside in record.torn-${n}; it was never accepted.`;
  return [{ code: "W-LOG-TORN", message: kept }];
}

/** The record's bytes, at most as many as a record may have. @throws Fault E-LOG-SIZE */
function readRecordFile(folder: string): Uint8Array | null {
  return readIfThere(join(folder, RECORD_FILE), RECORD_BYTES_MAX, () => fault("E-LOG-SIZE"));
}
