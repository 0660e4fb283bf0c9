// Durable files in the record's folder: written aside, forced to the disk, read back, then shown.
import {
  closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync,
  statSync, writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { equal, isFault } from "../../crypto/index.ts";
import { RECORD_BYTES_MAX } from "./chain.ts";
import { fault } from "./faults.ts";

/**
 * Runs what touches the disk; the system's errors become faults.
 * @throws Fault E-LOG-SPACE, -READONLY, -IO
 */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    if (code === "ENOSPC" || code === "EDQUOT") throw fault("E-LOG-SPACE");
    if (["EROFS", "EACCES", "EPERM"].includes(code)) throw fault("E-LOG-READONLY");
    throw fault("E-LOG-IO");
  }
}

/** The system's own code (ENOENT, EEXIST, ...), or null for an error of another kind. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || isFault(error) || !("syscall" in error)) return null;
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Makes a folder only its owner may read, and the folders above it, durably. */
export function makeFolder(folder: string): void {
  // One by one: node's recursive mkdir calls a read-only disk a missing folder.
  if (existsSync(folder)) return;
  const above = dirname(folder);
  makeFolder(above);
  try {
    mkdirSync(folder, 0o700);
  } catch (error) {
    // Another process, just now.
    if (systemCode(error) !== "EEXIST") throw error;
  }
  syncFolder(above);
}

/** The bytes of a file, or null where there is none. @throws Fault E-LOG-SIZE */
export function readIfThere(path: string): Uint8Array | null {
  try {
    if (statSync(path).size > RECORD_BYTES_MAX) throw fault("E-LOG-SIZE");
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Writes a new file durably; false, and nothing done, where the name is taken. */
export function writeNew(folder: string, name: string, bytes: Uint8Array): boolean {
  return aside(folder, name, bytes, (temporary, path) => {
    try {
      linkSync(temporary, path);
      return true;
    } catch (error) {
      if (systemCode(error) === "EEXIST") return false;
      throw error;
    }
  });
}

/** Puts a file durably in the place of the one before: at each moment there is one, whole. */
export function replace(folder: string, name: string, bytes: Uint8Array): void {
  aside(folder, name, bytes, renameSync);
}

/** Writes all bytes to an open file. A short write goes on; one of nothing is a failure. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const written = writeSync(file, bytes, done);
    if (written === 0) throw fault("E-LOG-IO");
    done += written;
  }
}

/** Reads back before the file is shown: a failure is found while the old one still stands. */
function aside<T>(
  folder: string, name: string, bytes: Uint8Array, show: (temporary: string, path: string) => T,
): T {
  const temporary = join(folder, `${name}.new`);
  rmSync(temporary, { force: true });
  try {
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!equal(readFileSync(temporary), bytes)) throw fault("E-LOG-IO");
    return show(temporary, join(folder, name));
  } finally {
    rmSync(temporary, { force: true });
    syncFolder(folder);
  }
}

/** Forces a folder's names to the disk. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const open = openSync(folder, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
