// A record named on the command line: the file itself, or its folder; and what to compare it with.
import { statSync } from "node:fs";
import { join } from "node:path";
import { checkBundle } from "../../evidence/bundle.ts";
import { RECORD_FILE } from "../../journal/journal.ts";
import {
  RECORD_BYTES_MAX,
  recordTooLarge,
  verifyRecord,
  type Verdict,
} from "../../journal/verify.ts";
import { cardIn, type Anchors } from "../../meaning/reliance.ts";
import { bundleAt } from "../../session/bundle-folder.ts";
import { optional, usage, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";
import { scriptOf } from "./script-file.ts";

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

/** A record whose bytes were verified, and the number of files in its bundle: null without one. */
export interface RecordGiven {
  /** The bytes that were verified. */
  readonly record: Uint8Array;
  readonly verdict: Verdict;
  readonly files: number | null;
}

/**
 * Verifies the bytes of a bundle of evidence, or of a record alone.
 * @param what it is, as a refusal names it
 * @throws Fault E-BUNDLE-*, E-LOG-*, E-FILE-*
 */
export function verdictAt(place: string, what = "the bundle"): RecordGiven {
  const bundle = bundleIn(place, what);
  if (bundle === null) {
    const record = readRecordAt(place);
    return { record, verdict: verifyRecord(record), files: null };
  }
  const verdict = checkBundle(bundle);
  return { record: bundle.get(RECORD_FILE) ?? new Uint8Array(), verdict, files: bundle.size };
}

function bundleIn(place: string, flag: string): ReturnType<typeof bundleAt> {
  try {
    return bundleAt(place);
  } catch {
    throw fault("E-FILE-READ", { flag });
  }
}

/** The refusal of an open record, if only closed ones are accepted. */
export const notClosed = (): Error => fault("E-LOG-OPEN");

/**
 * The given record, and its anchors. Words of a head may be unquoted, followed by the record: then
 * the last flag's last value is the record.
 * @param what to give, in the words of the refusal
 * @throws Fault E-USAGE, E-SCRIPT-*, E-CHECK-*, E-FILE-*
 */
export function readAnchored(given: Given, what: string): Anchors & { readonly place: string } {
  const { words, values } = given;
  const [heard = [], officers = []] = ["--head", "--officer"].map((flag) => [
    ...(values.get(flag) ?? []),
  ]);
  const last = [...values.keys()].at(-1) === "--head" ? heard : officers;
  const spare = last.length > 1 ? last : [];
  const place = words[0] ?? spare.pop();
  if (place === undefined) throw usage(what);
  const head = heard.length > 0 ? heard.join(" ") : null;
  return { place, head, cards: officers.map(cardIn), own: ownScript(given), despite: null };
}

/** The given custom script, if any. @throws Fault E-SCRIPT-*, E-CHECK-*, E-FILE-* */
export function ownScript(given: Given): Anchors["own"] {
  const named = optional(given, "--script");
  return named === null ? null : scriptOf(named);
}
