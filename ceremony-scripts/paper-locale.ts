// A paper in one locale: every sentence of ours is said, and what people wrote is unchanged.
import { sentence, type Phrase } from "../electron/text/sentence.ts";
import { partsBy, textBy, type Locale } from "../electron/text/locale.ts";
import type { Block, Cell, Line, Paper, SaidSpan, Span, Theirs } from "./paper.ts";

/** The same paper, block by block, as it is printed. */
export const paperBy = (locale: Locale, { title, blocks }: Paper): Paper<SaidSpan> => ({
  title: textBy(locale, title),
  blocks: blocks.map((block) => inBlock(locale, block)),
});

function inBlock(locale: Locale, block: Block): Block<SaidSpan> {
  const cell = (one: Cell): Cell<SaidSpan> => inCell(locale, one);
  switch (block.sort) {
    case "heading":
    case "paragraph":
      return { ...block, line: inLine(locale, block.line) };
    case "table": {
      const { bands, ...others } = block;
      return {
        ...others,
        columns: block.columns.map(({ head, share }) => ({ head: textBy(locale, head), share })),
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
    case "quorum":
    case "new-page":
      return block;
  }
}

const isLines = (cell: Cell): cell is readonly Line[] => Array.isArray(cell);

const inCell = (locale: Locale, cell: Cell): Cell<SaidSpan> =>
  typeof cell === "string"
    ? cell
    : (isLines(cell) ? cell : [[cell]]).map((line) => inLine(locale, line));

const inLine = (locale: Locale, line: Line): Line<SaidSpan> =>
  line.flatMap((span) => (typeof span === "string" ? [span] : inSpan(locale, span)));

/** The texts of one sentence joined again, between its drawn parts. */
function inSpan(locale: Locale, span: Exclude<Span, string>): readonly SaidSpan[] {
  const spans: SaidSpan[] = [];
  // The holes of a paper's sentences may contain whatever its lines may.
  for (const part of partsBy(locale, span) as readonly Exclude<Span, Phrase>[]) {
    const last = spans.at(-1);
    if (typeof last === "string" && typeof part === "string") spans.splice(-1, 1, last + part);
    else spans.push(spanIn(locale, part));
  }
  return spans;
}

/** A script's words are translated too; what is read aloud gets the language's quotation marks. */
function spanIn(locale: Locale, span: Exclude<Span, Phrase>): SaidSpan {
  if (!isTheirs(span)) return span;
  const said = { ...span, text: textBy(locale, span.text) };
  if (span.sort === "theirs") return said;
  const around = partsBy(locale, sentence("frame.quoted", { text: said }));
  const [open = "", close = ""] = around.filter((part) => typeof part === "string");
  return { ...said, quotes: [open, close] };
}

const isTheirs = (span: Exclude<Span, Phrase>): span is Theirs<string | Phrase> =>
  typeof span === "object" && (span.sort === "theirs" || span.sort === "said");
