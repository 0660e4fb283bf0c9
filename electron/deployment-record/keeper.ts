// What the process of a deployment does for the desk: one plain value in, one out. The desk and main
// know only this page of the room.
import type { Paper } from "../../ceremony-scripts/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { DeploymentView } from "../bridge/deployment-views.ts";

/** An act, with the files that a person chose for it. */
export interface Order {
  readonly act: DeploymentAct;
  readonly files: readonly Uint8Array[];
}

/** A file of a folder: its path in it, and its bytes. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What can be saved of a deployment. */
export interface Papers {
  /** Part of a name for files and folders. */
  readonly name: string;
  readonly head: string;
  readonly mode: "REHEARSAL" | "PRODUCTION";
  /** The minutes, to be printed, and the same as Markdown. */
  readonly paper: Paper;
  readonly minutes: string;
  /** What is due, as an iCalendar file. */
  readonly calendar: string;
  /** Every file of the evidence but the printed minutes. */
  readonly evidence: readonly FolderFile[];
  /** The files that commands of runbooks read. */
  readonly files: readonly FolderFile[];
}

export interface KeeperMethods {
  /** @throws Fault E-DEPLOY-*, E-PLAN-*, E-ANSWER-*, E-PROOF-PLAN, E-LOG-* */
  readonly act: (order: Order) => Promise<DeploymentView>;
  /** @throws Fault E-DEPLOY-BEGIN, E-DEPLOY-FILE */
  readonly papers: (none: null) => Promise<Papers>;
}

export const KEEPER_METHODS = ["act", "papers"] as const satisfies readonly (keyof KeeperMethods)[];

/** A keeper that was started: its process ends with `end`. */
export interface Keeper extends KeeperMethods {
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}
