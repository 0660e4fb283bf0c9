// The geometry of the quorum triangle: corners, bars, the weave; and the subsets of any quorum.

import type { Point } from "../../electron/text/marks.ts";

export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** The drawing's size; it scales as a unit. */
export const TRIANGLE = { width: 600, height: 440 } as const;

const CORNERS: readonly [Point, Point, Point] = [
  { x: 300, y: 42 },
  { x: 101, y: 386.7 },
  { x: 499, y: 386.7 },
];

/** The middle of the triangle, where the seal is. */
export const CENTRE: Point = { x: 300, y: 271.8 };

/** The corner of officer 1, 2 or 3. */
export const cornerOf = (seat: number): Point => CORNERS[seat - 1] ?? CENTRE;

/** The part of the way from one point to another. */
export const along = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
});

const lengthOf = ({ from, to }: Line): number => Math.hypot(to.x - from.x, to.y - from.y);

/** A line cut short by `gap` at both ends. */
function shorten(line: Line, gap: number): Line {
  const part = Math.min(0.5, gap / lengthOf(line));
  return { from: along(line.from, line.to, part), to: along(line.to, line.from, part) };
}

/** The bar between two officers, with room for their marks. */
export const barOf = (a: number, b: number, gap = 44): Line =>
  shorten({ from: cornerOf(a), to: cornerOf(b) }, gap);

/** Each officer's half of a bar, from the officer's corner to the middle. */
export function halvesOf(bar: Line): readonly [Line, Line] {
  const middle = along(bar.from, bar.to, 0.5);
  return [
    { from: bar.from, to: middle },
    { from: bar.to, to: middle },
  ];
}

/** A short stroke across the middle of a bar, where the two halves meet. */
export function meetingOf(bar: Line, size: number): Line {
  const middle = along(bar.from, bar.to, 0.5);
  const length = lengthOf(bar);
  const across = {
    x: ((-(bar.to.y - bar.from.y) / length) * size) / 2,
    y: (((bar.to.x - bar.from.x) / length) * size) / 2,
  };
  return {
    from: { x: middle.x - across.x, y: middle.y - across.y },
    to: { x: middle.x + across.x, y: middle.y + across.y },
  };
}

/** A pair's own family of hairlines: parallel to its bar, from its officers to the third. */
export function weaveOf(a: number, b: number, lines = 19): readonly Line[] {
  const third = [1, 2, 3].find((seat) => seat !== a && seat !== b) ?? 3;
  return Array.from({ length: lines }, (_, i) => {
    const part = (i + 1) / (lines + 1);
    return {
      from: along(cornerOf(a), cornerOf(third), part),
      to: along(cornerOf(b), cornerOf(third), part),
    };
  });
}

/** The path of one or many lines. */
export const pathOf = (lines: readonly Line[]): string =>
  lines.map(({ from, to }) => `M${at(from)}L${at(to)}`).join("");

const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Every subset of `quorum` of the seats 1 to `officers`, in order. */
export function subsetsOf(officers: number, quorum: number, first = 1): readonly number[][] {
  if (quorum === 0) return [[]];
  const seats = Array.from({ length: Math.max(0, officers - first + 1) }, (_, i) => first + i);
  return seats.flatMap((seat) =>
    subsetsOf(officers, quorum - 1, seat + 1).map((rest) => [seat, ...rest]),
  );
}

/** A subset is proven; running, once one of its shares is open; or open. */
export type SubsetState = "proven" | "running" | "open" | "lost";

/** The state of one subset. */
export function stateOf(
  seats: readonly number[],
  opened: readonly number[],
  proven: readonly (readonly number[])[],
  lost: readonly number[],
): SubsetState {
  if (seats.some((seat) => lost.includes(seat))) return "lost";
  if (proven.some((other) => sameSeats(other, seats))) return "proven";
  return seats.some((seat) => opened.includes(seat)) ? "running" : "open";
}

/** Whether two lists name the same seats. */
export const sameSeats = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((seat) => b.includes(seat));

/** Whether a quorum is drawn as a triangle, each of whose pairs can be named. */
export const isTriangle = (officers: number, quorum: number): boolean =>
  officers === 3 && quorum === 2;

/** How many officers are needed: as given, or as many as in a proven subset. */
export const quorumOf = ({
  quorum,
  proven,
}: {
  readonly quorum?: number;
  readonly proven: readonly { readonly seats: readonly number[] }[];
}): number => quorum ?? proven[0]?.seats.length ?? 2;
