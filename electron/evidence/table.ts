// A table over as many pages as it needs: its heading on each, no row split that fits on a page,
// none left alone.
import type { Band, Cell, SaidSpan, Table } from "../../ceremony-scripts/index.ts";
import { FILL, INK, type Canvas } from "./canvas.ts";
import { SETTINGS, wordWidth, wrap, type LaidLine, type Setting } from "./lines.ts";
import { drawLines, heightOf, MARGIN, type Sheet } from "./sheet.ts";

const PAD_X = 5;
const PAD_Y = 3.5;
/** Around a word that just fits: what rounding takes is less than this. */
const CELL_PAD = 2 * PAD_X + 0.01;
const APART = 3;
/** A row that people fill in by hand, in parts or as a whole. */
const ROW_MIN = { printed: 0, partly: 28, blank: 40 } as const;

/** A table up to this height is never split, and a row up to that height is never alone. */
const SMALL = 190;
const LOW = 100;

/** Cells as lines, where they are, and their height. */
interface LaidRow {
  readonly cells: readonly (readonly LaidLine[])[];
  readonly height: number;
  /** The cells' left edges, and the right edge of the last. */
  readonly edges: readonly number[];
}

interface LaidTable {
  readonly head: LaidRow;
  readonly rows: readonly LaidRow[];
  /** For each row the band over it, and the band's form on a further page; or null. */
  readonly bands: readonly (LaidBand | null)[];
  /** For each row the names by which its page is referred to. */
  readonly marks: Table["marks"];
  /** The height of a whole page. */
  readonly page: number;
}

interface LaidBand {
  readonly first: LaidRow;
  readonly again: LaidRow;
}

const NO_HEAD: LaidRow = { cells: [], edges: [], height: 0 };

/** A table with its layout. */
export function layTable(
  { columns, rows, bands, marks }: Table<SaidSpan>,
  sheet: Sheet,
): LaidTable {
  const { canvas, height, width } = sheet;
  const heads = columns.map(({ head }) => head);
  const least = leastWidths(rows, SETTINGS.cell, canvas);
  const edges = edgesOf(
    columns.map(({ share }) => share),
    width,
    leastWidths([heads], SETTINGS.head, canvas).map((head, i) => Math.max(head, least[i] ?? 0)),
  );
  const row = (cells: readonly Cell<SaidSpan>[], setting: Setting, min: number): LaidRow =>
    layRow(cells, edges, setting, min, canvas);
  const band = (one: Band<SaidSpan> | null): LaidBand | null => {
    if (one === null) return null;
    const least = leastWidths([one.cells, one.again], SETTINGS.band, canvas, SETTINGS.bandHead);
    const at = edgesOf(one.shares, width, least);
    const laid = (cells: readonly Cell<SaidSpan>[]): LaidRow =>
      layRow(cells, at, SETTINGS.band, 0, canvas, SETTINGS.bandHead);
    return { first: laid(one.cells), again: laid(one.again) };
  };
  return {
    head: heads.every((head) => head === "") ? NO_HEAD : row(heads, SETTINGS.head, 0),
    rows: rows.map((cells) => row(cells, SETTINGS.cell, bands === undefined ? leastOf(cells) : 0)),
    bands: rows.map((_, i) => band(bands?.[i] ?? null)),
    marks,
    page: height,
  };
}

/**
 * The edges of columns by their shares. One in which a word would be broken gets the width for it, from
 * those that have more than their own words need; if these have too little, by shares alone.
 */
