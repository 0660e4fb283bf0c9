// The record as people read it: one line per entry beside a step, one sentence per entry on paper.
import type { Line } from "../../ceremony-scripts/index.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { WordsOf } from "./entries/entry.ts";
import type { LedgerLine } from "./entries/index.ts";
import { kindOf } from "./state.ts";

/** The lines of a record that was folded, in its order. */
export const ledger = (entries: readonly RecordEntry[]): readonly LedgerLine[] =>
  entries.map(({ seq, at, type, by, station, data }) => {
    const { officer = by } = data as { readonly officer?: string };
    const facts = kindOf(type)?.facts?.(data as never) ?? {};
    return { seq, at, type, by, station, seat: seatIn(officer), facts } as LedgerLine;
  });

function seatIn(role: string): number | null {
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? null : Number(seat);
}

/** What the minutes say about an entry of a folded record. */
export function sentenceOf({ type, data, by }: RecordEntry, wordsOf: WordsOf): Line {
  const said = kindOf(type)?.minutes(data as never, wordsOf, by);
  return said === undefined ? [] : [said];
}
