// Reads a SAS token from a file, each time again, only in the process that asks the HSM. It is not
// stored.
import { readPlain } from "../../disk/read-plain.ts";
import { fault } from "../faults.ts";
import { checkSas, type SasUse } from "./sas.ts";

const FILE_MAX = 8192;

/** The token in this file, checked; undefined if no file is named. @throws Fault E-SAS-* */
export const sasIn = (path: string | undefined, use: SasUse): readonly [] | readonly [string] =>
  path === undefined ? [] : [checkSas(textIn(path), use, new Date())];

function textIn(path: string): string {
  try {
    const bytes = readPlain(path, FILE_MAX, false);
    if (bytes !== null) return Buffer.from(bytes).toString("latin1");
  } catch {
    // Whatever the system's error, the person only needs to choose again.
  }
  throw fault("E-SAS-FILE");
}
