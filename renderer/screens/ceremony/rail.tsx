// The timetable on the left: acts as squares, the steps of the act that is now as dots.
import { useLayoutEffect, useRef } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { bringIntoSight, Scroller } from "../../parts/scroller.tsx";
import { useNow } from "../../stores/now.ts";
import { FRAME, stepOf, timeLeft, typeset } from "../../text/frame.ts";
import { overrun, soFar } from "../../text/running.ts";
import { shortTime } from "../../text/times.ts";
import styles from "./rail.module.css";
import {
  minutesAtPace,
  numberOf,
  overrunOf,
  timetable,
  type Ceremony,
  type PlannedAct,
  type PlannedStep,
} from "./timetable.ts";

/** The timetable of the open ceremony. */
export function Rail({ view }: { readonly view: WindowView }) {
  const { ceremony } = view;
  return (
    <nav className={styles["rail"]} aria-label={FRAME.rail}>
      {ceremony === null ? null : <Timetable ceremony={ceremony} />}
    </nav>
  );
}

function Timetable({ ceremony }: { readonly ceremony: Ceremony }) {
  const now = useNow(30_000);
  const acts = timetable(ceremony, now);
  const { done, step, steps } = ceremony;
  const late = overrunOf(ceremony, now);
  return (
    <>
      <Scroller label={FRAME.rail} className={styles["list"]}>
        <ol>
          {acts.map((act) => (
            <ActRow key={act.number} act={act} />
          ))}
        </ol>
      </Scroller>
      <div className={styles["foot"]}>
        {late === null ? null : (
          <p className={styles["late"]}>{overrun(late.spent, late.planned)}</p>
        )}
        <p className={styles["left"]}>{timeLeft(minutesAtPace(ceremony, now))}</p>
        <p role="status">
          {step === null ? FRAME.allDone : stepOf(numberOf(ceremony, step.id), done, steps)}
        </p>
      </div>
    </>
  );
}

function ActRow({ act }: { readonly act: PlannedAct }) {
  const open = act.progress === "now";
  return (
    <>
      <li className={`${styles["row"]} ${styles["act"]}`} data-progress={act.progress}>
        <time dateTime={new Date(act.at).toISOString()}>{shortTime(act.at)}</time>
        <span className={styles["dot"]}>
          <span>{act.number}</span>
        </span>
        <span>
          {typeset(act.title)}
          {act.spent === null ? null : (
            <span className={styles["spent"]}>{soFar(act.spent, act.planned)}</span>
          )}
        </span>
      </li>
      {open ? act.steps.map((one) => <StepRow key={one.step.id} planned={one} />) : null}
    </>
  );
}

function StepRow({ planned }: { readonly planned: PlannedStep }) {
  const { step, progress, at } = planned;
  const isNow = progress === "now";
  const row = useRef<HTMLLIElement | null>(null);
  useLayoutEffect(() => {
    // The current step is always in sight, with what comes next below it.
    if (isNow) bringIntoSight(row.current);
  }, [isNow]);
  return (
    <li
      ref={row}
      className={styles["row"]}
      data-progress={isNow ? "here" : progress}
      {...(isNow ? ({ "aria-current": "step" } as const) : {})}>
      <time dateTime={new Date(at).toISOString()}>{shortTime(at)}</time>
      <span className={styles["dot"]} />
      <span className={styles["title"]}>
        {step.title}
        {step.seat === null ? null : <OfficerMark seat={step.seat} size="s" silent />}
      </span>
    </li>
  );
}
