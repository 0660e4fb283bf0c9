// Where media are searched: in folders under one root (rehearsal), or only on removable drives.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isFault, type Fault } from "../../crypto/index.ts";
import type { Drive } from "./drives/drive.ts";
import { fault } from "./shared/faults.ts";
import type { Mode } from "./marker.ts";
import { findAt, findMedium, checkWritable, type Medium } from "./medium.ts";
import { isAllowed, checkName } from "./name.ts";
import { isMarked } from "./prepare.ts";
import { checkDrive } from "./removable.ts";
import { attempt, onSystem } from "./system-error.ts";

/** What is inserted, a medium or not: shown before anything is done with it. */
export interface MediumThere {
  /** Null if it is not a medium, or an incomplete one. */
  readonly label: string | null;
  readonly id: string | null;
  readonly mode: Mode | null;
  readonly folder: string;
  readonly volume: string | null;
  /**
   * "twice": another one with this label is inserted, so neither is found. "blank": no marker, so
   * not a medium. "damaged": its marker, or the drive, cannot be read.
   */
  readonly state: "ready" | "read-only" | "twice" | "blank" | "damaged";
}

/** Finds media. `find` and `labels` look at what is inserted now, on the drives of the last refresh. */
export interface MediaSource {
  /** Lists the drives again: before each step. @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM */
  readonly refresh: () => Promise<void>;
  /** @throws Fault E-MEDIA-NAME, -MISSING, -TWICE, -MARKER, -KIND, -IO, E-DRIVES-* */
  readonly find: (label: string) => Medium;
  /** @throws Fault E-DRIVES-* */
  readonly labels: () => readonly MediumThere[];
  /** Whether the medium's disk has another volume, mounted or not. @throws Fault E-DRIVES-* */
  readonly hasNeighbour: (medium: Medium) => boolean;
}

/** Media as folders under one root: for rehearsals. */
export function folderMedia(root: string): MediaSource {
  const names = (): readonly string[] => {
    let found: readonly string[] = [];
    attempt(() => {
      found = readdirSync(root, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && isAllowed(entry.name))
        .map(({ name }) => name)
        .sort();
    });
    return found;
  };
  return {
    refresh: async () => undefined,
    find: (label) => findMedium(root, label),
    labels: () =>
      names().flatMap((name): readonly MediumThere[] => {
        const found = tryTo(() => findMedium(root, name));
        if (!isFault(found)) return [thereOf(found)];
        return mayBeMarked(join(root, name)) ? [absent(join(root, name), null, "damaged")] : [];
      }),
    hasNeighbour: () => false,
  };
}

/**
 * Media as removable drives with a marker at their top: for production. Nothing else is ever found,
 * so nothing is written elsewhere.
 */
export function driveMedia(list: () => Promise<readonly Drive[]>): MediaSource {
  let known: readonly Drive[] | Fault = fault("E-DRIVES-TOOL");
  let asked = 0;
  let answered = 0;
  // A late answer to an older question is ignored.
  const learn = (question: number, answer: typeof known): void => {
    if (question < answered) return;
    answered = question;
    known = answer;
  };
  const drives = (): readonly Drive[] => {
    if (isFault(known)) throw known;
    return known;
  };
  return {
    refresh: async () => {
      const question = (asked += 1);
      try {
        learn(question, await list());
      } catch (error) {
        // The previous answer must not be taken for the current drives.
        learn(question, isFault(error) ? error : fault("E-DRIVES-TOOL"));
        throw error;
      }
    },
    find: (label) => {
      checkName(label);
      return findOn(drives(), label);
    },
    labels: () => labelsOn(drives()),
    hasNeighbour: ({ volume }) => {
      const own = drives().find((drive) => drive.volume === volume);
      return drives().some(
        (drive) => drive.disk === own?.disk && drive.volume !== volume && !isFirmware(drive),
      );
    },
  };
}

/** The small partition that macOS creates before the first one of every stick. */
const isFirmware = ({ label, fileSystem, bytes }: Drive): boolean =>
  label === "EFI" && /fat/i.test(fileSystem) && bytes <= FIRMWARE_BYTES_MAX;
const FIRMWARE_BYTES_MAX = 300 * 1024 * 1024;

/** One mounted drive, and its medium, or why it has none. */
interface Look {
  readonly drive: Drive & { readonly mount: string };
  readonly found: Medium | Fault;
}

const lookAt = (drives: readonly Drive[]): readonly Look[] =>
  drives
    .filter((drive): drive is Look["drive"] => drive.kind === "removable" && drive.mount !== null)
    .map((drive) => ({
      drive,
      found: tryTo(() => {
        const device = checkDrive(drive);
        return { ...findAt(drive.mount, device), volume: drive.volume, device };
      }),
    }));

function findOn(drives: readonly Drive[], label: string): Medium {
  const looks = lookAt(drives);
  const media = looks.flatMap(({ found }) =>
    isFault(found) || found.label !== label ? [] : [found],
  );
  const [medium] = media;
  if (media.length > 1) throw fault("E-MEDIA-TWICE");
  if (medium !== undefined) return medium;
  // A drive that is not a medium, or was pulled, is not the wanted one; a failing drive may be.
  const [trouble] = looks.flatMap(({ found, drive }) =>
    isFault(found) && found.code !== "E-MEDIA-GONE" && mayBeMarked(drive.mount) ? [found] : [],
  );
  throw trouble ?? fault("E-MEDIA-MISSING");
}

function labelsOn(drives: readonly Drive[]): readonly MediumThere[] {
  const looks = lookAt(drives);
  const labels = looks.flatMap(({ found }) => (isFault(found) ? [] : [found.label]));
  return looks.flatMap(({ drive, found }): readonly MediumThere[] => {
    if (!isFault(found)) {
      const isTwice = labels.filter((label) => label === found.label).length > 1;
      return [isTwice ? { ...thereOf(found), state: "twice" } : thereOf(found)];
    }
    if (found.code === "E-MEDIA-GONE") return [];
    return [absent(drive.mount, drive.volume, mayBeMarked(drive.mount) ? "damaged" : "blank")];
  });
}

const thereOf = (medium: Medium): MediumThere => ({
  label: medium.label,
  id: medium.id,
  mode: medium.mode,
  folder: medium.folder,
  volume: medium.volume ?? null,
  state: attempt(() => checkWritable(medium)) ? "ready" : "read-only",
});

const absent = (
  folder: string,
  volume: string | null,
  state: MediumThere["state"],
): MediumThere => ({ label: null, id: null, mode: null, folder, volume, state });

/** What cannot be read may contain anything. */
function mayBeMarked(folder: string): boolean {
  let marked = true;
  attempt(() => {
    marked = isMarked(folder);
  });
  return marked;
}

function tryTo(work: () => Medium): Medium | Fault {
  try {
    return onSystem(work);
  } catch (error) {
    if (!isFault(error)) throw error;
    return error;
  }
}
