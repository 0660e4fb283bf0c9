// File names that every file system keeps as they are, and the endings that are ours.
import { fault } from "./faults.ts";

/** The file that makes a folder a medium. */
export const MARKER = "medium.json";
/** The transfer manifest, written last. */
export const MANIFEST = "manifest.json";
/** What systems put at the top of a drive by themselves, unasked. */
export const OF_SYSTEMS: readonly string[] = [
  "$RECYCLE.BIN",
  ".Spotlight-V100",
  ".Trashes",
  ".fseventsd",
  "System Volume Information",
  "lost+found",
];

/** Names Windows keeps for devices, with any ending behind them. */
const DEVICES = /^(con|prn|aux|nul|clock|com[0-9]|lpt[0-9])(\.|$)/i;
/** Files that are being written, and answers that never became whole. */
const UNFINISHED = /\.(part|partial(-[2-9])?)$/i;

/**
 * Checks a name that came from anywhere: `[A-Za-z0-9._-]{1,64}`, no dot in front or behind, no name
 * of a Windows device. That excludes `..`, paths, drive letters, NUL, spaces and streams (B083).
 * @throws Fault E-MEDIA-NAME
 */
export function checkName(name: string): void {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) throw fault("E-MEDIA-NAME");
  if (name.startsWith(".") || name.endsWith(".") || DEVICES.test(name)) throw fault("E-MEDIA-NAME");
}

/**
 * Checks a name under which something is to be written or removed: besides, not the marker.
 * @throws Fault E-MEDIA-NAME
 */
export function checkOwnName(name: string): void {
  checkName(name);
  if (sameName(name, MARKER)) throw fault("E-MEDIA-NAME");
}

/** As `checkOwnName`, for a whole file: none of our endings for unfinished ones. */
export function checkNewName(name: string): void {
  checkOwnName(name);
  if (UNFINISHED.test(name)) throw fault("E-MEDIA-NAME");
}

/** True for names that `checkName` takes. */
export function isAllowed(name: string): boolean {
  try {
    checkName(name);
    return true;
  } catch {
    return false;
  }
}

/** Where a file is written before it has its name. */
export const partOf = (name: string): string => `${name}.part`;

/** True for the name of a file that was being written. */
export const isPart = (name: string): boolean => /\.part$/i.test(name);

/** Where an answer lies until it is whole, first choice first: one broken answer hides no other. */
export const partialsOf = (name: string): readonly string[] =>
  ["", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"].map((n) => `${name}.partial${n}`);

/** True when a file system that does not tell capitals or Unicode forms apart mixes the two up. */
export const sameName = (a: string, b: string): boolean => foldName(a) === foldName(b);

/** One form for all names that such a file system takes for the same. */
export const foldName = (name: string): string =>
  name.normalize("NFKC").toUpperCase().toLowerCase();
