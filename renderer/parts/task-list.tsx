// The parts of a step: done, running, or still to come.
import type { WindowView } from "../../electron/bridge/view.ts";
import { say } from "../text/say.ts";
import { taskSentence } from "../text/tasks.ts";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./task-list.module.css";

type Working = Extract<WindowView["activity"], { readonly kind: "working" }>;

/** A part of a step. */
export type TaskView = Working["tasks"][number];

const MARKS: Readonly<Record<TaskView["state"], IconName>> = {
  done: "check",
  running: "arrow",
  ahead: "ring",
};

/** The parts, in order. */
export function TaskList({ tasks }: { readonly tasks: readonly TaskView[] }) {
  return (
    <ol className={styles["tasks"]} aria-label={say("tasks.taskWords.label")}>
      {tasks.map((task, index) => (
        <li key={`${task.id}-${index}`} className={styles["task"]} data-state={task.state}>
          <Icon name={MARKS[task.state]} label={say(`tasks.taskWords.${task.state}`)} />
          <span>{taskSentence(task.id, task.seat)}</span>
          <span className={styles["seconds"]}>{timeOf(task)}</span>
        </li>
      ))}
    </ol>
  );
}

function timeOf({ state, seconds }: TaskView): string {
  if (state === "running") return say("tasks.taskWords.running");
  return seconds === null || state === "ahead"
    ? ""
    : say("tasks.taskWords.seconds", { seconds: Math.round(seconds) });
}

/** The parts as one bar: full, running, empty. */
export function TaskTrack({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const done = tasks.filter(({ state }) => state === "done").length;
  return (
    <div
      className={styles["track"]}
      role="img"
      aria-label={say("tasks.taskWords.parts", { done, all: tasks.length })}>
      {tasks.map((task, index) => (
        <span key={`${task.id}-${index}`} data-state={task.state} />
      ))}
    </div>
  );
}
