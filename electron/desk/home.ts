// What Home shows: the ceremonies here, what is known of custody, what may be begun.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CeremonyName, HomeView, MediaPlace } from "../bridge/room.ts";
import { makeFolder, writeNew } from "../disk/disk.ts";
import { ceremoniesIn, hiddenIn } from "../rehearse/folders.ts";
import { CAST } from "../people/protocol.ts";
import { custodyKnown } from "./custody.ts";
import { minutesOf } from "./scripts.ts";
import { known, newRehearsal, shelf, type Shelved } from "./shelf.ts";

const ON_DRIVES = "on-drives";

/** Home, from the ceremonies on this computer. @param now RFC 3339, UTC */
export function homeOf(all: readonly Shelved[], now: string): HomeView {
  const newest = all.findLast(({ state }) => state.opened !== null)?.state.opened;
  const unfinished = all.at(-1)?.state.closed === false ? all.at(-1)?.ceremony.script : undefined;
  return {
    ceremonies: known(all),
    custody: custodyKnown(all, now),
    mayActivate: unfinished !== "recovery",
    mayRecover: unfinished === "recovery" || activated(all) !== undefined,
    proposedPeople: newest?.participants ?? CAST,
    proposedHsm: "Contoso-Rehearsal-HSM",
    minutes: { activation: minutesOf("activation"), recovery: minutesOf("recovery") },
  };
}

/**
 * The folder of the media for a ceremony that is begun: of the unfinished one, else a new one for
 * an activation, and for a recovery that of the newest activation.
 */
export function mediaFor(root: string, ceremony: CeremonyName): string {
  const all = shelf(root);
  const last = all.at(-1);
  if (last?.state.closed === false) return last.media;
  const found = ceremony === "activation" ? undefined : activated(all);
  return found?.media ?? newRehearsal(root);
}

/**
 * Where a rehearsal's media are: chosen when its first ceremony is begun, and then the same for all
 * that follow.
 */
export function placeOf(media: string, wanted: MediaPlace): MediaPlace {
  const mark = join(hiddenIn(media), ON_DRIVES);
  if (existsSync(mark)) return "drives";
  if (wanted === "folders" || ceremoniesIn(media).length > 0) return "folders";
  makeFolder(dirname(mark));
  writeNew(dirname(mark), ON_DRIVES, new Uint8Array());
  return "drives";
}

/** Whether a ceremony came to the end that its script has. */
const isWhole = ({ closed, aborted }: Shelved["state"]): boolean => closed && aborted === null;

/** The newest activation that was closed, and not aborted. */
const activated = (all: readonly Shelved[]): Shelved | undefined =>
  all.findLast(({ state, ceremony }) => isWhole(state) && ceremony.script === "activation");
