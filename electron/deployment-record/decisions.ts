// What an act adds to the record, or why it is refused: decided on plain values alone. Everything
// that the entries say is known here; what they name is stored by who appends them.
import { sha256Hex } from "../../crypto/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { Mode } from "../record/forms.ts";
import { isCheck, type Known } from "../deployment/deployment.ts";
import type { DataOf, NewEntry } from "./entries.ts";
import { PAPER_BYTES } from "../journal/verify.ts";
import { fault } from "./faults.ts";
import { SIMULATED_PEOPLE, type Order, type ReadingAct, type Simulated } from "./keeper.ts";
import { linkedCeremony } from "./linked-ceremony.ts";
import { nameIn, reasonIn, twoNamesIn } from "./names.ts";
import { findingCounts, severities, type NamedPlan } from "./named-plan.ts";
import { progressOf, type RunbookAt, type StepAt } from "./progress.ts";
import { reachedIn } from "./reached.ts";
import { resultsOf, resultOf } from "./results.ts";
import { NEWEST } from "./rules.ts";
import { waitEnd, type Deployment } from "./state.ts";

/** What an act is decided on. */
export interface Situation {
  /** Of the deployments that are kept together. */
  readonly mode: Mode;
  readonly state: Deployment;
  /** The adopted plan, which the state names; null before one is adopted. */
  readonly plan: NamedPlan | null;
  /** A plan that was read and checked, and is not adopted. */
  readonly draft: NamedPlan | null;
  readonly now: Date;
}

type ActOf<Name extends DeploymentAct["act"]> = Extract<DeploymentAct, { readonly act: Name }>;

/** Those that add nothing to the record: the desk does them, or they only read. */
const UNRECORDED = [
  "look",
  "check",
  "compare",
  "existing",
  "read-existing",
  "new",
  "answer",
  "write",
  "copy",
  "save",
  "play",
  "stop",
] as const;
type Recorded = Exclude<DeploymentAct, ActOf<(typeof UNRECORDED)[number]>>;

/** Whether an act adds to the record. */
export const isRecorded = (act: DeploymentAct): act is Recorded =>
  !UNRECORDED.some((name) => name === act.act);

/** An act that adds to the record, with its files; what was pasted is one of them. */
export type Decided = Omit<Order, "act"> & { readonly act: Recorded };
type Given = Pick<Decided, "files" | "read">;

/** The step's name in its entries. */
type At = DataOf<"step-finished">;

/** The entries of an act, in order. @throws Fault as `KeeperMethods.act` */
export function decide(situation: Situation, { act, ...given }: Decided): readonly NewEntry[] {
  switch (act.act) {
    case "adopt":
      return adopted(situation, act);
    case "again":
      return checkedAgain(situation, act, given);
    case "close":
      return closed(situation, act);
    case "decide":
      return blocksDecided(situation, act);
    case "rerun":
      return begunAgain(situation, act);
    case "acknowledge":
      return acknowledged(situation, act);
    case "run":
    case "prove":
    case "wait":
    case "link":
    case "done":
      return inStep(situation, act, given);
  }
}

/** What simulated people do; only in a rehearsal. @throws Fault E-DEPLOY-* */
export function decideSimulated(situation: Situation, order: Simulated): readonly NewEntry[] {
  if (situation.mode !== "REHEARSAL") throw fault("E-DEPLOY-STALE");
  const { step } = stepAt(situation, order);
  const [by] = SIMULATED_PEOPLE;
  const at = { runbook: order.runbook, step: order.step, title: step.terms.title };
  if (order.what === "step")
    return [{ type: "step-simulated", by, data: { ...at, people: [...SIMULATED_PEOPLE] } }];
  const minutes = minutesTo(waitEnd(step.record) ?? 0, situation.now);
  return minutes > 0 ? [{ type: "time-passed", by, data: { ...at, minutes } }] : [];
}

/** The adopted plan of a record that is still open. @throws Fault E-DEPLOY-BEGIN, -CLOSED */
function adoptedPlan({ plan, state }: Situation): NamedPlan {
  if (plan === null) throw fault("E-DEPLOY-BEGIN");
  if (state.closed !== null) throw fault("E-DEPLOY-CLOSED");
  return plan;
}

