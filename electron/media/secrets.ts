// Searches a medium for private keys, where none may be: on its way to the connected station.
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { fault } from "./faults.ts";
import { statOf } from "./folder.ts";
import { atMedium, type Medium } from "./medium.ts";
import { OF_SYSTEMS } from "./name.ts";
import { systemCode } from "./system-error.ts";

/** PEM labels of private keys, of every kind and of OpenPGP, encrypted or not. */
const LABEL = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/i;
/** No label is longer, in characters. */
const LABEL_LENGTH = 70;

/** Beyond these it is no transfer medium; a search that gives up must not look like a clean one. */
const THINGS_MAX = 10_000;
const DEPTH_MAX = 8;
const BYTES_MAX = 256 * 1024 * 1024;
const PIECE = 1024 * 1024;

/**
 * The files, in folders too, in whose content a private key's PEM label stands: anywhere, also as
 * UTF-16. Links, devices and pipes are not followed or opened. A system's own folder at the top
 * that lets nobody of us in is passed over: nobody of us has put anything there.
 * @returns paths within the medium with `/`; characters beyond `A-Za-z0-9._/-` as `?`
 * @throws Fault E-MEDIA-CROWDED, -GONE, -OTHER, -MARKER, -READONLY, -IO, E-RESOURCE
 */
export function findSecrets(medium: Medium): readonly string[] {
  return atMedium(medium, () => {
    const search = { things: 0, bytes: 0 };
    const root = Buffer.from(medium.folder);
    return filesUnder(root, 0, search)
      .filter(holdsSecret)
      .map((path) => path.subarray(root.length + 1).toString("latin1"))
      .map((name) => name.replace(/[^A-Za-z0-9._/-]/g, "?"))
      .sort();
  });
}

/** @throws Fault E-MEDIA-SECRET where `findSecrets` finds any; else as that */
export function judgeNoSecrets(medium: Medium): void {
  if (findSecrets(medium).length > 0) throw fault("E-MEDIA-SECRET");
}

/** How much there is to look at. */
interface Search {
  things: number;
  bytes: number;
}

/** Paths as bytes: a name that is not UTF-8 would otherwise be passed over. */
function filesUnder(folder: Buffer, depth: number, search: Search): readonly Buffer[] {
  return entriesOf(folder, depth).flatMap((entry): readonly Buffer[] => {
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
}

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

function holdsSecret(path: Buffer): boolean {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const piece = new Uint8Array(PIECE);
  try {
    if (!fstatSync(file).isFile()) return false;
    let end = "";
    let bytes = 0;
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      // A file may grow while it is searched.
      bytes += read;
      if (bytes > BYTES_MAX) throw fault("E-MEDIA-CROWDED");
      const text = end + plain(piece.subarray(0, read));
      if (LABEL.test(text)) return true;
      end = text.slice(-LABEL_LENGTH);
    }
    return false;
  } finally {
    piece.fill(0);
    closeSync(file);
  }
}

/** One character a byte, without the zero bytes that UTF-16 puts between plain letters. */
const plain = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
