// What the process that reads foreign files does for the desk: records, bundles, logs and media.
// Main opens none of them. The desk and main know only this file of it.
import type { Planned } from "../../ceremony-scripts/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import type { AuditView, TimelineRow } from "../bridge/audit-views.ts";
import type { ReconcileView } from "../bridge/reconcile-view.ts";
import type { Language } from "../evidence/papers.ts";
import type { Medium, Searched, SearchHints } from "../media/media.ts";
import type { PhotographFile } from "../session/photographs.ts";

/** How much is done of what, in bytes or in parts. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** A record that was chosen by hand: its path, and its head, which identifies it. */
export interface Known {
  readonly path: string;
  readonly head: string;
}

/** How many that were chosen by hand are known until the app ends. */
export const KNOWN_MAX = 200;

/** A record on the screen: its own bytes, or (null) the one audited last. */
interface Shown {
  readonly record: Uint8Array | null;
}

/** One plain value in, one out. Refusals are listed in the implementing file. */
export interface CheckerMethods {
  /**
   * After an earlier process ended: what was chosen by hand before, and the head of the record on
   * the screen, or "". What has changed since is left out.
   */
  readonly recall: (before: {
    readonly known: readonly Known[];
    readonly shown: string;
  }) => Promise<null>;
  readonly timeline: (none: null) => Promise<readonly TimelineRow[]>;
  /** @param asked with the path of the file that was chosen where `of` is "" */
  readonly audit: (asked: { readonly of: string; readonly path: string }) => Promise<AuditView>;
  readonly compare: (anchors: RequestOf<"compare">) => Promise<AuditView>;
  /** @returns also where each record was found that was added */
  readonly beside: (
    paths: readonly string[],
  ) => Promise<{ readonly view: AuditView; readonly known: readonly Known[] }>;
  readonly pages: (printed: {
    readonly language: Language;
  }) => Promise<readonly (readonly [seq: number, page: number])[]>;
  readonly papers: (shown: Shown) => Promise<readonly string[]>;
  readonly paper: (
    shown: Shown & { readonly name: string; readonly language: Language },
  ) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
  /** Writes all evidence into a new folder of this one, which it returns. */
  readonly evidence: (
    shown: Shown & { readonly folder: string; readonly stamps: ReadonlyMap<string, Uint8Array> },
  ) => Promise<string | null>;
  readonly reconcile: (
    asked: RequestOf<"reconcile"> & { readonly paths: readonly string[] },
  ) => Promise<ReconcileView>;
  readonly bring: (brought: { readonly path: string; readonly head: string }) => Promise<null>;
  /** The bytes of a valid record. */
  readonly sound: (path: string) => Promise<Uint8Array>;
  readonly search: (asked: {
    readonly medium: Medium;
    readonly hints: SearchHints;
  }) => Promise<Searched>;
  /** What a plan's file says of an opening. */
  readonly planned: (plan: Uint8Array) => Promise<Planned>;
  /** The photographs in a folder. */
  readonly photographs: (folder: string) => Promise<readonly PhotographFile[]>;
}

export const CHECKER_METHODS = [
  "recall",
  "timeline",
  "audit",
  "compare",
  "beside",
  "pages",
  "papers",
  "paper",
  "evidence",
  "reconcile",
  "bring",
  "sound",
  "search",
  "planned",
  "photographs",
] as const satisfies readonly (keyof CheckerMethods)[];

/** Its options. */
export interface Checking {
  /** The folder of the records of this computer's role. */
  readonly root: string;
  readonly told: (told: Progress) => void;
}

/** A checker that was started. */
export interface Checker extends CheckerMethods {
  readonly isGone: () => boolean;
  /** Ends it, even if it is busy; resolves when it is gone. */
  readonly end: () => Promise<void>;
}
