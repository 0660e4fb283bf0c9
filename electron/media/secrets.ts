// Searches a medium on its way to the connected station for private keys and shares.
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { systemCode } from "../disk/refusal.ts";
import { list, sentence, type Value } from "../text/sentence.ts";
import type { ArchiveKind } from "./search/archive.ts";
import { fault } from "./shared/faults.ts";
import { statOf } from "./folder.ts";
import { atMedium, type Medium } from "./medium.ts";
import { OF_SYSTEMS } from "./written-name.ts";
import type { Modulus } from "./search/factors.ts";
import {
  CLEAN,
  hasOwnNumber,
  lookInto,
  nothingSpent,
  spentBefore,
  type Look,
} from "./search/layers.ts";
import { moduliIn, MODULI_MAX } from "./search/moduli.ts";

/** Beyond these it is not a transfer medium; an incomplete search must not look like a clean one. */
const THINGS_MAX = 10_000;
const DEPTH_MAX = 8;
const BYTES_MAX = 256 * 1024 * 1024;
/** Of one file, which is read completely; a manifest names no larger one. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

/** What a ceremony knows about a medium that is searched. */
export interface SearchHints {
  /** Officers' certificates, PEM, which may not be on this medium. */
  readonly certificates: readonly string[];
  /**
   * SHA-256 (hex) of the HSM's answers, as they came: whatever they look like, they are never a
   * reason to keep a medium back, because an answer may be given only once. No HSM knows an
   * officer's key, so numbers of these keys are found in these files too.
   */
  readonly answers: readonly string[];
}

const NO_HINTS: SearchHints = { certificates: [], answers: [] };

/**
 * The files, also in folders, that contain a private key or a share, whatever they are called: in
 * each of a file's layers (`search/layers.ts`) by form, and by numbers that belong to a known
 * public key or one on the medium. Links, devices and pipes are not followed or opened. A system's
 * own folder at the top that this user may not enter is ignored: we have put nothing there.
 * @returns paths within the medium with `/`; characters beyond `A-Za-z0-9._/-` as `?`
 * @throws Fault E-MEDIA-CROWDED, -GONE, -OTHER, -MARKER, -READONLY, -IO, E-RESOURCE
 */
export const findSecrets = (medium: Medium, hints?: SearchHints): readonly string[] =>
  searchMedium(medium, hints).secrets;

/** The result of a search. */
export interface Searched {
  /** Files with a secret in them, as `findSecrets` names them. */
  readonly secrets: readonly string[];
  /** Kinds of archives that are there and were not searched. Each once. */
  readonly archives: readonly ArchiveKind[];
  /** Kinds of archives that answers of the HSM look like, by their names. */
  readonly answers: readonly ArchiveKind[];
  /** Whether everything else was searched to its end. */
  readonly isComplete: boolean;
}

/**
 * As `findSecrets`, with the archives.
 * @param told reports how many bytes were searched, of how many
 */
export const searchMedium = (
  medium: Medium,
  hints: SearchHints = NO_HINTS,
  told: (done: number, of: number) => void = () => undefined,
): Searched =>
  atMedium(medium, () => {
    const search = { things: 0, bytes: 0 };
    const root = Buffer.from(medium.folder);
    const paths = filesUnder(root, 0, search);
    const moduli = moduliOf(hints, paths);
    const spent = spentBefore(moduli);
    let done = 0;
    const files = paths.map((path) => {
      told(done, search.bytes);
      done += Number(statOf(path)?.size ?? 0n);
      const isAnswer = ANSWER.test(path.subarray(root.length + 1).toString("latin1"));
      const look = (bytes: Uint8Array): Look =>
        isKnown(bytes, hints)
          ? { ...CLEAN, isSecret: hasOwnNumber(bytes, moduli, spent.clean) }
          : lookInto(bytes, moduli, spent, isAnswer);
      return { path, isAnswer, ...withBytes(path, CLEAN, look) };
    });
    const secrets = files
      .filter(({ isSecret }) => isSecret)
      .map(({ path }) => path.subarray(root.length + 1).toString("latin1"))
      .map((name) => name.replace(/[^A-Za-z0-9._/-]/g, "?"))
      .sort();
    const kindsOf = (some: typeof files): readonly ArchiveKind[] =>
      [...new Set(some.flatMap(({ archive }) => archive ?? []))].sort();
    return {
      secrets,
      archives: kindsOf(files.filter(({ isAnswer }) => !isAnswer)),
      answers: kindsOf(files.filter(({ isAnswer }) => isAnswer)),
      isComplete: files.every(({ isSearched }) => isSearched),
    };
  });

/**
 * @param found gets the files before the refusal
 * @throws Fault E-MEDIA-SECRET if the search found any; E-MEDIA-ARCHIVE if there is an archive,
 * which could contain one; E-MEDIA-ANSWER if an answer looks like one, which must never be removed;
 * E-MEDIA-CROWDED if a limit ended the search; else as `found`
 */
