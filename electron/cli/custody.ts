// `sd custody`: the custody that a closed record leaves, in plain words; and its calendar.
import { utf8 } from "../../crypto/index.ts";
import {
  calendarOf,
  custodyAnswers,
  fold,
  recordedGaps,
  standingOf,
} from "../ceremony/ceremony.ts";
import { rely } from "../meaning/reliance.ts";
import { english } from "../text/english.ts";
import { optional, usage, type Given } from "./shared/arguments.ts";
import { custodyReport, type Reported } from "./custody-report.ts";
import { checkFree, writeOutput } from "./shared/files.ts";
import { reliedCode } from "./meaning-lines.ts";
import { grantingIn } from "./custody-granting.ts";
import type { Outcome } from "./shared/outcome.ts";
import { notClosed, readAnchored, verdictAt } from "./shared/record-file.ts";
import { shownData } from "./shared/shown.ts";
import { spokenHead } from "./shared/spoken.ts";
import { notCompared, readChain } from "./verify-earlier.ts";

/**
 * Only for a record that `sd verify` accepts.
 * @throws Fault E-USAGE, E-BUNDLE-*, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-HEAD-*, E-SIGNER-*,
 * E-SCRIPT-*, E-STATE-RECORD, E-EARLIER-*, E-FILE-*, E-KEYS-LIST, E-PLAN-*, E-DEPLOYMENT
 */
export async function custody(given: Given): Promise<Outcome> {
  const needed = "Give a record, or the folder with record.jsonl.";
  const { place, ...anchors } = readAnchored(given, needed);
  const now = timeIn(given);
  const calendar = optional(given, "--calendar");
  if (calendar !== null) checkFree(calendar, "--calendar");
  const found = rely(verdictAt(place).verdict, anchors, notClosed);
  const { verdict } = found;
  const chain = readChain(verdict, given, anchors.own);
  const relied = { ...found, notCompared: notCompared(found, chain) };
  const mode = fold(verdict.entries).opened?.mode ?? "REHEARSAL";
  const standing = standingOf(verdict.entries);
  const gaps = recordedGaps(verdict.entries);
  const granting = await grantingIn(given, standing.hsm);
  if (calendar !== null) writeOutput(calendar, "--calendar", utf8(calendarOf(standing, mode, now)));
  const reported = { standing, gaps, mode, now, relied, granting };
  return {
    text: [
      ...custodyReport(reported),
      ...(calendar === null ? [] : ["", "The calendar is written: import it into your own."]),
    ].join("\n"),
    data: dataOf(reported, calendar),
    ...reliedCode(given, relied),
  };
}

/** The day given, at its beginning in UTC, or this moment. @throws Fault E-USAGE */
function timeIn(given: Given): string {
  const text = optional(given, "--on");
  if (text === null) return new Date().toISOString();
  const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : Number.NaN);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text))
    throw usage("The flag --on needs a date such as 2026-11-25.");
  return time.toISOString();
}

function dataOf(
  { standing, gaps, mode, now, relied, granting }: Reported,
  calendar: string | null,
) {
  const { verdict, meaning, anchored, headGiven } = relied;
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
  const { geometry, ...answers } = custodyAnswers(standing, gaps, now);
  const { pairs } = geometry;
  const rows = geometry.rows.map(({ unmet: _unmet, ...row }) => row);
  const losses = rows.map(({ objects, lost, domainLost, left, name, seat, kind }) => ({
    kind,
    site: { site: name, objects: objects.length, lost, domainLost, left },
    person: { person: name, seat, objects, lost, domainLost, left },
  }));
  return {
    head: spokenHead(verdict),
    headGiven,
    closedBy: verdict.closedBy,
    vouchedFor: meaning.closed?.isShort === false,
    signersKnown: anchored.known,
    ...shownData({
      unanchored: anchored.without,
      notCompared: relied.notCompared,
      aborted: meaning.aborted?.reason ?? null,
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
      ...answers,
      geometry: { rows: rows.map(({ left: _left, ...row }) => row), pairs },
      // As before there was a geometry: two kinds of its rows, with the proven subsets.
      sites: losses.flatMap(({ kind, site }) => (kind === "place" ? [site] : [])),
      people: losses.flatMap(({ kind, person }) => (kind === "person" ? [person] : [])),
      rules: answers.rules.map((rule) => ({
        ...rule,
        sentence: english(rule.sentence),
        next: english(rule.next),
      })),
      granting,
    }),
    calendar,
  };
}
