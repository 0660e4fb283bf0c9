// The script with which a ceremony began, stored beside its record: the ceremony ends with it, whatever
// version of the app continues. The record names its SHA-256, so nothing else can take its place.
import {
  BUILT_IN,
  checkScript,
  readScript,
  versionOf,
  type Script,
} from "../../ceremony-scripts/index.ts";
import { equal, isFault, sha256Hex, utf8, utf8Text } from "../../crypto/index.ts";
import type { MediaSource } from "../media/media.ts";
import { carriedScript } from "../usecases/carried-script.ts";
import { MEDIA } from "../usecases/deps.ts";
import { scriptNamed, type ScriptsElsewhere } from "../meaning/reliance.ts";
import { keepFile, keptFile } from "./kept-file.ts";

/** A ceremony, by its own folder. */
interface Kept {
  readonly folder: string;
}

const SCRIPT_FILE = "script.yaml";

/**
 * Durably stores the script, before the first entry names it.
 * @param named SHA-256 (hex) in the record, or "" if it has no entry
 * @throws Fault E-REHEARSE-FOLDER
 */
export function keepScript({ folder }: Kept, script: Script, named: string): void {
  if (named !== "" && named !== script.sha256) return;
  const bytes = utf8(script.text);
  const kept = keptFile(folder, SCRIPT_FILE);
  if (kept === null || !equal(kept, bytes)) keepFile(folder, SCRIPT_FILE, bytes);
}

/**
 * The version of a script that a record names: the current one, an earlier one of the app, the one
 * stored here, or the one on the transfer medium, if it can work. A custom script file is the only
 * version of itself.
 * @param sha256 hex; "" for none
 * @param media where the transfer medium may be; null for nowhere
 * @returns the script itself if there is no such version, or this app does not understand it
 * @throws Fault E-REHEARSE-FOLDER
 */
export function versionKept(
  { folder }: Kept,
  script: Script,
  sha256: string,
  media: MediaSource | null = null,
): Script {
  const known = versionOf(script, sha256);
  const isOwn = BUILT_IN.get(script.name) !== script.text;
  if (known.sha256 === sha256 || sha256 === "" || isOwn) return known;
  const bytes = keptFile(folder, SCRIPT_FILE);
  if (bytes !== null && sha256Hex(bytes) === sha256)
    return understood(() => readAs(script.name, bytes)) ?? known;
  return understood(() => broughtBy(media, script.name, sha256)) ?? known;
}

/**
 * Where to find a record's script that this app lacks: a ceremony ends with the script with which
 * it began, and what continues it must be able to read it. Unreadable ones are ignored.
 */
export const scriptsKept =
  (all: readonly Kept[]): ScriptsElsewhere =>
  (sha256) => {
    for (const { folder } of all) {
      const bytes = understood(() => keptFile(folder, SCRIPT_FILE));
      if (bytes !== null && sha256Hex(bytes) === sha256)
        return understood(() => readAs(null, bytes));
    }
    return null;
  };

/** A script from elsewhere must be able to work, like a custom script file. */
function broughtBy(media: MediaSource | null, name: string, sha256: string): Script | null {
  if (media === null) return null;
  const bytes = carriedScript(media.find(MEDIA.transfer), name, sha256);
  return bytes === null ? null : checkedAs(name, bytes);
}

/** The bytes of scripts that are stored here and that the app lacks, each once. */
export function strangeScripts(all: readonly Kept[]): readonly Uint8Array[] {
  const found = all.flatMap(({ folder }): readonly (readonly [string, Uint8Array])[] => {
    const bytes = understood(() => keptFile(folder, SCRIPT_FILE));
    return bytes === null ? [] : [[sha256Hex(bytes), bytes]];
  });
  return [...new Map(found.filter(([sha256]) => scriptNamed(sha256) === null)).values()];
}

/** A script from elsewhere that this app understands, and that can work; null for none. */
export const workingScript = (bytes: Uint8Array): Script | null =>
  understood(() => checkedAs(null, bytes));

/** @throws Fault of a script that cannot work */
function checkedAs(name: string | null, bytes: Uint8Array): Script | null {
  const script = readAs(name, bytes);
  if (script !== null) checkScript(script);
  return script;
}

/** @param name the script's, or null for any */
function readAs(name: string | null, bytes: Uint8Array): Script | null {
  const text = utf8Text(bytes);
  const script = text === null ? null : readScript(text, sha256Hex(bytes));
  return name === null || script?.name === name ? script : null;
}

/** Null also for a version with unknown kinds of steps, and without a medium. */
function understood<Value>(read: () => Value | null): Value | null {
  try {
    return read();
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
