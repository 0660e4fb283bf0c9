// File names that every file system stores unchanged, and our own endings.
import { fault } from "./shared/faults.ts";

/** The file that makes a folder a medium. */
export const MARKER = "medium.json";
/** The transfer manifest, written last. */
export const MANIFEST = "manifest.json";
/** What systems create at the top of a drive by themselves. */
export const OF_SYSTEMS: readonly string[] = [
  "$RECYCLE.BIN",
  ".Spotlight-V100",
  ".Trashes",
  ".fseventsd",
  "System Volume Information",
  "lost+found",
];

/** Names that Windows reserves for devices, with any ending. */
const DEVICES = /^(con|prn|aux|nul|clock|com[0-9]|lpt[0-9])(\.|$)/i;
/** Unfinished files, and interrupted answers. */
const UNFINISHED = /\.(part|partial(-[2-9])?)$/i;

/**
 * Checks a name from outside: `[A-Za-z0-9._-]{1,64}`, no dot at either end, no name of a Windows
 * device. That excludes `..`, paths, drive letters, NUL, spaces and streams (B083).
 * @throws Fault E-MEDIA-NAME
 */
export function checkName(name: string): void {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) throw fault("E-MEDIA-NAME");
  if (name.startsWith(".") || name.endsWith(".") || DEVICES.test(name)) throw fault("E-MEDIA-NAME");
}

/**
 * Checks a name for writing or removing: additionally, not the marker.
 * @throws Fault E-MEDIA-NAME
 */
export function checkOwnName(name: string): void {
  checkName(name);
  if (sameName(name, MARKER)) throw fault("E-MEDIA-NAME");
}

/** As `checkOwnName`, for a complete file: none of our endings for unfinished ones. */
export function checkNewName(name: string): void {
  checkOwnName(name);
  if (UNFINISHED.test(name)) throw fault("E-MEDIA-NAME");
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

/** The name of a file while it is written. */
export const partOf = (name: string): string => `${name}.part`;

/** True for the name of an unfinished file. */
export const isPart = (name: string): boolean => /\.part$/i.test(name);

/** Names of an incomplete answer, in order: one broken answer hides no other. */
export const partialsOf = (name: string): readonly string[] =>
  ["", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"].map((n) => `${name}.partial${n}`);

/** True if a file system that ignores case or Unicode forms confuses the two. */
export const sameName = (a: string, b: string): boolean => foldName(a) === foldName(b);

/** One form for all names that such a file system treats as the same. */
export const foldName = (name: string): string =>
  name.normalize("NFKC").toUpperCase().toLowerCase();
