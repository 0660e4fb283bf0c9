// Durable files on a station's own disk: written aside, forced, read back, then shown. Removable
// media have rules of their own (electron/media). System errors are thrown unchanged; each room
// turns them into its own codes.
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

/** Durably makes a folder that only its owner may read, and its parents. */
export function makeFolder(folder: string): void {
  // One by one: node's recursive mkdir reports a read-only disk as a missing folder.
  if (isFolder(folder)) return;
  const above = dirname(folder);
  // Without a parent it is a missing drive: making it fails as it should.
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, 0o700);
  } catch (error) {
    // Another process made it just now; a file of that name is no folder.
    if (systemCode(error) !== "EEXIST" || !isFolder(folder)) throw error;
  }
  syncFolder(above);
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The bytes of a file, or null if there is none.
 * @throws `tooLarge`'s error, before reading, if it has more than `max` bytes
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

/** Durably writes a new file; false, and nothing done, if the name exists. */
export function writeNew(folder: string, name: string, bytes: Uint8Array): boolean {
  if (bytes.length > 0) dropReserved(join(folder, name));
  return unlessTaken(() =>
    aside(folder, name, bytes, (temporary, path) => nameNew(temporary, path, bytes)),
  );
}

/** Removes the empty file that a crash leaves under a reserved name (`nameNew`). */
export function dropReserved(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isFile() === true && there.size === 0) unlinkSync(path);
}

/** How long a rename is retried, and how long it waits in between, in milliseconds. */
const LOCKED_MS = 5000;
const PAUSE_MS = 50;

/** Renames a file or a folder. On Windows a scanner may have it open for a moment, so it is retried. */
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
 * As `rename`, durably. A FAT entry contains a file's place and length, and is written only with
 * the file: until that is forced again, a power cut leaves an empty file under the new name.
 */
export function renameDurably(from: string, to: string): void {
  rename(from, to);
  // Only Windows requires write access for it.
  const file = openSync(to, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dirname(to));
}

/** Durably renames a folder. An existing folder of that name is an error. */
export function renameFolder(from: string, to: string): void {
  if (existsSync(to)) throw Object.assign(new Error(), { code: "EEXIST" });
  rename(from, to);
  syncFolder(dirname(to));
}

/** Durably replaces a file: there is a complete one at every moment. */
export const replace = (folder: string, name: string, bytes: Uint8Array): void =>
  aside(folder, name, bytes, renameDurably);

/** How file systems without links (exFAT) refuse them: Linux, FUSE, macOS, Windows. */
const NO_LINKS: readonly (string | null)[] = ["EPERM", "ENOSYS", "ENOTSUP", "EISDIR"];

/**
 * Durably gives a complete file its name, and reads it back by that name. A link never replaces
 * another file, and neither does a rename over a name that only one program can reserve: a crash in
 * between leaves an empty file. After an error the name is free again.
 * @param movable without links, the file to move: by default the one aside
 * @throws EEXIST if the name exists
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

/** Whether the work was done; false if a name existed. */
export function unlessTaken(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    return false;
  }
}

/** The file stays where it was; if the disk refuses this too, it is left as it is. */
function takeBack(from: string, path: string): void {
  try {
    if (existsSync(from)) unlinkSync(path);
    else rename(path, from);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

/** How often a device may be busy before that is an error. */
const BUSY_MAX = 1000;

/**
 * Writes all bytes to an open file. A short write is continued; one of nothing is an error.
 * @param place offset in the file; null for the current one
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

/** Makes a new file: written, forced, read back. */
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

/** The disk stored other bytes than it was given; a system error of the kind EIO. */
export class DiskLies extends Error {
  readonly syscall = "write";
  readonly code = "EIO";
}

/**
 * Reads back before the file is shown: an error is found while the old one still exists. The next
 * write of this name removes what a crash leaves.
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
