// The notice beside a restore blob whose exchange key was unconfirmed when it was made.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sha256Hex, utf8 } from "../../../crypto/index.ts";
import { readPlain } from "../../disk/read-plain.ts";
import { removeFile } from "../../disk/remove.ts";
import { checkFree, writeOutput } from "../shared/files.ts";

const ENDING = ".UNVERIFIED.txt";
/** A notice has some lines; of a larger file only the name counts. */
const BYTES_MAX = 64 * 1024;
/** How many notices of other blobs are read in one folder. */
const NOTICES_MAX = 100;

/** @param flag of the blob @throws Fault E-FILE-EXISTS */
export const checkNoticeFree = (blob: string, flag: string): void =>
  checkFree(`${blob}${ENDING}`, `${flag} (its ${ENDING})`);

/**
 * Writes a blob, with the notice beside it before the blob is there.
 * @throws Fault E-FILE-*
 */
export function writeWithNotice(
  blob: string,
  flag: string,
  bytes: Uint8Array,
  report: readonly string[],
): void {
  const lines = [
    "A restore blob was made although nobody had confirmed its exchange key.",
    ...report,
  ];
  writeOutput(`${blob}${ENDING}`, `${flag} (its ${ENDING})`, utf8(`${lines.join("\n")}\n`));
  try {
    writeOutput(blob, flag, bytes);
  } catch (error) {
    removeFile(`${blob}${ENDING}`);
    throw error;
  }
}

/**
 * Whether a notice in the folder of this blob is about it: by its name, or, if the blob was
 * renamed, by the blob's SHA-256 in the notice. An unreadable folder counts as without notices.
 */
export function hasNotice(blob: string, bytes: Uint8Array): boolean {
  const folder = dirname(blob);
  const all = namesIn(folder).filter((name) => name.toLowerCase().endsWith(ENDING.toLowerCase()));
  const own = `${basename(blob)}${ENDING}`.toLowerCase();
  if (all.some((name) => name.toLowerCase() === own)) return true;
  const sha256 = sha256Hex(bytes);
  return all.slice(0, NOTICES_MAX).some((name) => readNotice(join(folder, name)).includes(sha256));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readNotice(path: string): string {
  try {
    return Buffer.from(readPlain(path, BYTES_MAX) ?? []).toString("latin1");
  } catch {
    return "";
  }
}
