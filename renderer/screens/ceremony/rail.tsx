// The timetable on the left: acts as squares, the current act's steps as dots.
import { memo, useLayoutEffect, useRef, type RefObject } from "react";
import { Button, Toolbar } from "react-aria-components";
import type { WindowView } from "../../../electron/bridge/view.ts";
import type { Value } from "../../../electron/text/text.ts";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { bringIntoSight, Scroller } from "../../parts/scroller.tsx";
import { useNow } from "../../stores/now.ts";
import { setSheet } from "../../stores/sheet.ts";
import { stepOf, timeLeft, typeset } from "../../text/frame.ts";
import { useLanguage } from "../../text/language.ts";
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
  const { ceremony } = view;
  return (
    <nav className={styles["rail"]} aria-label={say("frame.rail")}>
      {ceremony === null ? null : <Timetable ceremony={ceremony} />}
    </nav>
  );
}

/** Drawn again when something of the ceremony changes, or the language. */
const Timetable = memo(function Timetable({ ceremony }: { readonly ceremony: Ceremony }) {
  useLanguage();
  const now = useNow(30_000);
  const mark = useRef<number | null>(null);
  const { acts, minutesLeft } = timetable(ceremony, now);
  const { done, step, steps } = ceremony;
  const { waits, people } = ceremony.presence;
  const late = overrunOf(ceremony, now);
  return (
    <>
      <Scroller label={say("frame.rail")} className={styles["list"]}>
        {/* One Tab stop, however many steps: the arrow keys move between them. */}
        <Toolbar orientation="vertical" aria-label={say("frame.look.rail")}>
          <ol>
            {acts.map((act) => (
              <ActRow key={act.number} act={act} mark={mark} />
            ))}
          </ol>
        </Toolbar>
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
});

const hoursIn = (minutes: number): number => Math.max(1, Math.round(minutes / 60));

/** How high in the window the mark of the current step was drawn last. */
type Mark = RefObject<number | null>;

interface ActRowProps {
  readonly act: PlannedAct;
  readonly mark: Mark;
}

function ActRow({ act, mark }: ActRowProps) {
  const open = act.progress === "now";
  const [first] = act.steps;
  return (
    <>
      <li className={`${styles["row"]} ${styles["act"]}`} data-progress={act.progress}>
        <time dateTime={new Date(act.at).toISOString()}>{shortTime(act.at)}</time>
        <span className={styles["dot"]}>
          <span>{act.number}</span>
        </span>
        <span>
          {open || first === undefined ? (
            typeset(said(act.title))
          ) : (
            <Look step={first.step.id} title={act.title} />
          )}
          {act.spent === null ? null : (
            <span className={styles["spent"]}>{soFar(act.spent, act.planned)}</span>
          )}
        </span>
      </li>
      {open
        ? act.steps.map((one) => <StepRow key={one.step.id} planned={one} mark={mark} />)
        : null}
    </>
  );
}

interface LookProps {
  readonly step: string;
  readonly title: Value;
}

/** A title that shows its step, or an act's first one, to be read only. */
const Look = ({ step, title }: LookProps) => (
  <Button
    className={styles["look"] ?? ""}
    aria-label={say("frame.look.open", { title })}
    onPress={() => setSheet("step", step)}>
    {typeset(said(title))}
  </Button>
);

/** How long the mark travels, in milliseconds: as long as the step's screen slides in. */
const TRAVEL_MS = 180;

/** The mark of the current step comes from where it was: unless the system asks for less motion. */
function travel(row: HTMLElement, from: number, to: number): void {
  if (from === to || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  row
    .querySelector(`.${styles["dot"] ?? ""}`)
    ?.animate(
      { transform: [`translateY(${from - to}px)`, "none"] },
      { duration: TRAVEL_MS, easing: "ease-out", pseudoElement: "::after" },
    );
}

interface StepRowProps {
  readonly planned: PlannedStep;
  readonly mark: Mark;
}

function StepRow({ planned, mark }: StepRowProps) {
  const { step, progress, at } = planned;
  const isNow = progress === "now";
  const row = useRef<HTMLLIElement | null>(null);
  useLayoutEffect(() => {
    // The current step stays visible, with what comes next below it.
    const { current } = row;
    if (!isNow || current === null) return;
    bringIntoSight(current);
    const { top } = current.getBoundingClientRect();
    if (mark.current !== null) travel(current, mark.current, top);
    mark.current = top;
  }, [isNow, mark]);
  return (
    <li
      ref={row}
      className={styles["row"]}
      data-progress={isNow ? "here" : progress}
      {...(isNow ? ({ "aria-current": "step" } as const) : {})}>
      <time dateTime={new Date(at).toISOString()}>{shortTime(at)}</time>
      <span className={styles["dot"]} />
      <span className={styles["title"]}>
        {isNow ? said(step.title) : <Look step={step.id} title={step.title} />}
        {step.seat === null ? null : <OfficerMark seat={step.seat} size="s" silent />}
      </span>
    </li>
  );
}
