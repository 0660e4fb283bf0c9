// Photographs of seals: files in a folder, each named after the number of its bag, or of a bag in
// the earlier record. They are read and hashed, and never decoded here.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isFault, sha256Hex } from "../../crypto/index.ts";
import {
  folded,
  numbersRead,
  PHOTOGRAPHS_MAX,
  photographsBefore,
  type Photographed,
  type State,
} from "../ceremony/ceremony.ts";
import { readPlain } from "../disk/read-plain.ts";
import { fault } from "./faults.ts";

/** A photograph that was brought: its place, its name without the folder, SHA-256 in hex. */
export interface PhotographFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly form: "jpeg" | "png";
}

/** Twice the size of a telephone's largest. */
export const PHOTOGRAPH_BYTES_MAX = 16 * 1024 * 1024;

const NAMED = /^[^.].*\.(jpe?g|png)$/i;
const FORMS = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const;

/** The photographs in a folder, by name; other endings are ignored. @throws Fault E-PHOTO-FILES */
export function readPhotographs(folder: string): readonly PhotographFile[] {
  try {
    const names = readdirSync(folder).filter((name) => NAMED.test(name));
    if (names.length === 0 || names.length > PHOTOGRAPHS_MAX) throw fault("E-PHOTO-FILES");
    return names.toSorted().map((name) => readOne(join(folder, name), name));
  } catch (error) {
    throw isFault(error) ? error : fault("E-PHOTO-FILES");
  }
}

function readOne(path: string, name: string): PhotographFile {
  const bytes = readPlain(path, PHOTOGRAPH_BYTES_MAX, false);
  const form = bytes === null ? null : formOf(bytes);
  if (bytes === null || form === null) throw fault("E-PHOTO-FILES");
  return { path, name, sha256: sha256Hex(bytes), size: bytes.length, form };
}

/** By its first bytes, as a decoder recognises it; null for anything else. */
function formOf(bytes: Uint8Array): PhotographFile["form"] | null {
  const begins = (with_: readonly number[]): boolean => with_.every((byte, i) => bytes[i] === byte);
  return begins(FORMS.jpeg) ? "jpeg" : begins(FORMS.png) ? "png" : null;
}

/**
 * Those that can be recorded now: new ones, of bags whose numbers were read in this ceremony. If
 * the object's previous photograph was brought too, it is recorded as shown beside it.
 */
export function newPhotographs(
  state: State,
  files: readonly PhotographFile[],
): readonly Photographed[] {
  const before = photographsBefore(state);
  const known = [...before, ...(state.standing.photographs ?? [])].map(({ sha256 }) => sha256);
  const fresh = files.filter(({ sha256 }) => !known.includes(sha256));
  const read = numbersRead(state);
  return read.flatMap((bag): readonly Photographed[] => {
    const isOfAnother = (name: string): boolean =>
      read.some(({ object, seal }) => object !== bag.object && isNamedAfter(name, seal));
    const last = before.find(
      (one) => one.object === bag.object && files.some(({ sha256 }) => sha256 === one.sha256),
    );
    return fresh
      .filter(({ name }) => isNamedAfter(name, bag.seal) && !isOfAnother(name))
      .map(({ sha256, size }) => ({ ...bag, sha256, size, before: last?.sha256 ?? "" }));
  });
}

/** "0048 2213" names "0048-2213.jpg" and "00482213 (2).png": letters and digits count. */
const isNamedAfter = (name: string, seal: string): boolean =>
  lettersOf(seal) !== ""
  && lettersOf(name.replace(/(\s*\(\d+\))?\.[^.]+$/, "")) === lettersOf(seal);

const lettersOf = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
