// The HSM works, and is only polled: elapsed time, its last answer, the next question, the ruler.
import { NothingToPress } from "../parts/main-action.tsx";
import { Quoted } from "../parts/quoted.tsx";
import { Ruler } from "../parts/ruler.tsx";
import { Section } from "../parts/section.tsx";
import type { CurrentStep, WorkingNow } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { useNow } from "../stores/now.ts";
import { said, say } from "../text/say.ts";
import { clockTime, lasted, secondsSince } from "../text/times.ts";
import { sureLine, USUAL } from "../text/waiting.ts";
import { RecordPart } from "./step-frame.tsx";
import shared from "./step.module.css";
import styles from "./work.module.css";

type WaitingNow = NonNullable<WorkingNow["waiting"]>;

interface WaitingProps extends StepProps {
  readonly waiting: WaitingNow;
}

export function Waiting({ step, waiting }: WaitingProps) {
  const { what } = waiting;
  const kept = isKept(step, waiting);
  const sure = kept ? sureLine(what, step.view.mode) : say("waiting.notKept.sure");
  const power = ([0, 1, 2] as const).map((n) =>
    kept ? say(`waiting.longWork.${what}.power.${n}`) : say(`waiting.notKept.power.${n}`),
  );
  return (
    <>
      <Section label={say("step-frame.step.now")} now>
        <Clock waiting={waiting} usual={USUAL[what]} />
        <p className={styles["sure"]}>{sure}</p>
      </Section>
      <Section label={say("waiting.powerLabel")}>
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
      <NothingToPress>{say("waiting.nothing")}</NothingToPress>
    </>
  );
}

/** An activation is also waited for after its answer was lost: then nothing is safe yet. */
const isKept = ({ view }: CurrentStep, { what }: WaitingNow): boolean =>
  what !== "activation"
  || (view.ceremony?.ledger ?? []).some(({ type }) => type === "domain-written");

interface ClockProps {
  readonly waiting: WaitingNow;
  readonly usual: readonly [number, number] | null;
}

/** The earliest end, and the time left. */
function Until({ until, now }: { readonly until: string; readonly now: number }) {
  const left = Math.max(0, (Date.parse(until) - now) / 1000);
  return (
    <>
      <dt>{say("waiting.until")}</dt>
      <dd>
        <b>{clockTime(until)}</b>, {say("waiting.left", { time: lasted(left) })}
      </dd>
    </>
  );
}

/** The HSM's last answer, and when it is asked again. */
function Asking({ waiting, now }: { readonly waiting: WaitingNow; readonly now: number }) {
  const { since, asked, everySeconds, lastState, lastAt, said: words, sentence } = waiting;
  const next = Math.ceil(everySeconds - secondsSince(lastAt ?? since, now));
  return (
    <>
      <dt>{say("waiting.lastAnswer")}</dt>
      <dd aria-live="polite">
        <b>{lastState === null ? say("waiting.none") : say(`waiting.answers.${lastState}`)}</b>
        {lastAt === null ? null : `, ${clockTime(lastAt)}`}
        {sentence === "" ? null : <span className={styles["said"]}>{said(sentence)}</span>}
        {lastState === "unknown" ? <Quoted said={{ by: "server", words }} /> : null}
      </dd>
      <dt>{say("waiting.next")}</dt>
      <dd>{say("waiting.nextIn", { seconds: Math.max(0, next) })}</dd>
      <dt>{say("waiting.asked")}</dt>
      <dd>
        {say("waiting.askedTimes", { times: asked, every: Math.max(1, Math.round(everySeconds)) })}
      </dd>
    </>
  );
}

/** The parts that tick. */
function Clock({ waiting, usual }: ClockProps) {
  const { what, since, asked, everySeconds, until } = waiting;
  const now = useNow();
  const seconds = secondsSince(since, now);
  return (
    <>
      <div className={styles["clock"]}>
        <p className={styles["big"]}>
          <span>{say(`waiting.longWork.${what}.since`)}</span>
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
