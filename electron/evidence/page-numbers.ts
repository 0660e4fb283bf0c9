// Where a paper names a page of its own: the numbers, once they are known, in place of the names.
import type { Block, Cell, Line, Paper } from "../../ceremony-scripts/index.ts";

/** As wide as most numbers are, while none is known. */
const UNKNOWN = "00";

/** The same paper with a number for each page that is asked for. */
export function numbered(paper: Paper, pages: ReadonlyMap<string, number>): Paper {
  const inLine = (line: Line): Line =>
    line.map((span) =>
      typeof span === "object" && span.sort === "page"
        ? String(pages.get(span.of) ?? UNKNOWN)
        : span,
    );
  const inCell = (cell: Cell): Cell => (typeof cell === "string" ? cell : cell.map(inLine));
  return {
    ...paper,
    blocks: paper.blocks.map((block): Block => {
      switch (block.sort) {
        case "heading":
        case "paragraph":
          return { ...block, line: inLine(block.line) };
        case "table":
          return { ...block, rows: block.rows.map((cells) => cells.map(inCell)) };
        case "preformatted":
        case "triangle":
        case "new-page":
          return block;
      }
    }),
  };
}
