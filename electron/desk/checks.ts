// What the desk lets the checker's process check: one thing at a time, which people can cancel.
// Cancelling ends the process; the next question starts another.
import { isFault } from "../../crypto/index.ts";
import type { AuditView, RefusedFile } from "../bridge/audit-views.ts";
import type { CheckingView } from "../bridge/checking-view.ts";
import {
  KNOWN_MAX,
  type Checker,
  type CheckerMethods,
  type Known,
  type Progress,
} from "./checker.ts";
import { nameOfChosen } from "./chosen-logs.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import type { StationRole } from "./station-role.ts";

/** A process, and when it has the knowledge of the previous one. */
interface Started {
  readonly root: string;
  readonly process: Promise<Checker>;
  readonly ready: Promise<Checker>;
}

export class Checks {
  readonly #options: Pick<DeskOptions, "startChecker" | "clock">;
  readonly #role: Pick<StationRole, "root">;
  readonly #changed: () => void;
  #started: Started | null = null;
  #stop: AbortController | null = null;
  #view: CheckingView | null = null;
  #known: readonly Known[] = [];
  #shown = "";

  constructor(
    options: Pick<DeskOptions, "startChecker" | "clock">,
    role: Pick<StationRole, "root">,
    changed: () => void,
  ) {
    this.#options = options;
    this.#role = role;
    this.#changed = changed;
  }

  /** The current check and its progress; null if none. */
  get view(): CheckingView | null {
    return this.#view;
  }

  /** Whether a record was found valid, and is on the screen. */
  get hasShown(): boolean {
    return this.#shown !== "";
  }

  /** People cancel the current check, if any. */
  readonly cancel = (): void => this.#stop?.abort();

  /** Ends its process, even if it is busy. */
  async end(): Promise<void> {
    this.cancel();
    await this.#endProcess();
  }

  async #endProcess(): Promise<void> {
    const started = this.#started;
    this.#started = null;
    await started?.process.then(
      (checker) => checker.end(),
      () => undefined,
    );
  }

  /** @throws Fault as `Audits.audit`, E-CHECK-*, E-DESK-BUSY */
  async audit(of: string, path: string) {
    const view = await this.check("audit", (checker) => {
      this.#shown = "";
      return checker.audit({ of, path });
    });
    this.#shown = view.head;
    if (of === "") this.#keep({ path, head: view.head });
    return view;
  }

  /** A file chosen by hand; one that is refused is named. @throws Fault E-CHECK-*, E-DESK-BUSY */
  async auditFile(path: string): Promise<AuditView | RefusedFile> {
    try {
      return await this.audit("", path);
    } catch (error) {
      if (!isFault(error) || /^E-(CHECK|DESK|WORKER)-/.test(error.code)) throw error;
      const { code, sentences } = error;
      return { file: nameOfChosen(path), refused: { code, ...sentences } };
    }
  }

  /** @throws Fault as `Audits.beside`, E-CHECK-*, E-DESK-BUSY */
  async beside(paths: readonly string[]) {
    const { view, known } = await this.check("beside", (checker) => checker.beside(paths));
    for (const one of known) this.#keep(one);
    return view;
  }

  #keep(one: Known): void {
    const others = this.#known.filter(({ head }) => head !== one.head);
    this.#known = [...others, one].slice(-KNOWN_MAX);
  }

  /** Asks beside the current check; nobody waits for it on the screen. */
  async ask<Answer>(work: (checker: CheckerMethods) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(await this.#checker());
    } catch (error) {
      throw isFault(error) && error.code === "E-WORKER-GONE" ? fault("E-CHECK-GONE") : error;
    }
  }

  /**
   * Asks, and the window shows what is checked, the progress, and *Cancel*.
   * @throws Fault E-CHECK-CANCELLED, E-CHECK-GONE, E-DESK-BUSY, and what the checker refuses
   */
  async check<Answer>(
    what: CheckingView["what"],
    work: (checker: CheckerMethods) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#stop !== null) throw fault("E-DESK-BUSY");
    const stop = new AbortController();
    this.#stop = stop;
    this.#show({ what, since: this.#options.clock().toISOString(), done: 0, of: 0 });
    const cancelled = new Promise<never>((_, reject) => {
      stop.signal.addEventListener("abort", () => reject(fault("E-CHECK-CANCELLED")));
    });
    const answer = this.ask(work);
    // Cancelling ends its process: nothing waits for the resulting refusal.
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, cancelled]);
    } finally {
      this.#stop = null;
      this.#show(null);
      if (stop.signal.aborted) await this.#endProcess();
    }
  }

  #show(view: CheckingView | null): void {
    this.#view = view;
    this.#changed();
  }

  readonly #told = ({ done, of }: Progress): void => {
    if (this.#view !== null) this.#show({ ...this.#view, done, of });
  };

  /** The process for this computer's current role; a new one if the last has gone. */
  async #checker(): Promise<Checker> {
    const { root } = this.#role;
    if (this.#started !== null && this.#started.root !== root) {
      // What was chosen at another station does not count at this one.
      [this.#known, this.#shown] = [[], ""];
      await this.#endProcess();
    }
    const isGone = await this.#started?.ready.then(
      (checker) => checker.isGone(),
      () => true,
    );
    if (isGone === true) await this.#endProcess();
    this.#started ??= this.#start(root);
    return this.#started.ready;
  }

  #start(root: string): Started {
    const process = this.#options.startChecker({ root, told: this.#told });
    return { root, process, ready: process.then((checker) => this.#recalled(checker)) };
  }

  /** Changed data that keeps the new process busy is not given to the next one. */
  async #recalled(checker: Checker): Promise<Checker> {
    const [known, shown] = [this.#known, this.#shown];
    if (known.length === 0 && shown === "") return checker;
    [this.#known, this.#shown] = [[], ""];
    await checker.recall({ known, shown });
    [this.#known, this.#shown] = [known, shown];
    return checker;
  }
}
