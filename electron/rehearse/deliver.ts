// Puts the closed record into the output folder: verified, durable, whole, never over another.
import { existsSync } from "node:fs";
import { dirname, basename, join } from "node:path";
import { writeNew } from "../disk/disk.ts";
import { RECORD_FILE } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { fault } from "./faults.ts";
import { makeFolder } from "./folders.ts";

/** True when the output folder already holds a finished record. */
export const isDelivered = (out: string): boolean => existsSync(join(out, RECORD_FILE));

/** @throws Fault E-REHEARSE-DONE, E-REHEARSE-FOLDER, E-LOG-* */
export function deliver(out: string, record: Uint8Array): void {
  verifyRecord(record);
  makeFolder(out);
  if (!written(out, RECORD_FILE, record)) throw fault("E-REHEARSE-DONE");
}

/** Marks a ceremony as delivered, after the record is in its place. @throws E-REHEARSE-FOLDER */
export function markDelivered(marker: string): void {
  written(dirname(marker), basename(marker), new Uint8Array());
}

function written(folder: string, name: string, bytes: Uint8Array): boolean {
  try {
    return writeNew(folder, name, bytes);
  } catch {
    throw fault("E-REHEARSE-FOLDER");
  }
}
