// The deployment in one folder: opens its record, appends what acts decide, shows its state. An act
// returns only when its entries are on the disk, and nothing else is shown.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import type { DeploymentView } from "../bridge/deployment-views.ts";
import { SAMPLE_PLAN } from "../../ceremony-scripts/plans/sample.ts";
import type { Mode } from "../record/forms.ts";
import {
  answersAmong,
  existingReads,
  hostIn,
  isCheck,
  readAnswers,
} from "../deployment/deployment.ts";
import { openJournal, type Entry, type Journal } from "../journal/journal.ts";
import {
  decide,
  decideSimulated,
  interrupted,
  isRecorded,
  openPlan,
  provable,
  stepAt,
  type Situation,
} from "./decisions.ts";
import type { NewEntry } from "./entries.ts";
import { namedFiles, papersOf } from "./evidence-files.ts";
import { fault } from "./faults.ts";
import { fold, mayStandNext, typed } from "./fold.ts";
import { Granting } from "./granting.ts";
import { ALL_CHECKS, historyOf, wantedFor } from "./history.ts";
import { answeredOf, changesOf, existingOf, newOf, type PlanChange } from "./plan-files.ts";
import type {
  History,
  KeeperMethods,
  Order,
  Papers,
  ReadingAct,
  Simulated,
  TextFile,
  Wanted,
} from "./keeper.ts";
import { checkVersion } from "../meaning/meaning.ts";
import { namedPlan, type NamedPlan } from "./named-plan.ts";
import { NEWEST } from "./rules.ts";
import { deploymentsIn, folderAfter, keep, kept, pathOf, STATION } from "./store.ts";
import { viewOf } from "./view.ts";

/** The folder, clock and settings it works with. */
export interface Keeping {
  /** The folder of all deployments of this mode. */
  readonly root: string;
  readonly mode: Mode;
  readonly clock: () => Date;
}

const ALL_READ = { unread: [], notRead: [] };

type ReadExisting = Parameters<KeeperMethods["existing"]>[0]["act"];
type FileOrder = Parameters<KeeperMethods["file"]>[0];

interface OpenRecord {
  readonly folder: string;
  readonly journal: Journal;
}

export class KeptDeployment {
  readonly #keeping: Keeping;
  #record: OpenRecord | null = null;
  #plan: NamedPlan | null = null;
  /** Read and checked; then adopted or discarded. */
  #draft: NamedPlan | null = null;
  /** What answers would change in the file of the one or the other. */
  #change: PlanChange | null = null;
  /** What the last act's files were not. */
  #unread: Pick<DeploymentView, "unread" | "notRead"> = ALL_READ;
  /** The waits simulated people skipped, in ms: a rehearsal's clock is ahead by this much. */
  #ahead = 0;
  readonly #granting = new Granting();
  /** When the last act was decided: its entries have that time, so that it can be decided once more. */
  #at = new Date(0);

  /** Opens the newest deployment, if there is one. @throws Fault E-LOG-*, E-DEPLOY-*, E-PLAN-* */
  constructor(keeping: Keeping) {
    this.#keeping = keeping;
    const folder = deploymentsIn(keeping.root).at(-1);
    if (folder !== undefined) this.#open(folder);
  }

  /** Performs an act and returns the new view. @throws Fault as `KeeperMethods.act` */
  act({ act, files: all, names, ...given }: Order): DeploymentView {
    if (act.act !== "look") this.#unread = ALL_READ;
    const chosen = act.act === "again" ? this.#answersIn(all, names) : all;
    if (act.act === "check") {
      this.#draft = null;
      this.#change = null;
      this.#draft = namedPlan(act.from === "sample" ? utf8(SAMPLE_PLAN) : only(chosen));
    } else if (act.act === "answer") {
      this.#change = null;
      this.#change = answeredOf(act, this.#draft ?? this.#plan, this.#now);
    } else if (isRecorded(act)) {
      const pasted = act.act === "prove" && act.pasted !== undefined ? [utf8(act.pasted)] : [];
      const files = [...chosen, ...pasted];
      const situation = this.#situation;
      this.#append(decide(situation, { act, files, ...given }), situation.now, files);
    }
    return this.#view();
  }

