// Names of files that are written or removed, with our own endings, and of what systems create.
import { checkName, MARKER, sameName } from "./name.ts";
import { fault } from "./shared/faults.ts";

/** What systems create at the top of a drive by themselves. */
export const OF_SYSTEMS: readonly string[] = [
  "$RECYCLE.BIN",
  ".Spotlight-V100",
  ".Trashes",
  ".fseventsd",
  "System Volume Information",
  "lost+found",
];

/** Unfinished files, and interrupted answers. */
const UNFINISHED = /\.(part|partial(-[2-9])?)$/i;

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

/** The name of a file while it is written. */
export const partOf = (name: string): string => `${name}.part`;

/** True for the name of an unfinished file. */
export const isPart = (name: string): boolean => /\.part$/i.test(name);

/** Names of an incomplete answer, in order: one broken answer hides no other. */
export const partialsOf = (name: string): readonly string[] =>
  ["", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"].map((n) => `${name}.partial${n}`);
