// The progress of the running step: its tasks, what the HSM last said, shares and subsets.
import { kindOf, type KindName, type Task } from "../../ceremony-scripts/index.ts";
import type {
  ActivityView,
  QuorumView,
  SilentView,
  TaskView,
  WaitingView,
} from "../bridge/view.ts";
import type { Notice } from "../usecases/deps.ts";

interface Mark {
  readonly task: Task;
  readonly seat: number | null;
  readonly at: number;
}

export class Progress {
  readonly #since: Date;
  readonly #tasks: readonly Task[];
  readonly #everySeconds: number;
  readonly #marks: Mark[] = [];
  readonly #opened: number[] = [];
  readonly #proven: { readonly seats: readonly number[]; readonly at: string }[] = [];
  #waiting: WaitingView | null = null;
  #silent: SilentView | null = null;

  /** @param everySeconds between two questions about a long operation */
  constructor(kind: KindName, since: Date, everySeconds: number) {
    this.#since = since;
    this.#tasks = kindOf(kind).tasks;
    this.#everySeconds = everySeconds;
    const [first] = this.#tasks;
    if (first !== undefined) this.#marks.push({ task: first, seat: null, at: since.getTime() });
  }

  /** Handles the notices of a use case. */
  take(notice: Notice, now: Date): void {
    const at = now.toISOString();
    if (notice.kind === "task")
      this.#marks.push({ task: notice.task, seat: notice.seat ?? null, at: now.getTime() });
    if (notice.kind === "silent")
      this.#silent = notice.seconds === 0 ? null : { who: notice.who, seconds: notice.seconds };
    if (notice.kind === "share-opened") this.#opened.push(notice.seat);
    if (notice.kind === "subset-proven") this.#proven.push({ seats: notice.seats, at });
    if (notice.kind === "asked")
      this.#waiting = {
        what: notice.what,
        ...this.#waitingSince(notice.what, at),
        lastState: notice.state,
        lastAt: at,
        said: notice.details,
        sentence: notice.note,
        until: notice.until ?? null,
        everySeconds: this.#everySeconds,
      };
  }

  /** The first one counts from the step's beginning, later ones from their own. */
  #waitingSince(what: WaitingView["what"], at: string): Pick<WaitingView, "since" | "asked"> {
    const before = this.#waiting;
    if (before === null) return { since: this.#since.toISOString(), asked: 1 };
    return before.what === what
      ? { since: before.since, asked: before.asked + 1 }
      : { since: at, asked: 1 };
  }

  get activity(): ActivityView {
    return {
      kind: "working",
      since: this.#since.toISOString(),
      tasks: this.#taskViews(),
      waiting: this.#waiting,
      ...(this.#silent === null ? {} : { silent: this.#silent }),
    };
  }

  get quorum(): QuorumView {
    return { opened: [...this.#opened], proven: [...this.#proven] };
  }

  /** Before the last mark a task is done, at it running, and otherwise ahead. */
  #taskViews(): readonly TaskView[] {
    const last = this.#marks.at(-1);
    const running = last === undefined ? 0 : Math.max(0, this.#tasks.indexOf(last.task));
    return this.#tasks.map((id, i) => {
      const mark = this.#marks.findLast(({ task }) => task === id);
      const next = this.#marks.find(
        ({ at, task }) => mark !== undefined && at > mark.at && task !== id,
      );
      const seconds = mark === undefined || next === undefined ? null : (next.at - mark.at) / 1000;
      const state = i < running ? "done" : i === running ? "running" : "ahead";
      return { id, seat: mark?.seat ?? null, state, seconds };
    });
  }
}

/** Nothing of a quorum has been opened. */
export const NO_QUORUM: QuorumView = { opened: [], proven: [] };
