// What a rehearsed step has at hand: its station, the people, and what the administrator knows.
import type { Step } from "../../ceremony-scripts/index.ts";
import { fold, type State } from "../ceremony/ceremony.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import type { Deps } from "../usecases/deps.ts";
import type { KnowBackupRequest } from "../usecases/know-backup.ts";
import { journalOf } from "../usecases/turn.ts";
import type { RecordedKeys } from "./keys-seen.ts";

/** What is settled before the ceremony opens. */
export interface Plan {
  readonly hsm: string;
  readonly bits: 2048 | 3072 | 4096;
  readonly earlier: Uint8Array | null;
  /** What a rehearsal knows of its own HSM that is lost; null where people must say it. */
  readonly backup: KnowBackupRequest | null;
  /** Keys of the lost HSM that an earlier record holds. */
  readonly keysSeen: RecordedKeys | null;
  /** Closed parts of an attestation, by the seat of the officer who held each. */
  readonly parts: ReadonlyMap<number, Uint8Array>;
  /** The officer who comes where one comes alone. */
  readonly officer: number;
  /** Seats of the officers whose keys are made anew. */
  readonly renewed: readonly number[];
  /** Ids of steps to go to where there is a choice; elsewhere the first choice is taken. */
  readonly choices: readonly string[];
}

export interface Scene {
  readonly deps: Deps;
  readonly step: Step;
  readonly people: PeopleMethods;
  readonly plan: Plan;
  /** Two people who decided after a refusal; null where nothing was refused. */
  readonly decided?: readonly string[] | null;
}

/** The state as this station's open record says. */
export const stateOf = ({ deps }: Scene): State => fold(journalOf(deps).entries);
