// A script named on the command line: a built-in one by its name, anything else is a file.
import { sha256Hex, utf8, utf8Text } from "../../../crypto/index.ts";
import {
  areCounts,
  BUILT_IN,
  checkScript,
  readScript,
  SCRIPT_BYTES_MAX,
  withCounts,
  type Script,
} from "../../../ceremony-scripts/index.ts";
import { numberOf, optional, usage, type Given } from "./arguments.ts";
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

const [OFFICERS, QUORUM] = ["--officers", "--quorum"];

/**
 * The script with the numbers of officers that the flags give: both, and only for a script in which
 * they are chosen at its opening.
 * @throws Fault E-USAGE
 */
export function countedIn(given: Given, script: Script): Script {
  const isGiven = [OFFICERS, QUORUM].map((flag) => optional(given, flag) !== null);
  if (!isGiven.includes(true)) return script;
  if (isGiven.includes(false)) throw usage(`Give both ${OFFICERS} and ${QUORUM}.`);
  if (!script.chosen) throw usage("The script itself says how many officers there are.");
  const [officers, quorum] = [OFFICERS, QUORUM].map((flag) => numberOf(given, flag, 0, 10));
  const counts = { officers: officers ?? 0, quorum: quorum ?? 0 };
  if (!areCounts(counts))
    throw usage("Azure takes 3 to 10 officers, and a quorum of 2 up to all of them.");
  return withCounts(script, counts);
}

function scriptText(bytes: Uint8Array): string {
  const text = utf8Text(bytes);
  if (text === null) throw fault("E-FILE-READ", { flag: "the script" });
  return text;
}
