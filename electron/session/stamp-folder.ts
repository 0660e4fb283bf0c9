// The folder of a record's timestamps, beside the record in its bundle: what is there, and one more.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../disk/disk.ts";
import { handOut, leftAside } from "../disk/hand-out.ts";
import { readLimited } from "../disk/read-plain.ts";
import { systemCode } from "../disk/refusal.ts";
import { removeFile } from "../disk/remove.ts";
import { isStampFile, STAMPS_FOLDER, statedOf, type StampFiles } from "../evidence/stamps.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { evidenceFolder, stationFolder, type CeremonyFolder } from "./folders.ts";
import type { SessionPlan } from "./session.ts";

/** An answer has some kilobytes: three certificates and a signature. */
export const STAMP_BYTES_MAX = 1024 * 1024;
const FILES_MAX = 500;

/**
 * The timestamps there; none if there is no such folder. What is no plain file of fit size is empty: it shows
 * no time, and says nothing about the record.
 * @throws what the disk reports; RangeError for more than 500
 */
export function stampFilesIn(folder: string): StampFiles {
  const names = namesIn(folder).filter(isStampFile);
  if (names.length > FILES_MAX) throw new RangeError("timestamps");
  return new Map(
    names.map((name) => {
      const read = readLimited(join(folder, name), STAMP_BYTES_MAX);
      return [name, read instanceof Uint8Array ? read : new Uint8Array()];
    }),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return [];
    throw error;
  }
}

/**
 * What the timestamps of a closed record here say of themselves, for the record that continues it. No ceremony
 * waits for timestamps: where they cannot be read, none is named.
 */
export function stampsOf(
  media: string,
  all: readonly CeremonyFolder[],
  record: Uint8Array,
): SessionPlan["stamps"] {
  const { entries, head } = verifyRecord(record);
  // Mostly the newest one: not every record of a profile is read for it.
  const own = all.findLast(
    (one) => readRecord(stationFolder(one, "offline"))?.entries.at(-1)?.hash === head,
  );
  if (own === undefined) return [];
  try {
    const files = stampFilesIn(join(evidenceFolder(media, own), STAMPS_FOLDER));
    return statedOf({ record, entries, files });
  } catch {
    return [];
  }
}

/**
 * Keeps an answer under a name that is free, durably; what a killed run left is removed first.
 * @returns whether it was free
 * @throws what the disk reports
 */
export function keepStamp(folder: string, name: string, answer: Uint8Array): boolean {
  const path = join(folder, name);
  makeFolder(folder);
  for (const aside of leftAside(path)) removeFile(aside);
  return handOut(path, answer);
}
