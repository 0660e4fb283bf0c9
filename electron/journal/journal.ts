// The record's public file: opened for one process, appended to durably, adopted from the medium.
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { equal, isFault, type Warning } from "../../crypto/index.ts";
import { isJsonData } from "./canonical.ts";
import { ENTRY_BYTES_MAX, RECORD_BYTES_MAX } from "./chain.ts";
import { makeFolder, writeAll } from "../disk/disk.ts";
import { systemCode } from "../disk/refusal.ts";
import { onDisk } from "./on-disk.ts";
import { isDigest, lineOf, NOTHING_BEFORE, readEntry, type Entry, type Unhashed } from "./entry.ts";
import { sentence } from "../text/sentence.ts";
import { fault } from "./faults.ts";
import { takeLock, type Lock } from "./lock.ts";
import { RECORD_FILE, settleRecord, type Settled } from "./stored.ts";

export { NOTHING_BEFORE } from "./entry.ts";
export { adoptRecord, readRecord, RECORD_FILE, recordReader } from "./stored.ts";
export { addNote, forgetNotes, listIn, readNotes, replaceNotes } from "./notes.ts";
export { takeLock } from "./lock.ts";
export type { JsonData } from "./canonical.ts";
export type { Entry } from "./entry.ts";
export type { Lock } from "./lock.ts";

/** An entry before it is in the record. `data` must be `JsonData`; it is checked when appended. */
export interface NewEntry {
  readonly by: string;
  readonly type: string;
  readonly data: unknown;
}

export interface JournalOptions {
  readonly folder: string;
  readonly station: string;
  readonly clock: () => Date;
  /** The head of the ceremony that this one continues; 64 zeros by default. */
  readonly previous?: string;
}

export interface Journal {
  readonly entries: readonly Entry[];
  /** The last entry's hash; without entries, the head that the first will continue. */
  readonly head: string;
  /** W-LOG-TORN and W-LOG-LOCK, from the opening. */
  readonly warnings: readonly Warning[];
  /**
   * Accepts entries, in order: when this returns, they are on the disk. If it throws, none of them
   * may be shown as accepted, though a first part may be found at the next opening. After a failed
   * write nothing more is accepted: a disk may report a failed fsync only once.
   * @throws Fault E-LOG-DATA, -SIZE (nothing was written); E-LOG-SPACE, -READONLY, -IO, -GONE (then
   * it is dead); E-LOG-DEAD, E-LOG-CLOSED
   */
  append(entries: readonly NewEntry[]): readonly Entry[];
  /** The record as accepted so far, whatever happened to its file. */
  bytes(): Uint8Array;
  /** @throws Fault E-LOG-SPACE, -READONLY, -IO if the disk fails; everything accepted is on it */
  close(): void;
}

/**
 * Opens a station's record for this process, making folder and file if needed.
 * @throws Fault E-LOG-LOCK, E-LOG-PREVIOUS (the record there continues another ceremony),
 * E-HEAD-FORM, E-LOG-SPACE, -READONLY, -IO and those of `readChain`
 */
