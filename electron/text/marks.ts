// What people recognise officers by, in the window and on paper: a mark for each seat, and the ring of
// a quorum.

/** An outline is in a square of this side. */
export const MARK_SIDE = 52;

/**
 * Each unlike every other one in print and without colours: a disc, a square, a triangle, a diamond, a
 * pentagon, a hexagon, a cross, an octagon, a shield and a ticket.
 */
const OUTLINES = [
  "M3.5 26C3.5 13.57 13.57 3.5 26 3.5S48.5 13.57 48.5 26 38.43 48.5 26 48.5 3.5 38.43 3.5 26z",
  "M6 6h40v40H6z",
  "M26 2.5 51 47H1z",
  "M26 1 51 26 26 51 1 26z",
  "M26.0 3.0L49.3 19.9L40.4 47.3L11.6 47.3L2.7 19.9z",
  "M26 3 46 14.5v23L26 49 6 37.5v-23z",
  "M15 4h22v11h11v22H37v11H15V37H4V15h11z",
  "M35.2 3.8L48.2 16.8L48.2 35.2L35.2 48.2L16.8 48.2L3.8 35.2L3.8 16.8L16.8 3.8z",
  "M6 5h40v24c0 10-9 16.5-20 21C15 45.5 6 39 6 29z",
  "M2 8h48v10a8 8 0 0 0 0 16v10H2V34a8 8 0 0 0 0-16z",
] as const;

/** The outline of a seat's mark, as an SVG path; the seats are 1 to 10. */
export const outlineOf = (seat: number): string => OUTLINES[seat - 1] ?? OUTLINES[0];

/** The baseline of the number on it: the triangle is widest at its foot. */
export const digitsAt = (seat: number): number => (seat === 3 ? 42 : 35.5);

/** A point in a drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The ring is in a square of this side. */
export const RING_SIDE = 440;
const MIDDLE = RING_SIDE / 2;
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

/** Where an officer's mark is on the ring: the first one's at the top, the others clockwise. */
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
