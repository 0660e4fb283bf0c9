// The contract between the window and main: one parser per method, from which all else derives.
import * as z from "zod/mini";
import { LANGUAGES } from "../text/text.ts";
import {
  custodyObjects,
  deciders,
  role,
  seat,
  text,
} from "../../ceremony-scripts/language/input.ts";
import type { Method } from "./methods.ts";
import type { UnkeptRule } from "../ceremony/ceremony.ts";
import type { AuditView, RefusedFile, TimelineRow } from "./audit-views.ts";
import { deploymentAct } from "./deployment-acts.ts";
import type { DeploymentView } from "./deployment-views.ts";
import { PACES } from "./crew-view.ts";
import {
  CEREMONIES,
  MEDIA_LABELS,
  type PrintedView,
  type SavedView,
  type SaidView,
  type StepView,
  type WindowView,
} from "./view.ts";
import type { ChosenLogView, ReconcileView } from "./reconcile-view.ts";
import { areCounts, type GlossaryEntry } from "../../ceremony-scripts/index.ts";
import type { TrainerView } from "./trial-views.ts";
import type { Refusal } from "../text/refusal.ts";
import type { StampsView } from "./stamps-view.ts";

const step = text(64);
const witnessed = z.strictObject({ projector: z.boolean(), camera: z.boolean() });
const seals = z.array(z.strictObject({ object: text(60), seal: text(30) })).check(z.maxLength(40));
/** Every method with the parser of its request. An object accepts no other member. */
/** Words or digits of heads or cards, each of one record or officer. */
const anchors = z.array(text(600)).check(z.maxLength(100));

