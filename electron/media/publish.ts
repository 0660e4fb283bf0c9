// Gives a finished file its name, and never another file's place.
import { closeSync, constants, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { Aside } from "./aside.ts";
import { fault } from "./faults.ts";
import { statOf, syncFolder } from "./folder.ts";
import { systemCode } from "./system-error.ts";
import { holds } from "./uncached.ts";

/**
 * Names a settled file, forces the name to the medium, and reads the file back by it.
 *
 * rename(2) alone would overwrite, exFAT has no hard links, and Node does not offer Linux's
 * RENAME_NOREPLACE. So the name is first reserved as an empty file with O_EXCL, which exactly one
 * program can do; then the finished file is renamed over the reservation, if that is still empty.
 * No content is ever replaced. A crash in between leaves an empty file, which everything in this
 * room takes for no file, and whose place the next try takes. One gap remains: a program that
 * neither reserves nor looks, and fills the name in the instant between look and rename. The
 * ceremony has one writer at a time.
 * @throws Fault E-MEDIA-EXISTS, -KIND, -GONE, -LIES; the system's errors
 */
export function publish(aside: Aside, path: string, bytes: Uint8Array): void {
  reserve(path);
  const there = statOf(path);
  if (there?.dev !== aside.identity.dev) throw fault("E-MEDIA-GONE");
  if (!there.isFile()) throw fault("E-MEDIA-KIND");
  if (there.size > 0n) throw fault("E-MEDIA-EXISTS");
  putInPlace(aside, path, bytes);
}

/** Renames a settled file over what stands there, durably. @throws as `publish` */
export function putInPlace(aside: Aside, path: string, bytes: Uint8Array): void {
  renameSync(aside.path, path);
  syncFolder(dirname(path));
  if (!holds(path, bytes, aside.identity.dev)) throw fault("E-MEDIA-LIES");
}

/** The name as an empty file; an empty one that stands already is a crashed try's reservation. */
function reserve(path: string): void {
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
  try {
    closeSync(openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600));
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}
