// Durable files on a station's own disk: written aside, forced down, read back, then shown.
// Removable media have rules of their own (electron/media). System errors are thrown as they come;
// each room turns them into its own codes.
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { equal } from "../../crypto/index.ts";
import { systemCode } from "./refusal.ts";
import { removeFile } from "./remove.ts";

/** Makes a folder only its owner may read, and the folders above it, durably. */
export function makeFolder(folder: string): void {
  // One by one: node's recursive mkdir calls a read-only disk a missing folder.
  if (isFolder(folder)) return;
  const above = dirname(folder);
  // What has nothing above it is a drive that is not there: to make it fails as it should.
  if (above !== folder) makeFolder(above);
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
export function writeNew(folder: string, name: string, bytes: Uint8Array): boolean {
  if (bytes.length > 0) dropReserved(join(folder, name));
  return unlessTaken(() =>
    aside(folder, name, bytes, (temporary, path) => nameNew(temporary, path, bytes)),
  );
}

/** Removes the empty file that a crash leaves of a name that was reserved (`nameNew`). */
export function dropReserved(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isFile() === true && there.size === 0) unlinkSync(path);
}

/** So long a rename is tried again, and so long it waits in between, in milliseconds. */
const LOCKED_MS = 5000;
const PAUSE_MS = 50;

/** Renames a file or a folder. On Windows a scanner may have it open for a moment: then it is tried again. */
function rename(from: string, to: string): void {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isLocked = ["EACCES", "EBUSY", "EPERM"].includes(systemCode(error) ?? "");
      if (process.platform !== "win32" || !isLocked || waited >= LOCKED_MS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

/**
 * As `rename`, durably. On FAT a file's entry says where it lies and how long it is, and is written with
 * the file alone: until that is forced again, a power cut leaves an empty file under the new name.
 */
export function renameDurably(from: string, to: string): void {
  rename(from, to);
  // Only Windows wants the right to write for it.
  const file = openSync(to, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dirname(to));
}

/** Renames a folder durably. Nothing may be in the way: another folder under that name is an error. */
export function renameFolder(from: string, to: string): void {
  if (existsSync(to)) throw Object.assign(new Error(), { code: "EEXIST" });
  rename(from, to);
  syncFolder(dirname(to));
}

/** Puts a file durably in the place of the one before: at each moment there is one, whole. */
export const replace = (folder: string, name: string, bytes: Uint8Array): void =>
  aside(folder, name, bytes, renameDurably);

/** How a file system says that it has no links: exFAT, on Linux, by FUSE, on macOS, on Windows. */
const NO_LINKS: readonly (string | null)[] = ["EPERM", "ENOSYS", "ENOTSUP", "EISDIR"];

/**
 * Gives a file that is whole its name, durably, and reads it back by it. A link never replaces
 * another file, and neither does a rename over a name that only one program can reserve: a crash in
 * between leaves an empty file. After an error the name is free again.
 * @param movable where there are no links, the file that is moved: the one aside unless told
 * @throws EEXIST where the name is taken
 */
export function nameNew(
  from: string,
  path: string,
  bytes: Uint8Array,
  movable: () => string = () => from,
): void {
  const isLinked = linked(from, path);
  const moved = isLinked ? from : movable();
  if (!isLinked) reserve(path);
  try {
    if (isLinked) syncFolder(dirname(path));
    else renameDurably(moved, path);
    if (!equal(readFileSync(path), bytes)) throw new DiskLies();
  } catch (error) {
    takeBack(moved, path);
    throw error;
  }
}

function linked(from: string, path: string): boolean {
  try {
    linkSync(from, path);
    return true;
  } catch (error) {
    if (!NO_LINKS.includes(systemCode(error))) throw error;
    return false;
  }
}

/** Makes an empty file, which only one program can. @throws EEXIST */
export function reserve(path: string): void {
  const { O_CREAT, O_EXCL, O_WRONLY } = constants;
  closeSync(openSync(path, O_WRONLY | O_CREAT | O_EXCL, 0o600));
}

/** Whether the work was done; false where a name was taken. */
export function unlessTaken(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    return false;
  }
}

/** The file stays where it was; a disk that fails at this too is left as it is. */
function takeBack(from: string, path: string): void {
  try {
    if (existsSync(from)) unlinkSync(path);
    else rename(path, from);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

/** So often a device may be busy before that counts as a failure. */
const BUSY_MAX = 1000;

/**
 * Writes all bytes to an open file. A short write goes on; one of nothing is a failure.
 * @param place where in the file; null where it stands
 */
export function writeAll(file: number, bytes: Uint8Array, place: number | null = null): void {
  let busy = 0;
  for (let done = 0; done < bytes.length;) {
    const at = place === null ? null : place + done;
    try {
      const written = writeSync(file, bytes, done, bytes.length - done, at);
      if (written === 0) throw new DiskLies();
      done += written;
    } catch (error) {
      if (systemCode(error) !== "EAGAIN" || ++busy > BUSY_MAX) throw error;
    }
  }
}

/** Makes a file, which must not be there yet: written, forced down, read back. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (!equal(readFileSync(path), bytes)) throw new DiskLies();
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

/**
 * Reads back before the file is shown: a failure is found while the old one still stands. What a
 * crash leaves of it the next write of this name removes.
 */
function aside(
  folder: string,
  name: string,
  bytes: Uint8Array,
  show: (temporary: string, path: string) => void,
): void {
  const temporary = join(folder, `${name}.new`);
  removeFile(temporary);
  try {
    writeWhole(temporary, bytes);
    show(temporary, join(folder, name));
  } finally {
    removeFile(temporary);
  }
}
