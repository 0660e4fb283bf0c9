// What auditors expect of key management, compared with one record: which entries show it, and what
// is missing. Nothing is claimed that no entry shows.
import type { Sentence } from "../text/sentence.ts";
import { custodyAnswers } from "./custody-all.ts";
import type { RecordEntry } from "../record/kind.ts";
import { EXPECTATIONS, type Framework, type Known } from "./expectations.ts";
import { recordedGaps } from "./recorded-gaps.ts";
import { fold } from "./state.ts";

/** `not-touched`: nothing of it happened here, and nothing had to. */
export type ComplianceVerdict = "shown" | "in-part" | "missing" | "not-touched";

/** An expectation, compared with the record. */
export interface ComplianceRow {
  readonly framework: Framework;
  readonly number: string | Sentence;
  readonly expectation: Sentence;
  readonly verdict: ComplianceVerdict;
  readonly entries: readonly number[];
  readonly missing: readonly Sentence[];
}

/** All expectations, in a fixed order; the day of the record's last entry counts as today. */
export function complianceOf(entries: readonly RecordEntry[]): readonly ComplianceRow[] {
  const known = knownOf(entries);
  return EXPECTATIONS.map(({ framework, number, expectation, look }) => {
    const { shown, missing } = look(known);
    const numbers = [...new Set(shown)].toSorted((a, b) => a - b);
    return {
      framework,
      number,
      expectation,
      entries: numbers,
      missing,
      verdict: verdictOf(numbers.length > 0, missing.length > 0),
    };
  });
}

function verdictOf(isShown: boolean, isMissing: boolean): ComplianceVerdict {
  if (isShown) return isMissing ? "in-part" : "shown";
  return isMissing ? "missing" : "not-touched";
}

function knownOf(entries: readonly RecordEntry[]): Known {
  const seqs = (...types: readonly string[]): readonly number[] =>
    entries.filter(({ type }) => types.includes(type)).map(({ seq }) => seq);
  const state = fold(entries);
  const after = state.standing;
  const now = entries.at(-1)?.at ?? "";
  const told = seqs("custody-recorded", "seals-checked", "part-taken", "object-handed-off");
  const stands = (state.opened?.earlier[0]?.objects.length ?? 0) > 0 ? [0] : [];
  return {
    entries,
    state,
    seqs,
    after,
    answers: custodyAnswers(after, recordedGaps(entries), now),
    custody: told.length > 0 ? told : stands,
  };
}
