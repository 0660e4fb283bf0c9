// What the window shows of a deployment: its plan, the runbooks with every step, and the pictures.
// All of it is a fold of the deployment's record, sent whole as the answer to each act.

import type { FindingCode, NameIn } from "../text/names-in.ts";
import type { Phrase, Sentence, Value } from "../text/sentence.ts";
import type { SignInView } from "./view.ts";

export interface DeploymentView {
  readonly mode: "REHEARSAL" | "PRODUCTION";
  /** A plan that was read and checked, and is not adopted. */
  readonly draft: PlanView | null;
  /** The adopted plan; null before the deployment has begun. */
  readonly plan: PlanView | null;
  /** What the last answers would change in the plan's file; null if nothing was asked since it was read. */
  readonly change: PlanChangeView | null;
  /** In the order of execution; none before a plan is adopted. */
  readonly runbooks: readonly RunbookView[];
  readonly checks: readonly CheckView[];
  readonly pictures: readonly PictureView[];
  /** What is due every quarter or year, once it was done for the first time. */
  readonly duties: readonly DutyView[];
  readonly record: RecordView | null;
  /** Who can download the security domain by the HSM's own roles; null if no answer on record says it. */
  readonly granting: GrantingView | null;
  /** A reading of Azure, or simulated people at work, at this moment. */
  readonly work: WorkView | null;
  /** From whose answers a first plan is written, in the order of asking. */
  readonly questions: readonly PlanQuestionView[];
  /** Files chosen for the last act that are no answers, each with the code of the reason. */
  readonly unread: ReadView["unread"];
  /** What the last act did not read of Azure, if nothing of it is recorded. */
  readonly notRead: ReadView["unread"];
}

export interface PlanChangeView {
  /** Of the file with the answers, lower-case hex. */
  readonly sha256: string;
  /** The name of the file that is written; null if a person chooses a place for a new one. */
  readonly file: string | null;
  /** For each place the lines of the assumption or question. */
  readonly places: readonly (readonly {
    readonly kind: "same" | "removed" | "added";
    readonly text: string;
  }[])[];
}

/** A question of a first plan. */
export interface PlanQuestionView {
  readonly name: NameIn<"plan-new.asks">;
  /** `line`: one answer. `words`, `people`: several. `some`, `one`: of `choices`. */
  readonly form: "line" | "words" | "people" | "some" | "one";
  readonly choices: readonly string[];
  /** What no answer means, of a plan whose short name is NAME; null if it needs an answer. */
  readonly otherwise: string | null;
}

export interface WorkView {
  readonly kind: "read" | "play";
  /** The check for which it reads, or "" for all of it; the title of the step that is carried out. */
  readonly of: Value;
  /** How many questions were answered, or steps done, of how many. */
  readonly done: number;
  readonly all: number;
  /** The state of the sign-in, if needed. */
  readonly signIn: SignInView;
  /**
   * Why a reading makes no progress; omitted if it does. `seconds`: until a postponed question is
   * asked again, or how long one has been unanswered; it changes every 15 seconds.
   */
  readonly quiet?: { readonly why: "put-off" | "unanswered"; readonly seconds: number };
}

