// Before and after a file is written: whether its name is free, and what is removed of an unfinished one.
import { readdirSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { syncFolder } from "../disk/disk.ts";
import { isSame, statOf, type Identity } from "./folder.ts";
import { sameName } from "./name.ts";
import { fault } from "./shared/faults.ts";
import { attempt } from "./system-error.ts";

/**
 * Checks that a new file may have this name. An empty file does not count: this room writes none,
 * and an empty one is a name that a crash left reserved (`aside.ts`).
 * @throws Fault E-MEDIA-EXISTS, E-MEDIA-KIND, E-MEDIA-NAMECLASH
 */
export function checkFree(folder: string, name: string): void {
  const clash = readdirSync(folder).some((other) => other !== name && sameName(other, name));
  if (clash) throw fault("E-MEDIA-NAMECLASH");
  const there = statOf(join(folder, name));
  if (there !== null && !there.isFile()) throw fault("E-MEDIA-KIND");
  if (there !== null && there.size > 0n) throw fault("E-MEDIA-EXISTS");
}

/** Removes what an earlier crash left of an unfinished file. @throws Fault E-MEDIA-KIND */
export function removeLeftOver(path: string): void {
  const there = statOf(path);
  if (there === null) return;
  if (there.isDirectory()) throw fault("E-MEDIA-KIND");
  unlinkSync(path);
}

/** Removes the file if it is the one meant, or empty; on an error it stays. */
export function removeOurs(path: string, ours: Identity): void {
  attempt(() => {
    const there = statOf(path);
    if (there?.isFile() !== true) return;
    if (!isSame(there, ours) && there.size > 0n) return;
    unlinkSync(path);
    syncFolder(dirname(path));
  });
}
