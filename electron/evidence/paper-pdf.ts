// A paper as a PDF: every page numbered and bound to a digest. The same paper gives the same bytes.
import { fromHex, toWords } from "../../crypto/index.ts";
import {
  named,
  theirs,
  type Block,
  type Heading,
  type Line,
  type Paper,
  type SaidSpan,
  type Cell,
} from "../../ceremony-scripts/index.ts";
import { saidIn, sentence, type Language, type Value } from "../text/text.ts";
import { canvas, FILL, PAGES, type Canvas } from "./canvas.ts";
import { layQuorum } from "./quorum-figure.ts";
import { SETTINGS, wrap, type LaidLine, type Setting } from "./lines.ts";
import { drawLines, heightOf, MARGIN, sheet, type Sheet } from "./sheet.ts";
import { beginningOf, drawTable, layTable } from "./table.ts";
import { drawWords, wordsHeight } from "./words-block.ts";

/** How a paper is printed. */
export interface Printing {
  /** What every page is bound to: its name, and its SHA-256 in 64 hex digits. */
  readonly bound: { readonly what: Value; readonly digest: string };
  /** REHEARSAL across every page. */
  readonly rehearsal: boolean;
  readonly page: keyof typeof PAGES;
  /** When the file was made, or null if it has no date. */
  readonly date: Date | null;
  /** The paper's language, for the edges and pictures. */
  readonly language: Language;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The page of each mark. */
  readonly marks: ReadonlyMap<string, number>;
}

const BOUND_WORDS = 10;
/** Text is easy to read at this width, but not across the whole page. */
const READ_WIDTH = 560;
const GAPS = { heading: 22, subheading: 14, text: 8 } as const;
/** A paragraph of up to this many lines is not split. */
const SHORT = 4;
const WORDS_PAD = 7;
/** The smallest size of words to read aloud. */
const WORDS_LEAST = 8;
const NUMBERED = sentence("paper.unicode", { from: "\\u{", to: "}" });

/** Page numbers move the text after them, so they are looked up again until they are stable. */
const ROUNDS = 5;

/** A paper as pages, and how many. */
export async function paperPdf(paper: Paper<SaidSpan>, printing: Printing): Promise<Pdf> {
  let pages: ReadonlyMap<string, number> = new Map();
  for (let round = 1; ; round += 1) {
    const { drawing, marks } = drawPages(numbered(paper, pages), printing);
    const holds = [...marks].every(([name, page]) => pages.get(name) === page);
    if (holds || round === ROUNDS)
      return { pages: drawing.pages(), bytes: await drawing.bytes(), marks };
    pages = marks;
  }
}

/** All pages, drawn; and the pages of all marks. */
function drawPages(paper: Paper<SaidSpan>, { bound, rehearsal, date, page, language }: Printing) {
  const words = toWords(fromHex(bound.digest) ?? new Uint8Array())
    .slice(0, BOUND_WORDS)
    .join(" ");
  const subject = saidIn(language, sentence("paper.subject", { ...bound, rehearsal }));
  const drawing = canvas({ title: paper.title, subject, date, page: PAGES[page] });
  const pages = sheet(drawing, {
    header: [theirs(paper.title)],
    across: rehearsal ? saidIn(language, sentence("paper.rehearsal")) : null,
    footer: [[saidIn(language, sentence("paper.bound", { what: bound.what }))], [named(words)]],
    language,
  });
  drawText(pages, wrap([theirs(paper.title)], SETTINGS.title, pages.width, drawing));
  drawAll(pages, paper.blocks);
  if (drawing.numbered())
    drawAll(pages, [{ sort: "paragraph", line: [saidIn(language, NUMBERED)] }]);
  pages.finish();
  return { drawing, marks: pages.marks };
}

/** A block with its layout, and its minimum height on the page where it begins. */
interface Laid {
  readonly draw: () => void;
  readonly needs: number;
  /** Above it, except at the top of a page. */
  readonly gap: number;
}

function drawAll(pages: Sheet, blocks: readonly Block<SaidSpan>[]): void {
  const laid = blocks.map((block) => layBlock(pages, block));
  blocks.forEach((_, i) => {
    const { gap, draw } = laid[i] ?? NOTHING;
    pages.gap(gap);
    if (pages.left() < neededFrom(pages, blocks, laid, i)) pages.newPage();
    draw();
  });
}

const NOTHING: Laid = { draw: () => undefined, needs: 0, gap: 0 };

/** A heading stays with what follows it, and so does a paragraph with its table. */
function neededFrom(
  pages: Sheet,
  blocks: readonly Block<SaidSpan>[],
  laid: readonly Laid[],
  i: number,
): number {
  const [block, next] = [blocks[i], blocks[i + 1]];
  const { needs } = laid[i] ?? NOTHING;
  const isKept =
    next !== undefined && ["table", "preformatted", "words", "quorum"].includes(next.sort);
  const leads = block?.sort === "heading" || (block?.sort === "paragraph" && isKept);
  if (!leads || next === undefined) return needs;
  const more = needs + (laid[i + 1]?.gap ?? 0) + neededFrom(pages, blocks, laid, i + 1);
  return more > pages.height ? needs : more;
}

