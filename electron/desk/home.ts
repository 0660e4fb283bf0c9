// What Home shows: the ceremonies here, what is known of custody, what may be begun.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  CEREMONIES, type CeremonyName, type HomeView, type MediaPlace,
} from "../bridge/room.ts";
import { comingOf, standingOf } from "../ceremony/ceremony.ts";
import { makeFolder, writeNew } from "../disk/disk.ts";
import { ceremoniesIn, hiddenIn, needsEarlier } from "../rehearse/folders.ts";
import { PART_SCRIPT } from "../usecases/take-part.ts";
import { CAST } from "../people/protocol.ts";
import { custodyKnown } from "./custody.ts";
import { minutesOf, openingOf, scriptOf } from "./scripts.ts";
import { trialChoices } from "./trainer.ts";
import { known, latest, newRehearsal, shelf, type Shelved } from "./shelf.ts";

const ON_DRIVES = "on-drives";

const HAND_OFF = "hand-off" satisfies CeremonyName;

/**
 * Officers whose parts of an attestation go on from the newest record: after another one they would
 * be lost.
 */
function partsWaiting(all: readonly Shelved[]): readonly string[] {
  const head = latest(all)?.entries.at(-1)?.hash;
  const parts = all.filter(({ ceremony, state: { closed, opened } }) => closed
    && ceremony.script === PART_SCRIPT && opened?.earlier[0]?.head === head);
  return [...new Set(parts.flatMap(({ state }) => state.opened?.participants ?? [])
    .map(({ role }) => role).filter((role) => role.startsWith("officer-")))];
}

/** Home, from the ceremonies on this computer. @param now RFC 3339, UTC */
export function homeOf(all: readonly Shelved[], now: string): HomeView {
  const parts = partsWaiting(all).length;
  const unfinished = all.at(-1)?.state.closed === false ? all.at(-1)?.ceremony.script : undefined;
  return {
    ceremonies: known(all),
    custody: custodyKnown(all, now),
    may: each((name) => unfinished !== undefined ? unfinished === name
      : !needsEarlier(scriptOf(name))
        || (latest(all) !== undefined && !(name === HAND_OFF && parts > 0))),
    partsWaiting: parts,
    proposedPeople: proposed(all),
    proposedHsm: "Contoso-Rehearsal-HSM",
    coming: each((name) => comingOf(scriptOf(name))),
    opening: each(openingOf),
    minutes: each(minutesOf),
    trials: each((name) => trialChoices(scriptOf(name))),
  };
}

/** Who led and witnessed last, and every officer as the custody knows him. */
function proposed(all: readonly Shelved[]): HomeView["proposedPeople"] {
  const last = all.findLast(({ state }) => state.opened !== null)?.state.opened?.participants ?? [];
  const officers = standingOf(latest(all)?.entries ?? []).officers;
  return CAST.map(({ role, name }) => ({
    role,
    name: last.find((one) => one.role === role)?.name
      ?? officers.find(({ officer }) => officer === role)?.name ?? name,
  }));
}

const each = <Value>(of: (name: CeremonyName) => Value): Readonly<Record<CeremonyName, Value>> =>
  Object.fromEntries(CEREMONIES.map((name) => [name, of(name)])) as Record<CeremonyName, Value>;

/**
 * The folder of the media for a ceremony that is begun: of the unfinished one; of the newest record
 * where the ceremony goes on from one; else a new one.
 */
export function mediaFor(root: string, ceremony: CeremonyName): string {
  const all = shelf(root);
  const last = all.at(-1);
  if (last?.state.closed === false) return last.media;
  const found = needsEarlier(scriptOf(ceremony)) ? latest(all) : undefined;
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
