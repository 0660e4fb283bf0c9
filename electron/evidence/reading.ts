// A record as the papers read it: verified, folded, and with the standing before and after it. It
// uses no clock and no file, so that the same record gives the same paper.
import { pathOf, titleOf, type Line, type Script } from "../../ceremony-scripts/index.ts";
import {
  routeOf,
  fold,
  peopleAfter,
  recordedGaps,
  sentenceOf as sentenceWith,
  type EventData,
  type EventType,
  type Gap,
  type Participant,
  type RecordEntry,
  type Standing,
  type State,
} from "../ceremony/ceremony.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { OwnScript } from "../meaning/reliance.ts";
import { meaningIfKnown, scriptIn, type ClosedBy, type OddNames } from "../meaning/meaning.ts";
import {
  headWords,
  signaturesOfEnd,
  verifyRecord,
  type SignedAct,
  type Verdict,
} from "../journal/verify.ts";

/** A verified record, and what it says. */
export interface Reading {
  readonly entries: readonly RecordEntry[];
  /** SHA-256, lower-case hex. */
  readonly head: string;
  readonly closedBy: Verdict["closedBy"];
  /** Who closed it, of those present; null while it is open, or if its script is unknown. */
  readonly closing: ClosedBy | null;
  /** What of the names in it may mislead; null if its script is unknown. */
  readonly names: OddNames | null;
  /** Officers who signed with a certificate for which the record itself does not vouch. */
  readonly unvouched: Verdict["unvouched"];
  /** Those over the record's end. */
  readonly signatures: Verdict["signatures"];
  readonly acts: readonly ReadAct[];
  readonly state: State;
  readonly opened: EventData["opened"];
  /** What the last ceremony left; null if there was none. */
  readonly before: EventData["opened"]["earlier"][number] | null;
  readonly after: Standing;
  readonly gaps: readonly Gap[];
  /** By its id, "Step 2.4: Hear the words of officer 1"; empty for an unknown script. */
  readonly steps: ReadonlyMap<string, Sentence>;
  /** When it was opened and when its last entry was written: RFC 3339, UTC. */
  readonly from: string;
  readonly until: string;
}

/**
 * Reads a record, closed or not.
 * @param own the custom script of the ceremony, if any
 * @throws Fault E-LOG-*, E-STATE-RECORD (also for a record that no ceremony opened)
 */
export function readingOf(bytes: Uint8Array, own: OwnScript = null): Reading {
  const verdict = verifyRecord(bytes);
  const { entries, head, closedBy, unvouched } = verdict;
  const state = fold(entries);
  const opening = allOf(entries, "opened")[0];
  const last = entries.at(-1);
  // The fold accepts only an opening as a first entry.
  if (opening === undefined || last === undefined) throw new Error("a record without an opening");
  const meaning = meaningIfKnown(verdict, own);
  return {
    entries,
    head,
    closedBy,
    closing: meaning?.closed ?? null,
    names: meaning?.names ?? null,
    unvouched,
    state,
    signatures: signaturesOfEnd(verdict),
    acts: actsIn(verdict),
    opened: opening.data,
    before: opening.data.earlier[0] ?? null,
    after: state.standing,
    gaps: recordedGaps(entries),
    steps: stepNames(state, scriptIn(entries[0], own)),
    from: opening.at,
    until: last.at,
  };
}

/** With the window's number: of the act, and within it. */
function stepNames(state: State, script: Script | null): ReadonlyMap<string, Sentence> {
  const path = script === null ? [] : pathOf(script, routeOf(state, script), true);
  const acts = [...new Set(path.map(({ act }) => act))];
  return new Map(
    acts.flatMap((act, a) =>
      path
        .filter((step) => step.act === act)
        .map((step, i) => {
          const number = `${String(a + 1)}.${String(i + 1)}`;
          return [step.id, sentence("walkthrough.step", { number, title: titleOf(step) })] as const;
        }),
    ),
  );
}

/** The end of an act, with the signatures over it. */
export interface ReadAct extends SignedAct {
  readonly signatures: Verdict["signatures"];
}

const actsIn = ({ entries, acts, signatures }: Verdict): readonly ReadAct[] =>
  acts.map((act) => ({
    ...act,
    signatures: signatures.filter(({ over }) => over === entries[act.seq]?.hash),
  }));

/** An entry whose form was checked, with data of its type. */
export interface EntryOf<Type extends EventType> extends Omit<RecordEntry, "data"> {
  readonly data: EventData[Type];
}

/** All entries of a type, in order. */
export const allOf = <Type extends EventType>(
  entries: readonly RecordEntry[],
  type: Type,
): readonly EntryOf<Type>[] =>
  entries.filter((entry) => entry.type === type) as unknown as readonly EntryOf<Type>[];

/** Who had which role when this entry was written. */
export const peopleAt = ({ entries, opened }: Reading, seq: number): readonly Participant[] =>
  allOf(entries, "seat-changed")
    .filter((change) => change.seq < seq)
    .reduce<readonly Participant[]>(
      (people, { data }) => peopleAfter(people, data),
      opened.participants,
    );

/** The words of a record's head that are read aloud, or that people sign on paper. */
export const headWordsOf = ({ head, closedBy }: Pick<Reading, "head" | "closedBy">): string =>
  headWords(head, closedBy === "paper").join(" ");

/** The words of a digest that are read aloud: ten. */
export const wordsOf = (hex: string): string => headWords(hex).join(" ");

/** An entry as one sentence of the minutes. */
export const sentenceOf = (entry: RecordEntry): Line => sentenceWith(entry, wordsOf);
