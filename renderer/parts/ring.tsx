// The quorum of any number of officers: a ring with each officer's mark. Its part of the ring is as full
// as the groups with this officer are proven; the groups that are not are named, a few of them.
import { arcOf, placeOf, RING_SIDE as SIDE } from "../../electron/text/marks.ts";
import { say } from "../text/say.ts";
import { groupsNamed, pairName } from "../text/step-frame.ts";
import { OfficerMark } from "./officer-mark.tsx";
import type { QuorumProps } from "./quorum-props.ts";
import styles from "./ring.module.css";
import { quorumOf, stateOf, subsetsOf, type SubsetState } from "./triangle-geometry.ts";

interface Group {
  readonly seats: readonly number[];
  readonly state: SubsetState;
}

/** Which groups of officers were proven to open the domain together. */
export function Ring(props: QuorumProps) {
  const { officers, proven, opened = [], lost = [], size = "large" } = props;
  const known = proven.map(({ seats }) => seats);
  const groups = subsetsOf(officers.length, quorumOf(props))
    .map((seats): Group => ({ seats, state: stateOf(seats, opened, known, lost) }))
    // One with a lost officer is not counted.
    .filter(({ state }) => state !== "lost");
  const done = groups.filter(({ state }) => state === "proven");
  const said = say("step-frame.quorum.groupsOf", { proven: done.length, all: groups.length });
  return (
    <div className={`${styles["ring"]} ${styles[size]}`} data-picture="ring">
      <div className={styles["drawing"]} role="img" aria-label={said}>
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
          {officers.map(({ seat }) => (
            <Part key={seat} seat={seat} of={officers.length} groups={groups} />
          ))}
        </svg>
        {officers.map(({ seat, name }) => (
          <Place
            key={seat}
            seat={seat}
            name={size === "large" ? name : ""}
            of={officers.length}
            lost={lost.includes(seat)}
            isOpen={opened.includes(seat)}
          />
        ))}
        {size === "small" ? null : (
          <p className={styles["count"]} aria-hidden="true">
            <b>{say("step-frame.quorum.of", { proven: done.length, all: groups.length })}</b>
            <span>{say("step-frame.quorum.groups")}</span>
          </p>
        )}
      </div>
      {size === "small" ? null : <Unproven groups={groups} />}
    </div>
  );
}

interface PartProps {
  readonly seat: number;
  readonly of: number;
  readonly groups: readonly Group[];
}

/** An officer's part of the ring: dots, or filled by the share of their groups that are proven. */
function Part({ seat, of, groups }: PartProps) {
  const theirs = groups.filter(({ seats }) => seats.includes(seat));
  const share = theirs.filter(({ state }) => state === "proven").length / theirs.length;
  return (
    <>
      <path className={styles["open"]} d={arcOf(seat, of)} />
      {share > 0 ? <path className={styles["proven"]} d={arcOf(seat, of, share)} /> : null}
    </>
  );
}

interface PlaceProps {
  readonly seat: number;
  /** "" for none. */
  readonly name: string;
  readonly of: number;
  readonly lost: boolean;
  readonly isOpen: boolean;
}

/** The mark on the ring; outside it the name. */
function Place({ seat, name, of, lost, isOpen }: PlaceProps) {
  const { x, y } = placeOf(seat, of);
  const [left, top] = [x, y].map((value) => `${((100 * value) / SIDE).toFixed(2)}%`);
  const side = Math.abs(x - SIDE / 2) < 1 ? "middle" : x < SIDE / 2 ? "left" : "right";
  return (
    <span
      className={styles["place"]}
      style={{ left, top }}
      data-open={isOpen}
      data-side={side}
      data-low={y > SIDE / 2}>
      <OfficerMark seat={seat} size="l" silent lost={lost} />
      {name === "" ? null : <span className={styles["name"]}>{name}</span>}
    </span>
  );
}

/** At most so many groups are named: nobody compares a longer list. */
const NAMED = 3;

function Unproven({ groups }: { readonly groups: readonly Group[] }) {
  const left = groups.filter(({ state }) => state !== "proven").map(({ seats }) => pairName(seats));
  if (left.length === 0 || left.length === groups.length) return null;
  return <p className={styles["unproven"]}>{groupsNamed(left.slice(0, NAMED), left.length)}</p>;
}
