// `sd custody`: what a closed record leaves of the custody, in plain words; and its calendar.
import { utf8 } from "../../crypto/index.ts";
import {
  calendarOf,
  custodyAnswers,
  fold,
  recordedGaps,
  standingOf,
} from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { may, usage, type Given } from "./arguments.ts";
import { custodyReport, type Reported } from "./custody-report.ts";
import { fault } from "./faults.ts";
import { checkFree, writeOutput } from "./files.ts";
import type { Outcome } from "./outcome.ts";
import { readRecordAt } from "./record-file.ts";
import { shownData, spokenHead } from "./shown.ts";

/** @throws Fault E-USAGE, E-LOG-*, E-STATE-RECORD, E-FILE-* */
export function custody(given: Given): Outcome {
  const [place] = given.words;
  if (place === undefined) throw usage("Give a record, or the folder with record.jsonl.");
  const now = timeIn(given);
  const calendar = may(given, "--calendar");
  if (calendar !== null) checkFree(calendar, "--calendar");
  const verdict = verifyRecord(readRecordAt(place));
  if (!verdict.closed) throw fault("E-LOG-OPEN");
  const mode = fold(verdict.entries).opened?.mode ?? "REHEARSAL";
  const standing = standingOf(verdict.entries);
  const gaps = recordedGaps(verdict.entries);
  if (calendar !== null) writeOutput(calendar, "--calendar", utf8(calendarOf(standing, mode, now)));
  const { head, closedBy } = verdict;
  const reported = { standing, gaps, mode, now, head, closedBy };
  return {
    text: [
      ...custodyReport(reported),
      ...(calendar === null ? [] : ["", "The calendar is written: import it into your own."]),
    ].join("\n"),
    data: dataOf(reported, calendar),
  };
}

/** The day given, at its beginning in UTC, or this moment. @throws Fault E-USAGE */
function timeIn(given: Given): string {
  const text = may(given, "--on");
  if (text === null) return new Date().toISOString();
  const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : Number.NaN);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text))
    throw usage("The flag --on needs a date such as 2026-11-25.");
  return time.toISOString();
}

function dataOf({ standing, gaps, mode, now, ...record }: Reported, calendar: string | null) {
  const {
    hsm,
    provenAt,
    attestedAt,
    drilledAt,
    dryRunAt = "",
    backup,
    objects,
    handOffs,
  } = standing;
  return {
    head: spokenHead(record),
    ...shownData({
      hsm,
      mode,
      on: now.slice(0, 10),
      provenAt,
      attestedAt,
      drilledAt,
      dryRunAt,
      backup,
      objects,
      handOffs,
      ...custodyAnswers(standing, gaps, now),
    }),
    calendar,
  };
}
