// A file at a place that a person chose, on a disk or a stick: complete or not at all, and over
// another only if a person wants that one changed. System errors are thrown unchanged.
import { chmodSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { random, toHex } from "../../crypto/index.ts";
import { nameNew, renameDurably, unlessTaken, writeWhole } from "./disk.ts";
import { removeFile } from "./remove.ts";

/**
 * Durably writes a new file: aside, forced, read back, then named.
 * @returns false, with nothing done, if the name exists
 */
export const handOut = (path: string, bytes: Uint8Array): boolean =>
  throughAside(path, bytes, (aside) => unlessTaken(() => nameNew(aside, path, bytes)));

/**
 * Durably replaces a file, in the same way; its permissions stay. Of a link, the file that it leads to.
 * @param isAsRead whether it is still what people saw: asked last of all
 * @returns false, with nothing done, if it is not
 */
export function handBack(
  path: string,
  bytes: Uint8Array,
  isAsRead: (there: string) => boolean,
): boolean {
  const there = realpathSync(path);
  return throughAside(there, bytes, (aside) => {
    chmodSync(aside, statSync(there).mode & 0o777);
    if (!isAsRead(there)) return false;
    renameDurably(aside, there);
    return true;
  });
}

function throughAside<Value>(
  path: string,
  bytes: Uint8Array,
  show: (aside: string) => Value,
): Value {
  const made: string[] = [];
  try {
    return show(putAside(path, bytes, (at) => made.push(at)));
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
