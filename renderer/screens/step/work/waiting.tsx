// The HSM works, and is only asked: time since, its last answer, the next question, the ruler.
import { NothingToPress } from "../../../parts/main-action.tsx";
import { Quoted } from "../../../parts/quoted.tsx";
import { lasted, secondsSince } from "../../../parts/ruler-scale.ts";
import { Ruler } from "../../../parts/ruler.tsx";
import { Section } from "../../../parts/section.tsx";
import type { CurrentStep, WorkingNow } from "../../../steps/current-step.ts";
import type { StepProps } from "../../../steps/step-row.ts";
import { useNow } from "../../../stores/now.ts";
import { clockTime } from "../../../text/times.ts";
import { STEP } from "../../../text/step-frame.ts";
import { ANSWERS, LONG_WORK, NOT_KEPT, sureLine, WAITING } from "../../../text/waiting.ts";
import { RecordPart } from "../step-frame.tsx";
import shared from "../step.module.css";
import styles from "./work.module.css";

type WaitingNow = NonNullable<WorkingNow["waiting"]>;

interface WaitingProps extends StepProps {
  readonly waiting: WaitingNow;
}

/** The waiting screen. */
export function Waiting({ step, waiting }: WaitingProps) {
  const { sure, power } = isKept(step, waiting)
    ? { ...LONG_WORK[waiting.what], sure: sureLine(waiting.what, step.view.mode) }
    : NOT_KEPT;
  const { usual } = LONG_WORK[waiting.what];
  return (
    <>
      <Section label={STEP.now} now>
        <Clock waiting={waiting} usual={usual} />
        <p className={styles["sure"]}>{sure}</p>
      </Section>
      <Section label={WAITING.powerLabel}>
        <ol className={styles["power-list"]}>
          {power.map((sentence, index) => (
            <li key={index}>
              <b>{index + 1}</b>
              <span>{sentence}</span>
            </li>
          ))}
        </ol>
      </Section>
      <RecordPart step={step} />
      <NothingToPress>{WAITING.nothing}</NothingToPress>
    </>
  );
}

/** An activation is also waited for when its answer was lost: then nothing is safe yet. */
const isKept = ({ view }: CurrentStep, { what }: WaitingNow): boolean =>
  what !== "activation"
  || (view.ceremony?.ledger ?? []).some(({ type }) => type === "domain-written");

interface ClockProps {
  readonly waiting: WaitingNow;
  readonly usual: readonly [number, number] | null;
}

/** When it can end at the earliest, and what is left until then. */
function Until({ until, now }: { readonly until: string; readonly now: number }) {
  const left = Math.max(0, (Date.parse(until) - now) / 1000);
  return (
    <>
      <dt>{WAITING.until}</dt>
      <dd>
        <b>{clockTime(until)}</b>
        {`, ${WAITING.left(lasted(left))}`}
      </dd>
    </>
  );
}

/** The HSM's last answer, and when it is asked again. */
function Asking({ waiting, now }: { readonly waiting: WaitingNow; readonly now: number }) {
  const { since, asked, everySeconds, lastState, lastAt, said, sentence } = waiting;
  const next = Math.ceil(everySeconds - secondsSince(lastAt ?? since, now));
  return (
    <>
      <dt>{WAITING.lastAnswer}</dt>
      <dd aria-live="polite">
        <b>{lastState === null ? WAITING.none : ANSWERS[lastState]}</b>
        {lastAt === null ? null : `, ${clockTime(lastAt)}`}
        {sentence === "" ? null : <span className={styles["said"]}>{sentence}</span>}
        {lastState === "unknown" ? <Quoted said={{ by: "server", words: said }} /> : null}
      </dd>
      <dt>{WAITING.next}</dt>
      <dd>{WAITING.nextIn(next)}</dd>
      <dt>{WAITING.asked}</dt>
      <dd>{WAITING.askedTimes(asked, everySeconds)}</dd>
    </>
  );
}

/** All that ticks. */
function Clock({ waiting, usual }: ClockProps) {
  const { what, since, asked, everySeconds, until } = waiting;
  const now = useNow();
  const seconds = secondsSince(since, now);
  return (
    <>
      <div className={styles["clock"]}>
        <p className={styles["big"]}>
          <span>{LONG_WORK[what].since}</span>
          <b>{lasted(seconds)}</b>
        </p>
        <dl className={shared["facts"]}>
          {until === null ? (
            <Asking waiting={waiting} now={now} />
          ) : (
            <Until until={until} now={now} />
          )}
        </dl>
      </div>
      <Ruler
        seconds={seconds}
        asked={until === null ? asked : 0}
        everySeconds={everySeconds}
        usual={usual}
      />
    </>
  );
}
