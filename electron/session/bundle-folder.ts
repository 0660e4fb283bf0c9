// A bundle of evidence in a folder: one with more than a record in it.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Script } from "../../ceremony-scripts/index.ts";
import { sha256Hex } from "../../crypto/index.ts";
import { FolderTooLarge, readFolder } from "../disk/read-folder.ts";
import { readPlain } from "../disk/read-plain.ts";
import { BUNDLE, BUNDLE_LIMITS, bundleTooLarge } from "../evidence/bundle.ts";
import { workingScript } from "./script-kept.ts";
import { checkRecordSize, RECORD_BYTES_MAX } from "../journal/verify.ts";

/** Files that no other folder with a record has: any of them marks a bundle. */
const MARKS: readonly string[] = [
  BUNDLE.manifest,
  BUNDLE.script,
  BUNDLE.notIncluded,
  "certificates",
  "papers",
];

/**
 * The files of the bundle at this place, by path, as `checkBundle` takes them; null if it is not a
 * bundle: a file, or a folder with a record alone. Errors of the system are thrown unchanged.
 * @throws Fault E-BUNDLE-FILES, E-BUNDLE-SIZE, E-LOG-SIZE, before anything is read
 */
export function bundleAt(place: string): ReadonlyMap<string, Uint8Array | null> | null {
  if (!isFolder(place)) return null;
  const isBundle = readdirSync(place).some((name) => MARKS.includes(name));
  if (!isBundle) return null;
  checkRecordSize(statSync(join(place, BUNDLE.record), { throwIfNoEntry: false })?.size ?? 0);
  try {
    return readFolder(place, BUNDLE_LIMITS);
  } catch (error) {
    throw error instanceof FolderTooLarge ? bundleTooLarge(error.what) : error;
  }
}

/**
 * The script in a bundle, if it is the one with this SHA-256 (hex) and can work; else null. Its
 * record must be trusted, because anyone can write both.
 */
export function scriptOfBundle(
  bundle: ReadonlyMap<string, Uint8Array | null> | null,
  sha256: string,
): Script | null {
  const bytes = bundle?.get(BUNDLE.script) ?? null;
  return bytes === null || sha256Hex(bytes) !== sha256 ? null : workingScript(bytes);
}

/**
 * The record in a named file; null if that is not a plain file. Errors of the system are thrown
 * unchanged.
 * @throws Fault E-LOG-SIZE, before anything is read
 */
export function recordIn(file: string): Uint8Array | null {
  checkRecordSize(statSync(file).size);
  return readPlain(file, RECORD_BYTES_MAX);
}

/** What cannot be read is not a folder: the search for a record refuses it. */
function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
