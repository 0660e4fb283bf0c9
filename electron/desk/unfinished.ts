// Ceremonies that were not finished: one that nobody opened is gone, and a rehearsal can be parked
// or discarded. In earnest an unfinished ceremony can only be finished or aborted.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Station } from "../../ceremony-scripts/index.ts";
import { syncFolder, writeNew } from "../disk/disk.ts";
import {
  hiddenIn,
  oldMediaOf,
  oldMedium,
  parkedMarker,
  type CeremonyFolder,
} from "../session/folders.ts";
import { storedCeremonies, type StoredCeremony } from "./ceremony-store.ts";
import { fault } from "./faults.ts";

/** The ceremony that goes on before another one may start, if there is one. */
export const unfinishedIn = (all: readonly StoredCeremony[]): StoredCeremony | undefined =>
  all.findLast(({ state, entries, isParked }) => entries.length > 0 && !state.closed && !isParked);

/**
 * The ceremonies on whose media another one may start: a parked one keeps its media, and the
 * custody that it continues.
 */
export function onFreeMedia(all: readonly StoredCeremony[]): readonly StoredCeremony[] {
  const kept = new Set(all.flatMap(({ media, isParked }) => (isParked ? [media] : [])));
  return all.filter(({ media }) => !kept.has(media));
}

/**
 * Removes what was prepared for ceremonies that nobody opened: no entry says anything of it. At a
 * connected station it stays: the record may have come, and the site is kept with it.
 * @param root the folder under which the ceremonies' folders are
 */
export function dropUnopened(root: string, at: Station | null): void {
  if (at === "connected") return;
  for (const one of storedCeremonies(root)) if (one.entries.length === 0) remove(one);
}

/**
 * Parks a rehearsal, takes a parked one up again (then the one in progress is parked), or discards
 * it with all that it left.
 * @param number its place in Home's list
 * @throws Fault E-DESK-STALE where there is no such one, or in earnest
 */
export function setAside(
  root: string,
  at: Station | null,
  number: number,
  how: "park" | "take-up" | "discard",
): void {
  const all = storedCeremonies(root);
  const one = all[number - 1];
  if (at !== null || one === undefined || one.state.closed) throw fault("E-DESK-STALE");
  if (how === "discard") {
    remove(one);
    return;
  }
  const current = unfinishedIn(all);
  if (how === "take-up") rmSync(parkedMarker(one.ceremony), { force: true });
  const parked = how === "park" ? one : current;
  if (parked === undefined || parked.isParked) return;
  const { folder } = parked.ceremony;
  writeNew(folder, basename(parkedMarker(parked.ceremony)), new Uint8Array());
}

/** Media and all where it is the only ceremony on them, else what it keeps itself. */
function remove({ media, ceremony }: StoredCeremony): void {
  const others = readdirSync(hiddenIn(media)).filter((name) => /^\d{1,4}-/.test(name));
  if (others.length === 1) {
    rmSync(media, { recursive: true });
    return;
  }
  bringBack(media, ceremony);
  // Its number is not given again: an HSM of this rehearsal is named by it.
  mkdirSync(`${ceremony.folder}.discarded`, { recursive: true });
  rmSync(ceremony.folder, { recursive: true });
}

/** Officers' media that were laid aside for new ones, and not destroyed, are the officers' again. */
function bringBack(media: string, ceremony: CeremonyFolder): void {
  for (const label of oldMediaOf(media, ceremony)) {
    const aside = oldMedium(media, ceremony, label);
    if (readdirSync(aside).length > 0) {
      rmSync(join(media, label), { recursive: true, force: true });
      renameSync(aside, join(media, label));
    } else rmdirSync(aside);
    syncFolder(media);
  }
}
