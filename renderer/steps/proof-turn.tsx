// Officers open their shares: the triangle fills, and each pair turns solid once it opens the domain.
import { sentence } from "../../electron/text/text.ts";
import { Icon } from "../parts/icon.tsx";
import { NothingToPress } from "../parts/main-action.tsx";
import { Say } from "../parts/say.tsx";
import { TaskList } from "../parts/task-list.tsx";
import { isTriangle, subsetsOf } from "../parts/triangle-geometry.ts";
import { QuorumPicture } from "../parts/quorum-picture.tsx";
import type { StepProps } from "./step-row.ts";
import { officerName, presentSeats, seatsUpTo } from "../stores/people.ts";
import { say } from "../text/say.ts";
import { pairName, provenPairsLine } from "../text/step-frame.ts";
import { RecordPart } from "./step-frame.tsx";
import { PowerLine, sayNow } from "./working.tsx";
import styles from "./proof-turn.module.css";

export function ProofTurn({ step }: StepProps) {
  const { view, officers, quorum } = step;
  const present = presentSeats(view);
  const seats = seatsUpTo(officers);
  const absent = seats.filter((seat) => !present.includes(seat));
  const nameIn = (seat: number): string =>
    absent.includes(seat)
      ? say("step-frame.quorum.absent", { title: sentence("frame.role.officer", { seat }) })
      : officerName(view, seat);
  return (
    <>
      <div className={styles["proof"]}>
        <div className={styles["picture"]}>
          <QuorumPicture
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
            <h2>{say("step-frame.step.say")}</h2>
            <Say text={sayNow(step)} />
          </div>
          <div className={styles["part"]}>
            <h2 className={styles["now"]}>{say("step-frame.step.now")}</h2>
            <Progress step={step} present={present} />
            <Told step={step} />
          </div>
        </div>
      </div>
      <div className={styles["power"]}>
        <PowerLine step={step} />
      </div>
      <RecordPart step={step} />
      <NothingToPress>{say("step-frame.step.nothing")}</NothingToPress>
    </>
  );
}

interface ProgressProps extends StepProps {
  readonly present: readonly number[];
}

/** Each share, and the computer's other tasks. */
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
      <ul className={styles["shares"]} aria-label={say("step-frame.step.proof")}>
        {present.map((seat) => (
          <Share key={seat} seat={seat} now={seat === now} opened={quorum.opened.includes(seat)} />
        ))}
      </ul>
      {others.length === 0 ? null : <TaskList tasks={others} />}
    </>
  );
}

/** Announces each pair of the triangle when it is proven; of the ring, how many groups are. */
function Told({ step: { view, officers, quorum } }: StepProps) {
  const proven = view.quorum.proven.map(({ seats }) => pairName(seats));
  const all = subsetsOf(presentSeats(view).length, quorum).length;
  return (
    <p className={styles["told"]} aria-live="polite">
      {isTriangle(officers, quorum)
        ? provenPairsLine(proven, all)
        : say("step-frame.quorum.groupsOf", { proven: proven.length, all })}
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
      <span>
        {say("frame.labelled", {
          label: sentence("step-frame.quorum.share", { seat }),
          text: sentence(`step-frame.quorum.shareStates.${state}`),
        })}
      </span>
    </li>
  );
}