  /** What is read for an act. @throws Fault as `KeeperMethods.wanted` */
  wanted(act: ReadingAct, domain: string): Wanted {
    const plan = openPlan(this.#situation);
    if (act.act === "again") return wantedFor(plan, ALL_CHECKS, domain, this.#history(null));
    const { step, check } = provable(this.#situation, act);
    const at = { runbook: act.runbook, title: step.terms.title };
    const isByHand = step.terms.commands === undefined;
    return wantedFor(
      plan,
      isCheck(check) ? [check] : [],
      domain,
      this.#history(isByHand ? at : null),
    );
  }

  /** What is read to find what exists; a rehearsal has only its plan's. @throws Fault as `KeeperMethods.existing` */
  existing(
    { subscription, hsm }: ReadExisting,
    domain: string,
    files: readonly Uint8Array[],
  ): Wanted {
    return {
      tenant: null,
      hsms: [hostIn({ name: hsm }, domain)],
      reads: existingReads(subscription, hsm, readAnswers(files)),
      byPeople: [],
      checks: [],
      history: this.#keeping.mode === "REHEARSAL" ? this.#history(null) : null,
    };
  }

  /** The steps carried out, then this one. @throws Fault as `KeeperMethods.history` */
  history(runbook: string, n: number): History {
    const { step } = stepAt(this.#situation, { runbook, step: n });
    return this.#history({ runbook, title: step.terms.title });
  }

  /** Simulated people act; only in a rehearsal. @throws Fault E-DEPLOY-* */
  simulate(order: Simulated): DeploymentView {
    const situation = this.#situation;
    const entries = decideSimulated(situation, order);
    const passed = entries.reduce(
      (sum, { type, data }) => sum + (type === "time-passed" ? data.minutes * 60_000 : 0),
      0,
    );
    this.#ahead += passed;
    this.#append(entries, new Date(situation.now.getTime() + passed));
    return this.#view();
  }

  /** A file of which nothing is recorded. @throws Fault as `KeeperMethods.file` */
  file({ act, files, names, read }: FileOrder): TextFile {
    this.#unread = { ...ALL_READ, notRead: read?.unread ?? [] };
    if (act.act === "new") return newOf(act, this.#now);
    if (act.act === "write") return this.#changed(act.file);
    return act.act === "compare"
      ? changesOf(this.#draft ?? this.#plan, only(files))
      : existingOf(act, this.#answersIn(files, names), this.#now);
  }

  /** The file that was shown. @throws Fault E-DEPLOY-STALE if it is no longer the plan's */
  #changed(sha256: string): TextFile {
    const { view, file } = this.#change ?? {};
    const plan = this.#draft ?? this.#plan;
    if (view?.sha256 !== sha256 || file === undefined || file.over !== plan?.sha256)
      throw fault("E-DEPLOY-STALE");
    return file;
  }

  /**
   * The answers among chosen files; the others are named in the next view.
   * @throws Fault E-ANSWER-SECRET; E-ANSWER-* if none is an answer
   */
  #answersIn(files: readonly Uint8Array[], names: readonly string[] = []): readonly Uint8Array[] {
    const { answers, unread } = answersAmong(
      files.map((bytes, at) => ({ name: names[at] ?? String(at + 1), bytes })),
    );
    if (answers.length === 0) readAnswers(files);
    this.#unread = { ...this.#unread, unread };
    return answers;
  }

  papers(): Papers {
    if (this.#record === null || this.#plan === null) throw fault("E-DEPLOY-BEGIN");
    const { journal, folder } = this.#record;
    return papersOf(this.#plan, journal, folder, this.#view(), this.#now.toISOString());
  }

  end(): void {
    const record = this.#record;
    this.#record = null;
    record?.journal.close();
  }

  /** If the record is refused, release the folder so that others can read it. */
  #open(folder: string): OpenRecord {
    this.#ahead = 0;
    const journal = openJournal({ folder, station: STATION, clock: () => this.#at });
    try {
      checkVersion(journal.entries[0], "deployment-begun", NEWEST);
      const { plan } = fold(journal.entries);
      this.#plan = plan === null ? null : namedPlan(kept(folder, "plans", plan.sha256));
      if (journal.entries.some(({ type }) => type === "time-passed"))
        this.#ahead = Math.max(
          0,
          Date.parse(journal.entries.at(-1)?.at ?? "") - this.#now.getTime(),
        );
      this.#record = { folder, journal };
      const last = typed(journal.entries).at(-1);
      const ends = last === undefined ? [] : interrupted(this.#situation, last);
      if (ends.length > 0) this.#append(ends, this.#now);
      return this.#record;
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  /** The current time; in a rehearsal never earlier than the record's last entry. */
  get #now(): Date {
    return new Date(this.#keeping.clock().getTime() + this.#ahead);
  }

  get #entries(): readonly Entry[] {
    return this.#record?.journal.entries ?? [];
  }

  get #situation(): Situation {
    const { mode } = this.#keeping;
    const state = fold(this.#entries);
    return { mode, state, plan: this.#plan, draft: this.#draft, now: this.#now };
  }

  #history(next: Parameters<typeof historyOf>[2]): History {
    return historyOf(openPlan(this.#situation), typed(this.#entries), next, this.#now);
  }

  /**
   * Appends entries. A file that they name is on the disk before.
   * @param at when they were decided
   * @param files the act's, among them all that its entries name except the plan and its runbooks
   */
  #append(entries: readonly NewEntry[], at: Date, files: readonly Uint8Array[] = []): void {
    const { folder, journal } = this.#recordFor(entries);
    const n = journal.entries.length;
    if (!mayStandNext(fold(journal.entries), STATION, ...entries))
      throw fault("E-DEPLOY-RECORD", { n });
    const draft = this.#draft;
    const offered = new Map(
      [...files, ...(draft === null ? [] : [draft.bytes, draft.runbooks.bytes])].map((bytes) => [
        sha256Hex(bytes),
        bytes,
      ]),
    );
    for (const { sort, sha256 } of namedFiles(entries)) {
      const bytes = offered.get(sha256);
      if (bytes === undefined) throw fault("E-DEPLOY-FILE", { name: pathOf(sort, sha256) });
      keep(folder, sort, bytes);
    }
    this.#at = at;
    journal.append(entries);
    if (!entries.some(({ type }) => type === "plan-adopted")) return;
    this.#plan = draft;
    this.#draft = null;
  }

  /** The open record; a new one for a first entry, unless the power went before one was written. */
  #recordFor([first]: readonly NewEntry[]): OpenRecord {
    const { root } = this.#keeping;
    if (first?.type === "deployment-begun" && (this.#record === null || this.#entries.length > 0)) {
      this.end();
      return this.#open(folderAfter(root, deploymentsIn(root)));
    }
    if (this.#record === null) throw fault("E-DEPLOY-BEGIN");
    return this.#record;
  }

  #view(): DeploymentView {
    const { state, ...rest } = this.#situation;
    const now = rest.now.toISOString();
    const granting = this.#granting.in(rest.plan, state, this.#record?.folder ?? "");
    const change = this.#change?.view ?? null;
    const shown = { ...rest, state, now, entries: this.#entries, unread: this.#unread };
    return viewOf({ ...shown, granting, change });
  }
}

/** The one chosen file. @throws Fault E-DEPLOY-STALE if none was */
function only(files: readonly Uint8Array[]): Uint8Array {
  const [file] = files;
  if (file === undefined || files.length > 1) throw fault("E-DEPLOY-STALE");
  return file;
}
