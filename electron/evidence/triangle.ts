// The quorum of two of three as a picture: officers at the corners, a solid side for each pair that
// opened the domain, and the weave of those pairs, as in the window.
import { saidIn, sentence, type Language } from "../text/text.ts";
import { centred, INK, type At, type Canvas } from "./canvas.ts";
import { printable } from "./faces.ts";
import { drawMark } from "./officer-mark.ts";

interface Triangle {
  /** Of officers 1, 2 and 3. */
  readonly names: readonly [string, string, string];
  readonly proven: readonly (readonly number[])[];
}

export const TRIANGLE = { width: 260, height: 196 } as const;

const CORNERS: readonly [At, At, At] = [
  [130, 22],
  [46, 167.5],
  [214, 167.5],
];
const CENTRE: At = [130, 119];
const PAIRS = [
  [1, 2],
  [1, 3],
  [2, 3],
] as const;
const MARK = 15;
const MARK_SIDE = 35;
const HAIRLINES = 19;

const cornerOf = (seat: number): At => CORNERS[seat - 1] ?? CENTRE;

const between = ([x, y]: At, [toX, toY]: At, part: number): At => [
  x + (toX - x) * part,
  y + (toY - y) * part,
];

/** Draws it with this upper left corner. */
export function drawTriangle(
  canvas: Canvas,
  { names, proven }: Triangle,
  left: number,
  top: number,
  language: Language,
): void {
  const at = ([x, y]: At): At => [left + x, top + y];
  const done = PAIRS.filter((pair) =>
    proven.some((seats) => seats.length === 2 && pair.every((seat) => seats.includes(seat))),
  );
  for (const [a, b] of done) weave(canvas, a, b, at);
  canvas.disc(at(CENTRE), 33, INK.full, 1);
  for (const pair of PAIRS) {
    const [from, to] = pair.map(cornerOf) as [At, At];
    const ends = [at(between(from, to, 0.15)), at(between(from, to, 0.85))] as const;
    if (done.includes(pair)) canvas.rule(...ends, 5, INK.full);
    else canvas.dots(...ends, 1.5, INK.second);
  }
  for (const [i, corner] of CORNERS.entries()) drawMark(canvas, i + 1, at(corner), MARK_SIDE);
  drawNames(canvas, names, at);
  centred(
    canvas,
    "strong",
    17,
    saidIn(language, sentence("paper.proven", { n: done.length, all: PAIRS.length })),
    at([CENTRE[0], CENTRE[1] + 2]),
  );
  const below = saidIn(language, sentence("paper.pairsProven"));
  centred(canvas, "sans", 8.5, below, at([CENTRE[0], CENTRE[1] + 14]));
}

function weave(canvas: Canvas, a: number, b: number, at: (point: At) => At): void {
  const third = 6 - a - b;
  for (let i = 1; i <= HAIRLINES; i += 1) {
    const part = i / (HAIRLINES + 1);
    canvas.rule(
      at(between(cornerOf(a), cornerOf(third), part)),
      at(between(cornerOf(b), cornerOf(third), part)),
      0.35,
      INK.hairline,
    );
  }
}

function drawNames(canvas: Canvas, names: Triangle["names"], at: (point: At) => At): void {
  const [first, second, third] = names;
  const [x, y] = at([CORNERS[0][0] + MARK + 8, CORNERS[0][1] + 4]);
  write(canvas, first, x, y);
  const [left, low] = at([CORNERS[1][0] - MARK + 2, CORNERS[1][1] + MARK + 12]);
  write(canvas, second, left, low);
  const [right] = at([CORNERS[2][0] + MARK + 3, 0]);
  write(canvas, third, right - widthOf(canvas, third), low);
}

const SIZE = 9.5;

/** A name on one line, in faces that have its letters. */
function write(canvas: Canvas, name: string, x: number, y: number): void {
  let at = x;
  for (const { face, text } of printable(name, "sans", canvas.has)) {
    canvas.text(face, SIZE, text, at, y);
    at += canvas.widthOf(face, SIZE, text);
  }
}

const widthOf = (canvas: Canvas, name: string): number =>
  printable(name, "sans", canvas.has).reduce(
    (sum, { face, text }) => sum + canvas.widthOf(face, SIZE, text),
    0,
  );