function layBlock(pages: Sheet, block: Block<SaidSpan>): Laid {
  const { canvas: drawing } = pages;
  if (block.sort === "table") {
    const table = layTable(block, pages);
    const draw = (): void => drawTable(pages, table);
    return { draw, needs: beginningOf(table), gap: GAPS.text };
  }
  if (block.sort === "words") {
    const height = wordsHeight(block);
    const draw = (): void => drawWords(drawing, block, pages.take(height), pages.width);
    return { draw, needs: height, gap: GAPS.text };
  }
  if (block.sort === "preformatted") return layPreformatted(pages, block.lines);
  if (block.sort === "quorum") {
    const { height, draw } = layQuorum(block, pages);
    return { draw: () => draw(pages.take(height)), needs: height, gap: GAPS.text };
  }
  if (block.sort === "new-page") {
    const draw = (): void => {
      if (pages.left() < pages.height) pages.newPage();
    };
    return { ...NOTHING, draw };
  }
  return block.sort === "heading" ? layHeading(pages, block) : layParagraph(pages, block.line);
}

function layHeading(pages: Sheet, { line, level, mark }: Heading<SaidSpan>): Laid {
  const setting = level === 1 ? SETTINGS.heading : SETTINGS.subheading;
  const lines = lay(pages, line, setting);
  const draw = (): void => {
    if (mark !== "") pages.mark(mark);
    drawText(pages, lines);
  };
  const gap = level === 1 ? GAPS.heading : GAPS.subheading;
  return { draw, needs: Math.min(pages.height, heightOf(lines)), gap };
}

function layParagraph(pages: Sheet, line: Line<SaidSpan>): Laid {
  const lines = lay(pages, line, SETTINGS.body);
  const draw = (): void => drawText(pages, lines);
  const first = isToWrite(line) || lines.length <= SHORT ? lines : lines.slice(0, 2);
  return { draw, needs: Math.min(pages.height, heightOf(first)), gap: GAPS.text };
}

/** On a background, as large as its longest line allows, and unsplit if it fits on a page. */
function layPreformatted(pages: Sheet, texts: readonly string[]): Laid {
  const { canvas: drawing, width, height: page } = pages;
  const room = width - 2 * WORDS_PAD;
  const setting = wordsSetting(drawing, texts, room);
  const lines = texts.flatMap((text) =>
    indented(
      wrap([text], setting, room, drawing),
      drawing.widthOf(setting.face, setting.size, " ") * text.search(/\S|$/),
    ),
  );
  const height = heightOf(lines) + 2 * WORDS_PAD;
  const draw = (): void => {
    if (height > page) {
      drawText(pages, lines);
      return;
    }
    const top = pages.take(height);
    drawing.fill(MARGIN, top, width, height, FILL.head);
    drawLines(drawing, lines, MARGIN + WORDS_PAD, top + WORDS_PAD);
  };
  return { draw, needs: Math.min(page, height), gap: GAPS.text };
}

const indented = (lines: readonly LaidLine[], by: number): readonly LaidLine[] =>
  lines.map(({ placed, leading }) => ({
    leading,
    placed: placed.map((one) => ({ ...one, x: one.x + by })),
  }));

function wordsSetting(drawing: Canvas, texts: readonly string[], room: number): Setting {
  const { face, size, leading } = SETTINGS.words;
  const longest = Math.max(...texts.map((text) => drawing.widthOf(face, size, text)));
  const part = Math.max(WORDS_LEAST / size, Math.min(1, room / longest));
  // Slightly less than fits: sums of widths are not exact.
  return { face, size: size * part * (part < 1 ? 0.999 : 1), leading: leading * part };
}

const lay = (pages: Sheet, line: Line<SaidSpan>, setting: Setting): readonly LaidLine[] =>
  wrap(
    line,
    setting,
    isToWrite(line) ? pages.width : Math.min(READ_WIDTH, pages.width),
    pages.canvas,
  );

/** A line with full lines to write on: it takes the page's width, and stays together. */
const isToWrite = (line: Line<SaidSpan>): boolean =>
  line.some((span) => typeof span === "object" && span.sort === "blank" && span.lines > 0);

/** Line by line, over as many pages as needed; its last line is never alone. */
function drawText(pages: Sheet, lines: readonly LaidLine[]): void {
  lines.forEach((line, i) => {
    const next = i === lines.length - 2 ? (lines[i + 1]?.leading ?? 0) : 0;
    if (pages.left() < line.leading + next) pages.newPage();
    drawLines(pages.canvas, [line], MARGIN, pages.take(line.leading));
  });
}

/** As wide as most numbers, while none is known. */
const UNKNOWN = "00";

/** The same paper with a number for each page reference. */
function numbered(paper: Paper<SaidSpan>, pages: ReadonlyMap<string, number>): Paper<SaidSpan> {
  const inLine = (line: Line<SaidSpan>): Line<SaidSpan> =>
    line.map((span) =>
      typeof span === "object" && span.sort === "page"
        ? String(pages.get(span.of) ?? UNKNOWN)
        : span,
    );
  const inCell = (cell: Cell<SaidSpan>): Cell<SaidSpan> =>
    typeof cell === "string" ? cell : cell.map(inLine);
  return {
    ...paper,
    blocks: paper.blocks.map((block): Block<SaidSpan> => {
      switch (block.sort) {
        case "heading":
        case "paragraph":
          return { ...block, line: inLine(block.line) };
        case "table":
          return { ...block, rows: block.rows.map((cells) => cells.map(inCell)) };
        case "preformatted":
        case "words":
        case "quorum":
        case "new-page":
          return block;
      }
    }),
  };
}
