// The mark of an officer: shape, number and colour, always beside a name.
import { digitsAt, MARK_SIDE, outlineOf } from "../../electron/text/marks.ts";
import { officerTitle } from "../text/frame.ts";
import styles from "./officer-mark.module.css";

interface OfficerMarkProps {
  /** 1 to 10: each has a shape and a colour of their own. */
  readonly seat: number;
  readonly size?: "s" | "m" | "l" | "xl";
  /** An unavailable share: a dashed outline. */
  readonly lost?: boolean;
  /** Inverted on the officer's own colour. */
  readonly inverse?: boolean;
  /** Not read out again: the words beside it already name the officer. */
  readonly silent?: boolean;
}

/** The mark of an officer. */
export function OfficerMark({
  seat,
  size = "m",
  lost = false,
  inverse = false,
  silent = false,
}: OfficerMarkProps) {
  const tone = lost ? styles["lost"] : inverse ? styles["inverse"] : styles["plain"];
  const named = silent
    ? ({ "aria-hidden": true } as const)
    : ({ role: "img", "aria-label": officerTitle(seat) } as const);
  return (
    <svg
      className={`${styles["mark"]} ${styles[size]} ${tone}`}
      viewBox={`0 0 ${MARK_SIDE} ${MARK_SIDE}`}
      data-officer={seat}
      {...named}>
      <path className={styles["shape"]} d={outlineOf(seat)} />
      <text x={MARK_SIDE / 2} y={digitsAt(seat)} data-digits={String(seat).length}>
        {seat}
      </text>
    </svg>
  );
}