export const REQUESTS = {
  /** The window as it is now. */
  look: z.strictObject({}),
  /** What this computer is for, from now on. */
  chooseStationRole: z.strictObject({ role: z.enum(["rehearsal", "offline", "connected"]) }),
  /**
   * Brings a closed record here, chosen by hand, for ceremonies to continue; `head` is what its
   * paper says, or "".
   */
  bring: z.strictObject({ head: z.string().check(z.maxLength(600)) }),
  /** Writes this station's copy of a handed-over record to the transfer medium again. */
  carry: z.strictObject({}),
  /** Opens a ceremony in the window: the unfinished one of this name, or a new one. */
  begin: z.strictObject({
    ceremony: z.enum(CEREMONIES),
    on: z.enum(["folders", "drives"]),
    /** If there is no custody of the simulated crew's own, it makes one first. */
    example: z.optional(z.boolean()),
    /** A trainer's choice of trials. */
    trials: z.optional(z.array(text(40)).check(z.maxLength(20))),
  }),
  /** Before the open ceremony has a record: how many officers there are, and how many open the domain. */
  counts: z.strictObject({ officers: z.int(), quorum: z.int() }).check(z.refine(areCounts)),
  /** The same from a plan's file, which a person chooses. */
  planned: z.strictObject({}),
  /**
   * Parks an unfinished rehearsal, continues a parked one, or discards it; restores what was
   * discarded ("undo"), or removes it for good once its time is over; or sets a damaged record
   * aside. `number` is its place in Home's list of these.
   */
  setAside: z.strictObject({
    number: z.int().check(z.minimum(1)),
    how: z.enum(["park", "take-up", "discard", "undo", "remove", "damaged"]),
  }),
  /** The HSM of the next ceremony: of a site file, which a person chooses, or the built-in one. */
  site: z.strictObject({ on: z.boolean() }),
  /** Puts the sign-in's address or code on the clipboard. */
  copySignIn: z.strictObject({ what: z.enum(["address", "code"]) }),
  /** Ends the current sign-in. */
  cancelSignIn: z.strictObject({}),
  /** Back to Home; the ceremony stays as it is and can be continued. */
  leave: z.strictObject({}),
  /** Performs the current step with what people entered, which its kind's form parses. */
  perform: z.strictObject({
    step,
    input: z.record(z.string(), z.unknown()),
    /** Before a secret step: what the witness saw. */
    witnessed: z.optional(witnessed),
  }),
  /** Before a recovery: the list of the lost HSM's keys, which a person chooses. */
  keyList: z.strictObject({ step }),
  /** While the exchange key is compared: Intel's files on its hardware, which a person chooses. */
  collateral: z.strictObject({ step }),
  /** How the HSM reaches the storage: by its identity, or by a SAS token whose file a person chooses. */
  storage: z.strictObject({ step, by: z.enum(["managed-identity", "sas"]) }),
  /** Points of the pre-flight that people accept, each with a reason, and who decided. */
  points: z.strictObject({
    step,
    decidedBy: deciders,
    points: z.array(z.strictObject({ point: text(40), reason: text(200) })).check(z.maxLength(20)),
  }),
  /** The confirming person confirms the performed step. */
  confirm: z.strictObject({ step }),
  /** The officer's answer to the curtain: here and alone, or not yet. */
  answer: z.strictObject({ seat, here: z.boolean() }),
  /** The words are on paper: they leave the screen, and the hearing begins. */
  copied: z.strictObject({ step }),
  /** Four words heard, as one line. */
  hear: z.strictObject({ step, words: z.array(text(20)).check(z.length(4)) }),
  /** The hearing from its first line again. */
  rehear: z.strictObject({ step }),
  /** In `record-custody`: which rules these objects do not meet that people may accept. */
  weigh: z.strictObject({ step, objects: custodyObjects }),
  /** Saves what is due next as a calendar; the system asks the person where. */
  calendar: z.strictObject({}),
  /** Something was not as the script says; and how to continue. */
  except: z.strictObject({
    expected: text(400),
    happened: text(400),
    decided: text(400),
    decidedBy: deciders,
    decision: z.enum(["continue", "repeat", "abort"]),
    /** The number of the entry of the earlier record that it corrects. */
    corrects: z.optional(z.int().check(z.minimum(0), z.maximum(999_999))),
  }),
  /** Overrules the refusal on the screen, if possible: who decided it. */
  accept: z.strictObject({ decidedBy: deciders }),
  /** A recess begins or ends: with the number on the bag of each object. */
  recess: z.strictObject({ on: z.boolean(), seals }),
  /** After an interruption: the witness confirms what is certain. */
  resume: z.strictObject({}),
  /** Someone leaves for good, or an officer comes late. `to` is empty if nobody takes the seat. */
  change: z.strictObject({
    role,
    toRole: role,
    to: text(60),
    reason: text(400),
    decidedBy: deciders,
  }),
  /** Brings photographs of seals, in a folder that a person chooses. */
  bringPhotographs: z.strictObject({}),
  /** Records the photographs that are shown, by their SHA-256. */
  recordPhotographs: z.strictObject({
    shown: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.maxLength(40)),
  }),
  /** Closes the record of an aborted ceremony. */
  end: z.strictObject({ how: z.enum(["signatures", "paper"]), witnessed: z.optional(witnessed) }),
  /** Watches the removable drives, or stops. */
  watch: z.strictObject({ on: z.boolean() }),
  /** Makes an empty drive a medium of rehearsals. */
  prepare: z.strictObject({ volume: text(200), label: z.enum(MEDIA_LABELS) }),
  /** Lets the system finish with a drive, so that it can be pulled out. */
  eject: z.strictObject({ volume: text(200) }),
  /** The refusal on the screen was read. */
  understood: z.strictObject({}),
  /**
   * What the simulated crew of a rehearsal does from now on: for whom it acts, and how far for
   * everyone ("step", "act", "end", the id of a step that is left to people; "" not at all).
   * `opening` is what people have entered so far if the ceremony is not open yet.
   */
  crew: z.strictObject({
    seats: z.array(role).check(z.maxLength(12)),
    to: z.string().check(z.regex(/^[a-z0-9-]{0,64}$/)),
    pace: z.enum(PACES),
    opening: z.optional(z.record(z.string(), z.unknown())),
  }),
  /** Opens the second window, for the room, which only shows. */
  room: z.strictObject({}),
  /** The terms of the scripts, each in their own words. */
  glossary: z.strictObject({}),
  /** A step of the open ceremony, done or still to come, as its script has it; it is only read. */
  step: z.strictObject({ step }),
  /** What only the trainer sees; `done` is a trial that the trainer has set, or "". */
  trainer: z.strictObject({ done: text(40) }),
  /** Closed records: those of this computer, and those that were chosen by hand. */
  timeline: z.strictObject({}),
  /**
   * Lets people choose more files, or folders, of Azure's log; removes one chosen row, by its
   * number from 0; or all.
   */
  logs: z.strictObject({
    change: z.enum(["files", "folders", "remove", "none"]),
    number: z.int().check(z.nonnegative(), z.lte(200)),
  }),
  /**
   * Compares the chosen files of Azure's log with the records of this computer, of which these
   * heads and officers' cards vouch for some.
   */
  reconcile: z.strictObject({ heads: anchors, cards: anchors }),
  /** Cancels the reading of what others wrote. */
  cancelCheck: z.strictObject({}),
  /** Checks the record on the timeline with this head, or ("") one that is chosen by hand. */
  audit: z.strictObject({ of: z.string().check(z.regex(/^([0-9a-f]{64})?$/)) }),
  /** Checks the same once more: against the head that was read aloud ("") and officers' cards. */
  compare: z.strictObject({ head: text(600), cards: z.array(text(600)).check(z.maxLength(12)) }),
  /**
   * Lets people choose records that it names, as files or in folders such as a stick: they come
   * onto the timeline, and it is checked once more.
   */
  beside: z.strictObject({ from: z.enum(["files", "folders"]) }),
  /** The page of the minutes for each entry of the record checked last. */
  pages: z.strictObject({}),
  /** The names of the papers of the open ceremony, else of the record audited last. */
  papers: z.strictObject({}),
  /** Prints one of these papers, or saves it where a person chooses; no path is returned. */
  paper: z.strictObject({ name: text(60) }),
  /**
   * Writes all evidence of a closed ceremony into a new folder that a person chooses: of the one
   * that is open or was audited last, or of the newest here.
   */
  evidence: z.strictObject({ of: z.enum(["shown", "newest"]) }),
  /**
   * Of the closed ceremony at the connected station: what authorities outside have witnessed; asks those that have an
   * address, saves the request for others, or lets people choose answers.
   */
  stamps: z.strictObject({ act: z.enum(["look", "ask", "request", "take"]) }),
  /** The deployment around the HSM: what people do in it. */
  deployment: deploymentAct,
  /** Prints a script, or saves it where a person chooses; no path is returned. */
  print: z.strictObject({ ceremony: z.enum(CEREMONIES) }),
  /** Light or dark, for every window and also the next time. */
  theme: z.strictObject({ theme: z.enum(["light", "dark"]) }),
  /** The language of every window, from the next view on and also the next time. */
  language: z.strictObject({ language: z.enum(LANGUAGES.map(({ id }) => id)) }),
} as const satisfies Readonly<Record<Method, z.ZodMiniType>>;

