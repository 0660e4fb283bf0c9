// What a record of a deployment says about times. Clocks are sometimes wrong, and it takes months: nothing of
// this is refused: it is reported.
import { CLOCKS_DIFFER_MS } from "../ceremony/ceremony.ts";
import type { Entry } from "../journal/journal.ts";
import { typed } from "./fold.ts";

export interface Times {
  /** Of its first and its last entry: RFC 3339, UTC. */
  readonly begunAt: string;
  readonly endedAt: string;
  /** Entries whose time is before that of the entry before. */
  readonly wentBack: readonly number[];
  /** Entries that link a ceremony which was closed later, or at no time that exists. */
  readonly linkedAhead: readonly number[];
}

/** @param entries of a form that was checked */
export const timesOf = (entries: readonly Entry[]): Times => ({
  begunAt: entries[0]?.at ?? "",
  endedAt: entries.at(-1)?.at ?? "",
  wentBack: entries.flatMap(({ at }, n) => (at < (entries[n - 1]?.at ?? "") ? [n] : [])),
  linkedAhead: typed(entries).flatMap(({ type, data }, n) => {
    if (type !== "ceremony-linked") return [];
    const isBefore =
      Date.parse(data.closedAt) - Date.parse(entries[n]?.at ?? "") <= CLOCKS_DIFFER_MS;
    return isBefore ? [] : [n];
  }),
});
