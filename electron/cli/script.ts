// `sd script`: checks a script against the room, or prints it as a walkthrough.
import { hexWords } from "../../crypto/index.ts";
import { walkthrough, type Script } from "../../ceremony-scripts/index.ts";
import { optional, usage, type Given } from "./shared/arguments.ts";
import { checkFree } from "./shared/files.ts";
import type { Outcome } from "./shared/outcome.ts";
import { markdownOf, PDF, pdfText, writePdf } from "./shared/papers.ts";
import { printer } from "./shared/printer.ts";
import { countedIn, scriptOf } from "./shared/script-file.ts";
import { shown } from "./shared/shown.ts";
import { spoken } from "./shared/spoken.ts";

const REHEARSAL = "--rehearsal";
/** @throws Fault E-USAGE, E-FILE-*, E-SCRIPT-*, E-CHECK-* */
export async function script(given: Given): Promise<Outcome> {
  const {
    words: [asked = "", file],
    values,
  } = given;
  if (!["check", "walk"].includes(asked) || file === undefined)
    throw usage("Say what to do, check or walk, and give a script.");
  const out = optional(given, PDF);
  if (out !== null && asked === "check") throw usage(`The flag ${PDF} goes with walk only.`);
  const rehearsal = values.has(REHEARSAL);
  if (rehearsal && out === null) throw usage(`The flag ${REHEARSAL} goes with ${PDF} only.`);
  const read = countedIn(given, scriptOf(file));
  if (asked === "check") return check(read);
  return out === null ? walk(read) : print(read, out, rehearsal);
}

/** The answer is that it was not refused; the rest says which script that was. */
function check(read: Script): Outcome {
  const data = factsOf(read);
  const { steps, acts, minutes, officers, quorum, materials, sha256 } = data;
  const text = [
    `This script works in the room: ${data.script}.`,
    `SHA-256: ${sha256.hex}`,
    `In words: ${sha256.words}`,
    `Steps: ${String(steps)} in ${String(acts)} acts, about ${String(minutes)} minutes`,
    `Officers: ${String(officers)}, quorum ${String(quorum)}`,
    `Materials: ${String(materials)}`,
  ].join("\n");
  return { text, data };
}

function walk(read: Script): Outcome {
  const words = hexWords(read.sha256);
  const markdown = markdownOf(walkthrough(read, words));
  return { text: markdown, data: { ...factsOf(read), markdown } };
}

/** Writes the paper as a PDF. @throws Fault E-FILE-EXISTS, E-FILE-WRITE, E-PAPER */
async function print(read: Script, out: string, rehearsal: boolean): Promise<Outcome> {
  checkFree(out, PDF);
  const { walkthroughPdf } = await printer();
  const pdf = writePdf(await walkthroughPdf(read, rehearsal), out);
  const text = pdfText("The walkthrough", pdf, "script", read.sha256);
  return { text, data: { ...factsOf(read), pdf } };
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
