// The pages of one paper: where the next block goes, and what is at the edge of each page.
import type { Line, SaidSpan } from "../../ceremony-scripts/index.ts";
import { saidIn, sentence, type Language } from "../text/text.ts";
import { INK, type Canvas } from "./canvas.ts";
import { SETTINGS, wrap, type LaidLine } from "./lines.ts";
import { drawCode } from "./qr-code.ts";

export const MARGIN = 46;
const TOP = 58;
/** Free space under the text: for the edge, and for printers' margins. */
const FOOT = 62;
/** The distance of a baseline from its line's top, in leadings. */
const RISE = 0.76;

/** What is at the edge of every page. */
export interface Edge {
  readonly header: Line<SaidSpan>;
  /** Across every page and in its header, or null. */
  readonly across: string | null;
  /** What every page is bound to, and by which words. */
  readonly footer: readonly [what: Line<SaidSpan>, words: Line<SaidSpan>];
  readonly language: Language;
}

export interface Sheet {
  readonly canvas: Canvas;
  readonly language: Language;
  /** The text's width and height on a page. */
  readonly width: number;
  readonly height: number;
  /** The height that is left on this page. */
  readonly left: () => number;
  readonly newPage: () => void;
  /** Leaves a gap, except at the top of a page. */
  readonly gap: (height: number) => void;
  /** Takes this height, which the caller has checked. @returns its upper edge */
  readonly take: (height: number) => number;
  /** Notes that this mark is on this page. */
  readonly mark: (name: string) => void;
  /** The page of each mark, from 1. */
  readonly marks: ReadonlyMap<string, number>;
  /** Numbers the pages, when all are there. */
  readonly finish: () => void;
}

/** The first page, empty. */
export function sheet(canvas: Canvas, edge: Edge): Sheet {
  const bottom = canvas.page.height - FOOT;
  let y = TOP;
  const newPage = (): void => {
    canvas.addPage();
    if (edge.across !== null) canvas.across(edge.across);
    y = TOP;
  };
  newPage();
  const marks = new Map<string, number>();
  return {
    canvas,
    language: edge.language,
    newPage,
    marks,
    width: canvas.page.width - 2 * MARGIN,
    height: bottom - TOP,
    mark: (name) => {
      if (!marks.has(name)) marks.set(name, canvas.pages());
    },
    left: () => bottom - y,
    gap: (height) => {
      if (y > TOP) y = Math.min(bottom, y + height);
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
        const page = sentence("paper.page", { n: index + 1, all: pages });
        drawEdge(canvas, edge, saidIn(edge.language, page));
      }
    },
  };
}

function drawEdge(canvas: Canvas, { header, across, footer }: Edge, page: string): void {
  const { width, height } = canvas.page;
  const right = width - MARGIN;
  const [above, below] = [TOP - 20, height - FOOT + 10];
  const laid = (line: Line<SaidSpan>, end: string): readonly LaidLine[] =>
    wrap(line, SETTINGS.edge, right - MARGIN - widthOf(canvas, end) - LEAST, canvas);
  const head = laid(header, across ?? "");
  drawLines(canvas, head, MARGIN, above - 3 - heightOf(head));
  if (across !== null) drawEnd(canvas, across, above - 3 - SETTINGS.edge.leading);
  canvas.rule([MARGIN, above], [right, above], 0.75, INK.full);
  canvas.rule([MARGIN, below], [right, below], 0.75, INK.full);
  const [what, words] = footer;
  const whole = laid([...what, " ", ...words], page);
  drawLines(
    canvas,
    whole.length === 1
      ? whole
      : [...laid(what, page), ...wrap(words, SETTINGS.edge, right - MARGIN, canvas)],
    MARGIN,
    below + 4,
  );
  drawEnd(canvas, page, below + 4);
}

/** The minimum space between a line and the text at its end. */
const LEAST = 12;

const widthOf = (canvas: Canvas, end: string): number =>
  canvas.widthOf("strong", SETTINGS.edge.size, end);

/** At the right edge. */
function drawEnd(canvas: Canvas, end: string, top: number): void {
  canvas.text(
    "strong",
    SETTINGS.edge.size,
    end,
    canvas.page.width - MARGIN - widthOf(canvas, end),
    top + SETTINGS.edge.leading * RISE,
  );
}

/** The height of lines one under another. */
export const heightOf = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, { leading }) => sum + leading, 0);

/** Draws lines one under another. */
export function drawLines(
  canvas: Canvas,
  lines: readonly LaidLine[],
  x: number,
  top: number,
): void {
  let y = top;
  for (const { placed, leading } of lines) {
    const baseline = y + leading * RISE;
    for (const one of placed) {
      if (one.code !== undefined) drawCode(canvas, one.code, x + one.x, y, one.width);
      else if (one.text !== null) canvas.text(one.face, one.size, one.text, x + one.x, baseline);
      else {
        const [from, to] = [x + one.x, x + one.x + one.width];
        canvas.rule([from, baseline + 1.5], [to, baseline + 1.5], 0.6, INK.second);
      }
    }
    y += leading;
  }
}
