// What a person may see of a ceremony: no field here could contain a secret.
import {
  kindOf,
  pathOf,
  presenceIn,
  titleOf,
  traitsOf,
  type Copy,
  type KindName,
  type Presence,
  type ReadAloud,
  type Script,
  type Station,
  type Step,
  type Traits,
} from "../../ceremony-scripts/index.ts";
import { fromScript } from "../text/from-script.ts";
import type { Sentence, Value } from "../text/sentence.ts";
import { consentOf } from "./consent.ts";
import { openingDifferences } from "./differences.ts";
import type { Remain } from "./entries/abort.ts";
import type { Consent } from "./entries/consent.ts";
import type { Difference } from "./entries/difference.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { Participant, Seal } from "./entries/forms.ts";
import type { EventData, LedgerLine } from "./entries/index.ts";
import type { Mode } from "../record/forms.ts";
import { ledger } from "./ledger.ts";
import { wentOtherwise, type WentOtherwise } from "./otherwise.ts";
import type { CustodyObject } from "./entries/standing.ts";
import type { State } from "./state.ts";
import { openObjects } from "./recess.ts";
import { freeSeats } from "./seat-change.ts";
import { actSeats, routeOf, isOver, nextStep, signingSeats } from "./rules.ts";

/** A step in the timetable. Times are RFC 3339, UTC; null before they happened. */
export interface TimetableStep {
  readonly id: string;
  /** Its one name. */
  readonly title: Sentence;
  readonly kind: KindName;
  readonly seat: number | null;
  readonly what: ReadAloud | null;
  readonly to: Station | null;
  readonly copy: Copy | null;
  readonly station: Station;
  readonly minutes: number;
  /** When it first began; a take-over has no beginning of its own. */
  readonly beganAt: string | null;
  readonly doneAt: string | null;
}

/** A recess: the objects whose bags are compared at its end, with the numbers read when it began. */
export interface RecessView {
  readonly seals: readonly Seal[];
  /** An exception was noted in it: it may end with other numbers. */
  readonly excepted: boolean;
}

/**
 * An act with the steps of the ceremony's way, in order. If a choice is still open, its first
 * option is assumed.
 */
export interface ActView {
  readonly title: Value;
  readonly steps: readonly TimetableStep[];
}

/** What was proven of the quorum: each pair (or larger subset) by its officers' seats. */
export interface ProofView {
  readonly subsets: readonly (readonly number[])[];
  readonly at: string;
  readonly domainSha256: string;
}

/** An abort, with what must be done with each object. */
export interface AbortedView {
  readonly reason: string;
  readonly decidedBy: readonly string[];
  readonly remains: readonly Remain[];
}

/** The ceremony as one plain value. `head` is hex; `words` are the words of it that are read aloud. */
export interface CeremonyView {
  readonly title: Value;
  readonly script: string;
  readonly mode: Mode | null;
  readonly hsm: string;
  readonly officers: number;
  readonly quorum: number;
  readonly people: readonly Participant[];
  /** Seats of the officers who may come late, and of those whom nobody needs to replace if they leave. */
  readonly mayCome: readonly number[];
  readonly mayGo: readonly number[];
  /** Where the record is; while it is carried, its destination. */
  readonly station: Station;
  readonly step: Step | null;
  /** The traits of that step's kind. */
  readonly traits: Traits | null;
  readonly done: number;
  readonly steps: number;
  readonly acts: readonly ActView[];
  /** People's minutes in the steps that are left. */
  readonly presence: Presence;
  readonly ledger: readonly LedgerLine[];
  readonly otherwise: readonly WentOtherwise[];
  readonly proof: ProofView | null;
  /** Where each object is, as this record leaves it. */
  readonly custody: readonly CustodyObject[];
  /** The current step was performed, and waits for confirmation. */
  readonly isPerformed: boolean;
  readonly recess: RecessView | null;
  /** Open objects, which go into bags before a recess. */
  readonly openObjects: readonly string[];
  /** People decided to abort; the abort itself may still be unrecorded. */
  readonly abortDecided: boolean;
  readonly aborted: AbortedView | null;
  /** For an aborted ceremony: whether someone here has a signing key, at this station. */
  readonly mayStillSign: boolean;
  /** Seats of those who sign with a key, here and now, at the end of an act or of the record. */
  readonly signers: readonly number[];
  /** While an act's end is signed: on paper or not, and the words to sign. */
  readonly actSigning: { readonly onPaper: boolean; readonly words: readonly string[] } | null;
  /** What is signed, by keys or on paper, during a signing step; else null. */
  readonly consent: Consent | null;
  /** Officers who have signed the act that is being signed, or the closing. */
  readonly signed: readonly string[];
  readonly closed: boolean;
  /** Roles of those who signed a paper instead of the record; null unless it was closed so. */
  readonly onPaper: readonly string[] | null;
  /** Whether it continues an earlier record. */
  readonly continues: boolean;
  /** What differs from the last ceremony, as far as the opening shows it. */
  readonly differences: readonly Difference[];
  readonly head: string;
  readonly words: readonly string[];
  /**
   * During a take-over: the words of the head with which the record was handed over. They were
   * written down there and are compared here; the take-over itself changes the head.
   */
  readonly handedOverWords: readonly string[] | null;
}

