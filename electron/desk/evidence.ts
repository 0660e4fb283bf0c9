// The evidence of a closed ceremony: written to its place, and where a person says.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Script } from "../../ceremony-scripts/index.ts";
import { hexWords, utf8 } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { makeFolder, syncFolder } from "../disk/disk.ts";
import { handOut } from "../disk/hand-out.ts";
import { bundleOf, type Evidence, type Files } from "../evidence/bundle.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { deliver, markDelivered, overruledIn, REPORT_FILE } from "../session/deliver.ts";
import {
  closedRecord,
  deliveredMarker,
  evidenceFolder,
  type CeremonyFolder,
} from "../session/folders.ts";
import { reportOf } from "../rehearse/trial-report.ts";
import { scoreOf } from "../rehearse/trial-score.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import { GUIDE_FILE, guideOf } from "./evidence-guide.ts";
import { nameOf, versionUnder } from "./ceremony-store.ts";
import { scriptOf } from "./scripts.ts";
import { removeTree } from "../disk/remove.ts";

/**
 * @param media the folder in which the evidence has its place
 * @returns whether the record is closed
 * @throws as `deliver`
 */
export async function putEvidence(
  media: string,
  ceremony: CeremonyFolder,
  script: Script,
): Promise<boolean> {
  const record = closedRecord(ceremony);
  if (record === null) return false;
  await deliver(evidenceFolder(media, ceremony), record, script, reportsOf(record, script));
  markDelivered(deliveredMarker(ceremony));
  return true;
}

/** A closed record, and its timestamps by their paths in the evidence. */
interface Closed {
  readonly record: Uint8Array;
  readonly stamps: Files;
}

/**
 * The same files again, for the witness to take away: in a new folder with the ceremony's name and
 * the first words of its head.
 * @param root the folder of the ceremonies' folders and scripts
 * @returns the new folder, or null if no place was chosen
 * @throws Fault E-DESK-STALE before the ceremony is closed, E-SAVE-WRITE, E-MEAN-*
 */
export async function takeEvidence(
  closed: Closed | null,
  { chooseFolder }: Pick<DeskOptions, "chooseFolder">,
  root: string,
): Promise<string | null> {
  if (closed === null) throw fault("E-DESK-STALE");
  const { record, stamps } = closed;
  const verdict = verifyRecord(record);
  const { opened } = fold(verdict.entries);
  const name = nameOf(opened?.script ?? "");
  if (!verdict.closed || opened === null || name === null) throw fault("E-DESK-STALE");
  const script = versionUnder(root, scriptOf(name), opened);
  const chosen = await chooseFolder();
  if (chosen === null) return null;
  rely(verdict, { own: script, despite: overruledIn(verdict.entries) });
  const words = hexWords(verdict.head, 2).join("-");
  const papers = [
    ...(await (await printer()).papersOf(record, script)),
    ...reportsOf(record, script),
  ];
  const papersWithGuide = [
    ...papers,
    { name: GUIDE_FILE, bytes: utf8(guideOf(script.title, papers)) },
  ];
  const files = bundleOf({ record, script: utf8(script.text), papers: papersWithGuide });
  return putIn(chosen, `${script.name}-${words}`, new Map([...stamps, ...files]));
}

/**
 * A new folder of this name with these files, in the folder that a person chooses.
 * @returns the new folder, or null if none was chosen
 * @throws Fault E-SAVE-WRITE
 */
export async function takeFolder(
  name: string,
  files: Files,
  { chooseFolder }: Pick<DeskOptions, "chooseFolder">,
): Promise<string | null> {
  const chosen = await chooseFolder();
  return chosen === null ? null : putIn(chosen, name, files);
}

/** @returns the new folder @throws Fault E-SAVE-WRITE */
function putIn(folder: string, name: string, files: Files): string {
  const made = join(folder, name);
  try {
    putNew(made, files);
  } catch {
    throw fault("E-SAVE-WRITE");
  }
  return made;
}

/** A new folder with these files, durable when this returns; removed again on an error. */
function putNew(to: string, files: Files): void {
  mkdirSync(to);
  try {
    // The manifest is the last: nothing is a bundle without it.
    for (const [path, bytes] of files) {
      makeFolder(dirname(join(to, path)));
      if (!handOut(join(to, path), bytes)) throw fault("E-SAVE-WRITE");
    }
    syncFolder(dirname(to));
  } catch (error) {
    removeTree(to);
    throw error;
  }
}

/** The result of the trials of a rehearsal. */
function reportsOf(record: Uint8Array, script: Script): Evidence["papers"] {
  const { entries, head } = verifyRecord(record);
  const score = scoreOf(entries);
  return score === null
    ? []
    : [{ name: REPORT_FILE, bytes: utf8(reportOf(score, script.title, head)) }];
}

/** Loaded only when asked for: the typefaces would delay the first paint. */
const printer = () => import("../evidence/papers.ts");
