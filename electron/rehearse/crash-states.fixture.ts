// For tests: every state in which a power cut during a rehearsal may leave the disks, and what must
// hold in each: whatever was reported as done is there, and the station opens its record again, or
// refuses it with nothing lost.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { isFault } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { CrashingDisk, type Change, type Files } from "../disk/crashing-disk.fixture.ts";
import { openJournal, readRecord, RECORD_FILE } from "../journal/journal.ts";
import type { Happened } from "./disk-changes.fixture.ts";
import { entriesOf, linesOf } from "./left-behind.fixture.ts";

/** A state of the disks, with what had been reported before. Paths are absolute. */
export interface Crash {
  /** How many changes came before it. */
  readonly after: number;
  readonly files: Files;
  /** What programs saw when the coordinator last reported something, and now. */
  readonly told: Files;
  readonly now: Files;
  /** The files of simulated people and their HSM, which lost no power. */
  readonly others: Files;
  /** Whether these bytes were ever seen at this path. */
  readonly wasSeen: (path: string, bytes: Uint8Array) => boolean;
}

/**
 * The distinct crashes of a rehearsal; the same state again only if more was reported.
 * @param root the folder of the rehearsal. Locks, and files of simulated people and their HSM, do
 * not belong to a station
 * @param every the power is cut after one of this many changes
 * @param first the number of the first change after which it is; what came before succeeded
 */
export function* crashesOf(
  happened: readonly Happened[],
  root: string,
  draw: () => number,
  every = 1,
  first = 0,
): Generator<Crash> {
  const disk = new CrashingDisk(root);
  const states = new Set<string>();
  const seen = new Set<string>();
  const wasSeen = (path: string, bytes: Uint8Array) => seen.has(`${path} ${known(bytes)}`);
  let told: Files = new Map();
  for (const [after, one] of happened.entries()) {
    const before = told;
    if (one.kind === "told") told = own(disk.now);
    else applyTo(disk, one);
    const [now, others] = [own(disk.now), othersIn(disk.now)];
    for (const [path, bytes] of now) seen.add(`${path} ${known(bytes)}`);
    if (after < first || after % every !== 0 || (one.kind === "told" && sameFiles(before, told)))
      continue;
    for (const all of disk.crashes(one.kind === "told" ? "all" : "change", draw)) {
      const files = own(all);
      const key = `${digestOf(told)} ${digestOf(files)}`;
      if (states.has(key)) continue;
      states.add(key);
      yield { after, files, told, now, others, wasSeen };
    }
  }
}

/** Only files that a station may lose have unforced changes. */
function applyTo(disk: CrashingDisk, change: Change): void {
  disk.apply(change);
  if (!BESIDE.test(change.path)) return;
  for (const path of [change.path, dirname(change.path)]) disk.apply({ kind: "force", path });
}

/** Folders that belong to locks, or to the HSM and the storage of a rehearsal. */
const BESIDE = /\/(hsm|store|lock)\//;
const OTHERS = /\/(hsm|store)\/|\/papers\.json/;
const PASSING = /\/lock\/|\/tmp-\w+\//;

const own = (files: Files): Files =>
  new Map([...files].filter(([path]) => !OTHERS.test(path) && !PASSING.test(path)));

const othersIn = (files: Files): Files =>
  new Map([...files].filter(([path]) => OTHERS.test(path) && !PASSING.test(path)));

const sameFiles = (a: Files, b: Files): boolean => digestOf(a) === digestOf(b);

const digestOf = (files: Files): string =>
  sha256(
    [...files]
      .map(([path, bytes]) => `${path} ${known(bytes)}\n`)
      .sort()
      .join(""),
  );

const digests = new WeakMap<Uint8Array, string>();

function known(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? sha256(bytes);
  digests.set(bytes, digest);
  return digest;
}

const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** How a station continued its record after a crash: "opened", or the code of its refusal. */
export type TakenUp = string;

/**
 * What is wrong in this state, a sentence each, and how each station continued its record.
 * @returns `taken` of stations that had a record
 */
