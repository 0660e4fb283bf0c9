// Puts the closed record into the output folder: verified, durable, whole, never over another.
import { existsSync } from "node:fs";
import { dirname, basename, join } from "node:path";
import { equal, utf8 } from "../../crypto/index.ts";
import { readIfThere, writeNew } from "../disk/disk.ts";
import { RECORD_FILE } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { fault } from "./faults.ts";
import { ceremoniesIn, closedRecord, makeFolder, progressOf } from "./folders.ts";

/** The report of a rehearsal with trials. */
const REPORT_FILE = "trial-report.md";

/** True when the output folder already holds a finished record. */
export const isDelivered = (out: string): boolean => existsSync(join(out, RECORD_FILE));

/**
 * True when the finished record there is of this script's last ceremony on the media, and a crash
 * came between its delivery and the mark: the same command has only the mark left to make.
 */
export function awaitsMark(out: string, media: string, script: string): boolean {
  const last = ceremoniesIn(media).at(-1);
  if (last?.script !== script || progressOf(last) !== "closed") return false;
  const record = closedRecord(last);
  return record !== null && holds(out, record);
}

/**
 * Puts the closed record in its place; the very same bytes may stand there already.
 * @throws Fault E-REHEARSE-DONE, E-REHEARSE-FOLDER, E-LOG-*
 */
export function deliver(out: string, record: Uint8Array): void {
  verifyRecord(record);
  makeFolder(out);
  if (!written(out, RECORD_FILE, record) && !holds(out, record)) throw fault("E-REHEARSE-DONE");
}

/** Puts the trials' report beside the record. @throws Fault E-REHEARSE-FOLDER */
export function deliverReport(out: string, report: string): void {
  written(out, REPORT_FILE, utf8(report));
}

/** Marks a ceremony as delivered, after the record is in its place. @throws E-REHEARSE-FOLDER */
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

function written(folder: string, name: string, bytes: Uint8Array): boolean {
  try {
    return writeNew(folder, name, bytes);
  } catch {
    throw fault("E-REHEARSE-FOLDER");
  }
}
