// Puts the closed record into the output folder: verified, durable, whole, never over another.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
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
  const [target, aside] = [join(out, RECORD_FILE), join(out, `.${RECORD_FILE}.part`)];
  try {
    writeDurably(aside, record);
    linkSync(aside, target);
  } catch (error) {
    throw fault(
      (error as { code?: string }).code === "EEXIST" ? "E-REHEARSE-DONE" : "E-REHEARSE-FOLDER",
    );
  } finally {
    if (existsSync(aside)) unlinkSync(aside);
  }
  syncFolder(out);
}

/** Marks a ceremony as delivered, after the record is in its place. */
export function markDelivered(marker: string): void {
  writeDurably(marker, new Uint8Array());
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, "w", 0o600);
  try {
    writeFileSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  fsyncSync(fd);
  closeSync(fd);
}