export function checkedCrash(crash: Crash): {
  readonly wrong: readonly string[];
  readonly taken: readonly TakenUp[];
} {
  const { files, told, now, wasSeen } = crash;
  const records = [...files].filter(([path]) => isRecord(path));
  const found = records.map(([path, bytes]) => {
    return { path, ...takenUp(bytes, linesOf(textOf(told.get(path))).join("")) };
  });
  const [stood, stands] = [onMedia(now), onMedia(files)];
  const wrong = [
    ...[...told.keys()]
      .filter((path) => isShown(path) && !isKept(crash, path))
      .map((path) => `${path} was told of, and is lost`),
    // An empty file that was not reported is a name without its file: on FAT every new one is that
    // for a moment, and all readers here ignore it.
    ...[...files]
      .filter(([path, bytes]) => isShown(path) && bytes.length > 0 && !wasSeen(path, bytes))
      .map(([path]) => `${path} is torn`),
    ...found.flatMap(({ path, lost }) => lost.map((what) => `${path}: ${what}`)),
    ...found
      .flatMap(({ named }) => named)
      .filter((one) => stood.has(one) && !stands.has(one))
      .map((one) => `the record names ${one}, which is lost`),
  ];
  return { wrong, taken: found.map(({ code }) => code) };
}

/** Each file by its medium, name and digest. An old medium has a longer name. */
const onMedia = (files: Files): ReadonlySet<string> =>
  new Set(
    [...files].map(([path, bytes]) => {
      const medium = basename(dirname(path)).replace(/^\.old-\d+-/, "");
      return `${medium}/${basename(path)} ${known(bytes)}`;
    }),
  );

const isRecord = (path: string): boolean =>
  basename(path) === RECORD_FILE && /\/(offline|connected)$/.test(dirname(path));

/** Neither a file aside, nor one that may be replaced: a record has a rule of its own. */
const isShown = (path: string): boolean =>
  !/\.(new|part|partial|received)(-\d+)?$/.test(path) && !isRecord(path);

/** Unchanged since it was reported, or replaced or removed by a later change. */
function isKept({ files, told, now }: Crash, path: string): boolean {
  const [there, then] = [files.get(path), told.get(path)];
  if (there === undefined) return !now.has(path);
  return then === undefined || same(there, then) || !same(now.get(path) ?? there, then);
}

/** By their digests: most files are the same in all states. */
const same = (a: Uint8Array, b: Uint8Array): boolean => known(a) === known(b);

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

interface Taken {
  readonly code: TakenUp;
  readonly lost: readonly string[];
  /** The files that its entries name, as far as they count. */
  readonly named: readonly string[];
}

/** Only what is read back matters here, so it is written to memory. */
const SCRATCH = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** The same record is in many states. */
const takenBefore = new Map<string, Taken>();

function takenUp(bytes: Uint8Array, told: string): Taken {
  const key = `${known(bytes)} ${sha256(told)}`;
  const taken = takenBefore.get(key) ?? takeUp(bytes, told);
  takenBefore.set(key, taken);
  return taken;
}

/** Opens a record as a station does, in a folder of its own, and continues it. */
function takeUp(bytes: Uint8Array, told: string): Taken {
  const folder = mkdtempSync(join(SCRATCH, "sd-crash-"));
  const kept = (text: string): readonly string[] =>
    text.startsWith(told) ? [] : ["entries that were told of are lost"];
  try {
    writeFileSync(join(folder, RECORD_FILE), bytes);
    const journal = openJournal({ folder, station: "offline", clock: () => new Date() });
    const text = textOf(journal.bytes());
    fold(journal.entries);
    const [next] = journal.append([{ by: "administrator", type: "noted", data: {} }]);
    journal.close();
    const isSound = readRecord(folder)?.head === next?.hash;
    return {
      code: "opened",
      lost: [...kept(text), ...(isSound ? [] : ["it does not go on"])],
      named: namedIn(text),
    };
  } catch (error) {
    if (!isFault(error)) throw error;
    // Nothing is lost: what was reported is at its beginning, for people to examine.
    return { code: error.code, lost: kept(textOf(bytes)), named: namedIn(told) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files that a record's entries name, with the digests that they have. */
const namedIn = (text: string) =>
  entriesOf(text)
    .filter(({ type }) => type !== "noted")
    .flatMap(({ data }) => data.files ?? [])
    // In some entries they have names alone.
    .filter((named) => typeof named === "object" && "sha256" in named)
    .map(({ label, name, sha256: sha }) => `${label}/${name} ${sha}`);

/** Writes such a state below another folder. */
export function putDown(files: Files, from: string, to: string): void {
  for (const [path, bytes] of files) {
    const at = join(to, path.slice(from.length));
    mkdirSync(dirname(at), { recursive: true, mode: 0o700 });
    writeFileSync(at, bytes, { mode: 0o600 });
  }
}
