// The mark of an officer: shape, number and colour, always beside a name.
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
      viewBox="0 0 52 52"
      data-officer={seat}
      {...named}>
      <Shape seat={seat} />
      <text x="26" y={seat === 3 ? 42 : 35.5} data-digits={String(seat).length}>
        {seat}
      </text>
    </svg>
  );
}

/**
 * From the fourth officer on, each unlike every other one in print and without colours: a diamond, a
 * pentagon, a hexagon, a cross, an octagon, a shield and a ticket.
 */
const SHAPES = [
  "M26 1 51 26 26 51 1 26z",
  "M26.0 3.0L49.3 19.9L40.4 47.3L11.6 47.3L2.7 19.9z",
  "M26 3 46 14.5v23L26 49 6 37.5v-23z",
  "M15 4h22v11h11v22H37v11H15V37H4V15h11z",
  "M35.2 3.8L48.2 16.8L48.2 35.2L35.2 48.2L16.8 48.2L3.8 35.2L3.8 16.8L16.8 3.8z",
  "M6 5h40v24c0 10-9 16.5-20 21C15 45.5 6 39 6 29z",
  "M2 8h48v10a8 8 0 0 0 0 16v10H2V34a8 8 0 0 0 0-16z",
] as const;

/** The outline in a square of 52. */
function Shape({ seat }: { readonly seat: number }) {
  if (seat === 1) return <circle className={styles["shape"]} cx="26" cy="26" r="22.5" />;
  if (seat === 2) return <rect className={styles["shape"]} x="6" y="6" width="40" height="40" />;
  if (seat === 3) return <path className={styles["shape"]} d="M26 2.5 51 47H1z" />;
  return <path className={styles["shape"]} d={SHAPES[seat - 4]} />;
}
