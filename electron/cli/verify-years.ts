// Time between years: whether each earlier record was witnessed before the next one says that it continued it. One
// that was stamped only later could have been written later too (evidence/FORMAT.md, "Timestamps").
import { sha256Hex, type Authority } from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { checkStamps, timesOf } from "../evidence/stamps.ts";
import type { Verdict } from "../journal/verify.ts";
import { stampFilesAt } from "./shared/stamp-files.ts";
import { wordsOf } from "./shared/spoken.ts";
import type { ChainGiven } from "./verify-earlier.ts";

/** An earlier record, and when it was witnessed. */
export interface Year {
  readonly head: string;
  /** The opening of the record that continues it, by that record's own clock. */
  readonly followed: string;
  /** The earliest time that an authority shows of the whole record; null if none does. */
  readonly latest: string | null;
  /** Whether each authority that was given shows a time before it was followed. */
  readonly isInTime: boolean;
  /** How many timestamps the record that follows it names, and that are not beside it now. */
  readonly missing: number;
}

/** Of each earlier record that was given, the newest first; none without authorities. */
export function yearsOf(
  verdict: Verdict,
  { records, given }: Pick<ChainGiven, "records" | "given">,
  pinned: readonly Authority[],
  now: Date,
): readonly Year[] {
  if (pinned.length === 0) return [];
  const at = (head: string) => given.find((one) => one.verdict.head === head);
  const openings = [verdict, ...records.map((head) => at(head)?.verdict)].map(
    (one) => one?.entries[0],
  );
  return records.flatMap((head, n) => {
    const one = at(head);
    if (one === undefined) return [];
    const { record, place } = one;
    const { entries } = one.verdict;
    const files = stampFilesAt(place);
    const stamps = checkStamps({ record, entries, files }, pinned, now);
    const times = timesOf(stamps, entries.length).map(({ witnessed }) =>
      witnessed.latest.toISOString(),
    );
    const next = openings[n];
    const followed = next?.at ?? "";
    const isInTime = times.length === pinned.length && times.every((time) => time <= followed);
    const there = [...files.values()].map(sha256Hex);
    const { stamps: named = [] } = (next?.data ?? {}) as Partial<EventData["opened"]>;
    const missing = named.filter(({ sha256 }) => !there.includes(sha256)).length;
    return [{ head, followed, latest: times[0] ?? null, isInTime, missing }];
  });
}

/** In words: only those that were not witnessed in time, or that had more timestamps. */
export const yearLines = (years: readonly Year[]): readonly string[] =>
  years.flatMap((year) => {
    const of = `the record ${wordsOf(year.head)}.`;
    const missing = year.missing === 1 ? "1 TIMESTAMP" : `${String(year.missing)} TIMESTAMPS`;
    return [
      ...(year.isInTime ? [] : [`${lateIn(year)}: ${of}`]),
      ...(year.missing === 0
        ? []
        : [`${missing} NOT BESIDE IT, which the record names that continues it: ${of}`]),
    ];
  });

const lateIn = ({ latest, followed }: Year): string =>
  latest === null
    ? `NO TIME FROM OUTSIDE before it was followed at ${followed}`
    : latest <= followed
      ? `NOT BY EACH AUTHORITY before it was followed at ${followed}`
      : `STAMPED ONLY AT ${latest}, after it is said to have been followed at ${followed}`;

/** As data. */
export const yearData = (years: readonly Year[]) =>
  years.map(({ head, followed, latest, isInTime, missing }) => ({
    ...{ head, followed, latest, isInTime, missing },
  }));
