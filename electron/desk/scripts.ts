// The scripts that the window plays: those that come with the app.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { BUILT_IN, readScript, type Script } from "../../ceremony-scripts/index.ts";
import type { CeremonyName } from "../bridge/room.ts";

/** A built-in script. */
export function scriptOf(name: CeremonyName): Script {
  const text = BUILT_IN.get(name) ?? "";
  return readScript(text, sha256Hex(utf8(text)));
}

/** The minutes that a script plans, all steps together. */
export const minutesOf = (name: CeremonyName): number =>
  scriptOf(name).steps.reduce((sum, { minutes }) => sum + minutes, 0);
