// Reads a folder from outside completely and carefully: only plain files, of limited size.
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readPlain } from "./read-plain.ts";

/** The limits: bytes of one file, of all together, and the number of files. */
export interface FolderLimits {
  readonly bytes: number;
  readonly allBytes: number;
  readonly files: number;
}

/** Why nothing of a folder is read: too many files, or too much data. */
export class FolderTooLarge extends Error {
  readonly what: "files" | "bytes";

  constructor(what: "files" | "bytes") {
    super(what);
    this.what = what;
  }
}

/**
 * The files in a folder and in its direct subfolders, by path with slashes. Anything that is not a
 * plain file, or is deeper or larger, is null. Sizes are added up before anything is read, so that
 * a claimed size costs nothing.
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
    // A file that grows meanwhile cannot exceed the limit of all.
    const bytes = plainFile(join(root, path), Math.min(limits.bytes, left));
    left -= bytes?.length ?? 0;
    files.set(path, bytes);
  }
  return files;
}

/** In bytes, of a plain file; anything else, or a missing file, is not read anyway. */
function sizeOf(path: string): number {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() === true ? status.size : 0;
}

/** Links are not followed, and pipes not waited for. */
function plainFile(path: string, max: number): Uint8Array | null {
  try {
    return readPlain(path, max, false);
  } catch {
    return null;
  }
}