/**
 * The same, if its runbooks are still those under which it was adopted.
 * @throws Fault E-DEPLOY-BEGIN, -CLOSED; -RUNBOOKS if this version of the program has others
 */
export function openPlan(situation: Situation): NamedPlan {
  const plan = adoptedPlan(situation);
  const { runbooks = null } = situation.state.plan ?? {};
  if (runbooks !== null && runbooks !== plan.runbooks.sha256) throw fault("E-DEPLOY-RUNBOOKS");
  return plan;
}

/** A step of a planned runbook. @throws Fault E-DEPLOY-STALE, and as `openPlan` */
export function stepAt(
  situation: Situation,
  { runbook: name, step: n }: Readonly<{ runbook: string; step: number }>,
): { readonly runbook: RunbookAt; readonly step: StepAt } {
  const runbook = runbookAt(situation, name);
  const step = runbook.steps.find((one) => one.n === n);
  if (step === undefined) throw fault("E-DEPLOY-STALE");
  return { runbook, step };
}

/**
 * The step whose check may be proven now, and the check: also asked before Azure is.
 * @throws Fault E-DEPLOY-*
 */
export function provable(
  situation: Situation,
  act: Extract<ReadingAct, { readonly act: "prove" }>,
): { readonly step: StepAt; readonly check: string } {
  const { step } = currentStep(situation, act);
  requireAcknowledged(step);
  return { step, check: checkIn(step, act.check, situation.now) };
}

/**
 * Refuses an entry of a linked ceremony that the current step does not ask for: what can be checked
 * without the ceremony's record. @throws Fault E-DEPLOY-*
 */
export function requireCeremony(situation: Situation, linked: DataOf<"ceremony-linked">): void {
  const { step, at } = currentStep(situation, linked);
  requireAcknowledged(step);
  const { ceremony } = step.terms;
  const isAsked =
    ceremony !== undefined
    && linked.title === at.title
    && ceremony.scripts.some((one) => one === linked.script)
    && linked.hsm.toLowerCase() === ceremony.hsm.toLowerCase();
  if (!isAsked) throw fault("E-DEPLOY-STALE");
}

function adopted({ mode, state, draft }: Situation, act: ActOf<"adopt">): readonly NewEntry[] {
  if (draft === null) throw fault("E-DEPLOY-PLAN");
  const by = nameIn(act.by);
  const { plan, title } = draft.read.plan;
  const findings = findingCounts(draft);
  const { sha256, runbooks } = draft;
  const data = {
    ...{ plan, title, sha256, ...severities(draft), findings },
    runbooks: runbooks.sha256,
  };
  const isBegun = state.mode !== null && state.closed === null;
  return [...(isBegun ? [] : [begun(mode, by)]), { type: "plan-adopted", by, data }];
}

/** The first entry of a record. @param rules the version of the rules under which it is written */
export const begun = (mode: Mode, by: string, rules = NEWEST): NewEntry => ({
  type: "deployment-begun",
  by: nameIn(by),
  data: { deploymentFormat: 1, mode, rules },
});

function closed(situation: Situation, act: ActOf<"close">): readonly NewEntry[] {
  const { sha256: plan } = adoptedPlan(situation);
  const present = twoNamesIn(act.by);
  const data = { present, consent: { plan }, spoken: PAPER_BYTES };
  return [{ type: "closing-on-paper", by: present[0], data }];
}

function blocksDecided(situation: Situation, act: ActOf<"decide">): readonly NewEntry[] {
  const { runbook, blocks } = act;
  const open = openBlocks(runbookAt(situation, runbook));
  if (!blocks.every((block) => open.includes(block))) throw fault("E-DEPLOY-STALE");
  const decision = twoWhoSayWhy(act);
  return [
    { type: "block-decided", by: decision.people[0], data: { runbook, blocks, ...decision } },
  ];
}