/** The words of a hash (hex) that are read aloud; more if people sign it on paper. */
type SpokenOf = (hash: string, onPaper: boolean) => readonly string[];

/**
 * The view of a state under its script, with the record's entries and head (hex), and how hashes
 * are spoken.
 */
export function view(
  state: State,
  script: Script,
  entries: readonly RecordEntry[],
  head: string,
  wordsOf: SpokenOf,
): CeremonyView {
  const step = isOver(state) ? null : nextStep(state, script);
  const route = routeOf(state, script);
  const path = pathOf(script, route, true);
  const traits = step === null ? null : traitsOf(kindOf(step.action.kind));
  const stopped = state.closed && state.aborted === null ? path.length : state.done.length;
  return {
    title: fromScript(script.title),
    script: script.name,
    mode: state.opened?.mode ?? null,
    hsm: state.opened?.hsm ?? "",
    officers: script.officers,
    quorum: script.quorum,
    people: state.opened?.participants ?? [],
    ...freeSeats(state, script),
    station: step?.station ?? state.station ?? state.handedTo ?? "offline",
    step,
    traits,
    done: stopped,
    steps: path.length,
    acts: actsOf(path, beganTimes(entries), doneTimes(entries, state.done)),
    presence: presenceIn(path.slice(stopped), route.seats),
    ledger: ledger(entries),
    otherwise: wentOtherwise(entries),
    proof: proofOf(state, entries),
    custody: state.standing.objects.map(({ object, seal, place, custodian }) => ({
      object,
      seal,
      place,
      custodian,
    })),
    isPerformed: step !== null && state.performed === step.id,
    recess: recessOf(state),
    openObjects: openObjects(state, script),
    abortDecided: state.abortDecided,
    aborted: state.aborted,
    mayStillSign:
      state.aborted !== null
      && state.station === "offline"
      && signingSeats(state, script).length > 0,
    signers: (traits?.signs === "act" ? actSeats : signingSeats)(state, script),
    actSigning: actSigningOf(state, wordsOf),
    consent: traits?.signs == null ? null : consentOf(state),
    signed: state.actSigning?.signed ?? state.signed,
    closed: state.closed,
    onPaper: state.onPaper,
    continues: (state.opened?.earlier.length ?? 0) > 0,
    differences: openingIn(entries),
    head,
    words: wordsOf(head, state.onPaper !== null),
    handedOverWords: step?.action.kind === "take-over" ? handedOver(entries, wordsOf) : null,
  };
}

function handedOver(entries: readonly RecordEntry[], wordsOf: SpokenOf): readonly string[] | null {
  const last = entries.findLast(({ type }) => type === "handed-over");
  return last === undefined ? null : wordsOf(last.hash, false);
}

const openingIn = ([first]: readonly RecordEntry[]): readonly Difference[] =>
  first?.type === "opened" ? openingDifferences(first.data as EventData["opened"]) : [];

const actSigningOf = ({ actSigning }: State, wordsOf: SpokenOf): CeremonyView["actSigning"] =>
  actSigning === null
    ? null
    : { onPaper: actSigning.onPaper, words: wordsOf(actSigning.hash, actSigning.onPaper) };

function recessOf({ recess }: State): RecessView | null {
  if (recess === null) return null;
  return { seals: recess.seals, excepted: recess.excepted };
}

/** When each step first began, by its id. */
const beganTimes = (entries: readonly RecordEntry[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .toReversed()
      .flatMap(({ type, at, data }) =>
        type === "step-began" ? [[(data as { readonly step: string }).step, at]] : [],
      ),
  );

/** When each step was done, by its id: a closing is done with the last signature. */
function doneTimes(
  entries: readonly RecordEntry[],
  done: readonly string[],
): ReadonlyMap<string, string> {
  const ending = ["step-done", "handed-over", "taken-over"];
  return new Map(
    entries.flatMap(({ type, at, data }) => {
      if (!ending.includes(type)) return [];
      const { step } = data as { readonly step: string };
      return done.includes(step) ? [[step, at]] : [];
    }),
  );
}

function actsOf(
  path: readonly Step[],
  began: ReadonlyMap<string, string>,
  done: ReadonlyMap<string, string>,
): readonly ActView[] {
  const titles = [...new Set(path.map(({ act }) => act))];
  return titles.map((title) => ({
    title: fromScript(title),
    steps: path
      .filter(({ act }) => act === title)
      .map((step) => timetableStepOf(step, began.get(step.id), done.get(step.id))),
  }));
}

/** A step of a timetable. Times are RFC 3339, UTC. */
export const timetableStepOf = (step: Step, beganAt?: string, doneAt?: string): TimetableStep => ({
  id: step.id,
  title: titleOf(step),
  kind: step.action.kind,
  seat: step.seat ?? null,
  what: step.action.what ?? null,
  to: step.action.to ?? null,
  copy: step.action.copy ?? null,
  station: step.station,
  minutes: step.minutes,
  beganAt: beganAt ?? null,
  doneAt: doneAt ?? null,
});

function proofOf(state: State, entries: readonly RecordEntry[]): ProofView | null {
  const at = entries.findLast(({ type }) => type === "quorum-proven")?.at;
  if (state.proof === null || at === undefined) return null;
  const { subsets, domainSha256 } = state.proof;
  return { subsets, at, domainSha256 };
}
