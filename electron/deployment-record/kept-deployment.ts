// The deployment in one folder: opens its record, records acts, shows its state. An act returns
// only when its entries are on the disk, and nothing else is shown.
import { sha256HexOfText, utf8 } from "../../crypto/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { DeploymentView, ReadView } from "../bridge/deployment-views.ts";
import { SAMPLE_PLAN } from "../../ceremony-scripts/plans/sample.ts";
import { isCheck } from "../deployment/deployment.ts";
import { openJournal, type Entry, type Journal } from "../journal/journal.ts";
import { ALL_CHECKS, historyOf, wantedFor } from "./history.ts";
import type { DataOf, EntryName } from "./entries.ts";
import { papersOf } from "./evidence-files.ts";
import { fault } from "./faults.ts";
import { fold } from "./fold.ts";
import { resultsOf, resultOf } from "./results.ts";
import {
  SIMULATED_PEOPLE,
  type History,
  type Order,
  type Papers,
  type ReadingAct,
  type Simulated,
  type Wanted,
} from "./keeper.ts";
import { linkedCeremony } from "./linked-ceremony.ts";
import { nameIn, reasonIn, twoNamesIn } from "./names.ts";
import { findingCounts, namedPlan, severities, type NamedPlan } from "./named-plan.ts";
import { progressOf, type RunbookAt, type StepAt } from "./progress.ts";
import { waitEnd, type Deployment } from "./state.ts";
import { deploymentsIn, folderAfter, keep, kept } from "./store.ts";
import { viewOf } from "./view.ts";

type ActOf<Name extends DeploymentAct["act"]> = Extract<DeploymentAct, { readonly act: Name }>;

/** The folder, clock and settings it works with. */
export interface Keeping {
  /** The folder of all deployments of this mode. */
  readonly root: string;
  readonly mode: Deployment["mode"];
  readonly clock: () => Date;
}

/** An entry to record; `by` names its author. */
interface Recorded<Name extends EntryName = EntryName> {
  readonly type: Name;
  readonly by: string;
  readonly data: DataOf<Name>;
}

const recorded = <Name extends EntryName>(
  type: Name,
  by: string,
  data: DataOf<Name>,
): Recorded<Name> => ({ type, by, data });

/** The station's name in every entry: the offline station has no deployment. */
const STATION = "connected";

export class KeptDeployment {
  readonly #keeping: Keeping;
  #folder: string | null;
  #journal: Journal | null = null;
  #plan: NamedPlan | null = null;
  /** Read and checked; then adopted or discarded. */
  #draft: (NamedPlan & { readonly bytes: Uint8Array }) | null = null;
  /** The waits simulated people skipped, in ms: a rehearsal's clock is ahead by this much. */
  #ahead = 0;

