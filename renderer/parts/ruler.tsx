// The waiting ruler: elapsed time, each question asked, and when it usually ends.
import { askedAt, askingAt, rulerMinutes } from "./ruler-scale.ts";
import styles from "./ruler.module.css";
import { say } from "../text/say.ts";

interface RulerProps {
  /** Seconds waited so far. */
  readonly seconds: number;
  readonly asked: number;
  readonly everySeconds: number;
  /** Minutes in which it is usually ready, or null. */
  readonly usual: readonly [number, number] | null;
}

const [LEFT, RIGHT, BASE] = [4, 616, 48];

/** The ruler. The screen around it states the same in words. */
export function Ruler({ seconds, asked, everySeconds, usual }: RulerProps) {
  const minutes = rulerMinutes(seconds);
  const x = (part: number): number => LEFT + (RIGHT - LEFT) * Math.min(1, part);
  const here = x(seconds / 60 / minutes);
  const coming = askingAt(everySeconds, seconds, minutes, usual?.[1] ?? 0);
  return (
    <svg
      className={styles["ruler"]}
      viewBox="0 0 620 80"
      role="img"
      aria-label={say("waiting.ruler", { minutes: Math.floor(seconds / 60), asked })}>
      {usual === null ? null : <Usual from={x(usual[0] / minutes)} to={x(usual[1] / minutes)} />}
      <path className={styles["base"]} d={`M${LEFT} ${BASE}H${RIGHT}`} />
      <path className={styles["gone"]} d={`M${LEFT - 1} ${BASE}H${here}`} />
      <Minutes minutes={minutes} x={x} />
      {askedAt(asked, everySeconds, seconds, minutes).map((part) => (
        <circle key={part} className={styles["asked"]} cx={x(part)} cy="35" r="4.5" />
      ))}
      {coming.map((part, i) => (
        <circle key={i} className={styles["asking"]} cx={x(part)} cy="35" r="4.5" />
      ))}
      <path className={styles["here"]} d={`M${here - 8} 6h16l-8 13z`} />
      <path className={styles["tick"]} d={`M${here} 16V${BASE}`} />
    </svg>
  );
}

function Usual({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <>
      <rect className={styles["usual"]} x={from} y="22" width={to - from} height="26" />
      <text x={(from + to) / 2} y="14">
        {say("waiting.usual")}
      </text>
    </>
  );
}

interface MinutesProps {
  readonly minutes: number;
  readonly x: (part: number) => number;
}

function Minutes({ minutes, x }: MinutesProps) {
  const every = minutes > 30 ? 5 : 1;
  const all = Array.from({ length: minutes / every + 1 }, (_, i) => i * every);
  const worded = minutes > 30 ? 15 : 5;
  return all.map((minute) => (
    <g key={minute}>
      <path
        className={styles["tick"]}
        d={`M${x(minute / minutes)} ${BASE}v${minute % worded === 0 ? 10 : 7}`}
      />
      {minute % worded === 0 ? (
        <text x={x(minute / minutes)} y="75" className={edge(minute, minutes)}>
          {say("waiting.minutes", { minutes: minute })}
        </text>
      ) : null}
    </g>
  ));
}

const edge = (minute: number, minutes: number): string | undefined =>
  minute === 0 ? styles["first"] : minute === minutes ? styles["last"] : undefined;
