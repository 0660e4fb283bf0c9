// The scripts that a record may name: those that come with the app, and every released version.
import { BUILT_IN, readScript, RELEASED, type Script } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";

let texts: ReadonlyMap<string, string> | null = null;
/** Those that were asked for: a verdict asks for its script several times. */
const read = new Map<string, Script>();

/** Text by the SHA-256 (hex) of its bytes. */
export function knownScripts(): ReadonlyMap<string, string> {
  texts ??= new Map([
    ...RELEASED,
    ...[...BUILT_IN.values()].map((text) => [sha256Hex(utf8(text)), text] as const),
  ]);
  return texts;
}

/** Scripts that the app lacks, from elsewhere, by the SHA-256 (hex) in a record; null for none. */
export type ScriptsElsewhere = (sha256: string) => Script | null;

/** One custom script, or all that are stored somewhere. */
export type OwnScript = Script | ScriptsElsewhere | null;

/** The script with this SHA-256 (hex); null if neither the app nor `own` has it. */
export function scriptNamed(sha256: string, own: OwnScript = null): Script | null {
  const found = typeof own === "function" ? own(sha256) : own;
  if (found?.sha256 === sha256) return found;
  const text = knownScripts().get(sha256);
  if (text === undefined) return null;
  const script = read.get(sha256) ?? readScript(text, sha256);
  read.set(sha256, script);
  return script;
}
