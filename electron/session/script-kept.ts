// The script with which a ceremony was begun, kept beside its record: it is ended by it, whatever
// version of the app goes on. The record names its SHA-256, so nothing else is ever taken for it.
import { BUILT_IN, readScript, versionOf, type Script } from "../../ceremony-scripts/index.ts";
import { equal, fromUtf8, isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import { keepFile, keptFile } from "./kept-file.ts";

/** A ceremony, by the folder in which it keeps what is its own. */
interface Kept {
  readonly folder: string;
}

const SCRIPT_FILE = "script.yaml";

/**
 * Keeps the script, durably, before the first entry names it.
 * @param named SHA-256 (hex) that the record names, or "" while it has no entry
 * @throws Fault E-REHEARSE-FOLDER
 */
export function keepScript({ folder }: Kept, script: Script, named: string): void {
  if (named !== "" && named !== script.sha256) return;
  const bytes = utf8(script.text);
  const kept = keptFile(folder, SCRIPT_FILE);
  if (kept === null || !equal(kept, bytes)) keepFile(folder, SCRIPT_FILE, bytes);
}

/**
 * The version of a script that a record names: today's, one that comes with the app, or the one that
 * is kept here. A script file of somebody's own is the only version of itself.
 * @param sha256 hex; "" for none
 * @returns the script itself where there is no such version, or this app does not understand it
 * @throws Fault E-REHEARSE-FOLDER
 */
export function versionKept({ folder }: Kept, script: Script, sha256: string): Script {
  const known = versionOf(script, sha256);
  const isOwn = BUILT_IN.get(script.name) !== script.text;
  if (known.sha256 === sha256 || sha256 === "" || isOwn) return known;
  const bytes = keptFile(folder, SCRIPT_FILE);
  if (bytes === null || sha256Hex(bytes) !== sha256) return known;
  try {
    const kept = readScript(fromUtf8(bytes), sha256);
    return kept.name === script.name ? kept : known;
  } catch (error) {
    // Of a version with kinds of steps that this one does not have.
    if (isFault(error)) return known;
    throw error;
  }
}
