// Which folders are safe from the other users of a computer (POSIX). On Windows nothing is judged: a
// user's own folders are theirs there by its access lists.
import { lstatSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";

const STICKY = 0o1000;
const OTHERS_WRITE = 0o022;
const OTHERS_ENTER = 0o077;
const isWindows = (): boolean => process.platform === "win32";

/**
 * The real path of a folder in which nobody but this user and root can exchange what this user makes:
 * it and all above it are theirs, and writable for others only where each may take away their own
 * alone (sticky). Null for any other. By its real path, because a link on the way may lead elsewhere
 * tomorrow.
 */
export function safePath(folder: string): string | null {
  try {
    if (folder === "") return null;
    const path = realpathSync(folder);
    return lstatSync(path).isDirectory() && upwards(path).every(isKept) ? path : null;
  } catch {
    return null;
  }
}

/** The path and all above it. */
const upwards = (path: string): readonly string[] =>
  path === dirname(path) ? [path] : [path, ...upwards(dirname(path))];

function isKept(folder: string): boolean {
  if (isWindows()) return true;
  const { mode, uid } = lstatSync(folder);
  const isOurs = uid === 0 || uid === process.getuid?.();
  return isOurs && ((mode & OTHERS_WRITE) === 0 || (mode & STICKY) !== 0);
}

/** Whether it is a folder of this user that nobody else may enter; a link to one is none. */
export function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return false;
  return isWindows() || (found.uid === process.getuid?.() && (found.mode & OTHERS_ENTER) === 0);
}