/** By the list of roles that was last read. */
export interface GrantingView {
  /** The HSM's name. */
  readonly hsm: string;
  /** When it was read: RFC 3339, UTC. */
  readonly at: string;
  /** Each once, with their role; of a group its members in the plan. */
  readonly who: readonly {
    readonly role: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
}

export interface DutyView {
  readonly id: "proofs" | "backup" | "rotation" | "drill";
  /** RFC 3339. */
  readonly due: string;
  readonly overdueDays: number;
}

/** Who did it, and when: RFC 3339, UTC. */
export interface Deed {
  readonly at: string;
  readonly by: readonly string[];
}

export interface RecordView {
  readonly entries: number;
  /** SHA-256 of the last entry, lower-case hex, and its sixteen words. */
  readonly head: string;
  readonly words: readonly string[];
  readonly closed: Deed | null;
  /** Of each HSM whose keys were attested, and that is not gone. */
  readonly pools: readonly PoolView[];
  /** The newest last. */
  readonly lines: readonly RecordLineView[];
}

/** An HSM's own root, by which its keys are attested, and who saw it first. */
export interface PoolView extends Deed {
  /** The HSM's name in lower case. */
  readonly hsm: string;
  /** SHA-256 of the root's key, lower-case hex. */
  readonly root: string;
  /** Another HSM with the same root; "" if there is none. */
  readonly like: string;
}

export interface RecordLineView {
  readonly at: string;
  readonly line: string;
  /** The runbook and the check that it is about; "" if none. */
  readonly runbook: string;
  readonly check: string;
}

export interface PlanView {
  readonly name: string;
  readonly title: string;
  readonly sha256: string;
  readonly subscription: string;
  readonly tenant: string;
  readonly adopted: Deed | null;
  /** The names of the plan's people. */
  readonly people: readonly string[];
  readonly stops: number;
  readonly advice: number;
  /** Its assumptions and questions. */
  readonly asked: readonly AskedView[];
  readonly findings: readonly FindingView[];
  readonly cost: CostView;
}

/** An assumption or a question of a plan. */
export interface AskedView {
  readonly list: "assumptions" | "questions";
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly id: string;
  readonly text: string;
  readonly impact: string;
  readonly owner: string;
  /** The runbooks that wait for the answer. */
  readonly blocks: readonly string[];
  /** Null without one. */
  readonly answer: { readonly text: string; readonly date: string } | null;
  /** Of an assumption: whether the answer confirms it; null if nothing says it. */
  readonly holds: boolean | null;
  /** A question without an answer, or an assumption that is not confirmed. */
  readonly isOpen: boolean;
}

export interface FindingView {
  /** `findings.CODE` says what is wrong, `findings.CODE.next` what to do. */
  readonly code: FindingCode;
  readonly severity: "stops" | "advice";
  readonly source: SourceView;
  readonly members: readonly PlaceView[];
  /** The first runbook that it stops, and its place in the order of the runbooks; null if it stops none. */
  readonly stops: { readonly name: string; readonly title: Value; readonly at: number } | null;
  /** The runbooks that it concerns. */
  readonly runbooks: readonly string[] | "every";
}

/** What a finding is about. */
export interface PlaceView {
  /** The member's path: `keys[0].size`. */
  readonly path: string;
  /** The name or id of what it belongs to; "" if that has none. */
  readonly subject: string;
  /** The file around it, and which of these lines it is, from 0. */
  readonly excerpt: readonly string[];
  readonly marked: number;
}

export interface SourceView {
  readonly title: string;
  readonly url: string | null;
  readonly edition: string | null;
}

/** Sums as text, with the currency. */
export interface CostView {
  readonly months: readonly {
    readonly hours: number;
    readonly regions: number;
    readonly pools: string;
    readonly total: string;
  }[];
  readonly lines: readonly string[];
  readonly prices: readonly {
    readonly price: string;
    readonly sum: string;
    readonly date: string;
    readonly source: string;
    readonly confirmed: boolean;
  }[];
  readonly leftOut: readonly string[];
}

/**
 * `unplanned`: the plan lacks something it needs. `now`: begun. `ready`: may be begun. `drifted`:
 * finished, and what it proved has changed since.
 */
export type RunbookState = "done" | "now" | "ready" | "blocked" | "drifted" | "unplanned";

export interface RunbookView {
  readonly name: string;
  readonly title: Sentence;
  readonly purpose: Sentence;
  readonly section: string;
  /** Why its place in the order differs from the plan's, if it does. */
  readonly order: Sentence | null;
  /** The names of runbooks that are run again right before it. */
  readonly again: readonly string[];
  readonly state: RunbookState;
  /** What the plan lacks, if it is unplanned. */
  readonly lacks: Value | null;
  readonly blocks: readonly BlockView[];
  readonly finished: Deed | null;
  readonly steps: readonly StepView[];
}

/** What blocks a runbook: an open question or assumption, a finding, an earlier runbook. */
export interface BlockView {
  readonly kind: "question" | "finding" | "runbook";
  readonly id: string;
  readonly says: Value;
  /** Who finds the answer; "" if nobody. */
  readonly owner: string;
  /** Who decided to start despite it: here, or in the plan. */
  readonly decided: Deed | null;
}

/** A command line by shell; null if that shell cannot pass a name on unchanged. */
export interface LineView {
  readonly bash: string | null;
  readonly powershell: string | null;
}

export interface StepView {
  /** From 1. */
  readonly n: number;
  readonly state: "done" | "now" | "later";
  readonly title: Sentence;
  /** What it says; a text is English. */
  readonly role: Value;
  readonly changes: Value;
  readonly undo: Value;
  readonly cost: Value;
  readonly takes: Value;
  readonly notes: readonly Value[];
  /** Azure's possible messages if a command fails, and what they mean. */
  readonly messages: readonly { readonly text: string; readonly means: string }[];
  /** Files that its commands read, and the lines that prove them byte-equal. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly equal: readonly LineView[];
  readonly commands: readonly LineView[];
  /** Why its commands are not shown: findings that nobody has decided on. */
  readonly forbidden: readonly FindingCode[];
  /** Why two people acknowledge it; null if they need not. */
  readonly twoPeople: Value | null;
  readonly acknowledged: Deed | null;
  readonly ran: Deed | null;
  readonly wait: WaitView | null;
  /** The ceremony that this step is, if any, and the record that was linked. */
  readonly ceremony: CeremonyLinkView | null;
  readonly proofs: readonly ProofView[];
  readonly done: Deed | null;
  /** Simulated people of a rehearsal carried it out. */
  readonly simulated: Deed | null;
  /** What is still missing before it is done, one short sentence each. */
  readonly missing: readonly Sentence[];
}

export interface WaitView {
  readonly says: Value;
  /** It begins with the step's commands; if there are none, at once. */
  readonly hasBegun: boolean;
  readonly began: string | null;
  /** When it may end, RFC 3339; null if people see it in an answer. */
  readonly until: string | null;
  readonly over: Deed | null;
}

export interface CeremonyLinkView {
  readonly scripts: readonly string[];
  readonly hsm: string;
  readonly linked:
    | (Deed & {
        readonly script: string;
        readonly head: string;
        /** Why its record is not vouched for: closed on paper, or no head and no cards entered. */
        readonly unvouched: "paper" | "anchor";
      })
    | null;
}

export interface ProofView {
  readonly check: string;
  readonly shows: Sentence;
  readonly source: string;
  /**
   * The commands whose answers it reads; for `kept` ones nothing is run: a step kept the answer, or
   * people write it. `byStation` ones the connected station can ask itself.
   */
  readonly reads: readonly (LineView & {
    readonly into: string;
    readonly kept: boolean;
    readonly byStation: boolean;
  })[];
  /** The last verdict given in this step. */
  readonly verdict: VerdictView | null;
}

export interface VerdictView extends Deed {
  readonly proven: boolean;
  readonly differs: readonly {
    readonly member: string;
    readonly expected: string;
    readonly found: string;
  }[];
  /** How many more there are than listed. */
  readonly more: number;
  /** SHA-256 of each answer, lower-case hex. */
  readonly answers: readonly string[];
  /** Null if people gave all answers. */
  readonly read: ReadView | null;
}

/** How answers were read by the station itself. */
export interface ReadView {
  /** Resource Manager's host; "rehearsal" for a rehearsal's subscription. */
  readonly from: string;
  /** Who was signed in. */
  readonly as: string;
  /** What was not read, by the name that its file would have, with the code of the reason. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
  /** SHA-256 (hex) of the file of the site's own authority; absent if Microsoft's are trusted. */
  readonly ca?: string | undefined;
}

/** `not-reached`: only steps that are not done yet prove it. The others as in the deployment's proofs. */
export type CheckState = "done" | "open" | "drifted" | "not-planned" | "not-reached";

export interface CheckView {
  readonly check: string;
  readonly shows: Sentence;
  readonly state: CheckState;
  readonly last: VerdictView | null;
}

export type BoxState = "done" | "now" | "blocked" | "drifted" | "open" | "stated" | "not-provable";

export interface PictureView {
  readonly name: "flow" | "resources" | "hsm" | "network";
  readonly areas: readonly AreaView[];
}

/** An area of a picture: a region, a phase, a resource group. */
export interface AreaView {
  readonly title: string | Phrase;
  readonly boxes: readonly BoxView[];
}

export interface BoxView {
  readonly title: string | Phrase;
  /** A word or two below the title; may be empty. */
  readonly detail: string | Phrase;
  readonly state: BoxState;
  /** The reason: what blocks it, or who states it, with its date. */
  readonly because: Value;
  /** The runbook that creates it; null if none. */
  readonly runbook: string | null;
  /** The checks that prove it. */
  readonly checks: readonly string[];
  /** What each check says about this box. */
  readonly proofs: readonly BoxProofView[];
}

export interface BoxProofView {
  readonly check: string;
  readonly state: CheckState;
  /** Its differences, without those of other resources. */
  readonly differs: VerdictView["differs"];
}
