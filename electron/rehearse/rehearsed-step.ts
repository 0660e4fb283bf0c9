// The context of a rehearsed step: its station, the people, and what the administrator knows.
import type { Fault } from "../../crypto/index.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import { fold, type RecordEntry, type State } from "../ceremony/ceremony.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import type { SessionPlan } from "../session/session.ts";
import type { Deps } from "../usecases/deps.ts";
import { journalOf } from "../usecases/turn.ts";

/** What is decided before a rehearsal opens. */
export interface Plan extends SessionPlan {
  readonly bits: 2048 | 3072 | 4096;
  /** The officer who comes if one comes alone. */
  readonly officer: number;
  /** Seats of the officers who come if a quorum is enough. */
  readonly coming: readonly number[];
  /** Seats of the officers who get new keys. */
  readonly renewed: readonly number[];
  /** Ids of steps to choose; elsewhere the first choice is taken. */
  readonly choices: readonly string[];
}

export interface RehearsedStep extends AskedStep {
  readonly deps: Deps;
  /** Says that a bag differs, before two people decide; without it, the refusal remains. */
  readonly onSeals?: (refusal: Fault) => void;
}

/** What people must know to answer: at a window they know only a station's record. */
export interface AskedStep {
  readonly deps: Pick<Deps, "script" | "station" | "clock"> & {
    readonly record: { readonly open: { readonly entries: readonly RecordEntry[] } | null };
  };
  readonly step: Step;
  readonly people: PeopleMethods;
  readonly plan: Plan;
  /** Two people who decided after a refusal; null without a refusal. */
  readonly decided?: readonly string[] | null;
  /** The objects that they decided about: those that the refusal named. */
  readonly differing?: readonly string[];
}

/** The state by this station's open record. */
export const stateOf = ({ deps }: Pick<AskedStep, "deps">): State => fold(journalOf(deps).entries);
