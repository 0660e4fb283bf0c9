// What Home shows: the ceremonies here, the state of custody, what may begin.
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Counts, Script, Station } from "../../ceremony-scripts/index.ts";
import {
  CEREMONIES,
  type ArrivalView,
  type CeremonyName,
  type HomeView,
  type MediaPlace,
} from "../bridge/view.ts";
import { countsOf, officerOf, seatsOf } from "../ceremony/ceremony.ts";
import { makeFolder, writeNew } from "../disk/disk.ts";
import { ceremoniesIn, needsEarlier } from "../session/folders.ts";
import { PART_SCRIPT } from "../usecases/take-part.ts";
import { REHEARSAL_PEOPLE } from "../people/protocol.ts";
import { custodyKnown } from "./custody.ts";
import { minutesOf, openingOf, scriptOf, scriptWith } from "./scripts.ts";
import { isExample } from "./example.ts";
import { trialChoices } from "./trainer.ts";
import {
  isAway,
  known,
  latest,
  nameOf,
  newFolder,
  onDrivesMark,
  storedCeremonies,
  type Store,
  type StoredCeremony,
} from "./ceremony-store.ts";
import { damagedViews } from "./damaged.ts";
import { discardedViews } from "./discarded.ts";
import { onFreeMedia, unfinishedIn } from "./unfinished.ts";

/** After one of these, waiting officers' parts would continue a record that is not the last. */
const NOT_BESIDE_PARTS: readonly CeremonyName[] = ["hand-off", "dry-run"];

/**
 * Seats of the officers whose parts of an attestation continue the newest record: another ceremony
 * would make them useless.
 */
function partsWaiting(all: readonly StoredCeremony[]): readonly number[] {
  const head = latest(all)?.entries.at(-1)?.hash;
  const parts = all.filter(
    ({ ceremony, state: { closed, opened } }) =>
      closed && ceremony.script === PART_SCRIPT && opened?.earlier[0]?.head === head,
  );
  const roles = new Set(
    parts.flatMap(({ state }) => (state.opened?.participants ?? []).map(({ role }) => role)),
  );
  const officers = latest(all)?.state.standing.officers.length ?? 0;
  return seatsOf(officers).filter((seat) => roles.has(officerOf(seat)));
}

/**
 * Home, from what is on this computer.
 * @param now RFC 3339, UTC
 * @param at this computer's station in earnest, or null
 * @param arrival what the transfer medium brings to a connected station
 * @param proposedCounts of the officers of a first ceremony
 */
export function homeOf(
  store: Store,
  now: string,
  at: Station | null,
  arrival: ArrivalView | null,
  proposedCounts: Counts,
): HomeView {
  const all = store.sound;
  const parts = partsWaiting(all);
  const damaged = damagedViews(store);
  return {
    ceremonies: known(all, at),
    damaged,
    discarded: at === null ? discardedViews(store, now) : [],
    custody: custodyKnown(all, now),
    may: each(
      (name) =>
        damaged.length === 0
        && (at === "connected"
          ? comesHere(all, arrival) === name
          : mayBegin(all, name, at, parts.length)),
    ),
    arrival,
    partsWaiting: parts,
    proposedPeople: proposed(all, at),
    proposedCounts,
    proposedHsm: at === null ? "Contoso-Rehearsal-HSM" : "",
    ...ofScripts(all, proposedCounts),
    example: at !== null || damaged.length > 0 ? "no" : exampleAmong(all),
  };
}

/** What scripts and the numbers of officers alone decide. */
function ofScripts(all: readonly StoredCeremony[], proposedCounts: Counts) {
  const { officers = [], required = 0 } = latest(all)?.state.standing ?? {};
  const ofCustody =
    officers.length === 0 ? proposedCounts : countsOf({ officers: officers.length, required });
  const key = JSON.stringify([ofCustody, proposedCounts]);
  const known = worked.get(key) ?? fromScripts(ofCustody, proposedCounts);
  worked.set(key, known);
  return known;
}

