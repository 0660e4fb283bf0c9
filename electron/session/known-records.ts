// What the records here say in a few words, so that a profile with years of them can be listed at once. Every
// record's bytes are read and hashed; only what follows from them is remembered. See decision 066.
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256Hex, utf8, utf8Text } from "../../crypto/index.ts";
import { fold, rolesIn } from "../ceremony/ceremony.ts";
import { readIfThere, replace } from "../disk/disk.ts";
import { RECORD_FILE, recordBytes, recordIn, type Entry } from "../journal/journal.ts";

/** What a record says, as far as a list of records, or a search for one of them, needs it. */
export interface KnownRecord {
  /** SHA-256 (hex) of the record's file. */
  readonly sha256: string;
  /** The last entry's hash; "" without one. */
  readonly head: string;
  readonly entries: number;
  /** The first entry opens a ceremony: which, of which HSM, and what it continues (heads). */
  readonly isOpened: boolean;
  readonly ceremony: string;
  readonly hsm: string;
  readonly earlier: readonly string[];
  readonly roles: readonly string[];
  readonly isClosed: boolean;
  readonly isAborted: boolean;
  readonly handedTo: string;
  /** It leaves a security domain that another ceremony may continue. */
  readonly leavesDomain: boolean;
  /** The simulated crew had every seat from the beginning, and nobody took one back. */
  readonly isSimulated: boolean;
  readonly done: number;
  /** Times of entries by type, the last of each of these; RFC 3339, UTC. */
  readonly times: Readonly<Record<string, string>>;
}

/** A record by its head, with its entries when they are asked for. */
export interface Headed {
  readonly head: string;
  readonly entries: readonly Entry[];
}

/** These entries. */
export const headed = (entries: readonly Entry[]): Headed => ({
  head: entries.at(-1)?.hash ?? "",
  entries,
});

const TIMES: readonly string[] = ["opened", "signed", "closing-on-paper"];

function knownOf(sha256: string, entries: readonly Entry[]): KnownRecord {
  const state = fold(entries);
  const { opened, closed, aborted, handedTo, standing, everSimulated, done } = state;
  const seated = entries.filter(({ type }) => type === "seats-simulated").length;
  return {
    sha256,
    head: entries.at(-1)?.hash ?? "",
    entries: entries.length,
    isOpened: opened !== null,
    ceremony: opened?.ceremony ?? "",
    hsm: opened?.hsm ?? "",
    earlier: opened?.earlier.map(({ head }) => head) ?? [],
    roles: rolesIn(state),
    isClosed: closed,
    isAborted: aborted !== null,
    handedTo: handedTo ?? "",
    leavesDomain: standing.domainSha256 !== "",
    isSimulated: seated === 1 && rolesIn(state).every((role) => everSimulated.includes(role)),
    done: done.length,
    times: Object.fromEntries(
      entries.flatMap(({ type, at }) => (TIMES.includes(type) ? [[type, at]] : [])),
    ),
  };
}

const NOTHING = knownOf("", []);

interface Seen {
  readonly identity: string;
  readonly known: KnownRecord;
}

/** Files that this process has read, by their paths. */
const seen = new Map<string, Seen>();
/** The records that were read last, by the SHA-256 of their files. */
const lately = new Map<string, readonly Entry[]>();
const LATELY_MAX = 8;

/**
 * What the record in a station's folder says; null without a record. Its bytes are read and hashed, unless this
 * process did that and the file is untouched since.
 * @throws Fault E-LOG-IO and those of `readRecord`; E-STATE-RECORD
 */
export function knownIn(folder: string): KnownRecord | null {
  const path = join(folder, RECORD_FILE);
  const identity = identityOf(path);
  const before = seen.get(path);
  if (identity !== "" && before?.identity === identity) return before.known;
  const bytes = recordBytes(folder);
  if (bytes === null) return null;
  const sha256 = sha256Hex(bytes);
  const index = indexIn(dirname(dirname(folder)));
  const known = index.find(sha256) ?? index.add(knownOf(sha256, read(sha256, bytes)));
  if (identity === "") seen.delete(path);
  else seen.set(path, { identity, known });
  return known;
}

/** The entries of the record in a station's folder. @throws Fault as `knownIn` */
export function entriesIn(folder: string): readonly Entry[] {
  const known = knownIn(folder);
  const there = lately.get(known?.sha256 ?? "");
  if (there !== undefined) return there;
  const bytes = known === null ? null : recordBytes(folder);
  return bytes === null ? [] : read(sha256Hex(bytes), bytes);
}

