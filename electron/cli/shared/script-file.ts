// A script named on the command line: a built-in one by its name, anything else is a file.
import { sha256Hex, utf8, utf8Text } from "../../../crypto/index.ts";
import {
  BUILT_IN,
  checkScript,
  readScript,
  SCRIPT_BYTES_MAX,
  type Script,
} from "../../../ceremony-scripts/index.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

/**
 * Reads a script and checks it against the room.
 * @throws Fault E-FILE-*, E-SCRIPT-*, E-CHECK-*
 */
export function scriptOf(name: string): Script {
  const builtIn = BUILT_IN.get(name);
  const bytes =
    builtIn === undefined ? readInput(name, "the script", SCRIPT_BYTES_MAX) : utf8(builtIn);
  const script = readScript(scriptText(bytes), sha256Hex(bytes));
  checkScript(script);
  return script;
}

function scriptText(bytes: Uint8Array): string {
  const text = utf8Text(bytes);
  if (text === null) throw fault("E-FILE-READ", { flag: "the script" });
  return text;
}
