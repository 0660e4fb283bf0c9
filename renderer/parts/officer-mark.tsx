// The mark of an officer: shape, number and colour, always beside a name.
import { officerTitle } from "../text/frame.ts";
import styles from "./officer-mark.module.css";

interface OfficerMarkProps {
  /** 1 to N; beyond 3 all share a hexagon in ink. */
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
      viewBox="0 0 52 52"
      data-officer={officerColour(seat)}
      {...named}>
      <Shape seat={seat} />
      <text x="26" y={seat === 3 ? 42 : 35.5}>
        {seat}
      </text>
    </svg>
  );
}

/** The name of an officer's colour, as `data-officer` in base.css knows it. */
export const officerColour = (seat: number): string => (seat <= 3 ? String(seat) : "more");

/** The outline in a square of 52. */
function Shape({ seat }: { readonly seat: number }) {
  if (seat === 1) return <circle className={styles["shape"]} cx="26" cy="26" r="22.5" />;
  if (seat === 2) return <rect className={styles["shape"]} x="6" y="6" width="40" height="40" />;
  if (seat === 3) return <path className={styles["shape"]} d="M26 2.5 51 47H1z" />;
  return <path className={styles["shape"]} d="M26 3 46 14.5v23L26 49 6 37.5v-23z" />;
}
