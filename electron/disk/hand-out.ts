// A file at a place that a person chose, on a disk or a stick: whole or not at all, and never over
// another. System errors are thrown as they come.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { random, toHex } from "../../crypto/index.ts";
import { nameNew, unlessTaken, writeWhole } from "./disk.ts";
import { removeFile } from "./remove.ts";

/**
 * Writes a new file durably: aside, forced down, read back, then given its name.
 * @returns false, with nothing done, where the name is taken
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
      // The medium is gone, or takes no more changes.
    }
  }
}

/**
 * Writes a file under a hidden name beside the one it is meant for, forces it to the disk and reads
 * it back.
 * @param began is told the hidden path before anything stands there
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

/** What killed programs left aside for this file. @throws the system's errors */
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
