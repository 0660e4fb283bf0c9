// The scripts that the window plays: those that come with the app.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { BUILT_IN, readScript, type Script } from "../../ceremony-scripts/index.ts";
import type { CeremonyName } from "../bridge/room.ts";

const read = new Map<CeremonyName, Script>();

/** A built-in script; read once, for a view is made anew at every change. */
export function scriptOf(name: CeremonyName): Script {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = BUILT_IN.get(name) ?? "";
  const script = readScript(text, sha256Hex(utf8(text)));
  read.set(name, script);
  return script;
}

/** The minutes that a script plans, all steps together. */
export const minutesOf = (name: CeremonyName): number =>
  scriptOf(name).steps.reduce((sum, { minutes }) => sum + minutes, 0);
