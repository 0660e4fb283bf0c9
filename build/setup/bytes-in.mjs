// How much is in a folder that another program writes: how far a download is.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} [except] paths that do not count
 * @returns {number} the bytes of all files in it; 0 where there is no such folder
 */
export function bytesIn(folder, except = new Set()) {
  return filesIn(folder)
    .filter((file) => !except.has(file))
    .reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/**
 * @param {string} folder
 * @returns {readonly string[]} the paths of all files in it, also in folders inside
 */
export function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath ?? entry.path, entry.name)] : [],
    );
  } catch {
    // It is not there yet, or a folder inside vanished meanwhile.
    return [];
  }
}
