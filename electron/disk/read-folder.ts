// A folder that somebody hands in, read whole and with care: plain files alone, of bounded size.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readPlain } from "./read-plain.ts";

/** What is read at most: bytes of one file, and how many files there may be. */
export interface FolderLimits {
  readonly bytes: number;
  readonly files: number;
}

/** Of all files together, in bytes: what is only said to be large costs nothing. */
const ALL_BYTES = 256 * 1024 * 1024;

/**
 * The files in a folder and in its folders, by path with slashes; deeper ones are not looked for.
 * What is no plain file, is deeper or larger, stands as null: so does each file beyond the number,
 * or beyond what may be held of all together.
 */
export function readFolder(
  root: string,
  limits: FolderLimits,
): ReadonlyMap<string, Uint8Array | null> {
  const files = new Map<string, Uint8Array | null>();
  const paths = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name)).map((name) => `${entry.name}/${name}`)
      : [entry.name],
  );
  let left = ALL_BYTES;
  for (const path of paths) {
    const max = Math.min(limits.bytes, left);
    const bytes = files.size < limits.files ? plainFile(join(root, path), max) : null;
    left -= bytes?.length ?? 0;
    files.set(path, bytes);
  }
  return files;
}

/** No link is followed, no pipe waited for. */
function plainFile(path: string, max: number): Uint8Array | null {
  try {
    return readPlain(path, max, false);
  } catch {
    return null;
  }
}
