// The record as people read it: one line an entry beside a step, one sentence an entry on paper.
import type { Line } from "../../ceremony-scripts/index.ts";
import type { Phrase } from "../text/sentence.ts";
import type { RecordEntry, WordsOf } from "./entries/entry.ts";
import { ENTRIES, type LedgerLine } from "./entries/index.ts";

interface Told {
  readonly minutes: (data: never, wordsOf: WordsOf, by: string) => Phrase;
  readonly facts?: (data: never) => object;
}
const TOLD = new Map<string, Told>(Object.entries(ENTRIES));

/** The lines of a record that was folded, in its order. */
export const ledger = (entries: readonly RecordEntry[]): readonly LedgerLine[] =>
  entries.map(({ seq, at, type, by, station, data }) => {
    const { officer = by } = data as { readonly officer?: string };
    const facts = TOLD.get(type)?.facts?.(data as never) ?? {};
    return { seq, at, type, by, station, seat: seatIn(officer), facts } as LedgerLine;
  });

function seatIn(role: string): number | null {
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? null : Number(seat);
}

/** What the minutes say of an entry of a record that was folded. */
export function sentenceOf({ type, data, by }: RecordEntry, wordsOf: WordsOf): Line {
  const said = TOLD.get(type)?.minutes(data as never, wordsOf, by);
  return said === undefined ? [] : [said];
}
