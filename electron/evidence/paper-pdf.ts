// A paper as a PDF: every page numbered and bound to a digest. The same paper gives the same bytes.
import { fromHex, toWords } from "../../crypto/index.ts";
import {
  named, paragraph, theirs, type Block, type Line, type Paper,
} from "../../ceremony-scripts/index.ts";
import { canvas, FILL, type Canvas } from "./canvas.ts";
import { SETTINGS, wrap, type LaidLine, type Setting } from "./lines.ts";
import { drawLines, HEIGHT, heightOf, MARGIN, sheet, WIDTH, type Sheet } from "./sheet.ts";
import { beginningOf, drawTable, layTable } from "./table.ts";

/** How a paper is printed. */
export interface Printing {
  /** What every page is bound to: its name, and its SHA-256 in 64 hex digits. */
  readonly bound: { readonly what: string; readonly digest: string };
  /** REHEARSAL across every page. */
  readonly rehearsal: boolean;
  /** When the file was made, or null where that is not told. */
  readonly date: Date | null;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const BOUND_WORDS = 10;
/** Text is read at this width; over the whole page it is not. */
const READ_WIDTH = 560;
const GAPS = { heading: 24, text: 10 } as const;
const WORDS_PAD = 12;
const NUMBERED = "A letter for which this paper has no type is written as its number in Unicode, "
  + "between \\u{ and }.";

/** A paper as pages, and how many. */
export async function paperPdf(paper: Paper, { bound, rehearsal, date }: Printing): Promise<Pdf> {
  const words = toWords(fromHex(bound.digest) ?? new Uint8Array()).slice(0, BOUND_WORDS).join(" ");
  const subject = `${bound.what}, SHA-256 ${bound.digest}${rehearsal ? ", REHEARSAL" : ""}`;
  const drawing = canvas({ title: paper.title, subject, date });
  const pages = sheet(drawing, {
    header: [theirs(paper.title)], across: rehearsal ? "REHEARSAL" : null,
    footer: [`${bound.what}, SHA-256 in words: `, named(words)],
  });
  drawText(pages, lay(drawing, [theirs(paper.title)], SETTINGS.title));
  drawAll(pages, paper.blocks);
  if (drawing.numbered()) drawAll(pages, [paragraph(NUMBERED)]);
  pages.finish();
  return { pages: drawing.pages(), bytes: await drawing.bytes() };
}

/** A block as it will stand, and what it needs at least on the page where it begins. */
interface Laid {
  readonly draw: () => void;
  readonly needs: number;
  /** Above it, but at the top of a page. */
  readonly gap: number;
}

function drawAll(pages: Sheet, blocks: readonly Block[]): void {
  const laid = blocks.map((block) => layBlock(pages, block));
  blocks.forEach((_, i) => {
    const { gap, draw } = laid[i] ?? NOTHING;
    pages.gap(gap);
    if (pages.left() < neededFrom(blocks, laid, i)) pages.newPage();
    draw();
  });
}

const NOTHING: Laid = { draw: () => undefined, needs: 0, gap: 0 };

/** A heading stays with what follows it, and so does a paragraph with the table it speaks of. */
function neededFrom(blocks: readonly Block[], laid: readonly Laid[], i: number): number {
  const [block, next] = [blocks[i], blocks[i + 1]];
  const { needs } = laid[i] ?? NOTHING;
  const leads = block?.sort === "heading"
    || (block?.sort === "paragraph" && (next?.sort === "table" || next?.sort === "preformatted"));
  if (!leads || next === undefined) return needs;
  const more = needs + (laid[i + 1]?.gap ?? 0) + neededFrom(blocks, laid, i + 1);
  return more > HEIGHT ? needs : more;
}

function layBlock(pages: Sheet, block: Block): Laid {
  const { canvas: drawing } = pages;
  if (block.sort === "table") {
    const table = layTable(block, drawing);
    const draw = (): void => {
      drawTable(pages, table);
    };
    return { draw, needs: beginningOf(table), gap: GAPS.text };
  }
  if (block.sort === "preformatted") return layPreformatted(pages, block.lines);
  const isHeading = block.sort === "heading";
  const lines = lay(drawing, block.line, isHeading ? SETTINGS.heading : SETTINGS.body);
  const draw = (): void => {
    drawText(pages, lines);
  };
  const stays = isHeading || isToWrite(block.line);
  const needs = Math.min(HEIGHT, heightOf(stays ? lines : lines.slice(0, 2)));
  return { draw, needs, gap: isHeading ? GAPS.heading : GAPS.text };
}

/** On a ground of its own, and never over two pages where it fits on one. */
function layPreformatted(pages: Sheet, texts: readonly string[]): Laid {
  const { canvas: drawing } = pages;
  const lines = texts.flatMap((text) =>
    wrap([text], SETTINGS.words, WIDTH - 2 * WORDS_PAD, drawing));
  const height = heightOf(lines) + 2 * WORDS_PAD;
  const draw = (): void => {
    if (height > HEIGHT) {
      drawText(pages, lines);
      return;
    }
    const top = pages.take(height);
    drawing.fill(MARGIN, top, WIDTH, height, FILL.head);
    drawLines(drawing, lines, MARGIN + WORDS_PAD, top + WORDS_PAD);
  };
  return { draw, needs: Math.min(HEIGHT, height), gap: GAPS.text };
}

const lay = (drawing: Canvas, line: Line, setting: Setting): readonly LaidLine[] =>
  wrap(line, setting, isToWrite(line) ? WIDTH : READ_WIDTH, drawing);

/** A line with whole lines of room in it: it takes the page's width, and stays together. */
const isToWrite = (line: Line): boolean =>
  line.some((span) => typeof span === "object" && span.sort === "blank" && span.lines > 0);

/** Line by line, over as many pages as it takes. */
function drawText(pages: Sheet, lines: readonly LaidLine[]): void {
  for (const line of lines) {
    if (pages.left() < line.leading) pages.newPage();
    drawLines(pages.canvas, [line], MARGIN, pages.take(line.leading));
  }
}