/** Yearly tasks, rotations and failovers run more than once. */
function begunAgain(situation: Situation, act: ActOf<"rerun">): readonly NewEntry[] {
  const { runbook } = act;
  const { steps } = runbookAt(situation, runbook);
  if (steps.some(({ state }) => state !== "done")) throw fault("E-DEPLOY-STALE");
  const decision = twoWhoSayWhy(act);
  return [{ type: "runbook-begun-again", by: decision.people[0], data: { runbook, ...decision } }];
}

const twoWhoSayWhy = ({ by, reason }: ActOf<"decide" | "rerun">) => ({
  people: twoNamesIn(by),
  reason: reasonIn(reason),
});

function acknowledged(situation: Situation, act: ActOf<"acknowledge">): readonly NewEntry[] {
  const { step, at } = currentStep(situation, act);
  const people = twoNamesIn(act.by);
  const why = step.terms.twoPeople;
  if (why === undefined) throw fault("E-DEPLOY-STALE");
  return [{ type: "step-acknowledged", by: people[0], data: { ...at, why, people } }];
}

/** What one person does in the current step. */
function inStep(
  situation: Situation,
  act: ActOf<"run" | "prove" | "wait" | "link" | "done">,
  given: Given,
): readonly NewEntry[] {
  const { runbook, step, at } = currentStep(situation, act);
  const by = nameIn(act.by);
  requireAcknowledged(step);
  switch (act.act) {
    case "run":
      return [{ type: "commands-run", by, data: { ...at, ...ran(step, act) } }];
    case "prove":
      return [
        { type: "proof-judged", by, data: { ...at, ...proven(situation, step, act, given) } },
      ];
    case "wait":
      requireWaited(step, situation.now);
      return [{ type: "wait-over", by, data: at }];
    case "link":
      return [{ type: "ceremony-linked", by, data: { ...at, ...linked(situation, step, given) } }];
    case "done":
      return finished(runbook, step, at, by);
  }
}

function ran({ terms: { commands, wait = 0 } }: StepAt, { shell }: ActOf<"run">) {
  if (commands === undefined) throw fault("E-DEPLOY-STALE");
  return { shell, commands: commands.count, sha256: commands[shell], waitSeconds: wait };
}

function proven(situation: Situation, step: StepAt, act: ActOf<"prove">, given: Given) {
  const { files, read } = given;
  // If the station asked, an empty result is an answer too.
  if (files.length === 0 && read === undefined) throw fault("E-DEPLOY-ANSWERS");
  const check = checkIn(step, act.check, situation.now);
  if (!isCheck(check)) throw fault("E-DEPLOY-STALE");
  const { read: file, sha256: plan } = openPlan(situation);
  return {
    ...resultOf(check, file.plan, files, knownIn(situation), act.runbook),
    plan,
    ...answersIn(given),
  };
}

function checkedAgain(
  situation: Situation,
  act: ActOf<"again">,
  given: Given,
): readonly NewEntry[] {
  const { read: file, sha256: plan, runbooks } = openPlan(situation);
  const by = nameIn(act.by);
  if (given.files.length === 0) throw fault("E-DEPLOY-ANSWERS");
  const until = reachedIn(runbooks.terms, situation.state);
  const results = resultsOf(file.plan, given.files, knownIn(situation), until);
  if (results.length === 0) throw fault("E-DEPLOY-ANSWERS");
  const all = { runbook: "", step: 0, title: "", plan, ...answersIn(given) };
  return results.map((one) => ({ type: "proof-judged", by, data: { ...all, ...one } }));
}

/** What proofs are told beside the plan and the answers. */
export const knownIn = ({ mode, now, state }: Situation): Known => ({
  now,
  isRehearsal: mode === "REHEARSAL",
  pools: Object.fromEntries([...state.pools].map(([hsm, { root }]) => [hsm, root])),
});

/** The answers by their SHA-256, and how they were read; without the latter if people gave all. */
function answersIn({ files, read }: Given): Pick<DataOf<"proof-judged">, "answers" | "read"> {
  const answers = files.map((bytes) => sha256Hex(bytes));
  if (read === undefined) return { answers };
  const unread = read.unread.map(({ file, why }) => ({ file, why }));
  return { answers, read: { ...read, unread } };
}

