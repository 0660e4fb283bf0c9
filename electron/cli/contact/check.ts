// `sd contact check` and `save`: what a recording shows, and that a person has read it before it is kept.
import { truncateSync } from "node:fs";
import { utf8Text } from "../../../crypto/index.ts";
import { renameDurably } from "../../disk/disk.ts";
import { usage, type Given } from "../shared/arguments.ts";
import { fault } from "../shared/faults.ts";
import { checkFree, writeFaultOf } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";
import { hasTerminal, terminal } from "../shared/terminal.ts";
import { NEWLINE, partOf, readSittings } from "./recording-file.ts";
import { toldOf } from "./told.ts";

const RECORDING = "RECORDING";

/** Reads a recording, and refuses one that contains what a recording may not. Uses no network. */
export function check(given: Given): Outcome {
  const { sittings } = readSittings(pathIn(given), RECORDING);
  return toldOf("The recording is of the right form", sittings, []);
}

/**
 * Shows all of a recording, line by line, and asks whether it may be kept: then it gets its name.
 * @throws Fault E-USAGE, E-FILE-*, E-CONTACT-FORM, E-CONTACT-UNREAD
 */
export async function save(given: Given, voice: Voice): Promise<Outcome> {
  const path = pathIn(given);
  checkFree(path, RECORDING);
  const { bytes, sittings } = readSittings(partOf(path), RECORDING);
  const lines = (utf8Text(bytes) ?? "").split("\n").slice(0, -1);
  // Only printable ASCII, whole: a line is not cut as other values are.
  for (const line of lines) voice.tell(line.replaceAll(/[^\x20-\x7e]/g, "?"));
  if (!given.values.has("--read") && !(await isAgreed())) throw fault("E-CONTACT-UNREAD");
  try {
    // What an interruption cut off was not shown.
    truncateSync(partOf(path), bytes.lastIndexOf(NEWLINE) + 1);
    renameDurably(partOf(path), path);
  } catch (error) {
    throw writeFaultOf(error, RECORDING);
  }
  const exchanges = sittings.flat().length;
  return {
    text: `${String(exchanges)} exchanges are saved as ${shown(path)}. It may be sent.`,
    data: { file: path, exchanges },
  };
}

async function isAgreed(): Promise<boolean> {
  if (!hasTerminal()) return false;
  const prompt = "That is all of it. Type save to keep it: ";
  return (await terminal()({ prompt, isSecret: false, isFresh: true })) === "save";
}

function pathIn({ words: [level = "", path] }: Given): string {
  if (path === undefined) throw usage(`Say which: sd contact ${level} RECORDING.`);
  return path;
}
