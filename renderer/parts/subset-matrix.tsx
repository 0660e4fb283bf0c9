// A quorum of more than three officers: every subset of its size, by the officers' numbers.
import { QUORUM } from "../text/step-frame.ts";
import { Icon } from "./icon.tsx";
import { quorumOf, stateOf, subsetsOf } from "./triangle-geometry.ts";
import type { TriangleProps } from "./triangle.tsx";
import styles from "./triangle.module.css";

/** All subsets; solid with a tick when proven. The small one has the bare cells. */
export function SubsetMatrix(props: TriangleProps) {
  const { officers, proven, opened = [], lost = [], size = "large" } = props;
  const known = proven.map(({ seats }) => seats);
  const subsets = subsetsOf(officers.length, quorumOf(props))
    .map((seats) => ({ seats, state: stateOf(seats, opened, known, lost) }));
  const done = subsets.filter(({ state }) => state === "proven").length;
  const small = size === "small";
  const named = small
    ? { role: "img", "aria-label": `${QUORUM.of(done, subsets.length)} ${QUORUM.groups}` } : {};
  return (
    <div className={styles[size]} {...named}>
      {small ? null : (
        <p className={styles["total"]}>
          <b>{QUORUM.of(done, subsets.length)}</b> {QUORUM.groups}
        </p>
      )}
      <ul className={styles["matrix"]}>
        {subsets.map(({ seats, state }) => (
          <li key={QUORUM.pair(seats)} className={styles["subset"]} data-state={state}>
            {small ? null : QUORUM.pair(seats)}
            {!small && state === "proven" ? <Icon name="check" label={QUORUM.proven} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
