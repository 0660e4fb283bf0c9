// Durable files on a station's own disk: written aside, forced down, read back, then shown.
// Removable media have rules of their own (electron/media). System errors are thrown as they come;
// each room turns them into its own codes.
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { equal, isFault } from "../../crypto/index.ts";

/** The system's own code (ENOENT, EEXIST, ...), or null for an error of another kind. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || isFault(error) || !("syscall" in error)) return null;
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Makes a folder only its owner may read, and the folders above it, durably. */
export function makeFolder(folder: string): void {
  // One by one: node's recursive mkdir calls a read-only disk a missing folder.
  if (isFolder(folder)) return;
  const above = dirname(folder);
  makeFolder(above);
  try {
    mkdirSync(folder, 0o700);
  } catch (error) {
    // Another process, just now; but a file of that name is no folder.
    if (systemCode(error) !== "EEXIST" || !isFolder(folder)) throw error;
  }
  syncFolder(above);
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The bytes of a file, or null where there is none.
 * @throws `tooLarge`'s error, before reading, when it has more than `max` bytes
 */
export function readIfThere(
  path: string,
  max = Number.POSITIVE_INFINITY,
  tooLarge: () => Error = () => new RangeError(),
): Uint8Array | null {
  try {
    if (statSync(path).size > max) throw tooLarge();
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Writes a new file durably; false, and nothing done, where the name is taken. */
export const writeNew = (folder: string, name: string, bytes: Uint8Array): boolean =>
  aside(folder, name, bytes, (temporary, path) => {
    try {
      linkSync(temporary, path);
      return true;
    } catch (error) {
      if (systemCode(error) === "EEXIST") return false;
      throw error;
    }
  });

/** Puts a file durably in the place of the one before: at each moment there is one, whole. */
export function replace(folder: string, name: string, bytes: Uint8Array): void {
  aside(folder, name, bytes, renameSync);
}

/** Writes all bytes to an open file. A short write goes on; one of nothing is a failure. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const written = writeSync(file, bytes, done);
    if (written === 0) throw new DiskLies();
    done += written;
  }
}

/** Forces a folder's names to the disk. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const open = openSync(folder, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** The disk took other bytes than it was given; as a system error of the kind EIO. */
export class DiskLies extends Error {
  readonly syscall = "write";
  readonly code = "EIO";
}

/** Reads back before the file is shown: a failure is found while the old one still stands. */
function aside<Result>(
  folder: string,
  name: string,
  bytes: Uint8Array,
  show: (temporary: string, path: string) => Result,
): Result {
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
    if (!equal(readFileSync(temporary), bytes)) throw new DiskLies();
    return show(temporary, join(folder, name));
  } finally {
    rmSync(temporary, { force: true });
    syncFolder(folder);
  }
}
