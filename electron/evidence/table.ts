// A table over as many pages as it needs: its head again on each, no row cut that fits on a page.
import type { Cell, Table } from "../../ceremony-scripts/index.ts";
import { FILL, INK, type Canvas } from "./canvas.ts";
import { SETTINGS, wrap, type LaidLine, type Setting } from "./lines.ts";
import { drawLines, HEIGHT, heightOf, MARGIN, WIDTH, type Sheet } from "./sheet.ts";

const PAD_X = 5;
const PAD_Y = 5;
const APART = 3;
/** A row that people fill in by hand, in parts or as a whole. */
const ROW_MIN = { printed: 22, partly: 30, blank: 44 } as const;

/** A table up to this part of a page is never cut. */
const SMALL = 0.65;

/** A row's cells as lines, and how high it is. */
interface LaidRow {
  readonly cells: readonly (readonly LaidLine[])[];
  readonly height: number;
}

interface LaidTable {
  readonly head: LaidRow;
  readonly rows: readonly LaidRow[];
  /** The columns' left edges, and the right edge of the last. */
  readonly edges: readonly number[];
  /** For each row the names by which its page is asked for. */
  readonly marks: Table["marks"];
}

/** A table as it will stand on the pages. */
export function layTable({ columns, rows, marks }: Table, canvas: Canvas): LaidTable {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => WIDTH * share / shares);
  const edges = [0, ...widths].map((_, i) =>
    MARGIN + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const row = (cells: readonly Cell[], setting: Setting, min: number): LaidRow => {
    const laid = cells.map((cell, i) => linesOf(cell).flatMap((line, at) =>
      apart(wrap(line, setting, (widths[i] ?? 0) - 2 * PAD_X, canvas), at > 0)));
    return { cells: laid, height: Math.max(min, ...laid.map(heightOf).map(padded)) };
  };
  return {
    head: row(columns.map(({ head }) => head), SETTINGS.head, 0),
    rows: rows.map((cells) => row(cells, SETTINGS.body, leastOf(cells))),
    edges, marks,
  };
}

/** Lines that begin a little under the one before. */
const apart = (lines: readonly LaidLine[], are: boolean): readonly LaidLine[] =>
  are && lines.length > 0 ? [{ placed: [], leading: APART }, ...lines] : lines;

const padded = (height: number): number => height + 2 * PAD_Y;

const linesOf = (cell: Cell) => typeof cell !== "string" ? cell : cell === "" ? [] : [[cell]];

function leastOf(cells: readonly Cell[]): number {
  if (cells.every((cell) => cell === "")) return ROW_MIN.blank;
  return cells.includes("") ? ROW_MIN.partly : ROW_MIN.printed;
}

/** What must be free where a table begins: room for a small one, else for head and first row. */
export function beginningOf({ head, rows }: LaidTable): number {
  const whole = rows.reduce((sum, { height }) => sum + height, head.height);
  if (whole <= HEIGHT * SMALL) return whole;
  return head.height + Math.min(rows[0]?.height ?? 0, HEIGHT - head.height);
}

/** Draws a table from here on. */
export function drawTable(sheet: Sheet, table: LaidTable): void {
  const { head, rows } = table;
  if (sheet.left() < beginningOf(table)) sheet.newPage();
  drawHead(sheet, table);
  rows.forEach((row, i) => {
    const isWhole = row.height <= HEIGHT - head.height;
    if (isWhole && sheet.left() < row.height) anew(sheet, table);
    for (const name of table.marks?.[i] ?? []) sheet.mark(name);
    if (isWhole) drawRow(sheet, table, row);
    else drawInParts(sheet, table, row);
  });
}

function anew(sheet: Sheet, table: LaidTable): void {
  sheet.newPage();
  drawHead(sheet, table);
}

/** A row higher than a page: as many lines on each as there is room for. */
function drawInParts(sheet: Sheet, table: LaidTable, { cells }: LaidRow): void {
  let rest = cells;
  while (rest.some((lines) => lines.length > 0)) {
    const room = sheet.left() - 2 * PAD_Y;
    const part = rest.map((lines) => fitting(lines, room));
    if (part.every((lines) => lines.length === 0)) {
      anew(sheet, table);
      continue;
    }
    const height = padded(Math.max(...part.map(heightOf)));
    drawRow(sheet, table, { cells: part, height });
    rest = rest.map((lines, i) => lines.slice(part[i]?.length ?? 0));
  }
}

function fitting(lines: readonly LaidLine[], room: number): readonly LaidLine[] {
  const count = lines.findIndex((_, i) => heightOf(lines.slice(0, i + 1)) > room);
  return count < 0 ? lines : lines.slice(0, count);
}

function drawHead(sheet: Sheet, { head, edges }: LaidTable): void {
  const { canvas } = sheet;
  const top = sheet.take(head.height);
  canvas.fill(MARGIN, top, WIDTH, head.height, FILL.head);
  for (const y of [top, top + head.height])
    canvas.rule([MARGIN, y], [MARGIN + WIDTH, y], 0.9, INK.full);
  drawCells(canvas, head, edges, top);
}

function drawRow(sheet: Sheet, { edges }: LaidTable, row: LaidRow): void {
  const { canvas } = sheet;
  const top = sheet.take(row.height);
  const bottom = top + row.height;
  canvas.rule([MARGIN, bottom], [MARGIN + WIDTH, bottom], 0.6, INK.second);
  for (const x of edges) canvas.rule([x, top], [x, bottom], 0.6, INK.hairline);
  drawCells(canvas, row, edges, top);
}

function drawCells(
  canvas: Canvas, { cells }: LaidRow, edges: readonly number[], top: number,
): void {
  cells.forEach((lines, i) => {
    drawLines(canvas, lines, (edges[i] ?? 0) + PAD_X, top + PAD_Y);
  });
}