  /** Opens the newest deployment, if there is one. @throws Fault E-LOG-*, E-DEPLOY-*, E-PLAN-* */
  constructor(keeping: Keeping) {
    this.#keeping = keeping;
    this.#folder = deploymentsIn(keeping.root).at(-1) ?? null;
    if (this.#folder !== null) this.#open(this.#folder);
  }

  /** Performs an act and returns the new view. @throws Fault as `KeeperMethods.act` */
  act({ act, files, read }: Order): DeploymentView {
    switch (act.act) {
      case "look":
      case "copy":
      case "save":
      // The desk does these.
      case "play":
      case "stop":
        break;
      case "check":
        this.#check(act.from === "sample" ? utf8(SAMPLE_PLAN) : only(files));
        break;
      case "adopt":
        this.#adopt(act);
        break;
      case "again":
        this.#again(act, files, read);
        break;
      case "close":
        this.#close(act);
        break;
      case "decide":
        this.#decide(act);
        break;
      case "rerun":
        this.#rerun(act);
        break;
      case "acknowledge":
      case "run":
      case "prove":
      case "wait":
      case "link":
      case "done":
        this.#inStep(act, files, read);
    }
    return this.#view();
  }

  /** What is read for an act. @throws Fault as `KeeperMethods.wanted` */
  wanted(act: ReadingAct, domain: string): Wanted {
    const plan = this.#going;
    if (act.act === "again") return wantedFor(plan, ALL_CHECKS, domain, this.#history(null));
    const { runbook, step } = this.#stepAt(act.runbook, act.step);
    const { check } = act;
    // Refuse now what would be refused after Azure was asked.
    requireCurrent(runbook, step);
    requireAcknowledged(step);
    if (step.waitSeconds > 0) requireWaited(step, this.#now);
    if (!isCheck(check) || !step.step.proofs.includes(check)) throw fault("E-DEPLOY-STALE");
    const at = { runbook: act.runbook, title: step.step.title };
    const isByHand = step.commands.length === 0;
    return wantedFor(plan, [check], domain, this.#history(isByHand ? at : null));
  }

  /** The steps carried out, then this one. @throws Fault as `KeeperMethods.history` */
  history(runbook: string, n: number): History {
    const { step } = this.#stepAt(runbook, n);
    return this.#history({ runbook, title: step.step.title });
  }

  /** Simulated people act; only in a rehearsal. @throws Fault E-DEPLOY-* */
  simulate({ what, runbook: name, step: n }: Simulated): DeploymentView {
    if (this.#keeping.mode !== "REHEARSAL") throw fault("E-DEPLOY-STALE");
    const { step } = this.#stepAt(name, n);
    const at = { runbook: name, step: n, title: step.step.title };
    if (what === "step") {
      const people = [...SIMULATED_PEOPLE];
      this.#record(recorded("step-simulated", people[0] ?? "", { ...at, people }));
      return this.#view();
    }
    const left = (waitEnd(step.record) ?? 0) - this.#now.getTime();
    const minutes = Math.max(0, Math.ceil(left / MINUTE_MS));
    this.#ahead += minutes * MINUTE_MS;
    if (minutes > 0) this.#record(recorded("time-passed", SIMULATED_PEOPLE[0], { ...at, minutes }));
    return this.#view();
  }

  #history(next: { readonly runbook: string; readonly title: string } | null): History {
    const plan = this.#going;
    const bytes = kept(this.#folder ?? "", "plans", plan.sha256);
    return historyOf(plan, bytes, this.#journal?.entries ?? [], next, this.#now);
  }

  /** The current time; in a rehearsal never earlier than the record's last entry. */
  get #now(): Date {
    return new Date(this.#keeping.clock().getTime() + this.#ahead);
  }

  papers(): Papers {
    const folder = this.#folder;
    if (folder === null || this.#plan === null || this.#journal === null)
      throw fault("E-DEPLOY-BEGIN");
    return papersOf(this.#plan, this.#journal, folder, this.#view(), this.#now.toISOString());
  }

  end(): void {
    const journal = this.#journal;
    this.#journal = null;
    journal?.close();
  }

  /** If the record is refused, release the folder so that others can read it. */
  #open(folder: string): void {
    this.#ahead = 0;
    const journal = openJournal({ folder, station: STATION, clock: () => this.#now });
    try {
      const { plan } = fold(journal.entries);
      this.#plan = plan === null ? null : namedPlan(kept(folder, "plans", plan.sha256));
      this.#journal = journal;
      if (journal.entries.some(({ type }) => type === "time-passed"))
        this.#ahead = Math.max(
          0,
          Date.parse(journal.entries.at(-1)?.at ?? "") - this.#now.getTime(),
        );
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  get #state(): Deployment {
    return fold(this.#journal?.entries ?? []);
  }

  #record(...entries: readonly Recorded[]): void {
    this.#journal?.append(entries);
  }

  #check(bytes: Uint8Array): void {
    this.#draft = null;
    this.#draft = { ...namedPlan(bytes), bytes };
  }

  /** The plan's file is on the disk before an entry names it. */
  #adopt({ by }: ActOf<"adopt">): void {
    const draft = this.#draft;
    if (draft === null) throw fault("E-DEPLOY-PLAN");
    const name = nameIn(by);
    if (this.#journal === null || this.#state.closed !== null) this.#begin(name);
    const folder = this.#folder;
    if (folder === null) throw fault("E-DEPLOY-BEGIN");
    const { plan, title } = draft.read.plan;
    keep(folder, "plans", draft.bytes);
    this.#record(
      recorded("plan-adopted", name, {
        plan,
        title,
        sha256: draft.sha256,
        ...severities(draft),
        findings: findingCounts(draft),
      }),
    );
    this.#plan = draft;
    this.#draft = null;
  }

  #begin(by: string): void {
    const { root, mode } = this.#keeping;
    this.end();
    const folder = folderAfter(root, deploymentsIn(root));
    this.#folder = folder;
    this.#open(folder);
    this.#record(recorded("deployment-begun", by, { deploymentFormat: 1, mode }));
  }

  /** The adopted plan of a record that is still open. @throws Fault E-DEPLOY-BEGIN, -CLOSED */
  get #going(): NamedPlan {
    if (this.#plan === null) throw fault("E-DEPLOY-BEGIN");
    if (this.#state.closed !== null) throw fault("E-DEPLOY-CLOSED");
    return this.#plan;
  }

  #decide({ runbook, blocks, by, reason }: ActOf<"decide">): void {
    const found = this.#runbook(runbook);
    const open = found.blocks.filter(({ decided }) => decided === null).map(({ id }) => id);
    if (!blocks.every((block) => open.includes(block))) throw fault("E-DEPLOY-STALE");
    const people = twoNamesIn(by);
    const data = { runbook, blocks: [...blocks], people, reason: reasonIn(reason) };
    this.#record(recorded("block-decided", people[0], data));
  }

  /** Yearly tasks, rotations and failovers run more than once. */
  #rerun({ runbook, by, reason }: ActOf<"rerun">): void {
    const { steps } = this.#runbook(runbook);
    if (steps.some(({ state }) => state !== "done")) throw fault("E-DEPLOY-STALE");
    const people = twoNamesIn(by);
    const data = { runbook, people, reason: reasonIn(reason) };
    this.#record(recorded("runbook-begun-again", people[0], data));
  }

  #runbook(name: string): RunbookAt {
    const found = progressOf(this.#going, this.#state).find((one) => one.name === name);
    if (found === undefined || found.state === "unplanned") throw fault("E-DEPLOY-STALE");
    return found;
  }

  #stepAt(name: string, n: number): { readonly runbook: RunbookAt; readonly step: StepAt } {
    const runbook = this.#runbook(name);
    const step = runbook.steps.find((one) => one.n === n);
    if (step === undefined) throw fault("E-DEPLOY-STALE");
    return { runbook, step };
  }

  /** Acts within a step, which must be the current one of an unblocked runbook. */
  #inStep(
    act: ActOf<"acknowledge" | "run" | "prove" | "wait" | "link" | "done">,
    files: readonly Uint8Array[],
    read: ReadView | undefined,
  ): void {
    const { runbook, step } = this.#stepAt(act.runbook, act.step);
    requireCurrent(runbook, step);
    const at = { runbook: act.runbook, step: step.n, title: step.step.title };
    if (act.act === "acknowledge") {
      const people = twoNamesIn(act.by);
      const why = step.step.twoPeople;
      if (why === undefined) throw fault("E-DEPLOY-STALE");
      this.#record(recorded("step-acknowledged", people[0], { ...at, why, people }));
      return;
    }
    const by = nameIn(act.by);
    requireAcknowledged(step);
    if (act.act === "run") this.#run(act, by, step, at);
    else if (act.act === "prove") this.#prove(act, by, step, at, files, read);
    else if (act.act === "wait") {
      requireWaited(step, this.#now);
      this.#record(recorded("wait-over", by, at));
    } else if (act.act === "link") this.#link(by, step, at, files);
    else this.#finish(by, runbook, step, at);
  }

  #run({ shell }: ActOf<"run">, by: string, step: StepAt, at: DataOf<"step-finished">): void {
    const lines = step.commands.map((line) => line[shell] ?? "");
    if (lines.length === 0) throw fault("E-DEPLOY-STALE");
    const sha256 = sha256HexOfText(lines.map((line) => `${line}\n`).join(""));
    const { waitSeconds } = step;
    const data = { ...at, shell, commands: lines.length, sha256, waitSeconds };
    this.#record(recorded("commands-run", by, data));
  }

  /** The answers are on the disk before an entry names them; refused ones are not kept. */
  #prove(
    { check, pasted }: ActOf<"prove">,
    by: string,
    step: StepAt,
    at: DataOf<"step-finished">,
    files: readonly Uint8Array[],
    read: ReadView | undefined,
  ): void {
    const answers = [...files, ...(pasted === undefined ? [] : [utf8(pasted)])];
    // If the station asked, an empty result is an answer too.
    if (answers.length === 0 && read === undefined) throw fault("E-DEPLOY-ANSWERS");
    if (!isCheck(check) || !step.step.proofs.includes(check)) throw fault("E-DEPLOY-STALE");
    // During a timed wait Azure is still changing: answers prove nothing yet.
    if (step.waitSeconds > 0) requireWaited(step, this.#now);
    const { read: file, sha256: plan } = this.#going;
    const result = resultOf(check, file.plan, answers, this.#now);
    const data = { ...at, ...result, plan, answers: this.#kept(answers), ...gotBy(read) };
    this.#record(recorded("proof-judged", by, data));
  }

  #again({ by }: ActOf<"again">, files: readonly Uint8Array[], read: ReadView | undefined): void {
    const { read: file, sha256: plan } = this.#going;
    const name = nameIn(by);
    if (files.length === 0) throw fault("E-DEPLOY-ANSWERS");
    const results = resultsOf(file.plan, files, this.#now);
    if (results.length === 0) throw fault("E-DEPLOY-ANSWERS");
    const answers = this.#kept(files);
    const at = { runbook: "", step: 0, title: "" };
    this.#record(
      ...results.map((one) =>
        recorded("proof-judged", name, { ...at, ...one, plan, answers, ...gotBy(read) }),
      ),
    );
  }

  /** Keeps answers. @returns the SHA-256 of each, in hex */
  #kept(answers: readonly Uint8Array[]): string[] {
    const folder = this.#folder;
    if (folder === null) throw fault("E-DEPLOY-BEGIN");
    return answers.map((bytes) => keep(folder, "answers", bytes));
  }

  /** @param files the record, and scripts of the ceremonies here that the app lacks */
  #link(
    by: string,
    step: StepAt,
    at: DataOf<"step-finished">,
    [record, ...scripts]: readonly Uint8Array[],
  ): void {
    const { ceremony } = step.step;
    if (ceremony === undefined) throw fault("E-DEPLOY-STALE");
    const linked = linkedCeremony(
      only(record === undefined ? [] : [record]),
      ceremony,
      this.#keeping.mode,
      scripts,
    );
    this.#record(recorded("ceremony-linked", by, { ...at, ...linked }));
  }

  #finish(by: string, runbook: RunbookAt, step: StepAt, at: DataOf<"step-finished">): void {
    const [what] = step.missing;
    if (what !== undefined) throw fault("E-DEPLOY-MISSING", { what });
    const isLast = runbook.steps.at(-1)?.n === step.n;
    this.#record(
      recorded("step-finished", by, at),
      ...(isLast ? [recorded("runbook-finished", by, { runbook: runbook.name })] : []),
    );
  }

