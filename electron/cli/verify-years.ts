// Time between years: whether each earlier record was witnessed before the next one says that it continued it. One
// that was stamped only later could have been written later too (evidence/FORMAT.md, "Timestamps").
import type { Authority } from "../../crypto/index.ts";
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
    (one) => one?.entries[0]?.at ?? "",
  );
  return records.flatMap((head, n) => {
    const one = at(head);
    if (one === undefined) return [];
    const { record, place } = one;
    const { entries } = one.verdict;
    const stamps = checkStamps({ record, entries, files: stampFilesAt(place) }, pinned, now);
    const times = timesOf(stamps, entries.length).map(({ witnessed }) =>
      witnessed.latest.toISOString(),
    );
    const followed = openings[n] ?? "";
    const isInTime = times.length === pinned.length && times.every((time) => time <= followed);
    return [{ head, followed, latest: times[0] ?? null, isInTime }];
  });
}

/** In words: only those that were not witnessed in time. */
export const yearLines = (years: readonly Year[]): readonly string[] =>
  years
    .filter(({ isInTime }) => !isInTime)
    .map(({ head, followed, latest }) =>
      latest === null
        ? `NO TIME FROM OUTSIDE before it was followed at ${followed}: the record ${wordsOf(head)}.`
        : latest <= followed
          ? `NOT BY EACH AUTHORITY before it was followed at ${followed}: the record ${wordsOf(head)}.`
          : `STAMPED ONLY AT ${latest}, after it is said to have been followed at ${followed}: the record ${wordsOf(head)}.`,
    );

/** As data. */
export const yearData = (years: readonly Year[]) =>
  years.map(({ head, followed, latest, isInTime }) => ({ head, followed, latest, isInTime }));
