// What a rehearsed step has at hand: its station, the people, and what the administrator knows.
import type { Step } from "../../ceremony-scripts/index.ts";
import { fold, type RecordEntry, type State } from "../ceremony/ceremony.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import type { SessionPlan } from "../session/session.ts";
import type { Deps } from "../usecases/deps.ts";
import { journalOf } from "../usecases/turn.ts";

/** What is settled before a rehearsal opens. */
export interface Plan extends SessionPlan {
  readonly bits: 2048 | 3072 | 4096;
  /** The officer who comes where one comes alone. */
  readonly officer: number;
  /** Seats of the officers whose keys are made anew. */
  readonly renewed: readonly number[];
  /** Ids of steps to go to where there is a choice; elsewhere the first choice is taken. */
  readonly choices: readonly string[];
}

export interface RehearsedStep extends AskedStep {
  readonly deps: Deps;
}

/** What people must know to answer: at a window they have no more of a station than its record. */
export interface AskedStep {
  readonly deps: Pick<Deps, "script" | "station" | "clock"> & {
    readonly record: { readonly open: { readonly entries: readonly RecordEntry[] } | null };
  };
  readonly step: Step;
  readonly people: PeopleMethods;
  readonly plan: Plan;
  /** Two people who decided after a refusal; null where nothing was refused. */
  readonly decided?: readonly string[] | null;
}

/** The state as this station's open record says. */
export const stateOf = ({ deps }: Pick<AskedStep, "deps">): State => fold(journalOf(deps).entries);
