// A medium: made, found, checked, and checked again whenever it is used.
import { accessSync, constants, mkdirSync, readdirSync, statfsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isFault } from "../../crypto/index.ts";
import { drop, openAside, settle, publish } from "./aside.ts";
import { fault } from "./faults.ts";
import { removeLeftOver, removeOurs, statOf } from "./folder.ts";
import { syncFolder, writeAll } from "../disk/disk.ts";
import {
  makeMarker,
  MARKER_BYTES_MAX,
  readMarker,
  writeMarker,
  type Marker,
  type Mode,
} from "./marker.ts";
import { checkName, MARKER, OF_SYSTEMS, partOf } from "./name.ts";
import { readBytes } from "./read-bytes.ts";
import { onSystem } from "./system-error.ts";

/** A medium, however it was found: `folder` is where its files are now. */
export interface Medium {
  readonly id: string;
  readonly label: string;
  readonly folder: string;
  readonly mode: Mode;
  /** On a drive: the volume's id. A copy of the medium has the same `id` on another volume. */
  readonly volume?: string;
  /** On a drive: the device of its files. The folder below a pulled drive is on another. */
  readonly device?: bigint;
}

/** How a folder becomes a medium. */
export interface Preparing {
  readonly label: string;
  readonly mode: Mode;
  readonly random: (length: number) => Uint8Array;
  /** The device the folder must be on; null for any. */
  readonly device: bigint | null;
  /** Names that may be in an empty folder. */
  readonly passedOver: readonly string[];
}

/** What a step expects of a medium. `freeBytes` is 10 MiB by default. */
export interface Expected {
  readonly id?: string;
  readonly mode: Mode;
  readonly freeBytes?: number;
}

const FREE_BYTES = 10 * 1024 * 1024;

/**
 * Durably makes `root/label` a medium. An existing one with this label is used; a folder with other
 * things and no marker is refused.
 * @throws Fault E-MEDIA-NAME, -MARKER, -REHEARSAL, -PRODUCTION, -KIND, and of writing
 */
export function prepareMedium(
  root: string,
  label: string,
  mode: Mode,
  random: (length: number) => Uint8Array,
): Medium {
  checkName(label);
  const folder = resolve(root, label);
  return onSystem(() => {
    makeFolders(folder);
    return prepareAt(folder, { label, mode, random, device: null, passedOver: [] });
  });
}

/**
 * The medium in this folder, whatever its label, or the folder made a medium if it is new or empty.
 * @throws Fault as `prepareMedium`
 */
export function mediumAt(
  folder: string,
  { label, mode, random }: Pick<Preparing, "label" | "mode" | "random">,
): Medium {
  const at = resolve(folder);
  return onSystem(() => {
    makeFolders(at);
    if (!isMarked(at))
      return prepareAt(at, { label, mode, random, device: null, passedOver: OF_SYSTEMS });
    const medium = findAt(at, null);
    checkMode(medium.mode, mode);
    return medium;
  });
}

/** As `prepareMedium`, for an existing folder. @throws the system's errors besides */
export function prepareAt(
  folder: string,
  { label, mode, random, device, passedOver }: Preparing,
): Medium {
  if (isMarked(folder)) {
    if (statOf(folder)?.isDirectory() !== true) throw fault("E-MEDIA-KIND");
    const medium = findAt(folder, device);
    if (medium.label !== label) throw fault("E-MEDIA-MARKER");
    checkMode(medium.mode, mode);
    return medium;
  }
  const ours = [MARKER, partOf(MARKER), ...passedOver];
  if (readdirSync(folder).some((name) => !ours.includes(name))) throw fault("E-MEDIA-MARKER");
  const marker = makeMarker(label, mode, random);
  mark(folder, marker, device);
  return { ...marker, folder };
}

/** Whether the folder has a marker, complete or not. An empty one was reserved by a crash. */
export const isMarked = (folder: string): boolean =>
  (statOf(join(folder, MARKER))?.size ?? 0n) > 0n;

