// The pages of one paper: where the next thing goes, and what stands at the edge of each page.
import type { Line } from "../../ceremony-scripts/index.ts";
import { PAGE, INK, type Canvas } from "./canvas.ts";
import { SETTINGS, wrap, type LaidLine } from "./lines.ts";

export const MARGIN = 42;
/** The text's width on a page. */
export const WIDTH = PAGE.width - 2 * MARGIN;
const TOP = 62;
const BOTTOM = PAGE.height - 56;
/** The height of a page's text. */
export const HEIGHT = BOTTOM - TOP;
/** How far under its line's top a baseline is, of its leading. */
const RISE = 0.76;

/** What stands at the edge of every page. */
export interface Edge {
  readonly header: Line;
  /** Across every page and in its header, or null. */
  readonly across: string | null;
  readonly footer: Line;
}

export interface Sheet {
  readonly canvas: Canvas;
  /** The height that is left on this page. */
  readonly left: () => number;
  readonly newPage: () => void;
  /** Leaves a gap, but not at the top of a page. */
  readonly gap: (height: number) => void;
  /** Takes this height; the caller saw to it that it is there. @returns its upper edge */
  readonly take: (height: number) => number;
  /** Notes that what has this name stands on this page. */
  readonly mark: (name: string) => void;
  /** The page of each name, from 1. */
  readonly marks: ReadonlyMap<string, number>;
  /** Numbers the pages, when all are there. */
  readonly finish: () => void;
}

/** The first page, empty. */
export function sheet(canvas: Canvas, edge: Edge): Sheet {
  let y = TOP;
  const newPage = (): void => {
    canvas.addPage();
    if (edge.across !== null) canvas.across(edge.across);
    y = TOP;
  };
  newPage();
  const marks = new Map<string, number>();
  return {
    canvas, newPage, marks,
    mark: (name) => {
      if (!marks.has(name)) marks.set(name, canvas.pages());
    },
    left: () => BOTTOM - y,
    gap: (height) => {
      if (y > TOP) y = Math.min(BOTTOM, y + height);
    },
    take: (height) => {
      const at = y;
      y += height;
      return at;
    },
    finish: () => {
      const pages = canvas.pages();
      for (let index = 0; index < pages; index += 1) {
        canvas.toPage(index);
        drawEdge(canvas, edge, `page ${String(index + 1)} of ${String(pages)}`);
      }
    },
  };
}

function drawEdge(canvas: Canvas, { header, across, footer }: Edge, page: string): void {
  const right = PAGE.width - MARGIN;
  const [above, below] = [TOP - 24, BOTTOM + 10];
  const { size, leading } = SETTINGS.edge;
  const line = (top: number, words: Line, end: string | null): void => {
    const [first] = wrap(words, SETTINGS.edge, WIDTH, canvas);
    if (first !== undefined) drawLines(canvas, [first], MARGIN, top);
    if (end === null) return;
    canvas.text("strong", size, end, right - canvas.widthOf("strong", size, end),
      top + leading * RISE);
  };
  line(above - leading - 3, header, across);
  canvas.rule([MARGIN, above], [right, above], 0.75, INK.full);
  canvas.rule([MARGIN, below], [right, below], 0.75, INK.full);
  line(below + 4, footer, page);
}

/** The height of lines one under another. */
export const heightOf = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, { leading }) => sum + leading, 0);

/** Draws lines one under another. */
export function drawLines(
  canvas: Canvas, lines: readonly LaidLine[], x: number, top: number,
): void {
  let y = top;
  for (const { placed, leading } of lines) {
    const baseline = y + leading * RISE;
    for (const one of placed) {
      if (one.text !== null) canvas.text(one.face, one.size, one.text, x + one.x, baseline);
      else {
        const [from, to] = [x + one.x, x + one.x + one.width];
        canvas.rule([from, baseline + 1.5], [to, baseline + 1.5], 0.6, INK.second);
      }
    }
    y += leading;
  }
}
