// What a runbook is: steps of a deployment, each with its command and the proof that it worked.
import type { CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import type { CheckName } from "../proofs/checks.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import { sentence, type Phrase, type Sentence } from "../../text/sentence.ts";
import type { MessageTopic } from "./messages.ts";

/** What a step says; a text is English in every language. */
export type Says = string | Phrase;

/** One step. People carry it out in Azure: the app runs none of its commands. */
export interface Step {
  /** A verb and its object. Records name the step by the English of it. */
  readonly title: Sentence;
  /** Who does it, and the role that Azure or the HSM requires. */
  readonly role: Says;
  /** The commands, in order; none if people do something else. */
  readonly commands?: readonly CommandLine[];
  /** What it changes. */
  readonly changes: Says;
  /** How to undo it, or that nobody can. */
  readonly undo: Says;
  /** Its cost; omitted if nothing. */
  readonly cost?: Says;
  /** How long it takes. */
  readonly takes: Says;
  /** Why two people must acknowledge it by name: it is irreversible, or billed. */
  readonly twoPeople?: Says;
  /** What must be waited for before the next step. */
  readonly wait?: Says;
  /** What to know first. */
  readonly notes?: readonly Says[];
  /** Azure's possible messages on failure. */
  readonly messages?: readonly MessageTopic[];
  /** The checks that must be proven before the next step. */
  readonly proofs: readonly CheckName[];
  /** The scripts of this app's ceremony that it is, and the name of its HSM. */
  readonly ceremony?: { readonly scripts: readonly string[]; readonly hsm: string };
  /**
   * Whether its commands are left out if its proofs are proven before they ran: what it creates is there. Its
   * notes say so.
   */
  readonly unlessThere?: true;
  /** The files its commands read, which must equal ours byte for byte. */
  readonly files?: readonly string[];
}

export interface Runbook {
  readonly title: Sentence;
  /** What it is for, as one sentence. */
  readonly purpose: Sentence;
  /** The section of the customer's plan that it carries out. */
  readonly section: string;
  /** Why its position differs from the plan's, if it does. */
  readonly order?: Sentence;
  /** The version of a deployment's record since which there is this runbook; omitted if it was there at first. */
  readonly since?: number;
  /** What runs again right before it, in this order: only the new items count. */
  readonly again?: readonly RunbookName[];
  /** @throws Fault E-RUNBOOK-PLAN if the plan lacks what it needs */
  readonly steps: (plan: Plan) => readonly Step[];
}

/** All of them. */
export type Runbooks = Readonly<Record<RunbookName, Runbook>>;

/** For steps that change nothing. */
const UNCHANGED = sentence("runbook-steps.changes.nothing");

/** A step that only reads. */
export const reading = (
  title: Sentence,
  role: Says,
  proofs: readonly CheckName[],
  more: Partial<Step> = {},
): Step => ({
  title,
  role,
  changes: UNCHANGED,
  undo: sentence("runbook-steps.undo.nothing"),
  takes: sentence("runbook-steps.takes.minutes"),
  proofs,
  ...more,
});

/** How old the backup of an HSM must be before something is restored into it. */
export const THIRTY_MINUTES = sentence("runbook-steps.wait.thirty");

/** What a step says whose commands are not run where everything is there. */
const THERE = sentence("runbook-steps.there");

/** A step that creates what a company may have already. */
export const unlessThere = (step: Step): Step => ({
  ...step,
  unlessThere: true,
  notes: [THERE, ...(step.notes ?? [])],
});

/** How long a write to the HSM may take to reach its other region. */
export const SIX_MINUTES = sentence("runbook-steps.wait.six");

/** The waits by the clock, in seconds. */
export const WAITS: ReadonlyMap<Says, number> = new Map<Says, number>([
  [SIX_MINUTES, 360],
  [THIRTY_MINUTES, 1800],
]);
