// A file that is written under a temporary name, so that nobody takes it for complete, then named,
// but never over another file.
import { closeSync, constants, fstatSync, fsyncSync, openSync, unlinkSync } from "node:fs";
import { fault } from "./shared/faults.ts";
import { statOf, type Identity } from "./folder.ts";
import { removeOurs } from "./new-file.ts";
import { renameDurably, reserve, unlessTaken } from "../disk/disk.ts";
import { attempt } from "./system-error.ts";
import { holds } from "./uncached.ts";

/** A file open for writing; `path` is where it is meanwhile. */
export interface Aside {
  readonly path: string;
  readonly file: number;
  readonly identity: Identity;
  /** Closes the file, once: the second time its descriptor may be another file's. */
  readonly close: () => void;
}

/**
 * Makes the file, which must be new. The device is checked before the first byte: a pulled medium
 * leaves an empty folder, in which nothing may be written.
 * @param device the one of the medium's marker; null if there is no marker yet
 * @throws Fault E-MEDIA-GONE; the system's errors, EEXIST among them
 */
export function openAside(path: string, device: bigint | null): Aside {
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
  const file = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  const { dev, ino } = identify(file, path);
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    closeSync(file);
  };
  const aside = { path, file, identity: { dev, ino }, close };
  if (device === null || dev === device) return aside;
  drop(aside);
  throw fault("E-MEDIA-GONE");
}

function identify(file: number, path: string): Identity {
  try {
    return fstatSync(file, { bigint: true });
  } catch (error) {
    attempt(() => closeSync(file));
    attempt(() => unlinkSync(path));
    throw error;
  }
}

/**
 * Forces the file to the medium and reads it back. A failed fsync is never repeated on the same
 * file: the system reports lost pages only once.
 * @throws Fault E-MEDIA-LIES, E-MEDIA-GONE; the system's errors
 */
export function settle({ file, path, identity, close }: Aside, bytes: Uint8Array): void {
  try {
    fsyncSync(file);
  } finally {
    close();
  }
  if (!holds(path, bytes, identity.dev)) throw fault("E-MEDIA-LIES");
}

/** Closes and removes the file; on an error it stays, under a name nobody takes for complete. */
export function drop({ path, identity, close }: Aside): void {
  attempt(close);
  removeOurs(path, identity);
}

/**
 * Names a settled file, forces the name to the medium, and reads the file back by it.
 * rename(2) alone would overwrite, exFAT has no hard links, and Node does not offer Linux's
 * RENAME_NOREPLACE. So the name is first reserved as an empty file with O_EXCL, which only one
 * program can do; then the finished file is renamed over the reservation, if that is still empty.
 * No content is ever replaced. A crash in between leaves an empty file, which this room ignores
 * everywhere, and which the next attempt replaces. One gap remains: a program that neither reserves
 * nor checks, and writes to the name between check and rename. The ceremony has one writer at a
 * time.
 * @throws Fault E-MEDIA-EXISTS, -KIND, -GONE, -LIES; the system's errors
 */
export function publish(aside: Aside, path: string, bytes: Uint8Array): void {
  // An existing empty file is a crashed attempt's reservation.
  unlessTaken(() => reserve(path));
  const there = statOf(path);
  if (there?.dev !== aside.identity.dev) throw fault("E-MEDIA-GONE");
  if (!there.isFile()) throw fault("E-MEDIA-KIND");
  if (there.size > 0n) throw fault("E-MEDIA-EXISTS");
  putInPlace(aside, path, bytes);
}

/** Durably renames a settled file over an existing one. @throws as `publish` */
export function putInPlace(aside: Aside, path: string, bytes: Uint8Array): void {
  renameDurably(aside.path, path);
  if (!holds(path, bytes, aside.identity.dev)) throw fault("E-MEDIA-LIES");
}
