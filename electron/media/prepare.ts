// A folder becomes a medium: its marker is written, or an existing one is used.
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { toHex, utf8 } from "../../crypto/index.ts";
import { syncFolder, writeAll } from "../disk/disk.ts";
import { drop, openAside, publish, settle } from "./aside.ts";
import { fault } from "./shared/faults.ts";
import { statOf } from "./folder.ts";
import { removeLeftOver, removeOurs } from "./new-file.ts";
import type { Marker, Mode } from "./marker.ts";
import { checkMode, findAt, type Medium } from "./medium.ts";
import { checkName, MARKER } from "./name.ts";
import { OF_SYSTEMS, partOf } from "./written-name.ts";
import { onSystem } from "./system-error.ts";

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

/** A new marker. */
export const makeMarker = (
  label: string,
  mode: Mode,
  random: (length: number) => Uint8Array,
): Marker => ({ id: toHex(random(16)), label, mode });

/** The marker's only form. */
export const writeMarker = ({ id, label, mode }: Marker): Uint8Array =>
  utf8(`${JSON.stringify({ id, label, mode })}\n`);
