// A bundle of evidence in a folder that somebody names: one with more than a record in it.
import { readdirSync, statSync } from "node:fs";
import { readFolder } from "../disk/read-folder.ts";
import { BUNDLE, BUNDLE_LIMITS } from "../evidence/bundle.ts";

/** What no other folder with a record has: one of these alone says that it was meant for one. */
const MARKS: readonly string[] = [
  BUNDLE.manifest,
  BUNDLE.script,
  BUNDLE.notIncluded,
  "certificates",
  "papers",
];

/**
 * The files of the bundle at this place, by path, as `checkBundle` takes them; null where it is no
 * bundle: a file, or a folder with a record alone.
 * Errors of the system are thrown as they come.
 */
export function bundleAt(place: string): ReadonlyMap<string, Uint8Array | null> | null {
  if (!isFolder(place)) return null;
  const isBundle = readdirSync(place).some((name) => MARKS.includes(name));
  return isBundle ? readFolder(place, BUNDLE_LIMITS) : null;
}

/** What cannot be looked at is no folder: it is refused where a record is looked for. */
function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
