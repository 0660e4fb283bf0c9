// A paper in Markdown, to be read in a browser or beside the script.
import {
  wordLines,
  type Block,
  type Cell,
  type Line,
  type Paper,
  type Preformatted,
  type SaidSpan,
  type Table,
} from "./paper.ts";

const BLANK = "__________";

/** The paper in Markdown; a script's words cannot become markup. */
export const walkthroughMarkdown = ({ title, blocks }: Paper<SaidSpan>): string =>
  [`# ${plain(title)}`, "", ...blocks.flatMap((block) => [...linesOf(block), ""])].join("\n");

function linesOf(block: Block<SaidSpan>): readonly string[] {
  switch (block.sort) {
    case "heading":
      return [`#${"#".repeat(block.level)} ${inMarkdown(block.line)}`];
    case "paragraph":
      return [inMarkdown(block.line)];
    case "preformatted":
      return fenced(block);
    case "words":
      return [
        "```",
        ...wordLines(block).map((line, i) => `${String(i + 1)} ${line.join(" ")}`),
        ...(block.hex === "" ? [] : [block.hex]),
        "```",
      ];
    case "table":
      return isList(block) ? block.rows.map(itemOf) : rowsOf(block);
    case "quorum":
      return block.proven.map((seats) => `- proven: ${seats.join(" + ")}`);
    case "new-page":
      return ["---"];
  }
}

/** Between fences that are longer than any run of backticks inside. */
function fenced({ lines, language }: Preformatted): readonly string[] {
  const runs = [...lines.join("\n").matchAll(/`+/g)].map(([run]) => run.length + 1);
  const fence = "`".repeat(Math.max(3, ...runs));
  return [`${fence}${language}`, ...lines, fence];
}

/** Names with what is said about them: no column has a head. */
const isList = ({ columns, bands }: Table<SaidSpan>): boolean =>
  columns.length === 2 && columns.every(({ head }) => head === "") && bands === undefined;

const itemOf = ([name = "", says = ""]: readonly Cell<SaidSpan>[]): string =>
  `- **${cellOf(name)}** ${typeof says === "string" ? says : says.map(inMarkdown).join(" ")}`;

function rowsOf({ columns, rows, bands }: Table<SaidSpan>): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const band = (i: number): readonly string[] => {
    const cells = bands?.[i]?.cells.map(cellOf);
    if (cells === undefined) return [];
    const last = columns.length - 1;
    return [
      row(columns.map((_, at) => (at < last ? (cells[at] ?? "") : cells.slice(last).join("; ")))),
    ];
  };
  return [
    row(columns.map(({ head }) => head)),
    row(columns.map(() => "---")),
    ...rows.flatMap((cells, i) => [...band(i), row(cells.map(cellOf))]),
  ];
}

const cellOf = (cell: Cell<SaidSpan>): string =>
  typeof cell === "string" ? cell : cell.map(inMarkdown).join("<br>");

const inMarkdown = (line: Line<SaidSpan>): string => line.map(spanOf).join("");

function spanOf(span: SaidSpan): string {
  if (typeof span === "string") return span;
  switch (span.sort) {
    case "theirs":
      return plain(span.text);
    case "said":
      return `"${plain(span.text)}"`;
    case "name":
      return `\`${span.text}\``;
    case "blank":
      return BLANK;
    // Nobody scans from a browser.
    case "code":
      return "";
    case "page":
      return "-";
  }
}

/** Text of the script on one line, without anything that Markdown or a table would interpret. */
const plain = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