export function checkSearched(
  { secrets, archives, answers, isComplete }: Searched,
  found: (files: readonly string[]) => void = () => undefined,
): void {
  if (secrets.length > 0) {
    found(secrets);
    throw fault("E-MEDIA-SECRET");
  }
  if (archives.length > 0) throw fault("E-MEDIA-ARCHIVE", { kinds: list(archives.map(named)) });
  if (answers.length > 0) throw fault("E-MEDIA-ANSWER", { kinds: list(answers.map(named)) });
  if (!isComplete) throw fault("E-MEDIA-CROWDED");
}

/** Most kinds have a name of their own. */
const named = (kind: ArchiveKind): Value =>
  kind === "encrypted PDF"
    ? sentence("media-faults.encryptedPdf")
    : kind === "PDF with LZW"
      ? sentence("media-faults.lzwPdf")
      : kind;

/** Searches a medium in this process. @throws Fault as `findSecrets`, and as `checkSearched` */
export const checkNoSecrets = (medium: Medium, hints?: SearchHints): void =>
  checkSearched(searchMedium(medium, hints));

/** Of the known keys, and those on the medium. @throws Fault E-MEDIA-CROWDED */
function moduliOf(hints: SearchHints, paths: readonly Buffer[]): readonly Modulus[] {
  const told = hints.certificates.flatMap((pem) => moduliIn(utf8(pem)));
  const there = paths.flatMap((path) => withBytes<readonly Modulus[]>(path, [], moduliIn));
  const moduli = new Map([...told, ...there].map((modulus) => [modulus.n, modulus]));
  if (moduli.size > MODULI_MAX) throw fault("E-MEDIA-CROWDED");
  return [...moduli.values()];
}

/** Whether an answer of the HSM would stop the search if it were not known as one. */
export function wouldStop(answer: Uint8Array): boolean {
  const { isSecret, archive, isSearched } = lookInto(answer, [], nothingSpent(), true);
  return isSecret || archive !== null || !isSearched;
}

/** An answer of the HSM at the top of a medium, or a part of one, by its name (`FILES.answer`). */
const ANSWER = /^[A-Za-z0-9._-]{1,64}\.received(?:\.partial(?:-[2-9])?)?$/;

const isKnown = (bytes: Uint8Array, { answers }: SearchHints): boolean =>
  answers.length > 0 && answers.includes(sha256Hex(bytes));

/** How much there is to search. */
interface Search {
  things: number;
  bytes: number;
}

/** Paths as bytes: a name that is not UTF-8 would otherwise be missed. */
const filesUnder = (folder: Buffer, depth: number, search: Search): readonly Buffer[] =>
  entriesOf(folder, depth).flatMap((entry): readonly Buffer[] => {
    const path = Buffer.concat([folder, Buffer.from("/"), entry]);
    const there = statOf(path);
    search.things += 1;
    if (search.things > THINGS_MAX) throw fault("E-MEDIA-CROWDED");
    search.bytes += Number(there?.size ?? 0n);
    if (search.bytes > BYTES_MAX) throw fault("E-MEDIA-CROWDED");
    if (there?.isFile() === true) return [path];
    if (there?.isDirectory() !== true) return [];
    if (depth === DEPTH_MAX) throw fault("E-MEDIA-CROWDED");
    return filesUnder(path, depth + 1, search);
  });

/** The entries of a folder; none for one that a system keeps to itself. */
function entriesOf(folder: Buffer, depth: number): readonly Buffer[] {
  try {
    return readdirSync(folder, { encoding: "buffer" });
  } catch (error) {
    const name = folder.subarray(folder.lastIndexOf("/") + 1).toString("latin1");
    const isSystems = depth === 1 && OF_SYSTEMS.includes(name);
    if (isSystems && ["EACCES", "EPERM"].includes(systemCode(error) ?? "")) return [];
    throw error;
  }
}

/** A file's bytes, wiped after use; `other` for anything but a file. @throws Fault E-MEDIA-CROWDED */
function withBytes<T>(path: Buffer, other: T, work: (bytes: Uint8Array) => T): T {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) return other;
    for (let looks = 1; ; looks++) {
      const { size } = fstatSync(file);
      if (size > FILE_BYTES_MAX) throw fault("E-MEDIA-CROWDED");
      const bytes = new Uint8Array(size);
      try {
        const read = readInto(file, bytes);
        if (read !== null) return work(bytes.subarray(0, read));
      } finally {
        bytes.fill(0);
      }
      // The file is growing: someone writes it, and the result is examined.
      if (looks === LOOKS_MAX) throw fault("E-MEDIA-CROWDED");
    }
  } finally {
    closeSync(file);
  }
}

/** How often a growing file is read. */
const LOOKS_MAX = 100;

/** The number of bytes; null if it grew meanwhile. */
function readInto(file: number, bytes: Uint8Array): number | null {
  let at = 0;
  for (;;) {
    const read = readSync(file, bytes, at, bytes.length - at, at);
    at += read;
    if (read === 0 || at === bytes.length) break;
  }
  return readSync(file, new Uint8Array(1), 0, 1, at) > 0 ? null : at;
}
