// Which folders are safe from other users of a computer (POSIX). Windows is not checked: there
// access lists protect a user's own folders.
import { lstatSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";

const STICKY = 0o1000;
const OTHERS_WRITE = 0o022;
const OTHERS_ENTER = 0o077;
const isWindows = (): boolean => process.platform === "win32";

/**
 * The real path of a folder in which only this user and root can exchange what this user makes: it
 * and its parents belong to them, and others may write only where they can remove nothing but their
 * own (sticky). Null for any other. The real path, because a link in it may point elsewhere
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

/** The path and its parents. */
const upwards = (path: string): readonly string[] =>
  path === dirname(path) ? [path] : [path, ...upwards(dirname(path))];

function isKept(folder: string): boolean {
  if (isWindows()) return true;
  const { mode, uid } = lstatSync(folder);
  const isOurs = uid === 0 || uid === process.getuid?.();
  return isOurs && ((mode & OTHERS_WRITE) === 0 || (mode & STICKY) !== 0);
}

/** Whether it is a folder of this user that nobody else may enter; a link to one is not. */
export function isPrivate(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return false;
  return isWindows() || (found.uid === process.getuid?.() && (found.mode & OTHERS_ENTER) === 0);
}