export type { InputOf, KindName } from "../../ceremony-scripts/index.ts";

export type RequestOf<M extends Method> = z.infer<(typeof REQUESTS)[M]>;

/** What some methods answer; the others only lead to the window's next view. */
interface Replies {
  /** Null if no trials were set. */
  readonly trainer: TrainerView | null;
  readonly glossary: readonly GlossaryEntry[];
  readonly step: StepView;
  readonly timeline: readonly TimelineRow[];
  readonly audit: AuditView | RefusedFile | null;
  readonly compare: AuditView;
  /** Null if nothing was chosen. */
  readonly beside: AuditView | null;
  readonly logs: readonly ChosenLogView[];
  /** Null if nothing is chosen. */
  readonly reconcile: ReconcileView | null;
  readonly pages: readonly (readonly [seq: number, page: number])[];
  readonly papers: readonly string[];
  /** Null if no place was chosen. */
  readonly paper: PrintedView | null;
  /** The new folder; null if no place was chosen. */
  readonly evidence: SavedView | null;
  readonly stamps: StampsView;
  /** Null if no place was chosen. */
  readonly print: PrintedView | null;
  readonly weigh: readonly UnkeptRule[];
  readonly theme: null;
  readonly language: null;
  /** Null if no file or place was chosen. */
  readonly deployment: DeploymentView | null;
  /** Whether it was saved; people may cancel. */
  readonly calendar: boolean;
}

export type ReplyOf<M extends Method> = M extends keyof Replies ? Replies[M] : WindowView;

/** The methods that answer with a view. */
export type Viewing = Exclude<Method, keyof Replies>;

/** A refusal as data: nothing is thrown across the bridge. */
export interface BridgeFault extends Refusal {
  readonly code: string;
  /** Which fields of the form it is about. */
  readonly fields?: readonly string[];
  /** What someone else said about it: shown separately, as theirs. */
  readonly said?: SaidView;
}

export type Reply<M extends Method> = { readonly ok: ReplyOf<M> } | { readonly fault: BridgeFault };

/** What the preload script exposes to the window. */
export type Bridge = { readonly [M in Method]: (request: RequestOf<M>) => Promise<Reply<M>> } & {
  readonly onView: (listener: (view: WindowView) => void) => void;
};
