// A file at a place that a person chose, on a disk or a stick: complete or not at all, and never
// over another. System errors are thrown unchanged.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { random, toHex } from "../../crypto/index.ts";
import { nameNew, unlessTaken, writeWhole } from "./disk.ts";
import { removeFile } from "./remove.ts";

/**
 * Durably writes a new file: aside, forced, read back, then named.
 * @returns false, with nothing done, if the name exists
 */
export function handOut(path: string, bytes: Uint8Array): boolean {
  const made: string[] = [];
  try {
    const aside = putAside(path, bytes, (at) => made.push(at));
    return unlessTaken(() => nameNew(aside, path, bytes));
  } finally {
    try {
      for (const aside of made) removeFile(aside);
    } catch {
      // The medium is gone, or accepts no more changes.
    }
  }
}

/**
 * Writes a file under a hidden name beside its target, forces it to the disk and reads it back.
 * @param began gets the hidden path before the file exists
 * @returns the hidden path
 */
export function putAside(
  path: string,
  bytes: Uint8Array,
  began: (aside: string) => unknown,
): string {
  const aside = join(dirname(path), `${beforeAside(path)}${toHex(random(6))}.part`);
  began(aside);
  writeWhole(aside, bytes);
  return aside;
}

/** Hidden files of killed programs for this target. @throws the system's errors */
export function leftAside(path: string): readonly string[] {
  const [folder, before] = [dirname(path), beforeAside(path)];
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile()
        && entry.name.startsWith(before)
        && /^[0-9a-f]{12}\.part$/.test(entry.name.slice(before.length)),
    )
    .map((entry) => join(folder, entry.name));
}

/** Fifty characters have at most 200 bytes; a name may have 255. */
const beforeAside = (path: string): string => `.${[...basename(path)].slice(0, 50).join("")}.`;
