// A paper in German: what was said in English still is translated here, what people wrote is not.
import type { Block, Cell, Line, Paper, SaidSpan } from "../../ceremony-scripts/index.ts";
import { german, scriptInGerman } from "../german/german.ts";

/** The same paper, block by block. */
export const paperInGerman = ({ title, blocks }: Paper<SaidSpan>): Paper<SaidSpan> => ({
  title: german(title),
  blocks: blocks.map(inBlock),
});

function inBlock(block: Block<SaidSpan>): Block<SaidSpan> {
  switch (block.sort) {
    case "heading":
    case "paragraph":
      return { ...block, line: inLine(block.line) };
    case "table":
      return {
        ...block,
        columns: block.columns.map(({ head, share }) => ({ head: german(head), share })),
        rows: block.rows.map((cells) => cells.map(inCell)),
        ...(block.bands === undefined
          ? {}
          : {
              bands: block.bands.map((band) =>
                band === null
                  ? null
                  : { ...band, cells: band.cells.map(inCell), again: band.again.map(inCell) },
              ),
            }),
      };
    case "preformatted":
    case "words":
    case "triangle":
    case "new-page":
      return block;
  }
}

const inCell = (cell: Cell<SaidSpan>): Cell<SaidSpan> =>
  typeof cell === "string" ? shorter(german(cell)) : cell.map((line) => inLine(line).map(briefly));

/** In a table there is little room: an officer is called by the shorter word. */
const briefly = (span: SaidSpan): SaidSpan => (typeof span === "string" ? shorter(span) : span);

const shorter = (text: string): string => text.replace(/^Schlüsselinhaber (?=\d)/, "Inhaber ");

const inLine = (line: Line<SaidSpan>): Line<SaidSpan> => line.map(inSpan);

function inSpan(span: SaidSpan): SaidSpan {
  if (typeof span === "string") return german(span);
  const isScripts = span.sort === "theirs" || span.sort === "said";
  return isScripts ? { ...span, text: scriptInGerman(span.text) } : span;
}
