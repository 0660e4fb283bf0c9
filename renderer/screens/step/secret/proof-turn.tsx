// Officers open their shares: the triangle fills, and each pair turns solid as it opens the domain.
import { Icon } from "../../../parts/icon.tsx";
import { NothingToPress } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { TaskList } from "../../../parts/task-list.tsx";
import { subsetsOf } from "../../../parts/triangle-geometry.ts";
import { Triangle } from "../../../parts/triangle.tsx";
import { nameOf } from "../../../stores/people.ts";
import { officerTitle } from "../../../text/frame.ts";
import { QUORUM, STEP } from "../../../text/step-frame.ts";
import { RecordPart } from "../record-part.tsx";
import { presentSeats, type Scene } from "../scene.ts";
import { PowerLine, sayNow } from "../work/working.tsx";
import styles from "./proof-turn.module.css";

/** The proof while it goes on. */
export function ProofTurn({ scene }: { readonly scene: Scene }) {
  const { room, officers, quorum } = scene;
  const present = presentSeats(scene);
  const seats = Array.from({ length: officers }, (_, i) => i + 1);
  const absent = seats.filter((seat) => !present.includes(seat));
  return (
    <>
      <div className={styles["proof"]}>
        <div className={styles["picture"]}>
          <Triangle
            officers={seats.map((seat) => ({ seat, name: nameIn(scene, seat) }))}
            quorum={quorum} opened={room.quorum.opened} proven={room.quorum.proven}
            lost={absent} times
          />
        </div>
        <div className={styles["side"]}>
          <div className={styles["part"]}>
            <h2>{STEP.say}</h2>
            <Say text={sayNow(scene)} />
          </div>
          <div className={styles["part"]}>
            <h2 className={styles["now"]}>{STEP.now}</h2>
            <Progress scene={scene} present={present} />
            <Told scene={scene} />
          </div>
        </div>
      </div>
      <div className={styles["power"]}><PowerLine kind={scene.stop.kind} /></div>
      <RecordPart scene={scene} />
      <NothingToPress>{STEP.nothing}</NothingToPress>
    </>
  );
}

/** An officer's name, or that the officer is not here. */
function nameIn(scene: Scene, seat: number): string {
  if (presentSeats(scene).includes(seat)) return nameOf(scene.room, `officer-${seat}`);
  return QUORUM.absent(officerTitle(seat));
}

interface ProgressProps {
  readonly scene: Scene;
  readonly present: readonly number[];
}

/** Each share, and what the laptop does besides. */
function Progress({ scene: { room }, present }: ProgressProps) {
  const { activity, quorum } = room;
  const tasks = activity.kind === "working" ? activity.tasks : [];
  const others = tasks.filter(({ id }) => id !== "open-share");
  const now = activity.kind === "calling" || activity.kind === "typing" ? activity.seat
    : tasks.find(({ id, state }) => id === "open-share" && state === "running")?.seat;
  return (
    <>
      <ul className={styles["shares"]} aria-label={STEP.proof}>
        {present.map((seat) => (
          <Share
            key={seat} seat={seat} now={seat === now} opened={quorum.opened.includes(seat)}
          />
        ))}
      </ul>
      {others.length === 0 ? null : <TaskList tasks={others} />}
    </>
  );
}

/** Each pair is read out as it is proven; the triangle shows it. */
function Told({ scene }: { readonly scene: Scene }) {
  const proven = scene.room.quorum.proven.map(({ seats }) => QUORUM.pair(seats));
  const all = subsetsOf(presentSeats(scene).length, scene.quorum).length;
  return <p className={styles["told"]} aria-live="polite">{QUORUM.told(proven, all)}</p>;
}

interface ShareProps {
  readonly seat: number;
  readonly opened: boolean;
  readonly now: boolean;
}

function Share({ seat, opened, now }: ShareProps) {
  const state = opened ? "opened" : now ? "now" : "ahead";
  return (
    <li data-state={state}>
      <Icon name={({ opened: "check", now: "arrow", ahead: "ring" } as const)[state]} />
      <span>{`${QUORUM.share(seat)}: ${QUORUM.shareStates[state]}`}</span>
    </li>
  );
}

