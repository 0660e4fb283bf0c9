// The ceremonies on this computer: each folder has records, and a rehearsal's also its media.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isFault } from "../../crypto/index.ts";
import { versionOf, withCounts, type Script, type Station } from "../../ceremony-scripts/index.ts";
import {
  CEREMONIES,
  type CeremonyName,
  type ClosedShort,
  type KnownCeremony,
} from "../bridge/view.ts";
import {
  countsOf,
  fold,
  type Anchoring,
  type NamedScript,
  type State,
} from "../ceremony/ceremony.ts";
import { readRecord, type Entry } from "../journal/journal.ts";
import { PART_SCRIPT } from "../usecases/take-part.ts";
import type { ChosenRecord } from "./audit.ts";
import { likelySteps } from "./scripts.ts";
import { STAMPS_FOLDER } from "../evidence/stamps.ts";
import { bundleAt } from "../session/bundle-folder.ts";
import { stampFilesIn } from "../session/stamp-folder.ts";
import { anchoringAmong, closingOf, mayContinue, type Kept } from "../session/chain.ts";
import {
  ceremoniesIn,
  closedRecord,
  evidenceFolder,
  hiddenIn,
  numberedIn,
  parkedMarker,
  STATIONS,
  stationFolder,
  type CeremonyFolder,
} from "../session/folders.ts";
import { withHead, type ScriptsElsewhere } from "../meaning/reliance.ts";
import { scriptsKept, versionKept } from "../session/script-kept.ts";

/** A ceremony with what its longest copy of the record says. */
export interface StoredCeremony {
  /** The folder of its media. */
  readonly media: string;
  readonly ceremony: CeremonyFolder;
  readonly state: State;
  readonly entries: readonly Entry[];
  /** People parked it: others may start before it is finished. */
  readonly isParked: boolean;
  /** Times of entries by type, the last of each; RFC 3339, UTC. */
  readonly times: Readonly<Record<string, string>>;
}

/** A ceremony with a copy of its record that cannot be read, or was altered. */
export interface DamagedCeremony {
  readonly ceremony: CeremonyFolder;
  /** The fault's: mostly `E-LOG-...`. */
  readonly code: string;
}

/** A rehearsal that people discarded: complete in a folder of another name, until they remove it. */
export interface DiscardedCeremony {
  readonly media: string;
  /** Its previous folder, restored by undoing. */
  readonly ceremony: CeremonyFolder;
  /** Where it is now. */
  readonly aside: string;
  /** When it was discarded: "2026-12-01", in UTC. */
  readonly day: string;
  /** Null if its record cannot be read. */
  readonly state: State | null;
  /** Of its record's last entry, RFC 3339, UTC; null without one, or if it cannot be read. */
  readonly lastAt: string | null;
}

/** All kinds, oldest first. */
export interface Store {
  readonly sound: readonly StoredCeremony[];
  readonly damaged: readonly DamagedCeremony[];
  readonly discarded: readonly DiscardedCeremony[];
}

/** What is on this computer. @param root the folder of the ceremonies' folders */
export function storeIn(root: string): Store {
  const sound: StoredCeremony[] = [];
  const damaged: DamagedCeremony[] = [];
  for (const media of mediaFolders(root))
    for (const ceremony of ceremoniesIn(media))
      try {
        sound.push({ media, ceremony, ...readStored(ceremony) });
      } catch (error) {
        if (!isFault(error)) throw error;
        damaged.push({ ceremony, code: error.code });
      }
  return { sound, damaged, discarded: discardedIn(root) };
}

const DISCARDED = /^\.discarded-(\d{4}-\d\d-\d\d)$/;

/** The name of a ceremony's folder once it is discarded. */
export const discardedFolder = ({ folder }: CeremonyFolder, day: string): string =>
  `${folder}.discarded-${day}`;

/** Discarded ceremonies that can be restored, by media and number. */
export const discardedIn = (root: string): readonly DiscardedCeremony[] =>
  mediaFolders(root).flatMap((media) =>
    numberedIn(media).flatMap(({ ending, folder: aside, ...named }) => {
      const [, day] = DISCARDED.exec(ending) ?? [];
      if (day === undefined) return [];
      const ceremony = { ...named, folder: aside.slice(0, -ending.length) };
      return [{ media, ceremony, aside, day, ...stateAt({ ...named, folder: aside }) }];
    }),
  );

function stateAt(ceremony: CeremonyFolder): Pick<DiscardedCeremony, "state" | "lastAt"> {
  try {
    const { state, entries } = readStored(ceremony);
    return { state, lastAt: entries.at(-1)?.at ?? null };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { state: null, lastAt: null };
  }
}

/** Readable ones: damaged ones are ignored, and left unchanged. */
export const storedCeremonies = (root: string): readonly StoredCeremony[] => storeIn(root).sound;

/** Every folder of a ceremony that was here, including set aside and discarded ones. */
export const everyFolder = (root: string): readonly string[] =>
  mediaFolders(root).flatMap((media) => {
    const hidden = hiddenIn(media);
    const there = existsSync(hidden) ? readdirSync(hidden, { withFileTypes: true }) : [];
    return there.filter((one) => one.isDirectory()).map(({ name }) => join(hidden, name));
  });

/**
 * The version of a script that a record names, if this app or a ceremony here has it; else the
 * script itself.
 * @param opened of the record
 */
export function versionUnder(root: string, script: Script, opened: NamedScript): Script {
  const { scriptSha256: sha256 } = opened;
  const all = mediaFolders(root).flatMap((media) => ceremoniesIn(media));
  const version =
    all
      .map((ceremony) => versionKept(ceremony, script, sha256))
      .find((one) => one.sha256 === sha256) ?? versionOf(script, sha256);
  return withCounts(version, countsOf(opened));
}