/** The files are the record, and scripts of the ceremonies here that the app lacks. */
function linked(
  situation: Situation,
  { terms: { ceremony } }: StepAt,
  { files: [record, ...scripts] }: Given,
) {
  if (ceremony === undefined || record === undefined) throw fault("E-DEPLOY-STALE");
  const { officers, quorum } = openPlan(situation).read.plan.hsm.securityDomain;
  return linkedCeremony(record, { ...ceremony, officers, quorum }, situation.mode, scripts);
}

function finished(runbook: RunbookAt, step: StepAt, at: At, by: string): readonly NewEntry[] {
  const [what] = step.missing;
  if (what !== undefined) throw fault("E-DEPLOY-MISSING", { what });
  const isLast = runbook.steps.at(-1)?.n === step.n;
  return [
    { type: "step-finished", by, data: at },
    ...(isLast ? [{ type: "runbook-finished", by, data: { runbook: runbook.name } } as const] : []),
  ];
}

/** The end of a runbook, if the power went after its last step was recorded as finished, and before that. */
export function interrupted({ plan, state }: Situation, last: NewEntry): readonly NewEntry[] {
  if (last.type !== "step-finished" || plan === null || state.finished.has(last.data.runbook))
    return [];
  const { runbook } = last.data;
  const own = progressOf(plan.runbooks.terms, state).find(({ name }) => name === runbook);
  const isDone = own?.steps.every((step) => step.state === "done") === true;
  return isDone ? [{ type: "runbook-finished", by: last.by, data: { runbook } }] : [];
}

function runbookAt(situation: Situation, name: string): RunbookAt {
  const all = progressOf(openPlan(situation).runbooks.terms, situation.state);
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw fault("E-DEPLOY-STALE");
  return found;
}

/** Acts are of the current step of an unblocked runbook. @throws Fault E-DEPLOY-ORDER, -BLOCKED */
function currentStep(situation: Situation, act: Readonly<{ runbook: string; step: number }>) {
  const found = stepAt(situation, act);
  const { runbook, step } = found;
  if (step.state !== "now") throw fault("E-DEPLOY-ORDER");
  const open = openBlocks(runbook);
  if (open.length > 0) throw fault("E-DEPLOY-BLOCKED", { what: open.join(", ") });
  const at: At = { runbook: act.runbook, step: step.n, title: step.terms.title };
  return { ...found, at };
}

/** What blocks a runbook, and nobody has decided on. */
const openBlocks = ({ blocks }: RunbookAt): readonly string[] =>
  blocks.filter(({ decided }) => decided === null).map(({ id }) => id);

/**
 * Before an irreversible step, two people must say that they know it is.
 * @throws Fault E-DEPLOY-ACKNOWLEDGE
 */
function requireAcknowledged({ terms, record }: StepAt): void {
  if (terms.twoPeople !== undefined && record.acknowledged === null)
    throw fault("E-DEPLOY-ACKNOWLEDGE");
}

/** The check of a step. @throws Fault E-DEPLOY-STALE if it has no such check; E-DEPLOY-WAIT */
function checkIn(step: StepAt, check: string, now: Date): string {
  const { proofs, wait = 0 } = step.terms;
  if (!proofs.includes(check)) throw fault("E-DEPLOY-STALE");
  // During a timed wait Azure is still changing: answers prove nothing yet.
  if (wait > 0) requireWaited(step, now);
  return check;
}

/** @throws Fault E-DEPLOY-WAIT if it is not over; E-DEPLOY-STALE if there is no wait */
function requireWaited({ terms, record }: StepAt, now: Date): void {
  // Without commands no clock starts: an answer shows people the end of the wait.
  const end = terms.commands === undefined ? now.getTime() : waitEnd(record);
  if (terms.wait === undefined || end === null) throw fault("E-DEPLOY-STALE");
  const minutes = minutesTo(end, now);
  if (minutes > 0) throw fault("E-DEPLOY-WAIT", { minutes });
}

/** @param end milliseconds */
const minutesTo = (end: number, now: Date): number => Math.ceil((end - now.getTime()) / 60_000);
