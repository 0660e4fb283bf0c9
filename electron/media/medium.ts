// A medium: found, checked, and checked again whenever it is used.
import { accessSync, constants, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isFault } from "../../crypto/index.ts";
import { fault } from "./shared/faults.ts";
import { statOf } from "./folder.ts";
import { MARKER_BYTES_MAX, readMarker, type Marker, type Mode } from "./marker.ts";
import { checkName, MARKER } from "./name.ts";
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

/** What a step expects of a medium. `freeBytes` is 10 MiB by default. */
export interface Expected {
  readonly id?: string;
  readonly mode: Mode;
  readonly freeBytes?: number;
}

const FREE_BYTES = 10 * 1024 * 1024;

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
