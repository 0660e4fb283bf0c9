// A record named on the command line: the file itself, or the folder that contains it.
import { statSync } from "node:fs";
import { join } from "node:path";
import { RECORD_FILE } from "../journal/journal.ts";
import { RECORD_BYTES_MAX, recordTooLarge } from "../journal/verify.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

/** The bytes of the record at this place. @throws Fault E-LOG-MISSING, E-LOG-SIZE, E-FILE-* */
export const readRecordAt = (place: string): Uint8Array =>
  readInput(recordAt(place), "the record", RECORD_BYTES_MAX, recordTooLarge);

function recordAt(place: string): string {
  try {
    const path = statSync(place).isDirectory() ? join(place, RECORD_FILE) : place;
    statSync(path);
    return path;
  } catch {
    throw fault("E-LOG-MISSING");
  }
}
