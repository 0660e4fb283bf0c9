// A folder that somebody hands in, read whole and with care: plain files alone, of bounded size.
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What is read at most: bytes of one file, and how many files there may be. */
export interface FolderLimits {
  readonly bytes: number;
  readonly files: number;
}

/**
 * The files in a folder and in its folders, by path with slashes; deeper ones are not looked for.
 * What is no plain file, is deeper or larger, stands as null: so does each file beyond the number.
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
  for (const path of paths)
    files.set(path, files.size < limits.files ? plainFile(join(root, path), limits.bytes) : null);
  return files;
}

/** No link is followed, no pipe waited for: what is opened is checked, and only then read. */
function plainFile(path: string, max: number): Uint8Array | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const status = fstatSync(file);
    return status.isFile() && status.size <= max ? new Uint8Array(readFileSync(file)) : null;
  } finally {
    closeSync(file);
  }
}