/** The medium of this label under the root. @throws Fault E-MEDIA-NAME, -MISSING, -MARKER, -KIND */
export function findMedium(root: string, label: string): Medium {
  checkName(label);
  const folder = resolve(root, label);
  return onSystem(() => {
    const there = statOf(folder);
    if (there === null) throw fault("E-MEDIA-MISSING");
    if (!there.isDirectory()) throw fault("E-MEDIA-KIND");
    const medium = findAt(folder, null);
    if (medium.label !== label) throw fault("E-MEDIA-MARKER");
    return medium;
  });
}

/**
 * The medium in this folder, whatever its label.
 * @param on the device of its marker; null for any
 * @throws Fault E-MEDIA-MARKER, -GONE; the system's errors
 */
export function findAt(folder: string, on: bigint | null): Medium {
  const { marker, device } = look(folder, "E-MEDIA-MARKER");
  if (on !== null && on !== device) throw fault("E-MEDIA-GONE");
  return { ...marker, folder };
}

/**
 * Checks a medium before a step begins: present, unchanged, of this mode, writable, with space.
 * @throws Fault E-MEDIA-GONE, -MARKER, -OTHER, -REHEARSAL, -PRODUCTION, -READONLY, -SPACE
 */
export function checkMedium(medium: Medium, { id, mode, freeBytes = FREE_BYTES }: Expected): void {
  atMedium(medium, () => {
    if (id !== undefined && id !== medium.id) throw fault("E-MEDIA-OTHER");
    checkMode(medium.mode, mode);
    checkWritable(medium);
    const { bavail, bsize } = statfsSync(medium.folder);
    if (bavail * bsize < freeBytes) throw fault("E-MEDIA-SPACE");
  });
}

/** Rehearsals and production never share a medium. @throws Fault E-MEDIA-REHEARSAL, -PRODUCTION */
export function checkMode(found: Mode, wanted: Mode): void {
  if (found !== wanted) throw fault(`E-MEDIA-${found}`);
}

/** Checks that the medium is writable. @throws EROFS, EACCES */
export function checkWritable({ folder }: Medium): void {
  accessSync(folder, constants.W_OK);
}

/**
 * Works with a medium after its marker was checked; passes its device, which must be that of every
 * file. The system's errors become faults.
 * @throws Fault E-MEDIA-GONE, -OTHER, -MARKER, and what the work throws
 */
export const atMedium = <T>(medium: Medium, work: (device: bigint) => T): T =>
  onSystem(() => work(checkHere(medium)));

/** The medium's device, if still there. @throws Fault E-MEDIA-GONE, -OTHER, -MARKER */
export function checkHere(medium: Medium): bigint {
  const { marker, device } = look(medium.folder, "E-MEDIA-GONE");
  if (medium.device !== undefined && medium.device !== device) throw fault("E-MEDIA-GONE");
  if (marker.id !== medium.id || marker.mode !== medium.mode) throw fault("E-MEDIA-OTHER");
  return device;
}

function look(
  folder: string,
  missing: "E-MEDIA-GONE" | "E-MEDIA-MARKER",
): { readonly marker: Marker; readonly device: bigint } {
  try {
    const { bytes, device } = readBytes(join(folder, MARKER), MARKER_BYTES_MAX, "");
    return { marker: readMarker(bytes), device };
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "E-MEDIA-FILE-MISSING") throw fault(missing);
    if (["E-MEDIA-KIND", "E-MEDIA-SIZE"].includes(error.code)) throw fault("E-MEDIA-MARKER");
    throw error;
  }
}

function makeFolders(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    syncFolder(dirname(made));
  }
}

function mark(folder: string, marker: Marker, device: bigint | null): void {
  const path = join(folder, MARKER);
  const bytes = writeMarker(marker);
  removeLeftOver(partOf(path));
  const aside = openAside(partOf(path), device);
  try {
    writeAll(aside.file, bytes, 0);
    settle(aside, bytes);
    publish(aside, path, bytes);
  } catch (error) {
    drop(aside);
    removeOurs(path, aside.identity);
    throw error;
  }
}
