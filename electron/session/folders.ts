// Where ceremonies are stored: a rehearsal's sticks in a media folder, everything else in
// `.ceremonies/` there.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  restores,
  withCounts,
  type Counts,
  type Script,
  type Station,
} from "../../ceremony-scripts/index.ts";
import { countsOf, fold, standingOf, type Anchor, type NamedScript } from "../ceremony/ceremony.ts";
import { PART_SCRIPT } from "../usecases/take-part.ts";
import * as disk from "../disk/disk.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { MediaSource } from "../media/media.ts";
import { countsFound } from "../usecases/domain-search.ts";
import { anchoringAmong, mayContinue } from "./chain.ts";
import { fault } from "./faults.ts";
import { inFolder } from "./kept-file.ts";
import { versionKept } from "./script-kept.ts";

/** One ceremony's place: `.ceremonies/<number>-<script>/`. */
export interface CeremonyFolder {
  readonly number: number;
  readonly script: string;
  readonly folder: string;
}

/** How far a ceremony in a folder came. */
export type Progress = "unfinished" | "closed" | "delivered";

export const STATIONS: readonly Station[] = ["offline", "connected"];

/** Makes a folder with its parents. @throws Fault E-REHEARSE-FOLDER */
export const makeFolder = (path: string): void => inFolder(() => disk.makeFolder(path));

/** The ceremonies' own folder, apart from the media. */
export const hiddenIn = (media: string): string => join(media, ".ceremonies");

/**
 * Whose media are laid aside: "old" for a ceremony that replaces them, "discarded" the new ones of
 * such a ceremony that people discarded.
 */
type Aside = "old" | "discarded";

/**
 * Where a label's medium is laid aside for a ceremony: beside the media in use, so that moving it
 * there or back is one change of one folder.
 */
export const mediumAside = (
  media: string,
  why: Aside,
  { number }: Pick<CeremonyFolder, "number">,
  label: string,
): string => join(media, `${mark(why, number)}${label}`);

/** The labels whose media are laid aside for this ceremony. */
export const labelsAside = (
  media: string,
  why: Aside,
  { number }: Pick<CeremonyFolder, "number">,
): readonly string[] =>
  readdirSync(media)
    .filter((name) => name.startsWith(mark(why, number)))
    .map((name) => name.slice(mark(why, number).length));

const mark = (why: Aside, number: number): string => `.${why}-${String(number)}-`;

/** A station's copy of the record. */
export const stationFolder = (ceremony: CeremonyFolder, station: Station): string =>
  join(ceremony.folder, station);

/** Where people find the evidence of a closed ceremony. */
export const evidenceFolder = (
  media: string,
  { number, script }: Pick<CeremonyFolder, "number" | "script">,
): string => join(media, "records", `${String(number)}-${script}`);

/** The marker that a closed record was delivered. */
export const deliveredMarker = (ceremony: CeremonyFolder): string =>
  join(ceremony.folder, "delivered");

/** The marker that people parked an unfinished rehearsal. */
export const parkedMarker = ({ folder }: Pick<CeremonyFolder, "folder">): string =>
  join(folder, PARKED);

const PARKED = "parked";

/** Writes that marker into a ceremony's folder, if it is not there. */
export const markParked = (folder: string): void => {
  disk.writeNew(folder, PARKED, new Uint8Array());
};

/** The ending of the folder of a ceremony that was never opened: it is empty, and reserves a number. */
export const UNOPENED = ".unopened";

/** A folder here with a ceremony's number, whatever became of it, and the ending of its name. */
export interface NumberedFolder extends CeremonyFolder {
  /** "" for a ceremony; else ".damaged", ".discarded-2026-12-01" and such. */
  readonly ending: string;
}

/** A number small enough to be counted exactly. */
const NUMBERED = /^([1-9]\d{0,14})-([a-z][a-z0-9-]*)((?:[^a-z0-9-].*)?)$/;

/** All of them, by number. */
export function numberedIn(media: string): readonly NumberedFolder[] {
  const hidden = hiddenIn(media);
  return (existsSync(hidden) ? readdirSync(hidden) : [])
    .flatMap((name) => {
      const [, number = "", script = "", ending = ""] = NUMBERED.exec(name) ?? [];
      const folder = join(hidden, name);
      return number === "" ? [] : [{ number: Number(number), script, folder, ending }];
    })
    .sort((a, b) => a.number - b.number);
}

/** The ceremonies on these media, oldest first. */
export const ceremoniesIn = (media: string): readonly CeremonyFolder[] =>
  numberedIn(media).flatMap(({ ending, ...ceremony }) => (ending === "" ? [ceremony] : []));

/**
 * The number of the next ceremony on these media: above every one before, including discarded ones,
 * because an HSM of a rehearsal is named after it.
 */
export const nextNumber = (media: string): number => (numberedIn(media).at(-1)?.number ?? 0) + 1;

/** How far this ceremony got, by its stations' copies. */
export function progressOf(ceremony: CeremonyFolder): Progress {
  if (existsSync(deliveredMarker(ceremony))) return "delivered";
  return closedRecord(ceremony) === null ? "unfinished" : "closed";
}

/**
 * The version of this script that the ceremony runs, with its counts: the one its record names, which
 * is stored beside it, else the given one.
 * @param arrived the first entry of a record that has arrived and is not taken over yet
 * @param media where the transfer medium may be, which has the script too
 */
