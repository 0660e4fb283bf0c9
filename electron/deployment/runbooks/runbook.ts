// What a runbook is: steps of a deployment, each with its command and the proof that it worked.
import type { CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import type { CheckName } from "../proofs/checks.ts";
import type { RunbookName } from "../runbook-names.ts";
import type { MessageTopic } from "./messages.ts";

/** One step. What it does to Azure, people do: the app runs no command of it. */
export interface Step {
  /** A verb and its object. */
  readonly title: string;
  /** Who does it, and the role that Azure or the HSM wants of them. */
  readonly role: string;
  /** The commands, in their order; none where people do something else. */
  readonly commands?: readonly CommandLine[];
  /** What it changes. */
  readonly changes: string;
  /** How to undo it, or that nobody can. */
  readonly undo: string;
  /** What it costs; nothing unless given. */
  readonly cost?: string;
  /** How long it takes. */
  readonly takes: string;
  /** Why two people must acknowledge it by name: it cannot be undone, or is billed. */
  readonly twoPeople?: string;
  /** What must be waited for before the next step. */
  readonly wait?: string;
  /** What to know before. */
  readonly notes?: readonly string[];
  /** What Azure may say where it fails. */
  readonly messages?: readonly MessageTopic[];
  /** The checks that must be proven before the next step. */
  readonly proofs: readonly CheckName[];
  /** The scripts of this app's ceremony that it is, and the name of its HSM. */
  readonly ceremony?: { readonly scripts: readonly string[]; readonly hsm: string };
  /** The files that its commands read, which must be byte-equal to ours. */
  readonly files?: readonly string[];
}

/** One runbook. */
export interface Runbook {
  readonly title: string;
  /** What it is for, as one sentence. */
  readonly purpose: string;
  /** The section of Contoso's plan that it carries out. */
  readonly section: string;
  /** Where its place in the order is not the plan's, and why. */
  readonly order?: string;
  /** What is run again right before it, in this order: of these only what is new counts. */
  readonly again?: readonly RunbookName[];
  /** @throws Fault E-RUNBOOK-PLAN where the plan lacks what it needs */
  readonly steps: (plan: Plan) => readonly Step[];
}

/** All of them. */
export type Runbooks = Readonly<Record<RunbookName, Runbook>>;

/** What stands where nothing is changed. */
const UNCHANGED = "Nothing.";

/** A step that only reads. */
export const reading = (
  title: string,
  role: string,
  proofs: readonly CheckName[],
  more: Partial<Step> = {},
): Step => ({
  title,
  role,
  changes: UNCHANGED,
  undo: "Nothing is to be undone.",
  takes: "minutes",
  proofs,
  ...more,
});

/** How long a write to the HSM may take to reach its other region. */
export const SIX_MINUTES =
  "Wait 6 minutes: so long may a write take to reach the HSM's other region. Microsoft's page on "
  + "multi-region replication says so.";
