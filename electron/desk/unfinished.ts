// Unfinished ceremonies: unopened ones are removed, and a rehearsal can be parked or discarded
// (`discarded.ts`). In earnest an unfinished ceremony can only be finished or aborted.
import { mkdirSync } from "node:fs";
import type { Station } from "../../ceremony-scripts/index.ts";
import { markParked, numberedIn, parkedMarker, UNOPENED } from "../session/folders.ts";
import { storedCeremonies, type StoredCeremony } from "./ceremony-store.ts";
import { fault } from "./faults.ts";
import { removeFile, removeTree } from "../disk/remove.ts";

/** The ceremony that must be finished before another one may start, if any. */
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
 * Removes what was prepared for unopened ceremonies, which no entry mentions. At a connected
 * station it stays: the record may have come, and the site is stored with it.
 * @param root the folder of the ceremonies' folders
 */
export function dropUnopened(root: string, at: Station | null): void {
  if (at === "connected") return;
  for (const one of storedCeremonies(root)) if (one.entries.length === 0) remove(one);
}

/** With its media if no other ceremony was ever on them, else only its own folder. */
function remove({ media, ceremony }: StoredCeremony): void {
  if (numberedIn(media).length === 1) {
    removeTree(media);
    return;
  }
  // Its number is not used again: an HSM of this rehearsal is named after it.
  mkdirSync(`${ceremony.folder}${UNOPENED}`, { recursive: true });
  removeTree(ceremony.folder);
}

/**
 * The unfinished rehearsal at a place in Home's list.
 * @throws Fault E-DESK-STALE if there is none, or in earnest
 */
export function rehearsalAt(
  all: readonly StoredCeremony[],
  at: Station | null,
  number: number,
): StoredCeremony {
  const one = all[number - 1];
  if (at !== null || one === undefined || one.state.closed) throw fault("E-DESK-STALE");
  return one;
}

/**
 * Parks a rehearsal, or continues a parked one: then the current one is parked.
 * @param number its place in Home's list
 * @throws Fault E-DESK-STALE if there is none, or in earnest
 */
export function setAside(
  root: string,
  at: Station | null,
  number: number,
  how: "park" | "take-up",
): void {
  const all = storedCeremonies(root);
  const one = rehearsalAt(all, at, number);
  const current = unfinishedIn(all);
  if (how === "take-up") removeFile(parkedMarker(one.ceremony));
  const parked = how === "park" ? one : current;
  if (parked !== undefined && !parked.isParked) markParked(parked.ceremony.folder);
}
