// Searches a medium for private keys and shares, where none may be: on its way to the connected
// station.
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { systemCode } from "../disk/refusal.ts";
import { archiveAt, type ArchiveKind } from "./archive.ts";
import { fault } from "./faults.ts";
import { statOf } from "./folder.ts";
import { atMedium, type Medium } from "./medium.ts";
import { OF_SYSTEMS } from "./name.ts";
import {
  isSecretText,
  isShareFile,
  LONGEST_FORM,
  SHARE_FILE_MAX,
  startsSecret,
} from "./secret-forms.ts";

/** Beyond these it is no transfer medium; a search that gives up must not look like a clean one. */
const THINGS_MAX = 10_000;
const DEPTH_MAX = 8;
const BYTES_MAX = 256 * 1024 * 1024;
const PIECE = 1024 * 1024;

/**
 * The files, in folders too, that hold a private key or a share, whatever they are called: a PEM
 * label or a key as JSON, as XML or spelled out anywhere in them, also as UTF-16, escaped, or as
 * base64 of base64; DER or PKCS#12, also behind a few bytes, as bare base64 or as hexadecimal; one
 * share alone (`secret-forms.ts`). Archives are not looked into (`checkNoSecrets`). Links, devices and pipes are not
 * followed or opened. A system's own folder at the top that lets nobody of us in is passed over:
 * nobody of us has put anything there.
 * @returns paths within the medium with `/`; characters beyond `A-Za-z0-9._/-` as `?`
 * @throws Fault E-MEDIA-CROWDED, -GONE, -OTHER, -MARKER, -READONLY, -IO, E-RESOURCE
 */
export const findSecrets = (medium: Medium): readonly string[] => searchMedium(medium).secrets;

/** What a search comes to. */
export interface Searched {
  /** Files with a secret in them, as `findSecrets` names them. */
  readonly secrets: readonly string[];
  /** Kinds of archives that are there: nothing looked into them. Each once. */
  readonly archives: readonly ArchiveKind[];
}

/**
 * As `findSecrets`, with the archives.
 * @param told how many bytes were searched, of how many
 */
export const searchMedium = (
  medium: Medium,
  told: (done: number, of: number) => void = () => undefined,
): Searched =>
  atMedium(medium, () => {
    const search = { things: 0, bytes: 0 };
    const root = Buffer.from(medium.folder);
    let done = 0;
    const files = filesUnder(root, 0, search).map((path) => {
      told(done, search.bytes);
      done += Number(statOf(path)?.size ?? 0n);
      return { path, ...lookInto(path) };
    });
    const secrets = files
      .filter(({ isSecret }) => isSecret)
      .map(({ path }) => path.subarray(root.length + 1).toString("latin1"))
      .map((name) => name.replace(/[^A-Za-z0-9._/-]/g, "?"))
      .sort();
    const archives = files.flatMap(({ archive }) => archive ?? []);
    return { secrets, archives: [...new Set(archives)].sort() };
  });

/**
 * @param found is given the files before the refusal
 * @throws Fault E-MEDIA-SECRET where the search found any; E-MEDIA-ARCHIVE where an archive is
 *   there, which could hold one; else as `found`
 */
export function checkSearched(
  { secrets, archives }: Searched,
  found: (files: readonly string[]) => void = () => undefined,
): void {
  if (secrets.length > 0) {
    found(secrets);
    throw fault("E-MEDIA-SECRET");
  }
  if (archives.length > 0) throw fault("E-MEDIA-ARCHIVE", { kinds: archives.join(", ") });
}

/** Searches a medium in this process. @throws Fault as `findSecrets`, and as `checkSearched` */
export const checkNoSecrets = (medium: Medium): void => checkSearched(searchMedium(medium));

/** How much there is to look at. */
interface Search {
  things: number;
  bytes: number;
}

/** Paths as bytes: a name that is not UTF-8 would otherwise be passed over. */
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

/** What is in a folder; of one that a system keeps to itself, nothing. */
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

/** What one file is. */
interface Look {
  readonly isSecret: boolean;
  readonly archive: ArchiveKind | null;
}

const NO_FILE: Look = { isSecret: false, archive: null };

function lookInto(path: Buffer): Look {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const piece = new Uint8Array(PIECE);
  try {
    if (!fstatSync(file).isFile()) return NO_FILE;
    const archive = archiveAt(piece.subarray(0, readSync(file, piece, 0, PIECE, 0)));
    return { archive, isSecret: isSecretIn(file, piece) };
  } finally {
    piece.fill(0);
    closeSync(file);
  }
}

function isSecretIn(file: number, piece: Uint8Array): boolean {
  let end = "";
  let bytes = 0;
  const next = (): number => readSync(file, piece, 0, PIECE, bytes);
  for (let read = next(); read > 0; read = next()) {
    const found = piece.subarray(0, read);
    if (bytes === 0 && startsSecret(found)) return true;
    if (bytes === 0 && read <= SHARE_FILE_MAX && isShareFile(found)) return true;
    // A file may grow while it is searched.
    bytes += read;
    if (bytes > BYTES_MAX) throw fault("E-MEDIA-CROWDED");
    const text = end + plain(found);
    if (isSecretText(text)) return true;
    end = text.slice(-LONGEST_FORM);
  }
  return false;
}

/** One character a byte, without the zero bytes that UTF-16 puts between plain letters. */
const plain = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
