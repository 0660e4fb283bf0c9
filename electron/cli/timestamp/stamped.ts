// A record and what is beside it, as `sd timestamp` reads both.
import type { Stamped } from "../../evidence/stamps.ts";
import { verdictAt } from "../shared/record-file.ts";
import { stampFilesAt } from "../shared/stamp-files.ts";

/** @throws Fault E-BUNDLE-*, E-LOG-*, E-FILE-* */
export function stampedAt(place: string): Stamped {
  const { record, verdict } = verdictAt(place);
  return { record, entries: verdict.entries, files: stampFilesAt(place) };
}
