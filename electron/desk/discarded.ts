// Rehearsals that people discarded. Each is kept complete: its folder gets a name that says when,
// and it is restored exactly. If its media are real sticks, only the record is: their contents are
// neither kept, restored nor wiped. After thirty days people may remove it for good; the clock
// never does, because one that runs ahead would remove it at once.
import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Station } from "../../ceremony-scripts/index.ts";
import type { DiscardedView } from "../bridge/view.ts";
import { dueAfter } from "../ceremony/ceremony.ts";
import { renameFolder } from "../disk/disk.ts";
import {
  labelsAside,
  markParked,
  mediumAside,
  numberedIn,
  UNOPENED,
  type NumberedFolder,
} from "../session/folders.ts";
import {
  discardedFolder,
  discardedIn,
  mediaFolders,
  nameOf,
  onDrivesMark,
  storedCeremonies,
  storeIn,
  type DiscardedCeremony,
  type Store,
  type StoredCeremony,
} from "./ceremony-store.ts";
import { fault } from "./faults.ts";
import { likelySteps } from "./scripts.ts";
import { rehearsalAt, unfinishedIn } from "./unfinished.ts";
import { removeTree } from "../disk/remove.ts";

/** How many days each is kept at least. */
const KEPT_DAYS = 30;

/** The ending of a folder of a removed ceremony, of which only the number is kept. */
const REMOVED = ".discarded";

/**
 * Discards a rehearsal: one rename, without changing any byte.
 * @param number its place in Home's list of ceremonies
 * @param now RFC 3339, UTC
 * @throws Fault E-DESK-STALE if there is none, or in earnest
 */
export function discard(root: string, at: Station | null, number: number, now: string): void {
  const { media, ceremony } = rehearsalAt(storedCeremonies(root), at, number);
  renameFolder(ceremony.folder, discardedFolder(ceremony, now.slice(0, 10)));
  layNewAside(media, ceremony);
}

/**
 * Restores one. If another ceremony is in progress by now, it is parked.
 * @param number its place in Home's list of discarded ones
 * @throws Fault E-DESK-STALE if there is none; E-DESK-UNDO
 */
export function undoDiscard(root: string, at: Station | null, number: number): void {
  const one = discardedAt(root, at, number);
  const { media, ceremony, aside } = one;
  if (!hasItsMedia(one, storeIn(root))) throw fault("E-DESK-UNDO");
  if (unfinishedIn(storedCeremonies(root)) !== undefined) markParked(aside);
  for (const label of labelsAside(media, "discarded", ceremony)) {
    renameFolder(join(media, label), mediumAside(media, "old", ceremony, label));
    renameFolder(mediumAside(media, "discarded", ceremony, label), join(media, label));
  }
  renameFolder(aside, ceremony.folder);
}

/**
 * Removes one for good, with its media if no other ceremony used them.
 * @param number its place in Home's list of discarded ones
 * @param now RFC 3339, UTC
 * @throws Fault E-DESK-STALE if there is none, or its thirty days are not over
 */
export function removeDiscarded(
  root: string,
  at: Station | null,
  number: number,
  now: string,
): void {
  const one = discardedAt(root, at, number);
  if (!isOver(one, now)) throw fault("E-DESK-STALE");
  renameFolder(one.aside, `${one.ceremony.folder}${REMOVED}`);
  finishRemoving(one.media);
}

/**
 * Finishes an interrupted discarding, restoring or removing, before anything begins on these media.
 */
export function settleDiscarded(root: string): void {
  for (const { media, ceremony } of discardedIn(root)) layNewAside(media, ceremony);
  for (const media of mediaFolders(root)) finishRemoving(media);
}

/** As Home lists them; the number in this list is from 1. @param now RFC 3339, UTC */
export const discardedViews = (store: Store, now: string): readonly DiscardedView[] =>
  store.discarded.map((one) => {
    const { media, ceremony, aside, day, state } = one;
    const name = nameOf(ceremony.script);
    return {
      name,
      hsm: state?.opened?.hsm ?? "",
      done: state?.done.length ?? 0,
      steps: state === null || name === null ? 0 : likelySteps(name, state).length,
      folder: aside,
      day,
      until: dueAfter(day, KEPT_DAYS, now).at.slice(0, 10),
      isOver: isOver(one, now),
      mayUndo: hasItsMedia(one, store),
      onDrives: existsSync(onDrivesMark(media)),
    };
  });

function discardedAt(root: string, at: Station | null, number: number): DiscardedCeremony {
  const one = discardedIn(root)[number - 1];
  if (at !== null || one === undefined) throw fault("E-DESK-STALE");
  return one;
}

const isOver = ({ day }: DiscardedCeremony, now: string): boolean =>
  dueAfter(day, KEPT_DAYS, now).overdueDays > 0;

/**
 * Whether its media are unchanged, as far as records here show: no other ceremony was opened with
 * them since, nor wrote to its sticks from another folder.
 */
const hasItsMedia = (one: DiscardedCeremony, store: Store): boolean =>
  numberedIn(one.media).every(
    (other) => other.number <= one.ceremony.number || other.ending === UNOPENED,
  ) && !isWrittenOver(one, store);

/** Whether a later record of another folder names one of its sticks. */
function isWrittenOver(one: DiscardedCeremony, { sound, discarded }: Store): boolean {
  if (!existsSync(onDrivesMark(one.media))) return false;
  const ids = new Set(Object.values(one.state?.media ?? {}));
  return [...sound, ...discarded].some(
    (other) =>
      other.media !== one.media
      && existsSync(onDrivesMark(other.media))
      && Object.values(other.state?.media ?? {}).some((id) => ids.has(id))
      && (Number(basename(other.media)) > Number(basename(one.media))
        || lastOf(other) > lastOf(one)),
  );
}

const lastOf = (one: StoredCeremony | DiscardedCeremony): string =>
  ("lastAt" in one ? one.lastAt : one.entries.at(-1)?.at) ?? "";

/**
 * Officers' media that were replaced, and not destroyed, are in use again; the new ones are set
 * aside. It can be repeated: an interruption anywhere, even while it is restored, leaves a state
 * from which this continues.
 */
function layNewAside(media: string, ceremony: Pick<NumberedFolder, "number">): void {
  for (const label of labelsAside(media, "old", ceremony)) {
    const [old, fresh] = (["old", "discarded"] as const).map((why) =>
      mediumAside(media, why, ceremony, label),
    ) as [string, string];
    if (readdirSync(old).length === 0) continue;
    if (existsSync(join(media, label))) renameFolder(join(media, label), fresh);
    renameFolder(old, join(media, label));
  }
}

/** Removes the rest of removed ceremonies; with the last one on its media, also the media. */
function finishRemoving(media: string): void {
  const all = numberedIn(media);
  const removed = all.filter(({ ending }) => ending === REMOVED);
  if (removed.length > 0 && all.every(({ ending }) => [REMOVED, UNOPENED].includes(ending))) {
    removeTree(media);
    return;
  }
  for (const one of removed) {
    for (const name of readdirSync(one.folder)) removeTree(join(one.folder, name));
    for (const label of labelsAside(media, "discarded", one))
      removeTree(mediumAside(media, "discarded", one, label));
    // Empty: the old medium was destroyed in that ceremony.
    for (const label of labelsAside(media, "old", one))
      rmdirSync(mediumAside(media, "old", one, label));
  }
}
