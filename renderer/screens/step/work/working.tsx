// The laptop works, or waits for somebody who types: parts, time so far, and a power cut's meaning.
import { NothingToPress } from "../../../parts/main-action.tsx";
import { lasted, secondsSince } from "../../../parts/ruler-scale.ts";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { TaskList, TaskTrack } from "../../../parts/task-list.tsx";
import { useNow } from "../../../stores/now.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { TASK_WORDS } from "../../../text/tasks.ts";
import type { KindName } from "../../../text/titles.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene, Working as WorkingNow } from "../scene.ts";
import { SIGNED, Signatures } from "../secret/secret.tsx";
import styles from "./work.module.css";

/** A step that runs. */
export function Working({ scene }: { readonly scene: Scene }) {
  const { activity } = scene.room;
  return (
    <>
      <Section label={STEP.say}><Say text={sayNow(scene)} /></Section>
      <Section label={STEP.now} now grow>
        {SIGNED.includes(scene.stop.kind) ? <Signatures scene={scene} /> : null}
        {activity.kind === "working" ? <Parts working={activity} /> : (
          <p className={styles["quiet"]}>{STEP.typing}</p>
        )}
        <PowerLine kind={scene.stop.kind} />
      </Section>
      <RecordPart scene={scene} />
      <NothingToPress>{STEP.nothing}</NothingToPress>
    </>
  );
}

function Parts({ working: { tasks, since } }: { readonly working: WorkingNow }) {
  return (
    <>
      <div className={styles["work"]}>
        {tasks.length === 0
          ? <p className={styles["quiet"]}>{STEP.laptopWorks}</p> : <TaskList tasks={tasks} />}
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
      <span>{TASK_WORDS.soFar}</span>
      <b>{lasted(secondsSince(since, now))}</b>
    </p>
  );
}

/** What a power cut would mean now. */
export function PowerLine({ kind }: { readonly kind: KindName }) {
  return <p className={styles["power"]}><b>{TASK_WORDS.powerFails}</b> {STEPS[kind].power}</p>;
}

/** Kinds in which an officer's keys are in use: the script's words were said before. */
const HANDS_OFF: readonly KindName[] =
  ["make-key", "prove-quorum", "make-restore-blob", ...SIGNED];

/** What is said now: to who is called, to who types, to all while it runs. */
export function sayNow({ room: { activity }, stop, say }: Scene): string {
  if (activity.kind === "calling") return STEP.called(activity.seat);
  if (activity.kind === "typing") return STEP.type(activity.seat);
  return HANDS_OFF.includes(stop.kind) ? STEP.leaveAlone : say;
}
