// Writes a closed record with its evidence into the output folder: durable, never over another.
import { existsSync, lstatSync, readdirSync, statSync, type Dirent } from "node:fs";
import { dirname, basename, join } from "node:path";
import type { Script } from "../../ceremony-scripts/index.ts";
import { equal, utf8 } from "../../crypto/index.ts";
import { readIfThere, writeNew } from "../disk/disk.ts";
import { BUNDLE, bundleOf, type Evidence } from "../evidence/bundle.ts";
import { RECORD_FILE } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { fold, type RecordEntry } from "../ceremony/ceremony.ts";
import { isRule } from "../meaning/meaning.ts";
import { rely } from "../meaning/reliance.ts";
import { fault } from "./faults.ts";
import { ceremoniesIn, closedRecord, makeFolder, progressOf } from "./folders.ts";
import { inFolder, keepFile } from "./kept-file.ts";

/** The report of a rehearsal with trials. */
export const REPORT_FILE = "trial-report.md";

/** Which parts of a bundle are in folders of their own. */
const FOLDERS: readonly string[] = ["certificates", "papers"];

/** True if the output folder has a finished record: an empty one is a crash's (`disk.ts`). */
export const isDelivered = (out: string): boolean =>
  existsSync(join(out, RECORD_FILE)) && statSync(join(out, RECORD_FILE)).size > 0;

/**
 * Checks that the output folder has only what an interrupted attempt left: the evidence names every
 * file there, and a link points elsewhere.
 * @throws Fault E-REHEARSE-OUT
 */
export function checkOut(out: string): void {
  if (!existsSync(out) || !statSync(out).isDirectory()) return;
  const ours: readonly string[] = [...Object.values(BUNDLE), ...FOLDERS];
  const isOurs = (name: string): boolean => ours.includes(name.replace(/\.new$/, ""));
  const isInKind = (entry: Dirent): boolean =>
    FOLDERS.includes(entry.name) ? entry.isDirectory() : entry.isFile();
  const there = readdirSync(out, { withFileTypes: true });
  if (!there.every((entry) => isOurs(entry.name) && isInKind(entry))) throw fault("E-REHEARSE-OUT");
}

/**
 * True if the finished record there is of this script's last ceremony on the media, and a crash
 * came before the mark: the same command finishes the evidence, and marks it.
 */
export function awaitsMark(out: string, media: string, script: string): boolean {
  const last = ceremoniesIn(media).at(-1);
  if (last?.script !== script || progressOf(last) !== "closed") return false;
  const record = closedRecord(last);
  return record !== null && holds(out, record);
}

/**
 * Writes the evidence of a closed record: the manifest last, because nothing is a bundle without it. The
 * same record may already be there; anything else that an interrupted attempt left is written again.
 * @param more papers made of the record, beside those of every ceremony
 * @throws Fault E-REHEARSE-OUT, E-REHEARSE-DONE, E-REHEARSE-FOLDER, E-REHEARSE-PAPERS, E-BUNDLE-SCRIPT,
 * E-LOG-*, E-MEAN-* for a record that does not mean what it says: nothing of it is printed
 */
export async function deliver(
  out: string,
  record: Uint8Array,
  script: Script,
  more: Evidence["papers"] = [],
): Promise<void> {
  const verdict = verifyRecord(record);
  rely(verdict, { own: script, despite: overruledIn(verdict.entries) });
  const papers = [...(await (await printer()).papersOf(record, script)), ...more];
  const files = bundleOf({ record, script: utf8(script.text), papers });
  makeFolder(out);
  if (!written(out, RECORD_FILE, record) && !holds(out, record)) throw fault("E-REHEARSE-DONE");
  for (const [path, bytes] of files) {
    if (path === RECORD_FILE) continue;
    const at = join(out, path);
    const folder = dirname(at);
    makeFolder(folder);
    // A link in place of a folder would divert what is written here.
    if (folder !== out && !lstatSync(folder).isDirectory()) throw fault("E-REHEARSE-OUT");
    keepFile(folder, basename(at), bytes);
  }
}

/**
 * The codes despite which two people of this ceremony continued, or null: its minutes say so, and
 * nobody else relies on such a record.
 */
export function overruledIn(entries: readonly RecordEntry[]): readonly string[] | null {
  const { accepted } = fold(entries);
  return accepted.some(isRule) ? accepted : null;
}

/** Loaded only now: the PDF maker is a file of its own beside the program. */
async function printer() {
  try {
    return await import("../evidence/papers.ts");
  } catch {
    throw fault("E-REHEARSE-PAPERS");
  }
}

/** Marks a ceremony as delivered, after its record is written. @throws E-REHEARSE-FOLDER */
export function markDelivered(marker: string): void {
  written(dirname(marker), basename(marker), new Uint8Array());
}

function holds(out: string, record: Uint8Array): boolean {
  try {
    const there = readIfThere(join(out, RECORD_FILE), record.length);
    return there !== null && equal(there, record);
  } catch {
    return false;
  }
}

const written = (folder: string, name: string, bytes: Uint8Array): boolean =>
  inFolder(() => writeNew(folder, name, bytes));
