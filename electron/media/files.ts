// The files of a medium: listed, written completely (durable and read back before it is
// reported, never overwritten), and removed.
import { readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../crypto/index.ts";
import { drop, openAside, settle, type Aside, publish, putInPlace } from "./aside.ts";
import { fault } from "./shared/faults.ts";
import { statOf } from "./folder.ts";
import { checkFree, removeLeftOver, removeOurs } from "./new-file.ts";
import { syncFolder, writeAll } from "../disk/disk.ts";
import { atMedium, checkHere, checkWritable, type Medium } from "./medium.ts";
import { isAllowed, MANIFEST, MARKER } from "./name.ts";
import { isPart, checkNewName, checkOwnName, partOf } from "./written-name.ts";

/** A file as read back; size in bytes, SHA-256 in lower-case hex. */
export interface Written {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** The only two files that a newer one may replace: the manifest, and the travelling record. */
export type Replaceable = "manifest.json" | "record.jsonl";

const REPLACEABLE: readonly string[] = [MANIFEST, "record.jsonl"];

/**
 * Writes a new file. It is NAME.part until it is forced to the medium and read back, then gets its
 * name (never another file's), and is read back once more by that name. On an error, everything
 * that can be removed is removed, including a NAME.part that an earlier crash left.
 * @throws Fault E-MEDIA-NAME, -EMPTY, -EXISTS, -NAMECLASH, -KIND, -SPACE, -READONLY, -GONE, -OTHER,
 * -MARKER, -LIES, -IO, E-RESOURCE
 */
export function writeFile(medium: Medium, name: string, bytes: Uint8Array): Written {
  checkNewName(name);
  return write(medium, name, bytes, (aside, path) => {
    checkFree(medium.folder, name);
    try {
      publish(aside, path, bytes);
      checkStill(medium);
    } catch (error) {
      removeOurs(path, aside.identity);
      throw error;
    }
  });
}

/**
 * Replaces the manifest or the record with a newer one. The old one stays until the new one is
 * forced to the medium and read back. (File systems without a journal, exFAT among them, may lose
 * both if power fails during the rename: a medium without a manifest is unfinished, and each
 * station has a record of its own.)
 * @throws Fault as `writeFile`, except -EXISTS
 */
export function replaceFile(medium: Medium, name: Replaceable, bytes: Uint8Array): Written {
  if (!REPLACEABLE.includes(name)) throw fault("E-MEDIA-NAME");
  return write(medium, name, bytes, (aside, path) => {
    const there = statOf(path);
    if (there !== null && !there.isFile()) throw fault("E-MEDIA-KIND");
    putInPlace(aside, path, bytes);
    checkStill(medium);
  });
}

/** Checks after the last write: the same medium, and not turned read-only by an error. */
export function checkStill(medium: Medium): void {
  checkHere(medium);
  checkWritable(medium);
}

function write(
  medium: Medium,
  name: string,
  bytes: Uint8Array,
  show: (aside: Aside, path: string) => void,
): Written {
  if (bytes.length === 0) throw fault("E-MEDIA-EMPTY");
  return atMedium(medium, (device) => {
    const path = join(medium.folder, name);
    removeLeftOver(partOf(path));
    const aside = openAside(partOf(path), device);
    try {
      writeAll(aside.file, bytes, 0);
      settle(aside, bytes);
      show(aside, path);
    } catch (error) {
      drop(aside);
      throw error;
    }
    return { name, size: bytes.length, sha256: sha256Hex(bytes) };
  });
}

/**
 * The names of the files, sorted: regular, with content, of an allowed name, without the marker and
 * unfinished files. Interrupted answers are among them, as NAME.partial.
 * @throws Fault E-MEDIA-GONE, -OTHER, -MARKER, -IO, E-RESOURCE
 */
export const listFiles = (medium: Medium): readonly string[] =>
  atMedium(medium, () =>
    readdirSync(medium.folder)
      .filter((name) => {
        if (!isAllowed(name) || name === MARKER || isPart(name)) return false;
        const there = statOf(join(medium.folder, name));
        return there !== null && there.isFile() && there.size > 0n;
      })
      .sort(),
  );

/**
 * Durably removes a file. Only for files that this ceremony wrote, and whose removal it records.
 * @throws Fault E-MEDIA-NAME, -FILE-MISSING, -KIND, -READONLY, -GONE, -OTHER, -MARKER, -IO
 */
export function removeFile(medium: Medium, name: string): void {
  checkOwnName(name);
  atMedium(medium, (device) => {
    const path = join(medium.folder, name);
    const there = statOf(path);
    if (there === null) throw fault("E-MEDIA-FILE-MISSING", { file: name, medium: medium.label });
    if (!there.isFile()) throw fault("E-MEDIA-KIND");
    if (there.dev !== device) throw fault("E-MEDIA-GONE");
    unlinkSync(path);
    syncFolder(medium.folder);
    checkHere(medium);
  });
}
