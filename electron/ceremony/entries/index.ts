// Every type of entry: its data, and what the state contains, are derived from here.
import type { DataOf, NewOf } from "../../record/kind.ts";
import { ABORT } from "./abort.ts";
import { ACT } from "./act.ts";
import { BACKUP } from "./backup.ts";
import { CLOSING } from "./closing.ts";
import { CUSTODY } from "./custody.ts";
import { DIFFERENCE } from "./difference.ts";
import { DOMAIN } from "./domain.ts";
import { DRY_RUN } from "./dry-run.ts";
import { EXCEPTION } from "./exception.ts";
import { EXCHANGE_KEY } from "./exchange-key.ts";
import { HSM_KEYS } from "./hsm-keys.ts";
import { INCIDENT } from "./incident.ts";
import { LIVE_IMAGE } from "./live-image.ts";
import { OFFICER_KEY } from "./officer-key.ts";
import { OPENING } from "./opening.ts";
import { PREFLIGHT } from "./preflight.ts";
import { QUORUM } from "./quorum.ts";
import { RECESS } from "./recess.ts";
import { REFUSAL } from "./refusal.ts";
import { RESTORE_BLOB } from "./restore-blob.ts";
import { SEAL } from "./seal.ts";
import { SEAT } from "./seat.ts";
import { SIMULATION } from "./simulation.ts";
import { STEP } from "./step.ts";
import { TRIAL } from "./trial.ts";

export const ENTRIES = {
  ...OPENING,
  ...STEP,
  ...SEAT,
  ...RECESS,
  ...REFUSAL,
  ...EXCEPTION,
  ...INCIDENT,
  ...ABORT,
  ...TRIAL,
  ...SIMULATION,
  ...DIFFERENCE,
  ...LIVE_IMAGE,
  ...OFFICER_KEY,
  ...DOMAIN,
  ...QUORUM,
  ...DRY_RUN,
  ...SEAL,
  ...CUSTODY,
  ...PREFLIGHT,
  ...EXCHANGE_KEY,
  ...RESTORE_BLOB,
  ...BACKUP,
  ...HSM_KEYS,
  ...ACT,
  ...CLOSING,
};
type Entries = typeof ENTRIES;

export type EntryType = keyof Entries;
/** What the ceremony itself writes; the journal adds signatures. */
export type EventType = Exclude<EntryType, "signed">;

/** Data by entry type. */
export type EventData = DataOf<Omit<Entries, "signed">>;

/** An event before it is in the record. */
export type NewEvent = NewOf<EventData>;

/** Members of the state that some entry changes. */
export type Changed = {
  readonly [Type in EntryType]: Entries[Type] extends {
    readonly evolve?: (...all: never) => infer Change;
  }
    ? NamesOf<Change>
    : never;
}[EntryType];
type NamesOf<Change> = Change extends unknown ? keyof Change : never;

type FactsOf<Kind> = Kind extends { readonly facts?: (data: never) => infer Facts } ? Facts : never;

/** One entry of the record as on the screen: with the facts of its type. */
export type LedgerLine = {
  readonly [Type in EntryType]: {
    readonly seq: number;
    /** RFC 3339, UTC. */
    readonly at: string;
    readonly type: Type;
    readonly by: string;
    readonly station: string;
    /** The seat of the officer that the entry is about, or null. */
    readonly seat: number | null;
    readonly facts: FactsOf<Entries[Type]>;
  };
}[EntryType];
