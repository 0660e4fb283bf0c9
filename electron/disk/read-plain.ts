// One file that somebody hands in, read whole: nothing that waits, acts on being opened, or has no
// end.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import process from "node:process";

/**
 * The bytes of a plain file of at most `max` bytes; null for anything else (a folder, a pipe, a
 * device, a larger file, one that grows meanwhile).
 * @param follows whether a link to a plain file counts as one
 * @throws the system's errors, ENOENT among them
 */
export function readPlain(path: string, max: number, follows = true): Uint8Array | null {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const windows = process.platform === "win32";
  const file = openSync(
    path,
    windows ? O_RDONLY : O_RDONLY | O_NONBLOCK | (follows ? 0 : O_NOFOLLOW),
  );
  try {
    const { size } = statOfPlain(file) ?? { size: Number.POSITIVE_INFINITY };
    if (size > max) return null;
    // One more than there should be: it stays empty, or the file grows.
    const bytes = new Uint8Array(size + 1);
    let at = 0;
    for (let read = -1; read !== 0 && at < bytes.length; at += read)
      read = readSync(file, bytes, at, bytes.length - at, null);
    return at > size ? null : bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

function statOfPlain(file: number): { readonly size: number } | null {
  const status = fstatSync(file);
  return status.isFile() ? status : null;
}
