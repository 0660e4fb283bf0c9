// Files of the HSM's folder: written aside, forced to the disk, compared, then put in place.
import {
  closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

/** Makes a folder that only its owner may read, and those above it, durably. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made))
    syncFolder(dirname(made));
}

/**
 * Puts a file durably in the place of the one before, readable by its owner alone: at each moment,
 * also of a kill, there is one of the two, whole.
 * @throws Error of the system, or when the disk gives back other bytes than were written
 */
export function replaceFile(folder: string, name: string, text: string): void {
  const temporary = join(folder, `${name}.new`);
  writeDurably(temporary, text);
  renameSync(temporary, join(folder, name));
  syncFolder(folder);
}

/**
 * Shows a folder with one file in it, whole or not at all.
 * @returns false, and nothing is shown, where a folder of that name already holds something
 */
export function showFolder(parent: string, name: string, file: string, text: string): boolean {
  const aside = join(parent, `.${name}.new`);
  rmSync(aside, { recursive: true, force: true });
  makeFolder(aside);
  writeDurably(join(aside, file), text);
  syncFolder(aside);
  try {
    renameSync(aside, join(parent, name));
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (["EEXIST", "ENOTEMPTY"].includes(systemCode(error) ?? "")) return false;
    throw error;
  }
  syncFolder(parent);
  return true;
}

/** The text of a file, or null where there is none. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** The system's own code (ENOENT, EADDRINUSE, ...), or null for an error of another kind. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("syscall" in error)) return null;
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

function writeDurably(path: string, text: string): void {
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (readFileSync(path, "utf8") !== text) throw new Error("The disk gave back other bytes.");
}

/** Forces a folder's names to the disk. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const open = openSync(folder, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
