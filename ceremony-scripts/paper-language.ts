// A paper in a language: every sentence of ours is said, and what people wrote stays as it is.
import { partsIn, saidIn, sentence, type Language } from "../electron/text/text.ts";
import type { Block, Cell, Line, Paper, SaidSpan, Span } from "./paper.ts";

/** The same paper, block by block, as it is printed. */
export const paperIn = (language: Language, { title, blocks }: Paper): Paper<SaidSpan> => ({
  title: saidIn(language, title),
  blocks: blocks.map((block) => inBlock(language, block)),
});

function inBlock(language: Language, block: Block): Block<SaidSpan> {
  const cell = (one: Cell): Cell<SaidSpan> => inCell(language, one);
  switch (block.sort) {
    case "heading":
    case "paragraph":
      return { ...block, line: inLine(language, block.line) };
    case "table": {
      const { bands, ...others } = block;
      return {
        ...others,
        columns: block.columns.map(({ head, share }) => ({ head: saidIn(language, head), share })),
        rows: block.rows.map((cells) => cells.map(cell)),
        ...(bands === undefined
          ? {}
          : {
              bands: bands.map((band) =>
                band === null
                  ? null
                  : { ...band, cells: band.cells.map(cell), again: band.again.map(cell) },
              ),
            }),
      };
    }
    case "preformatted":
    case "words":
    case "triangle":
    case "new-page":
      return block;
  }
}

const isLines = (cell: Cell): cell is readonly Line[] => Array.isArray(cell);

const inCell = (language: Language, cell: Cell): Cell<SaidSpan> =>
  typeof cell === "string"
    ? cell
    : (isLines(cell) ? cell : [[cell]]).map((line) => inLine(language, line));

const inLine = (language: Language, line: Line): Line<SaidSpan> =>
  line.flatMap((span) => (typeof span === "string" ? [span] : inSpan(language, span)));

/** What was one sentence is one text again, between what is drawn in it. */
function inSpan(language: Language, span: Exclude<Span, string>): readonly SaidSpan[] {
  const spans: SaidSpan[] = [];
  // What stands in the holes of a paper's sentences is what may stand in its lines.
  for (const part of partsIn(language, span) as readonly SaidSpan[]) {
    const last = spans.at(-1);
    if (typeof last === "string" && typeof part === "string") spans.splice(-1, 1, last + part);
    else spans.push(quoted(language, part));
  }
  return spans;
}

/** What is read aloud stands in the quotation marks of the language. */
function quoted(language: Language, span: SaidSpan): SaidSpan {
  if (typeof span === "string" || span.sort !== "said") return span;
  const around = partsIn(language, sentence("frame.quoted", { text: span }));
  const [open = "", close = ""] = around.filter((part) => typeof part === "string");
  return { ...span, quotes: [open, close] };
}