function edgesOf(
  shares: readonly number[],
  width: number,
  least: readonly number[],
): readonly number[] {
  const all = sumOf(shares);
  const over = shares.map((share, i) => (width / all) * share - (least[i] ?? 0));
  const lacks = sumOf(over.map((one) => Math.max(0, -one)));
  const spare = sumOf(over.map((one) => Math.max(0, one)));
  const isFair = lacks === 0 || lacks > spare;
  const more = over.map((one) => (one < 0 ? -one : (-one * lacks) / spare));
  return [0, ...shares].map((_, i) => {
    const edge = MARGIN + (width / all) * sumOf(shares.slice(0, i));
    return isFair ? edge : edge + sumOf(more.slice(0, i));
  });
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/** The width of each column in which none of its words is broken. */
function leastWidths(
  rows: readonly (readonly Cell<SaidSpan>[])[],
  setting: Setting,
  canvas: Canvas,
  first: Setting = setting,
): readonly number[] {
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from(
    { length: columns },
    (_, i) =>
      Math.max(
        0,
        ...rows.flatMap((cells) =>
          linesOf(cells[i] ?? "").map((line) => wordWidth(line, i === 0 ? first : setting, canvas)),
        ),
      ) + CELL_PAD,
  );
}

function layRow(
  cells: readonly Cell<SaidSpan>[],
  edges: readonly number[],
  setting: Setting,
  min: number,
  canvas: Canvas,
  first: Setting = setting,
): LaidRow {
  const laid = cells.map((cell, i) => {
    const width = (edges[i + 1] ?? 0) - (edges[i] ?? 0) - 2 * PAD_X;
    return linesOf(cell).flatMap((line, at) =>
      apart(wrap(line, i === 0 ? first : setting, width, canvas), at > 0),
    );
  });
  return { cells: laid, edges, height: Math.max(min, ...laid.map(heightOf).map(padded)) };
}

/** Lines that begin slightly below the one before. */
const apart = (lines: readonly LaidLine[], are: boolean): readonly LaidLine[] =>
  are && lines.length > 0 ? [{ placed: [], leading: APART }, ...lines] : lines;

const padded = (height: number): number => height + 2 * PAD_Y;

const linesOf = (cell: Cell<SaidSpan>) =>
  typeof cell !== "string" ? cell : cell === "" ? [] : [[cell]];

function leastOf(cells: readonly Cell<SaidSpan>[]): number {
  if (cells.every((cell) => cell === "")) return ROW_MIN.blank;
  return cells.includes("") ? ROW_MIN.partly : ROW_MIN.printed;
}

/** The free height that a table needs to begin: all of a small one, else its heading and two rows. */
export function beginningOf(table: LaidTable): number {
  const { head, rows, bands, page } = table;
  const whole = rows.reduce((sum, { height }, i) => sum + height + bandOf(bands, i), head.height);
  if (whole <= SMALL) return whole;
  const two =
    neededAt(table, 0)
    + (rows.length > 2 && isLow(table, 1) && bands.every((band) => band === null)
      ? neededAt(table, 1)
      : 0);
  return head.height + Math.min(two, page - head.height);
}

const bandOf = (bands: LaidTable["bands"], i: number): number => bands[i]?.first.height ?? 0;

const isLow = ({ rows }: LaidTable, i: number): boolean => (rows[i]?.height ?? LOW + 1) <= LOW;

/** A row with its band; and with the next one, if that would be the last of its kind. */
function neededAt(table: LaidTable, i: number): number {
  const { rows, bands } = table;
  const own = bandOf(bands, i) + (rows[i]?.height ?? 0);
  const isLast = (at: number): boolean =>
    at === rows.length - 1 || (bands[at + 1] ?? null) !== null;
  const leads = i + 1 < rows.length && !isLast(i) && isLast(i + 1);
  return leads && isLow(table, i) && isLow(table, i + 1) ? own + (rows[i + 1]?.height ?? 0) : own;
}

/** Draws a table from here on. */
export function drawTable(sheet: Sheet, table: LaidTable): void {
  const { head, rows, bands, marks } = table;
  if (sheet.left() < beginningOf(table)) sheet.newPage();
  drawHead(sheet, head);
  let band: LaidBand | null = null;
  rows.forEach((row, i) => {
    const begins = bands[i] ?? null;
    const isWhole = row.height + bandOf(bands, i) <= table.page - head.height;
    if (isWhole && sheet.left() < neededAt(table, i)) {
      anew(sheet, head, begins === null ? band : null);
    }
    if (begins !== null) drawBand(sheet, begins.first);
    band = begins ?? band;
    for (const name of marks?.[i] ?? []) sheet.mark(name);
    if (isWhole) drawRow(sheet, row);
    else drawInParts(sheet, head, row);
  });
}

function anew(sheet: Sheet, head: LaidRow, band: LaidBand | null): void {
  sheet.newPage();
  drawHead(sheet, head);
  if (band !== null) drawBand(sheet, band.again);
}

/** A row higher than a page: on each page as many lines as fit. */
function drawInParts(sheet: Sheet, head: LaidRow, { cells, edges }: LaidRow): void {
  let rest = cells;
  while (rest.some((lines) => lines.length > 0)) {
    const room = sheet.left() - 2 * PAD_Y;
    const part = rest.map((lines) => fitting(lines, room));
    if (part.every((lines) => lines.length === 0)) {
      anew(sheet, head, null);
      continue;
    }
    const height = padded(Math.max(...part.map(heightOf)));
    drawRow(sheet, { cells: part, height, edges });
    rest = rest.map((lines, i) => lines.slice(part[i]?.length ?? 0));
  }
}

function fitting(lines: readonly LaidLine[], room: number): readonly LaidLine[] {
  const count = lines.findIndex((_, i) => heightOf(lines.slice(0, i + 1)) > room);
  return count < 0 ? lines : lines.slice(0, count);
}

const drawHead = (sheet: Sheet, head: LaidRow): void =>
  drawBar(sheet, head, FILL.head, [0.9, INK.full]);

/** On a lighter background than the heading. */
const drawBand = (sheet: Sheet, band: LaidRow): void =>
  drawBar(sheet, band, FILL.band, [0.6, INK.second]);

/** A row on a background, between two rules of this weight and ink. */
function drawBar(
  sheet: Sheet,
  bar: LaidRow,
  ground: string,
  [weight, ink]: readonly [number, string],
): void {
  const { canvas, width } = sheet;
  const top = sheet.take(bar.height);
  canvas.fill(MARGIN, top, width, bar.height, ground);
  for (const y of [top, top + bar.height])
    canvas.rule([MARGIN, y], [MARGIN + width, y], weight, ink);
  drawCells(canvas, bar, top);
}

function drawRow(sheet: Sheet, row: LaidRow): void {
  const { canvas, width } = sheet;
  const top = sheet.take(row.height);
  const bottom = top + row.height;
  canvas.rule([MARGIN, bottom], [MARGIN + width, bottom], 0.6, INK.second);
  for (const x of row.edges) canvas.rule([x, top], [x, bottom], 0.6, INK.hairline);
  drawCells(canvas, row, top);
}

function drawCells(canvas: Canvas, { cells, edges }: LaidRow, top: number): void {
  cells.forEach((lines, i) => drawLines(canvas, lines, (edges[i] ?? 0) + PAD_X, top + PAD_Y));
}
