// What must be true, point by point: the result, in plain words, and what to do.
import type { WindowView } from "../../electron/bridge/view.ts";
import { Icon } from "../parts/icon.tsx";
import { said, say } from "../text/say.ts";
import styles from "./preflight-points.module.css";

type Point = NonNullable<WindowView["preflight"]>[number];

const ICONS = { good: "check", decide: "ring", wrong: "cross", accepted: "check" } as const;

/** The list, failed points first. */
export function Points({ points }: { readonly points: readonly Point[] }) {
  return (
    <ul className={styles["points"]}>
      {[...points]
        .sort((a, b) => rank(a) - rank(b))
        .map((point) => (
          <li key={said(point.sentence)} data-verdict={stateOf(point)}>
            <Icon name={ICONS[stateOf(point)]} size="m" />
            <b>{say(`preflight.words.${stateOf(point)}`)}</b>
            <div>
              <p>{said(point.sentence)}</p>
              {point.next === "" || stateOf(point) === "accepted" ? null : (
                <p className={styles["next"]}>{said(point.next)}</p>
              )}
            </div>
          </li>
        ))}
    </ul>
  );
}

/** An accepted point counts as good. */
const stateOf = ({ verdict, accepted }: Point): keyof typeof ICONS =>
  verdict === "decide" && accepted ? "accepted" : verdict;

const rank = (point: Point): number =>
  ["wrong", "decide", "accepted", "good"].indexOf(stateOf(point));

/** Points that people still have to decide. */
export const undecided = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ verdict, accepted }) => verdict === "decide" && !accepted);
