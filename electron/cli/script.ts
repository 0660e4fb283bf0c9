// `sd script`: checks a script against the room, or prints it as a paper to walk through.
import { fromHex, toWords } from "../../crypto/index.ts";
import { walkthrough, walkthroughMarkdown, type Script } from "../../ceremony-scripts/index.ts";
import { usage, type Flags, type Given } from "./arguments.ts";
import type { Outcome } from "./outcome.ts";
import { scriptOf } from "./script-file.ts";
import { shown } from "./shown.ts";
import { spoken } from "./spoken.ts";

export const SCRIPT_FLAGS: Flags = {};

/** What a first word asks for. */
const ASKED: ReadonlyMap<string, (script: Script) => Outcome> = new Map([
  ["check", check],
  ["walk", walk],
]);

/** @throws Fault E-USAGE, E-FILE-*, E-SCRIPT-*, E-CHECK-* */
export function script({ words: [first = "", file] }: Given): Outcome {
  const asked = ASKED.get(first);
  if (asked === undefined || file === undefined)
    throw usage("Say what to do, check or walk, and give a script.");
  return asked(scriptOf(file));
}

/** That it was not refused is the answer; the rest says which script that was. */
function check(read: Script): Outcome {
  const data = factsOf(read);
  const { steps, acts, minutes, officers, quorum, materials, sha256 } = data;
  const text = [
    `Nothing in the room stands against this script: ${data.script}.`,
    `SHA-256: ${sha256.hex}`,
    `In words: ${sha256.words}`,
    `Steps: ${String(steps)} in ${String(acts)} acts, about ${String(minutes)} minutes`,
    `Officers: ${String(officers)}, quorum ${String(quorum)}`,
    `Materials: ${String(materials)}`,
  ].join("\n");
  return { text, data };
}

function walk(read: Script): Outcome {
  const words = toWords(fromHex(read.sha256) ?? new Uint8Array());
  const markdown = walkthroughMarkdown(walkthrough(read, words)).trimEnd();
  return { text: markdown, data: { ...factsOf(read), markdown } };
}

const factsOf = ({ name, title, sha256, steps, officers, quorum, materials }: Script) => ({
  script: name,
  title: shown(title),
  sha256: spoken(sha256),
  acts: new Set(steps.map(({ act }) => act)).size,
  steps: steps.length,
  minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
  officers,
  quorum,
  materials: materials.length,
});
