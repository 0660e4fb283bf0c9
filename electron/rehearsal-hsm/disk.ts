// Files of the HSM's folder, as text; and a backup's folder, shown completely or not at all.
import { renameSync } from "node:fs";
import { join } from "node:path";
import { fromUtf8, utf8 } from "../../crypto/index.ts";
import * as disk from "../disk/disk.ts";
import { systemCode } from "../disk/refusal.ts";
import { removeTree } from "../disk/remove.ts";

export { makeFolder } from "../disk/disk.ts";

/** Durably replaces a file, readable only by its owner. */
export function replaceFile(folder: string, name: string, text: string): void {
  disk.replace(folder, name, utf8(text));
}

/** The text of a file, or null if there is none. */
export function readIfThere(path: string): string | null {
  const bytes = disk.readIfThere(path);
  return bytes === null ? null : fromUtf8(bytes);
}

/**
 * Shows a folder with one file in it, completely or not at all.
 * @returns false, with nothing shown, if a folder of that name is not empty
 */
export function showFolder(parent: string, name: string, file: string, text: string): boolean {
  const aside = join(parent, `.${name}.new`);
  removeTree(aside);
  disk.makeFolder(aside);
  replaceFile(aside, file, text);
  try {
    renameSync(aside, join(parent, name));
  } catch (error) {
    removeTree(aside);
    if (["EEXIST", "ENOTEMPTY"].includes(systemCode(error) ?? "")) return false;
    throw error;
  }
  disk.syncFolder(parent);
  return true;
}