export function openJournal(options: JournalOptions): Journal {
  if (options.previous !== undefined && !isDigest(options.previous))
    throw fault("E-HEAD-FORM", { why: sentence("journal-faults.headForm") });
  return onDisk(() => {
    makeFolder(options.folder);
    const lock = takeLock(options.folder);
    try {
      return new OpenJournal(options, settleRecord(options.folder), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

interface Line {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** Made, and read back from its bytes: what could not be read is not written. */
function makeLine(members: Unhashed): Line {
  const bytes = lineOf(members);
  try {
    return { entry: readEntry(bytes.subarray(0, -1), members.seq), bytes };
  } catch (error) {
    throw isFault(error) ? fault("E-LOG-DATA") : error;
  }
}

class OpenJournal implements Journal {
  readonly warnings: readonly Warning[];
  #entries: readonly Entry[];
  #accepted: readonly Uint8Array[];
  #size: number;
  #state: "open" | "dead" | "closed" = "open";
  readonly #options: JournalOptions;
  readonly #lock: Lock;
  readonly #path: string;
  readonly #file: number;

  constructor(options: JournalOptions, settled: Settled, lock: Lock) {
    const first = settled.entries[0]?.prev ?? options.previous;
    if (options.previous !== undefined && options.previous !== first) throw fault("E-LOG-PREVIOUS");
    this.warnings = [...settled.warnings, ...ofLock(lock)];
    this.#entries = settled.entries;
    this.#accepted = [settled.bytes];
    this.#size = settled.bytes.length;
    this.#options = options;
    this.#lock = lock;
    this.#path = join(options.folder, RECORD_FILE);
    this.#file = openSync(this.#path, "a+");
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get head(): string {
    return this.#entries.at(-1)?.hash ?? this.#options.previous ?? NOTHING_BEFORE;
  }

  append(entries: readonly NewEntry[]): readonly Entry[] {
    if (this.#state !== "open") throw fault(this.#state === "dead" ? "E-LOG-DEAD" : "E-LOG-CLOSED");
    const lines = this.#make(entries);
    // Dead until the disk has confirmed every line.
    this.#state = "dead";
    // Each line is forced before the next begins, so that only the last one can be torn.
    let size = this.#size;
    for (const { bytes } of lines)
      size = onDisk(() => writeLine(this.#path, this.#file, size, bytes));
    this.#size = size;
    const made = lines.map(({ entry }) => entry);
    this.#entries = [...this.#entries, ...made];
    this.#accepted = [...this.#accepted, ...lines.map(({ bytes }) => bytes)];
    this.#state = "open";
    return made;
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#accepted));
  }

  close(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    try {
      onDisk(() => closeSync(this.#file));
    } finally {
      this.#lock.release();
    }
  }

  #make(entries: readonly NewEntry[]): readonly Line[] {
    const lines: Line[] = [];
    let prev = this.head;
    for (const { by, type, data } of entries) {
      if (!isJsonData(data, 1)) throw fault("E-LOG-DATA");
      const { station, clock } = this.#options;
      const seq = this.#entries.length + lines.length;
      const line = makeLine({ at: clock().toISOString(), by, data, prev, seq, station, type });
      lines.push(line);
      prev = line.entry.hash;
    }
    const large = lines.find(({ bytes }) => bytes.length > ENTRY_BYTES_MAX);
    if (large !== undefined) throw fault("E-LOG-ENTRY", { n: large.entry.seq });
    const size = lines.reduce((sum, { bytes }) => sum + bytes.length, this.#size);
    if (size > RECORD_BYTES_MAX) throw fault("E-LOG-SIZE");
    return lines;
  }
}

/** @returns the file's size after it, which is checked again before it is trusted */
function writeLine(path: string, file: number, size: number, line: Uint8Array): number {
  writeAll(file, line);
  fsyncSync(file);
  if (fstatSync(file).nlink === 0) throw fault("E-LOG-GONE");
  const back = new Uint8Array(line.length);
  readSync(file, back, 0, back.length, size);
  if (equal(back, line)) return size + line.length;
  takeBack(path, size);
  throw fault("E-LOG-IO");
}

/**
 * What reached the disk is not the line we wrote: left there, it would look like a change of the
 * record. It was not reported to anyone. If this fails too, opening refuses the record. The file is
 * opened again, because Windows truncates none that is open only for appending.
 */
function takeBack(path: string, size: number): void {
  try {
    const file = openSync(path, "r+");
    try {
      ftruncateSync(file, size);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

function ofLock({ cleared }: Lock): readonly Warning[] {
  if (cleared === 0) return [];
  const message = "The record was not closed when the app last ended; its lock was cleared away.";
  return [{ code: "W-LOG-LOCK", message }];
}