export function versionIn(
  ceremony: CeremonyFolder,
  script: Script,
  arrived: NamedScript | null = null,
  media: MediaSource | null = null,
): Script {
  const named = openingIn(ceremony) ?? arrived;
  const version = versionKept(ceremony, script, named?.scriptSha256 ?? "", media);
  return named === null ? version : withCounts(version, countsOf(named));
}

/** SHA-256 (hex) of the script that this ceremony's record names; "" if it has no entry. */
export const scriptNamed = (ceremony: CeremonyFolder): string =>
  openingIn(ceremony)?.scriptSha256 ?? "";

/** The first entry of this ceremony's record; null if it has none. */
function openingIn(ceremony: CeremonyFolder): NamedScript | null {
  for (const station of STATIONS) {
    const [first] = readRecord(stationFolder(ceremony, station))?.entries ?? [];
    const { opened } = fold(first === undefined ? [] : [first]);
    if (opened !== null) return opened;
  }
  return null;
}

/** The bytes of its closed record, or null. */
export function closedRecord(ceremony: CeremonyFolder): Uint8Array | null {
  for (const station of STATIONS) {
    const copy = readRecord(stationFolder(ceremony, station));
    if (copy !== null && fold(copy.entries).closed) return copy.bytes;
  }
  return null;
}

/**
 * The ceremony to run: the unfinished one of this script, or a new one.
 * @throws Fault E-REHEARSE-OTHER, E-REHEARSE-MEDIA-DONE, E-REHEARSE-NO-ACTIVATION
 */
export function chooseCeremony(media: string, script: Script): CeremonyFolder {
  const { name } = script;
  const all = ceremoniesIn(media);
  const last = all.at(-1);
  if (last !== undefined && progressOf(last) !== "delivered") {
    if (last.script === name) return last;
    if (progressOf(last) === "unfinished") throw fault("E-REHEARSE-OTHER");
  }
  if (!needsEarlier(script) && last !== undefined) throw fault("E-REHEARSE-MEDIA-DONE");
  if (needsEarlier(script) && latestIn(all) === null) throw fault("E-REHEARSE-NO-ACTIVATION");
  const number = nextNumber(media);
  return { number, script: name, folder: join(hiddenIn(media), `${String(number)}-${name}`) };
}

/**
 * The numbers of officers that a ceremony here has: those of the security domain that it finds on
 * its media, else of the custody that it continues; null if nothing says them.
 * @param folder of the ceremonies
 * @param media where its media are
 */
export function countsKnown(folder: string, script: Script, media: MediaSource): Counts | null {
  const found = script.finds ? countsFound(media) : null;
  return found ?? countsOfCustody(folder, script);
}

function countsOfCustody(media: string, script: Script): Counts | null {
  const earlier = needsEarlier(script) ? latestIn(ceremoniesIn(media)) : null;
  if (earlier === null) return null;
  const { officers, required } = standingOf(verifyRecord(earlier).entries);
  return countsOf({ officers: officers.length, required });
}

/** The script with these counts, if there are any. */
export function countedBy(...known: Parameters<typeof countsKnown>): Script {
  const [, script] = known;
  const counts = countsKnown(...known);
  return counts === null ? script : withCounts(script, counts);
}

/**
 * Whether a rehearsal of this script uses the media of an earlier ceremony: it continues its
 * record, or recovers without one.
 */
export const needsEarlier = (script: Script): boolean =>
  script.continues || (script.finds && restores(script.steps));

/**
 * The newest closed record that a ceremony can continue: there is a domain, it is not an officer's
 * part of an attestation, and it does not contradict the record here that it continues.
 */
export function latestIn(all: readonly CeremonyFolder[]): Uint8Array | null {
  const records = recordsIn(all);
  for (const ceremony of [...all].reverse()) {
    const bytes = ceremony.script === PART_SCRIPT ? null : closedRecord(ceremony);
    const copy = bytes === null ? null : readRecord(stationFolder(ceremony, "offline"));
    if (copy === null || fold(copy.entries).aborted !== null) continue;
    const { folder } = ceremony;
    if (!mayContinue({ entries: copy.entries, folder }, records)) continue;
    if (standingOf(copy.entries).domainSha256 !== "") return bytes;
  }
  return null;
}

/** How the closed record with this head (hex) in one of these folders is anchored. */
export function anchorIn(all: readonly CeremonyFolder[], head: string): Anchor {
  const records = recordsIn(all);
  const found = all.flatMap(({ folder }, i) => {
    const entries = records[i] ?? [];
    return entries.at(-1)?.hash === head ? [{ folder, entries }] : [];
  })[0];
  return found === undefined ? "none" : anchoringAmong(found, records).anchor;
}

/** The offline station's record of each of these. */
const recordsIn = (all: readonly CeremonyFolder[]) =>
  all.map((ceremony) => readRecord(stationFolder(ceremony, "offline"))?.entries ?? []);

/** Closed parts of an attestation that continue the record with this head (hex), by seat. */
export const partsIn = (
  all: readonly CeremonyFolder[],
  head: string,
): ReadonlyMap<number, Uint8Array> =>
  new Map(
    all.flatMap((ceremony) => {
      const bytes = ceremony.script === PART_SCRIPT ? closedRecord(ceremony) : null;
      const { opened } = fold(
        bytes === null ? [] : (readRecord(stationFolder(ceremony, "offline"))?.entries ?? []),
      );
      if (bytes === null || opened?.earlier[0]?.head !== head) return [];
      return opened.participants.flatMap(({ role }) =>
        role.startsWith("officer-")
          ? [[Number(role.slice("officer-".length)), bytes] as const]
          : [],
      );
    }),
  );
