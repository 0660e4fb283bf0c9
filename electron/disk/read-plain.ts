// Reads one file from outside completely: nothing that waits, reacts to being opened, or has no
// end.
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import process from "node:process";

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

/**
 * The bytes of a plain file of at most `max` bytes; null for anything else (a folder, a pipe, a
 * device, a larger file, one that grows or shrinks meanwhile).
 * @param follows whether a link to a plain file counts
 * @throws the system's errors, ENOENT among them
 */
export function readPlain(path: string, max: number, follows = true): Uint8Array | null {
  const read = readLimited(path, max, follows);
  return typeof read === "string" ? null : read;
}

/** The first bytes of a plain file, at most `max`; empty for anything else. */
export function beginningOf(path: string, max: number): Uint8Array {
  const bytes = new Uint8Array(max);
  const file = openSync(path, process.platform === "win32" ? O_RDONLY : O_RDONLY | O_NONBLOCK);
  try {
    return fstatSync(file).isFile() ? bytes.subarray(0, readSync(file, bytes, 0, max, 0)) : NONE;
  } finally {
    closeSync(file);
  }
}

const NONE = new Uint8Array();

/** Why nothing was read: not a plain file, too large, or changed while it was read. */
export type Unread = "kind" | "size" | "changing";

/** As `readPlain`, with the reason if nothing was read. */
export function readLimited(path: string, max: number, follows = true): Uint8Array | Unread {
  const windows = process.platform === "win32";
  // Windows has no O_NOFOLLOW, so the link is checked first.
  if (windows && !follows && !lstatSync(path).isFile()) return "kind";
  const file = openSync(
    path,
    windows ? O_RDONLY : O_RDONLY | O_NONBLOCK | (follows ? 0 : O_NOFOLLOW),
  );
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return "kind";
    const { size } = status;
    if (size > max) return "size";
    // One more byte than expected: it stays unused, or the file has grown.
    const bytes = new Uint8Array(size + 1);
    let at = 0;
    for (let read = -1; read !== 0 && at < bytes.length; at += read)
      read = readSync(file, bytes, at, bytes.length - at, null);
    return at === size ? bytes.subarray(0, at) : "changing";
  } finally {
    closeSync(file);
  }
}