/** Scripts stored with ceremonies here. @param root as `storedCeremonies` */
export const scriptsUnder =
  (root: string): ScriptsElsewhere =>
  (sha256) =>
    scriptsKept(mediaFolders(root).flatMap((media) => ceremoniesIn(media)))(sha256);

/** The folder for a new ceremony that continues none here. */
export const newFolder = (root: string): string =>
  join(root, String((folders(root).at(-1) ?? 0) + 1));

/**
 * Each ceremony as Home lists it; its number is its place in the list, from 1.
 * @param at the station that this computer is in earnest, or null
 */
export const known = (
  all: readonly StoredCeremony[],
  at: Station | null,
): readonly KnownCeremony[] =>
  all.flatMap(({ media, ceremony, state, times, entries, isParked }, i) => {
    const name = nameOf(ceremony.script);
    // Prepared, and never opened or taken over: it did not begin here.
    if (name === null || entries.length === 0) return [];
    return [
      {
        number: i + 1,
        name,
        hsm: state.opened?.hsm ?? "",
        done: state.done.length,
        steps: likelySteps(name, state).length,
        progress: !state.closed
          ? isAway(state, at)
            ? ("away" as const)
            : isParked
              ? ("parked" as const)
              : ("unfinished" as const)
          : state.aborted === null
            ? ("closed" as const)
            : ("aborted" as const),
        openedAt: times["opened"] ?? null,
        ...(existsSync(onDrivesMark(media)) ? { onDrives: true } : {}),
        closedAt: state.closed ? (times["closing-on-paper"] ?? times["signed"] ?? null) : null,
      },
    ];
  });

/** The connected station has done its part: the other station continues. */
export const isAway = ({ handedTo }: State, at: Station | null): boolean =>
  at === "connected" && handedTo === "offline";

/**
 * A closed ceremony's record as this computer wrote it, and the evidence in its folder; null if it
 * is not closed. Errors of the system are thrown unchanged.
 */
export function evidenceOf({ media, ceremony }: StoredCeremony): ChosenRecord | null {
  const record = closedRecord(ceremony);
  return record === null ? null : { record, bundle: bundleAt(evidenceFolder(media, ceremony)) };
}

/** The ceremony that was closed last: its record, and its timestamps by their paths in the evidence; or null. */
export function newestClosed(all: readonly StoredCeremony[]) {
  const last = all.findLast(({ state }) => state.closed);
  if (last === undefined) return null;
  const record = closedRecord(last.ceremony);
  return record === null ? null : { record, stamps: stampsBeside(last.media, last.ceremony) };
}

/** The files of a ceremony's evidence that come after it, by their paths there. */
export function stampsBeside(
  media: string,
  ceremony: CeremonyFolder,
): ReadonlyMap<string, Uint8Array> {
  const found = stampFilesIn(join(evidenceFolder(media, ceremony), STAMPS_FOLDER));
  return new Map([...found].map(([name, bytes]) => [`${STAMPS_FOLDER}/${name}`, bytes]));
}

/** The app's own name for a script, or null. */
export const nameOf = (script: string): CeremonyName | null =>
  CEREMONIES.find((name) => name === script) ?? null;

/**
 * The newest closed ceremony that others can continue: not an officer's part of one, nor one that
 * contradicts the record here that it continues.
 */
export const latest = (all: readonly StoredCeremony[]): StoredCeremony | undefined =>
  all.findLast(
    (one) =>
      one.state.closed
      && one.state.aborted === null
      && one.ceremony.script !== PART_SCRIPT
      && one.state.standing.domainSha256 !== ""
      && mayContinue(keptOf(one), entriesOf(all)),
  );

/** How a closed ceremony's record is anchored. */
export const anchoringOf = (one: StoredCeremony, all: readonly StoredCeremony[]): Anchoring =>
  anchoringAmong(keptOf(one), entriesOf(all));

/** How many officers closed its record, where more were due; else null. */
export function closedShortOf(
  one: StoredCeremony,
  all: readonly StoredCeremony[],
): ClosedShort | null {
  const scripts = scriptsKept(all.map(({ ceremony }) => ceremony));
  const closed = closingOf(one.entries, scripts);
  const { anchor } = anchoringOf(one, all);
  const shown = anchor === "typed" ? withHead(closed) : closed;
  return shown?.isShort === true ? { ...shown.officers, due: shown.due } : null;
}

/** The records of all these. */
export const entriesOf = (all: readonly StoredCeremony[]): readonly (readonly Entry[])[] =>
  all.map(({ entries }) => entries);

const keptOf = ({ entries, ceremony: { folder } }: StoredCeremony): Kept => ({ entries, folder });

/** The mark in a rehearsal's folder that its media are real sticks, which other folders may share. */
export const onDrivesMark = (media: string): string => join(hiddenIn(media), "on-drives");

/** The folders of media here: `root/1/`, `root/2/`. */
export const mediaFolders = (root: string): readonly string[] =>
  folders(root).map((number) => join(root, String(number)));

function folders(root: string): readonly number[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^[1-9]\d{0,14}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** What a ceremony's folder says about it. @throws Fault E-LOG-* */
function readStored(ceremony: CeremonyFolder): Omit<StoredCeremony, "media" | "ceremony"> {
  const copies = STATIONS.map((station) => readRecord(stationFolder(ceremony, station)));
  const entries = copies
    .map((copy) => copy?.entries ?? [])
    .reduce((longest, other) => (other.length > longest.length ? other : longest));
  const times = Object.fromEntries(entries.map(({ type, at }) => [type, at]));
  const isParked = existsSync(parkedMarker(ceremony));
  return { state: fold(entries), entries, times, isParked };
}
