// The quorum of any number of officers as a ring: each officer's part of it is as full as the groups
// with this officer are proven. Beside it whose mark is which.
import { theirs, type Quorum } from "../../ceremony-scripts/index.ts";
import { subsetsOf } from "../../crypto/index.ts";
import { arcOf, placeOf, RING_SIDE } from "../text/marks.ts";
import { saidIn, sentence } from "../text/text.ts";
import { centred, INK, type At, type Canvas } from "./canvas.ts";
import { SETTINGS, wrap } from "./lines.ts";
import { drawMark } from "./officer-mark.ts";
import { drawLines, heightOf, MARGIN, type Sheet } from "./sheet.ts";

const SIDE = 176;
const SCALE = SIDE / RING_SIDE;
const MARK = 27;
/** Between the ring and the names, and between a name and its mark. */
const [GAP, BESIDE] = [30, 9];
const SMALL_MARK = 15;
/** Of a name's row, at least. */
const ROW = 17.5;

/** Its height, and how it is drawn from an upper edge down. */
export function layRing(quorum: Quorum, pages: Sheet) {
  const { canvas, width, language } = pages;
  const left = MARGIN + SIDE + GAP + SMALL_MARK + BESIDE;
  const rows = quorum.names.map((name) => {
    const lines = wrap([theirs(name)], SETTINGS.cell, MARGIN + width - left, canvas);
    return { lines, height: Math.max(ROW, heightOf(lines) + 3) };
  });
  const legend = rows.reduce((sum, { height }) => sum + height, 0);
  const height = Math.max(SIDE, legend);
  const draw = (top: number): void => {
    drawRing(canvas, quorum, [MARGIN, top + (height - SIDE) / 2]);
    let y = top + (height - legend) / 2;
    for (const [i, { lines, height: own }] of rows.entries()) {
      drawMark(canvas, i + 1, [left - BESIDE - SMALL_MARK / 2, y + own / 2], SMALL_MARK);
      drawLines(canvas, lines, left, y + (own - heightOf(lines)) / 2);
      y += own;
    }
    const { proven, all } = countOf(quorum);
    const middle = MARGIN + SIDE / 2;
    const count = saidIn(language, sentence("paper.proven", { n: proven, all }));
    centred(canvas, "strong", 15, count, [middle, top + height / 2 + 2]);
    const below = saidIn(language, sentence("paper.groupsProven"));
    centred(canvas, "sans", 8.5, below, [middle, top + height / 2 + 14]);
  };
  return { height, draw };
}

/** How many groups there are, and how many of them were proven. */
function countOf({ names, required, proven }: Quorum) {
  const groups = groupsOf(names.length, required);
  return { all: groups.length, proven: groups.filter((seats) => isAmong(proven, seats)).length };
}

const groupsOf = (officers: number, required: number) =>
  subsetsOf(
    Array.from({ length: officers }, (_, i) => i + 1),
    required,
  );

const isAmong = (proven: Quorum["proven"], seats: readonly number[]): boolean =>
  proven.some((one) => one.length === seats.length && one.every((seat) => seats.includes(seat)));

function drawRing(canvas: Canvas, { names, required, proven }: Quorum, at: At): void {
  const groups = groupsOf(names.length, required);
  for (const [i] of names.entries()) {
    const seat = i + 1;
    const theirs = groups.filter((seats) => seats.includes(seat));
    const done = theirs.filter((seats) => isAmong(proven, seats)).length;
    const arc = (share?: number): string => arcOf(seat, names.length, share);
    canvas.dotted(arc(), at, SCALE, 4, INK.second);
    if (done > 0) canvas.stroked(arc(done / theirs.length), at, SCALE, 12, INK.full);
    const { x, y } = placeOf(seat, names.length);
    drawMark(canvas, seat, [at[0] + x * SCALE, at[1] + y * SCALE], MARK);
  }
}
