// The computer works, or waits for a person to type: parts, time, and a power cut's effect.
import { list, sentence, type Value } from "../../electron/text/text.ts";
import { NothingToPress } from "../parts/main-action.tsx";
import { lasted, secondsSince } from "../text/times.ts";
import { TaskList, TaskTrack } from "../parts/task-list.tsx";
import type { CurrentStep, WorkingNow } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { useNow } from "../stores/now.ts";
import { say } from "../text/say.ts";
import { silentLine } from "../text/tasks.ts";
import { Signatures } from "./secret-form.tsx";
import { StepFrame } from "./step-frame.tsx";
import styles from "./work.module.css";

/** A step that runs. */
export function Working({ step }: StepProps) {
  const {
    view: { activity },
    traits,
  } = step;
  const isSigned = traits.typed === true && traits.signs != null;
  return (
    <StepFrame
      step={step}
      say={sayNow(step)}
      label={say("step-frame.step.now")}
      press={<NothingToPress>{say("step-frame.step.nothing")}</NothingToPress>}>
      {isSigned ? <Signatures step={step} /> : null}
      {activity.kind === "working" ? (
        <Parts working={activity} />
      ) : (
        <p className={styles["quiet"]}>{say("step-frame.step.typing")}</p>
      )}
      <PowerLine step={step} />
    </StepFrame>
  );
}

function Parts({ working: { tasks, since, silent } }: { readonly working: WorkingNow }) {
  return (
    <>
      {silent === undefined ? null : <p role="status">{silentLine(silent.who, silent.seconds)}</p>}
      <div className={styles["work"]}>
        {tasks.length === 0 ? (
          <p className={styles["quiet"]}>{say("step-frame.step.computerWorks")}</p>
        ) : (
          <TaskList tasks={tasks} />
        )}
        <SoFar since={since} />
      </div>
      {tasks.length === 0 ? null : <TaskTrack tasks={tasks} />}
    </>
  );
}

function SoFar({ since }: { readonly since: string }) {
  const now = useNow();
  return (
    <p className={styles["so-far"]}>
      <span>{say("tasks.taskWords.soFar")}</span>
      <b>{lasted(secondsSince(since, now))}</b>
    </p>
  );
}

/** What a power cut would mean now. */
export function PowerLine({ step: { words } }: StepProps) {
  return (
    <p className={styles["power"]}>
      <b>{say("tasks.taskWords.powerFails")}</b> {words.power}
    </p>
  );
}

/**
 * What is said now: to the person called, to the person who types, or to everyone while it runs.
 * While an officer's keys are in use, the script's words were already said.
 */
export function sayNow({ view: { activity }, traits, say: script }: CurrentStep): Value {
  if (activity.kind === "calling")
    return sentence("step-frame.step.called", { seat: activity.seat });
  if (activity.kind === "typing") return sentence("step-frame.step.type", { seat: activity.seat });
  return traits.typed === true ? sentence("step-frame.step.leaveAlone") : list(script, " ");
}
