// The geometry of the quorum's ring: each officer's place, and their part of the ring.
import type { Point } from "./triangle-geometry.ts";

/** The drawing is a square of this side; it scales as a unit. */
export const SIDE = 440;
const MIDDLE = SIDE / 2;
/** Of the circle of marks, and of the ring inside it. */
const [OUTER, INNER] = [176, 122];
/** Between two officers' parts of the ring, as an angle. */
const GAP = Math.PI / 45;

/** A place on a circle by its angle, clockwise from the top. */
const at = (radius: number, angle: number): Point => ({
  x: MIDDLE + radius * Math.sin(angle),
  y: MIDDLE - radius * Math.cos(angle),
});

const angleOf = (seat: number, officers: number): number => ((seat - 1) / officers) * 2 * Math.PI;

/** Where an officer's mark is: the first one's at the top, the others clockwise. */
export const placeOf = (seat: number, officers: number): Point =>
  at(OUTER, angleOf(seat, officers));

/** The path of an officer's part of the ring, or of its first share (0 to 1) of it. */
export function arcOf(seat: number, officers: number, share = 1): string {
  const half = Math.PI / officers - GAP;
  const from = angleOf(seat, officers) - half;
  const [a, b] = [at(INNER, from), at(INNER, from + 2 * half * share)];
  const isLong = 2 * half * share > Math.PI ? 1 : 0;
  return `M${text(a)}A${INNER} ${INNER} 0 ${isLong} 1 ${text(b)}`;
}

const text = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
