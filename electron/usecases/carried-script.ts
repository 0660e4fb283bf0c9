// The script of a ceremony on its transfer medium: the other station ends the ceremony with it, whatever
// version of the app it has. The record names its SHA-256, so nothing else can take its place.
import { SCRIPT_BYTES_MAX, type Script } from "../../ceremony-scripts/index.ts";
import { isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { FileOnMedium } from "../ceremony/ceremony.ts";
import { readFile, type Medium } from "../media/media.ts";
import { FILES } from "./deps.ts";
import { fault } from "./faults.ts";
import { keepAfresh } from "./turn.ts";

/** Writes the script if it is missing; another file of its name is set aside. @throws Fault E-MEDIA-* */
export const carryScript = (to: Medium, { name, sha256, text }: Script): FileOnMedium =>
  keepAfresh(to, FILES.script(name, sha256), utf8(text));

/**
 * The bytes of the script that came with a record; null if none did: earlier versions of the app
 * carry none.
 * @param name the script's @param sha256 hex, as in the record
 * @throws Fault E-SCRIPT-CARRIED if another one has its name; E-MEDIA-*
 */
export function carriedScript(from: Medium, name: string, sha256: string): Uint8Array | null {
  const bytes = readIfThere(from, FILES.script(name, sha256));
  if (bytes === null) return null;
  if (sha256Hex(bytes) !== sha256) throw fault("E-SCRIPT-CARRIED");
  return bytes;
}

/** Reads no more than the longest possible script. */
function readIfThere(from: Medium, name: string): Uint8Array | null {
  try {
    return readFile(from, name, SCRIPT_BYTES_MAX);
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "E-MEDIA-FILE-MISSING") return null;
    if (error.code === "E-MEDIA-SIZE") throw fault("E-SCRIPT-CARRIED");
    throw error;
  }
}