function read(sha256: string, bytes: Uint8Array): readonly Entry[] {
  const { entries } = recordIn(bytes);
  lately.delete(sha256);
  lately.set(sha256, entries);
  const [oldest] = lately.keys();
  if (oldest !== undefined && lately.size > LATELY_MAX) lately.delete(oldest);
  return entries;
}

/** The longest of these stations' copies: what it says, and its folder. @throws Fault as `knownIn` */
export function longestIn(folders: readonly string[]): {
  readonly known: KnownRecord;
  readonly folder: string;
} {
  const copies = folders.map((folder) => ({ known: knownIn(folder) ?? NOTHING, folder }));
  return copies.reduce((a, b) => (b.known.entries > a.known.entries ? b : a));
}

/** A file that was changed within this time may be changed again, with the same times in its folder. */
const SETTLED_MS = 2000;

/**
 * Changes with every write to a file; "" if it cannot be relied upon, because it was just written, or there is none.
 * A write that the system does not see, of a broken disk, is noticed by the next process.
 */
function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !(Date.now() - found.ctimeMs > SETTLED_MS)) return "";
  const { dev, ino, size, mtimeMs, ctimeMs } = found;
  return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
}

const INDEX_FILE = "known-records.jsonl";
/** With fewer new ones than this, an index saves no time that anyone would notice. */
const WORTH = 32;
const INDEX_BYTES_MAX = 64 * 1024 * 1024;

/**
 * What closed records with these bytes say, as an earlier run worked it out. Its first line has the program's
 * version and commit, and the SHA-256 of the rest: what another program wrote, or a disk changed, is not read.
 */
class Index {
  readonly #folder: string;
  readonly #lines = new Map<string, string>();
  readonly #found = new Map<string, KnownRecord>();
  #added = 0;

  constructor(folder: string) {
    this.#folder = folder;
    for (const line of linesIn(folder)) this.#lines.set(line.slice(AT, AT + DIGEST), line);
  }

  find(sha256: string): KnownRecord | null {
    const found = this.#found.get(sha256);
    const line = found === undefined ? this.#lines.get(sha256) : undefined;
    if (line === undefined) return found ?? null;
    const known = JSON.parse(line) as KnownRecord;
    this.#found.set(sha256, known);
    return known;
  }

  add(known: KnownRecord): KnownRecord {
    if (!known.isClosed) return known;
    this.#found.set(known.sha256, known);
    this.#lines.set(known.sha256, JSON.stringify(known));
    this.#added += 1;
    return known;
  }

  /** Written only if it saves time. Where it cannot be written, the next run reads all records again. */
  keep(): void {
    if (this.#added < WORTH) return;
    this.#added = 0;
    const rest = [...this.#lines.values()].map((line) => `${line}\n`).join("");
    try {
      replace(this.#folder, INDEX_FILE, utf8(`${firstLine(utf8(rest))}\n${rest}`));
    } catch {
      // A profile that may not be written, or a full disk, is reported by what needs it.
    }
  }
}

const AT = '{"sha256":"'.length;
const DIGEST = 64;

const firstLine = (rest: Uint8Array): string => {
  const { version, commit } = __BUILD__;
  return JSON.stringify({ version, commit, sha256: sha256Hex(rest) });
};

function linesIn(folder: string): readonly string[] {
  try {
    const bytes = readIfThere(join(folder, INDEX_FILE), INDEX_BYTES_MAX) ?? new Uint8Array();
    const end = bytes.indexOf(NEWLINE) + 1;
    const rest = bytes.subarray(end);
    const isOurs = utf8Text(bytes.subarray(0, end)) === `${firstLine(rest)}\n`;
    return isOurs ? (utf8Text(rest) ?? "").split("\n").filter((line) => line !== "") : [];
  } catch {
    return [];
  }
}

const NEWLINE = 0x0a;

const indexes = new Map<string, Index>();

function indexIn(folder: string): Index {
  const index = indexes.get(folder) ?? new Index(folder);
  indexes.set(folder, index);
  return index;
}

/** Keeps what is known of the records in a folder of ceremonies for the next run, if that saves time. */
export const keepKnown = (folder: string): void => indexes.get(folder)?.keep();
