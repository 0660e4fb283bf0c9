// What the audit shows: closed records on a timeline, and the verdict on one of them.
import type {
  Anchoring,
  ComplianceRow,
  CustodyHealth,
  Difference,
  ObjectStanding,
} from "../ceremony/ceremony.ts";
import type { Refusal } from "../text/refusal.ts";
import type { Sentence, Value } from "../text/sentence.ts";

/** A closed record on the audit's timeline, the oldest first. */
export interface TimelineRow {
  /** SHA-256 of its last entry, lower-case hex. */
  readonly head: string;
  readonly script: string;
  readonly hsm: string;
  readonly closedAt: string;
  readonly closedBy: "signatures" | "paper";
  readonly aborted: boolean;
  readonly exceptions: number;
  /** The number of differences from the ceremony before it. */
  readonly differences: number;
  /** The custody as it left it, checked at that time; null if it left none. */
  readonly health: CustodyHealth | null;
  /** What it continues: nothing, a record on this timeline, or one that is not there. */
  readonly follows: "nothing" | "here" | "elsewhere";
  /** Another ceremony continues the same record, and neither is a part or was aborted. */
  readonly isForked: boolean;
  /** When the ceremony that continues it was closed; null for none on this timeline. */
  readonly continuedAt: string | null;
  /** What contradicts the record here that it continues; or null. */
  readonly differs: Sentence | null;
  /** Chosen by hand; else it is on this computer. */
  readonly byHand: boolean;
}

/**
 * What a record or its chain names, and was not compared: its head, cards of officers, the record
 * before the first one that is here, a custodian's part. `code`: it is here, and is refused.
 */
export type NotComparedView =
  | { readonly what: "head" }
  | { readonly what: "cards"; readonly officers: readonly string[] }
  | {
      readonly what: "before" | "part";
      readonly words: readonly string[];
      readonly code: string | null;
    };

/** A list of heads beside a record: two records continue the same one, or its line says something else; or not. */
export type HeadsView =
  | { readonly refused: Value }
  | {
      readonly refused: null;
      readonly lines: number;
      /** Whether the record is in it. */
      readonly isListed: boolean;
      /** The words of the record that continues it, and of lines whose earlier record is in none before. */
      readonly successor: readonly string[] | null;
      readonly gaps: readonly {
        readonly words: readonly string[];
        readonly before: readonly string[];
      }[];
    };

/** A file chosen by hand that is no record to rely on. */
export interface RefusedFile {
  /** Its name and its folder's. */
  readonly file: string;
  readonly refused: Refusal & { readonly code: string };
}

/** A record that was checked from its bytes alone. */
export interface AuditView {
  readonly title: string;
  readonly mode: string;
  readonly hsm: string;
  readonly entries: number;
  /** The number of files in its complete bundle of evidence; null for a record alone. */
  readonly files: number | null;
  readonly closed: boolean;
  /** The signers of a record closed on paper are unknown, and `signers` is empty. */
  readonly closedBy: "signatures" | "paper" | null;
  readonly head: string;
  readonly words: readonly string[];
  /** The head that was read aloud was entered, and matches. */
  readonly headGiven: boolean;
  /** It was closed on paper, and fewer words were entered than such a paper has now. */
  readonly isShort: boolean;
  /** Cards were entered, and all signers are among them. */
  readonly signersKnown: boolean;
  /** Officers who signed, and whose card was not entered. */
  readonly unanchored: readonly string[];
  /** How many closed it, of how many present, and who did not; null while it is open. */
  readonly closing: {
    readonly signed: number;
    readonly of: number;
    /** The officers among these. */
    readonly officers: { readonly signed: number; readonly of: number };
    /** As many officers must sign; with fewer the record is closed, and not vouched for. */
    readonly due: number;
    readonly isShort: boolean;
    /** Only so few had a key to sign with: the others signed its head by hand. */
    readonly isByHand: boolean;
    /** The last entry for which as many signed; or null. */
    readonly vouchedTo: number | null;
    readonly missing: readonly {
      readonly role: string;
      readonly name: string;
      readonly why: "substituted" | "no-key" | "aborted" | "exception";
    }[];
  } | null;
  /** Breaches that an exception of two people excused: the code, the entry, and the exception. */
  readonly excused: readonly {
    readonly code: string;
    readonly entry: number;
    readonly by: number;
  }[];
  /** The version of the rules under which it was written, and the codes of later rules. */
  readonly rules: { readonly version: number; readonly notAsked: readonly string[] };
  /** Entries at which the clock went back. */
  readonly clockBack: readonly number[];
  /** Entries that are more than a day after the one before. */
  readonly gaps: readonly number[];
  /** What no rule refuses, with the entries to read. */
  readonly notes: readonly Sentence[];
  /** What of the names in it may mislead. */
  readonly names: readonly Sentence[];
  /** Officers for whose certificates the record itself does not vouch. */
  readonly unvouched: readonly string[];
  readonly signers: readonly { readonly officer: string; readonly words: readonly string[] }[];
  /** The ends of acts; for those signed on paper the record cannot show who signed. */
  readonly acts: readonly {
    readonly act: string;
    readonly by: "signatures" | "paper";
    readonly present: readonly string[];
    readonly missing: readonly string[];
  }[];
  readonly exceptions: number;
  /** Why people ended it early, or null. */
  readonly aborted: string | null;
  /** What auditors expect, and which entries show it. */
  readonly compliance: readonly ComplianceRow[];
  /** It continues an earlier ceremony. */
  readonly hasEarlier: boolean;
  /** What differs from the ceremony before; and whether the witness acknowledged it at the time. */
  readonly differences: readonly Difference[];
  readonly acknowledged: boolean;
  /** The custody as this record leaves it, checked today; null if it leaves none. */
  readonly custody: {
    readonly health: CustodyHealth;
    readonly objects: readonly ObjectStanding[];
  } | null;
  readonly notCompared: readonly NotComparedView[];
  /** Another ceremony continues a record that this one, or one before it, continues. */
  readonly isForked: boolean;
  /** Files and folders chosen beside it that could not be added, by name, with the code. */
  readonly notAdded: readonly { readonly name: string; readonly code: string }[];
  /** What a list of heads, which others keep, says of it; null if none was chosen, or it is open. */
  readonly heads: HeadsView | null;
  /** What it continues: nothing, a record here that ended as it says, or one that is not here. */
  readonly follows: "first" | "as-left" | "elsewhere";
  /** How it is anchored if it is on this computer; else null. */
  readonly anchoring: Anchoring | null;
  /** When a later ceremony on the timeline that continues this one was closed; or null. */
  readonly continuedAt: string | null;
}
