// The score: a pure function of the record alone, whatever the trainer thinks.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  sealedText,
  type EventData,
  type RecordEntry,
  type TrialSet,
} from "../ceremony/ceremony.ts";
import type { Value } from "../text/sentence.ts";
import { isTrial } from "./trial-names.ts";
import { trialOf, type Finder, type Trial } from "./trials.ts";

/** One trial as the record shows it. */
export interface Verdict extends TrialSet {
  readonly title: Value;
  /** "not-set" if it was not done, or the ceremony did not get so far: it is not scored. */
  readonly found: Finder | "nobody" | "not-set";
  /** The entry that shows it: its number, time, and a code or type; null if it was not found. */
  readonly by: { readonly seq: number; readonly at: string; readonly what: string } | null;
  /** Steps that were finished between the setting and the finding; 0 is at once. */
  readonly steps: number;
  /** What should have been done. */
  readonly should: Value;
}

/** The score of a rehearsal with trials. */
export interface Score {
  readonly found: number;
  readonly of: number;
  readonly seed: string;
  /** Whether the trials revealed at the end are those sealed at the beginning. */
  readonly asSealed: boolean;
  readonly verdicts: readonly Verdict[];
}

/** What binds the trials from the beginning: SHA-256 (hex) of seed, nonce and list. */
export const sealOf = (
  seed: string,
  nonce: string,
  trials: readonly Omit<TrialSet, "set">[],
): string => sha256Hex(utf8(sealedText(seed, nonce, trials)));

/** The score; null if the record mentions no trials, or does not reveal them yet. */
export function scoreOf(entries: readonly RecordEntry[]): Score | null {
  const begun = entries.find(({ type }) => type === "trial-begun");
  const told = entries.find(({ type }) => type === "trial-told");
  if (begun === undefined || told === undefined) return null;
  const { sealed } = begun.data as EventData["trial-begun"];
  const { seed, nonce, trials } = told.data as EventData["trial-told"];
  const lived = entries.filter(({ seq }) => seq < told.seq);
  const verdicts = verdictsOn(lived, trials);
  return {
    seed,
    asSealed: sealOf(seed, nonce, trials) === sealed,
    found: verdicts.filter(({ found }) => found === "app" || found === "people").length,
    of: verdicts.filter(({ found }) => found !== "not-set").length,
    verdicts,
  };
}

/** First the trials with a sign of their own; then each exception counts for one trial only. */
function verdictsOn(
  lived: readonly RecordEntry[],
  trials: readonly TrialSet[],
): readonly Verdict[] {
  const spent = new Set<number>();
  const signs = trials.map((set) => bySign(lived, set));
  return trials.map((set, i) => {
    const own = signs[i] ?? null;
    const at = own ?? byException(lived, set, spent);
    const counts = own?.finder === "people" ? leadingTo(lived, set, own.entry) : at?.entry;
    if (own?.finder !== "app" && counts !== undefined) spent.add(counts.seq);
    return verdictOf(lived, set, at);
  });
}

/** The exception that led to a trial's own sign belongs to that trial too. */
const leadingTo = (
  lived: readonly RecordEntry[],
  set: TrialSet,
  sign: RecordEntry,
): RecordEntry | undefined =>
  lived
    .slice(startOf(lived, set))
    .findLast(
      ({ seq, type, data }) =>
        type === "exception-noted" && seq < sign.seq && stepIn(data) === set.step,
    );

interface Found {
  readonly entry: RecordEntry;
  readonly finder: Finder;
}

function bySign(lived: readonly RecordEntry[], set: TrialSet): Found | null {
  const trial = known(set);
  if (trial === null) return null;
  for (const entry of lived.slice(startOf(lived, set))) {
    const finder = trial.sign(entry, set);
    if (finder !== null) return { entry, finder };
  }
  return null;
}

/** An exception that people noted by themselves, not as an answer to a refusal. */
function byException(
  lived: readonly RecordEntry[],
  set: TrialSet,
  spent: ReadonlySet<number>,
): Found | null {
  const trial = known(set);
  if (trial === null) return null;
  const after = lived.slice(startOf(lived, set));
  const end = after.findIndex(({ type, data }) =>
    trial.until === undefined
      ? ENDING.includes(type) && stepIn(data) === set.step
      : type === trial.until,
  );
  const entry = (end < 0 ? after : after.slice(0, end)).find(
    (one) =>
      one.type === "exception-noted"
      && !spent.has(one.seq)
      && !isAnswer(lived, one)
      && (trial.until !== undefined || stepIn(one.data) === set.step),
  );
  return entry === undefined ? null : { entry, finder: "people" };
}

const ENDING: readonly string[] = ["step-done", "handed-over"];

/** Whether a refusal of this attempt came before it. */
function isAnswer(lived: readonly RecordEntry[], { seq }: RecordEntry): boolean {
  const last = lived
    .filter((entry) => entry.seq < seq)
    .findLast(({ type }) =>
      [
        "refused",
        "step-began",
        "step-performed",
        "step-done",
        "recess-began",
        "exception-noted",
      ].includes(type),
    );
  return last?.type === "refused";
}

/** Where its step becomes the next one. */
function startOf(lived: readonly RecordEntry[], { step }: TrialSet): number {
  const named = lived.findIndex(({ data }) => stepIn(data) === step);
  const before = named < 0 ? lived : lived.slice(0, named);
  return before.findLastIndex(({ type }) => ENDING.includes(type)) + 1;
}

function verdictOf(lived: readonly RecordEntry[], set: TrialSet, at: Found | null): Verdict {
  const trial = known(set);
  const of = { ...set, title: trial?.title ?? set.trial, should: trial?.should ?? "" };
  if (!set.set) return { ...of, found: "not-set", by: null, steps: 0 };
  if (at === null) return { ...of, found: "nobody", by: null, steps: 0 };
  const {
    entry: { seq, at: time, type, data },
    finder,
  } = at;
  const start = lived[startOf(lived, set)]?.seq ?? 0;
  const steps = lived.filter(
    (entry) => ENDING.includes(entry.type) && entry.seq >= start && entry.seq < seq,
  ).length;
  const what = type === "refused" ? (data as EventData["refused"]).code : type;
  return { ...of, found: finder, by: { seq, at: time, what }, steps };
}

const known = ({ trial, set }: TrialSet): Trial | null =>
  set && isTrial(trial) ? trialOf(trial) : null;

const stepIn = (data: unknown): unknown => (data as { readonly step?: unknown }).step;
