// Officers open their shares: the triangle fills, and each pair turns solid as it opens the domain.
import { Icon } from "../../parts/icon.tsx";
import { NothingToPress } from "../../parts/main-action.tsx";
import { Say } from "../../parts/say.tsx";
import { TaskList } from "../../parts/task-list.tsx";
import { subsetsOf } from "../../parts/triangle-geometry.ts";
import { Triangle } from "../../parts/triangle.tsx";
import type { StepProps } from "../../steps/step-row.ts";
import { officerName, presentSeats, seatsUpTo } from "../../stores/people.ts";
import { officerTitle } from "../../text/frame.ts";
import { QUORUM, STEP } from "../../text/step-frame.ts";
import { RecordPart } from "./step-frame.tsx";
import { PowerLine, sayNow } from "./work/working.tsx";
import styles from "./proof-turn.module.css";

/** The proof while it goes on. */
export function ProofTurn({ step }: StepProps) {
  const { view, officers, quorum } = step;
  const present = presentSeats(view);
  const seats = seatsUpTo(officers);
  const absent = seats.filter((seat) => !present.includes(seat));
  const nameIn = (seat: number): string =>
    absent.includes(seat) ? QUORUM.absent(officerTitle(seat)) : officerName(view, seat);
  return (
    <>
      <div className={styles["proof"]}>
        <div className={styles["picture"]}>
          <Triangle
            officers={seats.map((seat) => ({ seat, name: nameIn(seat) }))}
            quorum={quorum}
            opened={view.quorum.opened}
            proven={view.quorum.proven}
            lost={absent}
            times
          />
        </div>
        <div className={styles["side"]}>
          <div className={styles["part"]}>
            <h2>{STEP.say}</h2>
            <Say text={sayNow(step)} />
          </div>
          <div className={styles["part"]}>
            <h2 className={styles["now"]}>{STEP.now}</h2>
            <Progress step={step} present={present} />
            <Told step={step} />
          </div>
        </div>
      </div>
      <div className={styles["power"]}>
        <PowerLine step={step} />
      </div>
      <RecordPart step={step} />
      <NothingToPress>{STEP.nothing}</NothingToPress>
    </>
  );
}

interface ProgressProps extends StepProps {
  readonly present: readonly number[];
}

/** Each share, and what the computer does besides. */
function Progress({ step: { view }, present }: ProgressProps) {
  const { activity, quorum } = view;
  const tasks = activity.kind === "working" ? activity.tasks : [];
  const others = tasks.filter(({ id }) => id !== "open-share");
  const now =
    activity.kind === "calling" || activity.kind === "typing"
      ? activity.seat
      : tasks.find(({ id, state }) => id === "open-share" && state === "running")?.seat;
  return (
    <>
      <ul className={styles["shares"]} aria-label={STEP.proof}>
        {present.map((seat) => (
          <Share key={seat} seat={seat} now={seat === now} opened={quorum.opened.includes(seat)} />
        ))}
      </ul>
      {others.length === 0 ? null : <TaskList tasks={others} />}
    </>
  );
}

/** Each pair is read out as it is proven; the triangle shows it. */
function Told({ step: { view, quorum } }: StepProps) {
  const proven = view.quorum.proven.map(({ seats }) => QUORUM.pair(seats));
  const all = subsetsOf(presentSeats(view).length, quorum).length;
  return (
    <p className={styles["told"]} aria-live="polite">
      {QUORUM.told(proven, all)}
    </p>
  );
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
