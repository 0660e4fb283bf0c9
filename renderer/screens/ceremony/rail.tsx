// The timetable on the left: acts as squares, the current act's steps as dots.
import { useLayoutEffect, useRef } from "react";
import { Button, Toolbar } from "react-aria-components";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { bringIntoSight, Scroller } from "../../parts/scroller.tsx";
import { useNow } from "../../stores/now.ts";
import { setSheet } from "../../stores/sheet.ts";
import { stepOf, timeLeft, typeset } from "../../text/frame.ts";
import { overrun, soFar } from "../../text/running.ts";
import { said, say } from "../../text/say.ts";
import { shortTime } from "../../text/times.ts";
import styles from "./rail.module.css";
import {
  numberOf,
  overrunOf,
  timetable,
  type Ceremony,
  type PlannedAct,
  type PlannedStep,
} from "../../stores/timetable.ts";

/** The timetable of the open ceremony. */
export function Rail({ view }: { readonly view: WindowView }) {
  const { ceremony, crew, activity } = view;
  // Simulated people start only between two tasks of the app, as in the foot.
  const canPlay = crew !== null && activity.kind !== "working";
  return (
    <nav className={styles["rail"]} aria-label={say("frame.rail")}>
      {ceremony === null ? null : <Timetable ceremony={ceremony} canPlay={canPlay} />}
    </nav>
  );
}

interface TimetableProps {
  readonly ceremony: Ceremony;
  /** Whether the simulated crew can be asked to act up to a step. */
  readonly canPlay: boolean;
}

function Timetable({ ceremony, canPlay }: TimetableProps) {
  const now = useNow(30_000);
  const { acts, minutesLeft } = timetable(ceremony, now);
  const { done, step, steps } = ceremony;
  const { waits, people } = ceremony.presence;
  const late = overrunOf(ceremony, now);
  const rows = (
    <ol>
      {acts.map((act) => (
        <ActRow key={act.number} act={act} canPlay={canPlay} />
      ))}
    </ol>
  );
  return (
    <>
      <Scroller label={say("frame.rail")} className={styles["list"]}>
        {canPlay ? (
          // One Tab stop, however many steps: the arrow keys move between them.
          <Toolbar orientation="vertical" aria-label={say("crew.playAhead")}>
            {rows}
          </Toolbar>
        ) : (
          rows
        )}
      </Scroller>
      <div className={styles["foot"]}>
        {late === null ? null : (
          <p className={styles["late"]}>{overrun(late.spent, late.planned)}</p>
        )}
        <p className={styles["left"]}>{timeLeft(minutesLeft)}</p>
        <p>
          {step === null ? say("frame.allDone") : stepOf(numberOf(ceremony, step.id), done, steps)}
        </p>
        {waits === 0 ? null : <p>{say("frame.presence", { waits, hours: hoursIn(people) })}</p>}
      </div>
    </>
  );
}

const hoursIn = (minutes: number): number => Math.max(1, Math.round(minutes / 60));

function ActRow({ act, canPlay }: { readonly act: PlannedAct; readonly canPlay: boolean }) {
  const open = act.progress === "now";
  return (
    <>
      <li className={`${styles["row"]} ${styles["act"]}`} data-progress={act.progress}>
        <time dateTime={new Date(act.at).toISOString()}>{shortTime(act.at)}</time>
        <span className={styles["dot"]}>
          <span>{act.number}</span>
        </span>
        <span>
          {typeset(said(act.title))}
          {act.spent === null ? null : (
            <span className={styles["spent"]}>{soFar(act.spent, act.planned)}</span>
          )}
        </span>
      </li>
      {open
        ? act.steps.map((one) => <StepRow key={one.step.id} planned={one} canPlay={canPlay} />)
        : null}
    </>
  );
}

interface StepRowProps {
  readonly planned: PlannedStep;
  readonly canPlay: boolean;
}

function StepRow({ planned, canPlay }: StepRowProps) {
  const { step, progress, at } = planned;
  const isNow = progress === "now";
  const row = useRef<HTMLLIElement | null>(null);
  useLayoutEffect(() => {
    // The current step stays visible, with what comes next below it.
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
        {canPlay && progress === "ahead" ? (
          <Button
            className={styles["play"] ?? ""}
            aria-label={say("crew.playTo", { step: step.title })}
            onPress={() => setSheet("crew", step.id)}>
            {said(step.title)}
          </Button>
        ) : (
          said(step.title)
        )}
        {step.seat === null ? null : <OfficerMark seat={step.seat} size="s" silent />}
      </span>
    </li>
  );
}
