// The interface of the deployment's process to the desk: one plain value in, one out. The desk and
// main know only this page of the room.
import type { Paper, SaidSpan } from "../../ceremony-scripts/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { DeploymentView, ReadView } from "../bridge/deployment-views.ts";
import type { Question } from "../deployment/deployment.ts";

/** An act, with the files a person chose for it and those the station read. */
export interface Order {
  readonly act: DeploymentAct;
  readonly files: readonly Uint8Array[];
  /** Of each file, if people chose answers. */
  readonly names?: readonly string[];
  /** How the station read some of the files; absent if people gave all. */
  readonly read?: ReadView;
}

/** The acts for which the station may read Azure. */
export type ReadingAct = Extract<DeploymentAct, { readonly act: "prove" | "again" }>;

/** What is to be read for an act. */
export interface Wanted {
  /** The directory of the plan's subscription, a GUID; null if no plan says it. */
  readonly tenant: string | null;
  /** Hosts of the plan's HSMs. */
  readonly hsms: readonly string[];
  readonly reads: readonly { readonly into: string; readonly question: Question }[];
  /** Files whose answers only people can bring. */
  readonly byPeople: readonly string[];
  /** The checks whose answers are read. */
  readonly checks: readonly string[];
  /** Null without a plan, of which a rehearsal has no subscription. */
  readonly history: History | null;
}

/** A step that was carried out, when (RFC 3339, UTC). */
export interface CarriedOut {
  readonly runbook: string;
  readonly title: string;
  readonly at: string;
}

/** The steps done so far, from which a rehearsal derives its subscription. */
export interface History {
  /** The plan file's text. */
  readonly plan: string;
  readonly steps: readonly CarriedOut[];
  /** The current time, RFC 3339. */
  readonly now: string;
}

/** What only simulated people do: begin with a step, or end its wait at once. */
export interface Simulated {
  readonly what: "step" | "time";
  readonly runbook: string;
  readonly step: number;
}

/** A file of a folder: its path in it, and its bytes. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The acts that give a file, of which nothing is recorded. */
export type FileAct = Extract<
  DeploymentAct,
  { readonly act: "compare" | "existing" | "read-existing" | "new" | "write" }
>;

/** A text that can be saved. */
export interface TextFile {
  /** Part of a name for the file. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the plan that it is written over, lower-case hex; absent if it is a new file. */
  readonly over?: string;
}

/** What can be saved of a deployment. */
export interface Papers {
  /** Part of a name for files and folders. */
  readonly name: string;
  readonly head: string;
  readonly mode: "REHEARSAL" | "PRODUCTION";
  /** The minutes, to be printed, and the same as Markdown. */
  readonly paper: Paper<SaidSpan>;
  readonly minutes: string;
  /** What is due, as an iCalendar file. */
  readonly calendar: string;
  /** Every file of the evidence except the printed minutes. */
  readonly evidence: readonly FolderFile[];
  /** The files that the runbooks' commands read. */
  readonly files: readonly FolderFile[];
}

export interface KeeperMethods {
  /** What an act reads. @param domain that of the cloud's HSMs @throws Fault E-DEPLOY-* */
  readonly wanted: (request: {
    readonly act: ReadingAct;
    readonly domain: string;
  }) => Promise<Wanted>;
  /** What is read of a subscription after these answers, those before included. @throws Fault E-ANSWER-*, E-DEPLOY-* */
  readonly existing: (request: {
    readonly act: Extract<FileAct, { readonly act: "read-existing" }>;
    readonly domain: string;
    readonly answers: readonly Uint8Array[];
  }) => Promise<Wanted>;
  /** The steps carried out, then this one. @throws Fault E-DEPLOY-* */
  readonly history: (step: { readonly runbook: string; readonly step: number }) => Promise<History>;
  /** Only in a rehearsal. @throws Fault E-DEPLOY-* */
  readonly simulate: (simulated: Simulated) => Promise<DeploymentView>;
  /** @throws Fault E-DEPLOY-*, E-PLAN-*, E-ANSWER-*, E-PROOF-PLAN, E-LOG-* */
  readonly act: (order: Order) => Promise<DeploymentView>;
  /** @throws Fault E-DEPLOY-BEGIN, E-DEPLOY-STALE, E-PLAN-*, E-ANSWER-* */
  readonly file: (order: Omit<Order, "act"> & { readonly act: FileAct }) => Promise<TextFile>;
  /** @throws Fault E-DEPLOY-BEGIN, E-DEPLOY-FILE */
  readonly papers: (none: null) => Promise<Papers>;
}

export const KEEPER_METHODS = [
  "act",
  "file",
  "papers",
  "wanted",
  "existing",
  "history",
  "simulate",
] as const satisfies readonly (keyof KeeperMethods)[];

/** The names of simulated people in a record. */
export const SIMULATED_PEOPLE = ["Simulated person 1", "Simulated person 2"] as const;

/** A keeper that was started: its process ends with `end`. */
export interface Keeper extends KeeperMethods {
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}
