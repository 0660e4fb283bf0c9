// A folder that somebody hands in, read whole and with care: plain files alone, of bounded size.
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readPlain } from "./read-plain.ts";

/** What is read at most: bytes of one file, of all together, and how many files there may be. */
export interface FolderLimits {
  readonly bytes: number;
  readonly allBytes: number;
  readonly files: number;
}

/** Why nothing of a folder is read: too many files, or too much in them. */
export class FolderTooLarge extends Error {
  readonly what: "files" | "bytes";

  constructor(what: "files" | "bytes") {
    super(what);
    this.what = what;
  }
}

/**
 * The files in a folder and in its folders, by path with slashes; deeper ones are not looked for.
 * What is no plain file, is deeper or larger, stands as null. Sizes are added up before anything
 * is read: what is only said to be large costs nothing.
 * @throws FolderTooLarge before anything is read; the system's errors
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
  if (paths.length > limits.files) throw new FolderTooLarge("files");
  const all = paths.reduce((sum, path) => sum + sizeOf(join(root, path)), 0);
  if (all > limits.allBytes) throw new FolderTooLarge("bytes");
  let left = limits.allBytes;
  for (const path of paths) {
    // A file that grows meanwhile takes nothing from the limit of all.
    const bytes = plainFile(join(root, path), Math.min(limits.bytes, left));
    left -= bytes?.length ?? 0;
    files.set(path, bytes);
  }
  return files;
}

/** In bytes, of a plain file; of what is none, or is gone, nothing is read anyway. */
function sizeOf(path: string): number {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() === true ? status.size : 0;
}

/** No link is followed, no pipe waited for. */
function plainFile(path: string, max: number): Uint8Array | null {
  try {
    return readPlain(path, max, false);
  } catch {
    return null;
  }
}
