// The scripts that a record may name: those that come with the app, and every released version.
import { BUILT_IN, readScript, RELEASED, type Script } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";

let texts: ReadonlyMap<string, string> | null = null;

/** Text by the SHA-256 (hex) of its bytes. */
export function knownScripts(): ReadonlyMap<string, string> {
  texts ??= new Map([
    ...RELEASED,
    ...[...BUILT_IN.values()].map((text) => [sha256Hex(utf8(text)), text] as const),
  ]);
  return texts;
}

/** The script with this SHA-256 (hex), or null where the app knows none. */
export function scriptNamed(sha256: string): Script | null {
  const text = knownScripts().get(sha256);
  return text === undefined ? null : readScript(text, sha256);
}
