// A file at a place that a person chose, on a disk or a stick: whole or not at all, and never over
// another. System errors are thrown as they come.
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { equal, random, toHex } from "../../crypto/index.ts";
import { DiskLies, syncFolder, systemCode, writeAll } from "./disk.ts";

/**
 * Writes a new file durably: aside, forced down, read back, then given its name.
 * @returns false, with nothing done, where the name is taken
 */
export function handOut(path: string, bytes: Uint8Array): boolean {
  const made: string[] = [];
  try {
    give(
      putAside(path, bytes, (at) => made.push(at)),
      path,
    );
    keep(dirname(path), path);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    try {
      for (const aside of made) unlinkSync(aside);
    } catch {
      // The medium is gone, or takes no more changes.
    }
  }
}

/**
 * Writes a file under a hidden name beside the one it is meant for, forces it to the disk and reads
 * it back.
 * @param began is told the hidden path as soon as something stands there
 * @returns the hidden path
 */
export function putAside(
  path: string,
  bytes: Uint8Array,
  began: (aside: string) => unknown,
): string {
  const aside = join(dirname(path), `.${basename(path).slice(0, 100)}.${toHex(random(6))}.part`);
  const fd = openSync(aside, "wx", 0o600);
  began(aside);
  fill(fd, bytes);
  if (!equal(readFileSync(aside), bytes)) throw new DiskLies();
  return aside;
}

/** link(2) never overwrites; file systems without it (exFAT) get an exclusive copy of the bytes. */
export function give(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if (systemCode(error) !== "EPERM" && systemCode(error) !== "ENOTSUP") throw error;
    copyExclusively(aside, path);
  }
}

function copyExclusively(aside: string, path: string): void {
  const fd = openSync(path, "wx", 0o600);
  try {
    fill(fd, readFileSync(aside));
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
}

function fill(fd: number, bytes: Uint8Array): void {
  try {
    writeAll(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** A name that the disk may forget is taken back. */
function keep(folder: string, path: string): void {
  try {
    syncFolder(folder);
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
}
