// The positions of a picture's boxes: areas side by side, each with its boxes in a column. Too many
// areas for one row take several rows.
import type { AreaView, BoxView } from "../../../electron/bridge/deployment-views.ts";
import { said } from "../../text/say.ts";

/** The width of every picture, in units of the drawing. */
export const WIDTH = 1040;
const GAP = 16;
const PAD = 10;
const HEAD = 34;
const BOX_GAP = 8;
/** An area this wide has two columns of boxes, if their titles fit. */
const WIDE = 320;
/** A box of the usual height, and one of a wide column, each with the most lines of its title. */
const [USUAL, LOW] = [
  { height: 84, lines: 3 },
  { height: 66, lines: 2 },
];
/** More areas than this take several rows. */
const MOST_IN_A_ROW = 5;
const ROW_OF_MANY = 3;
/** The widest letter of a box's title. */
const LETTER = 8.9;
const TEXT_PAD = 18;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Place {
  readonly box: BoxView;
  /** The title, in a few lines. */
  readonly lines: readonly string[];
}

export interface PlacedArea extends Place {
  readonly title: AreaView["title"];
  readonly boxes: readonly PlacedBox[];
}

export interface Layout {
  readonly height: number;
  readonly areas: readonly PlacedArea[];
}

/** A picture's layout. */
export function layoutOf(areas: readonly AreaView[]): Layout {
  const perRow = areas.length > MOST_IN_A_ROW ? ROW_OF_MANY : Math.max(1, areas.length);
  const rows = Array.from({ length: Math.ceil(areas.length / perRow) }, (_, row) =>
    areas.slice(row * perRow, (row + 1) * perRow),
  );
  const width = (WIDTH - GAP * (perRow - 1)) / perRow;
  const placed: PlacedArea[] = [];
  let y = 0;
  for (const row of rows) {
    const own = rowOf(row, width, y);
    placed.push(...own);
    y += (own[0]?.height ?? 0) + GAP;
  }
  return { height: Math.max(0, y - GAP), areas: placed };
}

/** One row of areas, as high as the one with the most boxes. */
function rowOf(areas: readonly AreaView[], width: number, y: number): readonly PlacedArea[] {
  const isWide = width >= WIDE;
  const widthOf = (columns: number): number =>
    (width - 2 * PAD - BOX_GAP * (columns - 1)) / columns;
  const titles = areas.flatMap(({ boxes }) => boxes.map(({ title }) => said(title)));
  const columns = isWide && titles.every((one) => fits(one, lettersIn(widthOf(2)))) ? 2 : 1;
  const boxWidth = widthOf(columns);
  const box = isWide && columns === 1 ? LOW : USUAL;
  const most = Math.max(0, ...areas.map(({ boxes }) => Math.ceil(boxes.length / columns)));
  const height = HEAD + most * (box.height + BOX_GAP) + PAD;
  return areas.map(({ title, boxes }, at) => {
    const x = at * (width + GAP);
    return {
      title,
      x,
      y,
      width,
      height,
      boxes: boxes.map((one, n) => ({
        box: one,
        x: x + PAD + (n % columns) * (boxWidth + BOX_GAP),
        y: y + HEAD + Math.floor(n / columns) * (box.height + BOX_GAP),
        width: boxWidth,
        height: box.height,
        lines: linesOf(said(one.title), lettersIn(boxWidth), box.lines),
      })),
    };
  });
}

const lettersIn = (boxWidth: number): number => Math.floor((boxWidth - TEXT_PAD) / LETTER);

/** Whether a usual box has all of a title, and none of its words broken, which German's would be. */
const fits = (title: string, letters: number): boolean =>
  title.split(/(?<=[-. ])/).every((part) => part.trimEnd().length <= letters)
  && !linesOf(title, letters, USUAL.lines).some((line) => line.endsWith("…"));

/** A text in at most this many lines, broken after spaces, hyphens or dots, then cut. */
export function linesOf(text: string, max: number, lines: number): readonly string[] {
  if (text.length <= max || lines === 1) return [short(text, max)];
  const after = (sign: string): number => text.lastIndexOf(sign, max - 1) + 1;
  const cut = Math.max(text.lastIndexOf(" ", max), after("-"), after("."));
  const at = cut > 0 ? cut : max;
  return [text.slice(0, at).trimEnd(), ...linesOf(text.slice(at).trimStart(), max, lines - 1)];
}

/** One line, cut with dots if it is too long. */
export const short = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, Math.max(0, max - 1))}…`;
