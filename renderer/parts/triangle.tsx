// Two of three officers as a triangle: a side is solid if that pair opened the domain.
import { say } from "../text/say.ts";
import { clockTime } from "../text/times.ts";
import { pairName, provenPairsLine } from "../text/step-frame.ts";
import { OfficerMark } from "./officer-mark.tsx";
import type { Proven, QuorumProps } from "./quorum-props.ts";
import {
  barOf,
  CENTRE,
  halvesOf,
  meetingOf,
  pathOf,
  sameSeats,
  stateOf,
  subsetsOf,
  TRIANGLE,
  weaveOf,
  type SubsetState,
} from "./triangle-geometry.ts";
import styles from "./triangle.module.css";

/** Which officers were proven to open the domain together. */
export function Triangle(props: QuorumProps) {
  const { officers, proven, opened = [], lost = [], size = "large" } = props;
  const pairs = subsetsOf(3, 2).map(([a = 1, b = 2]) => ({
    a,
    b,
    state: stateOf(
      [a, b],
      opened,
      proven.map(({ seats }) => seats),
      lost,
    ),
  }));
  // A pair that includes a lost officer is not counted, and has no words.
  const had = pairs.filter(({ state }) => state !== "lost");
  const done = had.filter(({ state }) => state === "proven");
  const announcement = provenPairsLine(
    done.map(({ a, b }) => pairName([a, b])),
    had.length,
  );
  return (
    <div
      className={`${styles["triangle"]} ${styles[size]}`}
      data-times={props.times === true}
      role="img"
      aria-label={announcement}>
      {size === "small" ? null : <Name seat={1} officers={officers} />}
      <div className={styles["drawing"]}>
        <svg viewBox={`0 0 ${TRIANGLE.width} ${TRIANGLE.height}`} aria-hidden="true">
          {size === "large" ? <Weave pairs={done} /> : null}
          {size === "large" ? <Seal /> : null}
          {pairs.map((pair) => (
            <Bar key={`${pair.a}${pair.b}`} {...pair} opened={opened} size={size} />
          ))}
        </svg>
        {[1, 2, 3].map((seat) => (
          <span key={seat} className={`${styles["corner"]} ${styles[`corner-${seat}`]}`}>
            <OfficerMark seat={seat} size="l" silent lost={lost.includes(seat)} />
          </span>
        ))}
        {size === "small" ? null : <Words {...props} pairs={had} />}
      </div>
      {size === "small" ? null : (
        <div className={styles["names"]}>
          <Name seat={2} officers={officers} />
          <PairWords {...props} pair={had.find(({ a }) => a === 2)} />
          <Name seat={3} officers={officers} />
        </div>
      )}
    </div>
  );
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly state: SubsetState;
}

function Weave({ pairs }: { readonly pairs: readonly Pair[] }) {
  return pairs.map(({ a, b }) => (
    <path key={`${a}${b}`} className={styles["weave"]} d={pathOf(weaveOf(a, b))} />
  ));
}

function Seal() {
  return (
    <>
      <circle className={styles["seal"]} cx={CENTRE.x} cy={CENTRE.y} r="74" />
      <circle className={styles["seal-in"]} cx={CENTRE.x} cy={CENTRE.y} r="68" />
    </>
  );
}

interface BarProps extends Pair {
  readonly opened: readonly number[];
  readonly size: "large" | "small";
}

/** Open: dots. Running: hollow, filled from each corner. Proven: solid, with a tick. */
function Bar({ a, b, state, opened, size }: BarProps) {
  const bar = barOf(a, b, size === "large" ? 44 : 64);
  const d = pathOf([bar]);
  if (state === "lost") return null;
  if (state === "open") return <path className={styles["open"]} d={d} />;
  if (state === "proven")
    return (
      <>
        <path className={styles["proven"]} d={d} />
        {size === "large" ? (
          <Tick x={(bar.from.x + bar.to.x) / 2} y={(bar.from.y + bar.to.y) / 2} />
        ) : null}
      </>
    );
  const [half, other] = halvesOf(bar);
  return (
    <>
      <path className={styles["tube"]} d={d} />
      <path className={styles["core"]} d={d} />
      {[
        { seat: a, line: half },
        { seat: b, line: other },
      ].map(({ seat, line }) => (
        <path
          key={seat}
          className={styles["half"]}
          pathLength="1"
          d={pathOf([line])}
          data-officer={seat}
          data-filled={opened.includes(seat)}
        />
      ))}
      <path className={styles["meeting"]} d={pathOf([meetingOf(bar, 20)])} />
    </>
  );
}

function Tick({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <circle className={styles["plate"]} cx={x} cy={y} r="17" />
      <path className={styles["tick"]} d={`M${x - 7} ${y + 0.5}l5 5.5 9.5-11`} />
    </>
  );
}

interface NameProps {
  readonly seat: number;
  readonly officers: QuorumProps["officers"];
}

function Name({ seat, officers }: NameProps) {
  const { name = "" } = officers.find((officer) => officer.seat === seat) ?? {};
  return <p className={`${styles["name"]} ${styles[`name-${seat}`]}`}>{name}</p>;
}

interface WordsProps extends QuorumProps {
  readonly pairs: readonly Pair[];
}

/** The state of officer 1's pairs beside their bars, the count on the seal. */
function Words({ pairs, ...props }: WordsProps) {
  const done = pairs.filter(({ state }) => state === "proven").length;
  return (
    <>
      {[2, 3].map((seat) => (
        <PairWords key={seat} {...props} pair={pairs.find(({ a, b }) => a === 1 && b === seat)} />
      ))}
      <p className={styles["count"]}>
        <b>{say("step-frame.quorum.of", { proven: done, all: pairs.length })}</b>
        <span>{say("step-frame.quorum.pairs")}</span>
      </p>
    </>
  );
}

interface PairWordsProps extends QuorumProps {
  readonly pair: Pair | undefined;
}

/** A pair's name and state. */
function PairWords({ pair, proven, times = false }: PairWordsProps) {
  if (pair === undefined) return <span />;
  const { a, b, state } = pair;
  return (
    <p className={`${styles["pair"]} ${styles[`pair-${a}${b}`]}`}>
      <b>{pairName([a, b])}</b>
      <PairState state={state} at={times ? provenAt(proven, [a, b]) : null} />
    </p>
  );
}

const provenAt = (proven: readonly Proven[], pair: readonly number[]): string | null =>
  proven.find(({ seats }) => sameSeats(seats, pair))?.at ?? null;

interface PairStateProps {
  readonly state: SubsetState;
  readonly at: string | null;
}

function PairState({ state, at }: PairStateProps) {
  if (state === "lost") return null;
  if (state !== "proven") return <span>{say(`step-frame.quorum.${state}`)}</span>;
  return (
    <>
      <span>{say("step-frame.quorum.proven")}</span>
      {at === null ? null : <span>{clockTime(at)}</span>}
    </>
  );
}