/** Worked out once for the same numbers: a view is made at every change. */
const worked = new Map<string, ReturnType<typeof fromScripts>>();
const fromScripts = (ofCustody: Counts, proposedCounts: Counts) => {
  const scriptFor = (name: CeremonyName): Script =>
    scriptWith(name, needsEarlier(scriptOf(name)) ? ofCustody : proposedCounts);
  return {
    opening: each((name) => openingOf(scriptFor(name))),
    minutes: each((name) => minutesOf(scriptFor(name))),
    trials: each((name) => trialChoices(scriptOf(name))),
  };
};

function exampleAmong(all: readonly StoredCeremony[]): HomeView["example"] {
  if (latest(onFreeMedia(all)) !== undefined && isExample(all)) return "is";
  const isNeeded = latest(onFreeMedia(all)) === undefined && unfinishedIn(all) === undefined;
  return isNeeded ? "may-be-made" : "no";
}

/** Whether it may begin here, or continue. */
function mayBegin(
  all: readonly StoredCeremony[],
  name: CeremonyName,
  at: Station | null,
  parts: number,
): boolean {
  const unfinished = unfinishedIn(all);
  if (unfinished !== undefined) return unfinished.ceremony.script === name;
  const isThere = latest(onFreeMedia(all)) !== undefined;
  return !goesOn(name, at) || (isThere && !(NOT_BESIDE_PARTS.includes(name) && parts > 0));
}

/** What a connected station can do now: continue what it has, or take part in what came. */
export const comesHere = (
  all: readonly StoredCeremony[],
  arrival: ArrivalView | null,
): CeremonyName | null => arrival?.ceremony ?? nameOf(held(all)?.ceremony.script ?? "");

/** The unfinished ceremony whose record this connected station has. */
const held = (all: readonly StoredCeremony[]): StoredCeremony | undefined =>
  all.findLast(
    ({ state, entries }) => entries.length > 0 && !state.closed && !isAway(state, "connected"),
  );

/** A rehearsal also recovers with the media of an earlier one; in earnest a record is enough. */
const goesOn = (name: CeremonyName, at: Station | null): boolean =>
  at === null ? needsEarlier(scriptOf(name)) : scriptOf(name).continues;

/** The last administrator and witness; every officer as in custody; a rehearsal has people. */
function proposed(all: readonly StoredCeremony[], at: Station | null): HomeView["proposedPeople"] {
  const last = all.findLast(({ state }) => state.opened !== null)?.state.opened?.participants ?? [];
  const officers = latest(all)?.state.standing.officers ?? [];
  return REHEARSAL_PEOPLE.map(({ role, name }) => ({
    role,
    name:
      last.find((one) => one.role === role)?.name
      ?? officers.find(({ officer }) => officer === role)?.name
      ?? (at === null ? name : ""),
  }));
}

const each = <Value>(of: (name: CeremonyName) => Value): Readonly<Record<CeremonyName, Value>> =>
  Object.fromEntries(CEREMONIES.map((name) => [name, of(name)])) as Record<CeremonyName, Value>;

/**
 * The folder for a ceremony that begins: of the unfinished one; of the newest record if it
 * continues one; else a new one.
 */
export function mediaFor(root: string, ceremony: CeremonyName, at: Station | null): string {
  const all = storedCeremonies(root);
  const unfinished = unfinishedIn(all);
  if (unfinished !== undefined) return unfinished.media;
  const found = goesOn(ceremony, at) ? latest(onFreeMedia(all)) : undefined;
  return found?.media ?? newFolder(root);
}

/**
 * The folder at a connected station: of the ceremony that came, else of the one it has.
 * @param id of the ceremony that came, or null
 */
export function folderAtConnected(root: string, id: string | null): string {
  const all = storedCeremonies(root);
  const here = id === null ? held(all) : all.find(({ state }) => state.opened?.ceremony === id);
  return here?.media ?? newFolder(root);
}

/**
 * Where a rehearsal's media are: chosen when its first ceremony begins, and the same for all that
 * follow.
 */
export function placeOf(media: string, wanted: MediaPlace): MediaPlace {
  const mark = onDrivesMark(media);
  if (existsSync(mark)) return "drives";
  if (wanted === "folders" || ceremoniesIn(media).length > 0) return "folders";
  makeFolder(dirname(mark));
  writeNew(dirname(mark), basename(mark), new Uint8Array());
  return "drives";
}