  #close({ by }: ActOf<"close">): void {
    const { sha256: plan } = this.#going;
    const present = twoNamesIn(by);
    this.#record(
      recorded("closing-on-paper", present[0], { present, consent: { plan }, spoken: 16 }),
    );
  }

  #view(): DeploymentView {
    const entries: readonly Entry[] = this.#journal?.entries ?? [];
    return viewOf({
      now: this.#now.toISOString(),
      mode: this.#keeping.mode,
      draft: this.#draft,
      plan: this.#plan,
      state: this.#state,
      entries,
    });
  }
}

/** How answers were obtained, for an entry; empty if people gave all. */
const gotBy = (read: ReadView | undefined): Pick<DataOf<"proof-judged">, "read"> =>
  read === undefined
    ? {}
    : { read: { ...read, unread: read.unread.map(({ file, why }) => ({ file, why })) } };

/** The one chosen file. @throws Fault E-DEPLOY-STALE if none was */
function only(files: readonly Uint8Array[]): Uint8Array {
  const [file] = files;
  if (file === undefined || files.length > 1) throw fault("E-DEPLOY-STALE");
  return file;
}

/** @throws Fault E-DEPLOY-ORDER, E-DEPLOY-BLOCKED */
function requireCurrent({ blocks }: RunbookAt, { state }: StepAt): void {
  if (state !== "now") throw fault("E-DEPLOY-ORDER");
  const open = blocks.filter(({ decided }) => decided === null);
  if (open.length > 0)
    throw fault("E-DEPLOY-BLOCKED", { what: open.map(({ id }) => id).join(", ") });
}

/**
 * Before an irreversible step, two people must say that they know it is.
 * @throws Fault E-DEPLOY-ACKNOWLEDGE
 */
function requireAcknowledged({ step, record }: StepAt): void {
  if (step.twoPeople !== undefined && record.acknowledged === null)
    throw fault("E-DEPLOY-ACKNOWLEDGE");
}

const MINUTE_MS = 60_000;

/** @throws Fault E-DEPLOY-WAIT if it is not over; E-DEPLOY-STALE if there is no wait */
function requireWaited(step: StepAt, now: Date): void {
  if (step.step.wait === undefined) throw fault("E-DEPLOY-STALE");
  // Without commands no clock starts: an answer shows people the end of the wait.
  const end = step.commands.length === 0 ? now.getTime() : waitEnd(step.record);
  if (end === null) throw fault("E-DEPLOY-STALE");
  const minutes = Math.ceil((end - now.getTime()) / MINUTE_MS);
  if (minutes > 0) throw fault("E-DEPLOY-WAIT", { minutes });
}
