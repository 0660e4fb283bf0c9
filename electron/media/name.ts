// File names that every file system stores unchanged.
import { fault } from "./shared/faults.ts";

/** The file that makes a folder a medium. */
export const MARKER = "medium.json";
/** The transfer manifest, written last. */
export const MANIFEST = "manifest.json";

/** Names that Windows reserves for devices, with any ending. */
const DEVICES = /^(con|prn|aux|nul|clock|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * Checks a name from outside: `[A-Za-z0-9._-]{1,64}`, no dot at either end, no name of a Windows
 * device. That excludes `..`, paths, drive letters, NUL, spaces and streams (B083).
 * @throws Fault E-MEDIA-NAME
 */
export function checkName(name: string): void {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) throw fault("E-MEDIA-NAME");
  if (name.startsWith(".") || name.endsWith(".") || DEVICES.test(name)) throw fault("E-MEDIA-NAME");
}

/** True for names that `checkName` accepts. */
export function isAllowed(name: string): boolean {
  try {
    checkName(name);
    return true;
  } catch {
    return false;
  }
}

/** True if a file system that ignores case or Unicode forms confuses the two. */
export const sameName = (a: string, b: string): boolean => foldName(a) === foldName(b);

/** One form for all names that such a file system treats as the same. */
export const foldName = (name: string): string =>
  name.normalize("NFKC").toUpperCase().toLowerCase();
