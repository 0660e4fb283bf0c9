// A paper as a plain value: what is printed, whatever prints it. Markdown and PDF are made of it.
import type { Phrase } from "../electron/text/sentence.ts";

/** A piece of a line. What stands in the holes of a sentence may be any of the others. */
export type Span = Phrase | SaidSpan | Theirs<string | Phrase>;

/** The same where the paper is in a language already: `paperIn`. A string is what it says. */
export type SaidSpan = string | Theirs | Name | Blank | PageOf | Code;

/** What stands where nothing is drawn but text. */
type Text<S> = Extract<S, string | Phrase>;

/** A script's own words; `said` is read aloud, and stands in quotation marks. */
export interface Theirs<T = string> {
  readonly sort: "theirs" | "said";
  readonly text: T;
  /** The quotation marks of the paper's language; left out for those of English. */
  readonly quotes?: readonly [open: string, close: string];
}

/** A name as it is typed or written on a label: of a script, a medium, an envelope. */
export interface Name {
  readonly sort: "name";
  readonly text: string;
}

/** Room to write by hand: a gap in the line, or so many lines of their own. */
export interface Blank {
  readonly sort: "blank";
  readonly lines: number;
}

/** The page on which something stands that was marked; only pages on paper have numbers. */
export interface PageOf {
  readonly sort: "page";
  readonly of: string;
}

/** A text as a QR code: a scanner types it as a person would. It stands alone in its line. */
export interface Code {
  readonly sort: "code";
  readonly text: string;
}

/** What stands on one line, or wraps as one. */
export type Line<S = Span> = readonly S[];

/** A table's cell, line by line; an empty one is room to write. */
export type Cell<S = Span> = Text<S> | readonly Line<S>[];

/** A column with its share of the table's width. */
export interface Column<S = Span> {
  readonly head: Text<S>;
  readonly share: number;
}

export interface Heading<S = Span> {
  readonly sort: "heading";
  readonly line: Line<S>;
  /** 1 for a section, 2 for a part of one. */
  readonly level: 1 | 2;
  /** By what name its page is asked for; "" where nobody asks. */
  readonly mark: string;
}

export interface Paragraph<S = Span> {
  readonly sort: "paragraph";
  readonly line: Line<S>;
}

/** Words and digests that are compared letter by letter: no line is broken. */
export interface Preformatted {
  readonly sort: "preformatted";
  readonly lines: readonly string[];
}

/** Words to be read aloud or written, in numbered lines of four as on the screen. */
export interface Words {
  readonly sort: "words";
  /** None: room to write 32. */
  readonly words: readonly string[];
  /** The same in hex digits, also as a QR code; "" where there is none. */
  readonly hex: string;
  /** In letters for people who see badly. */
  readonly large: boolean;
}

/** Cells of their own across a table, over the rows that belong to it. */
export interface Band<S = Span> {
  readonly shares: readonly number[];
  readonly cells: readonly Cell<S>[];
  /** The same where its rows go on on another page. */
  readonly again: readonly Cell<S>[];
}

export interface Table<S = Span> {
  readonly sort: "table";
  readonly columns: readonly Column<S>[];
  readonly rows: readonly (readonly Cell<S>[])[];
  /** For each row the band that stands over it, or null; left out where there are none. */
  readonly bands?: readonly (Band<S> | null)[];
  /** For each row the names by which its page is asked for; left out where nobody asks. */
  readonly marks?: readonly (readonly string[])[];
}

/** Two of three officers as a triangle: a side is solid where that pair opened the domain. */
export interface Triangle {
  readonly sort: "triangle";
  /** The names of officers 1, 2 and 3. */
  readonly names: readonly [string, string, string];
  readonly proven: readonly (readonly number[])[];
}

/** What follows begins on a page of its own. */
export interface NewPage {
  readonly sort: "new-page";
}

export type Block<S = Span> =
  | Heading<S>
  | Paragraph<S>
  | Preformatted
  | Words
  | Table<S>
  | Triangle
  | NewPage;

export interface Paper<S = Span> {
  /** A string is a script's own words. */
  readonly title: Text<S>;
  readonly blocks: readonly Block<S>[];
}

export const theirs = <T extends string | Phrase>(text: T): Theirs<T> => ({ sort: "theirs", text });
export const said = <T extends string | Phrase>(text: T): Theirs<T> => ({ sort: "said", text });
export const named = (text: string): Name => ({ sort: "name", text });
export const blank = (lines = 0): Blank => ({ sort: "blank", lines });

export const code = (text: string): Code => ({ sort: "code", text });

export const pageOf = (of: string): PageOf => ({ sort: "page", of });

export const heading = (...line: Line): Heading => ({ sort: "heading", line, level: 1, mark: "" });
export const subheading = (...line: Line): Heading => ({
  sort: "heading",
  line,
  level: 2,
  mark: "",
});
/** A heading whose page is asked for by this name. */
export const markedHeading = (mark: string, ...line: Line): Heading => ({
  sort: "heading",
  line,
  level: 1,
  mark,
});
export const paragraph = (...line: Line): Paragraph => ({ sort: "paragraph", line });
export const newPage: NewPage = { sort: "new-page" };
export const preformatted = (lines: readonly string[]): Preformatted => ({
  sort: "preformatted",
  lines,
});

/** How many words a line has, as on the screen. */
const LINE_WORDS = 4;
/** How many lines room to write has. */
const LINES = 8;

/** The words line by line; of room to write, empty lines. */
export const wordLines = ({ words }: Pick<Words, "words">): readonly (readonly string[])[] =>
  Array.from(
    { length: words.length === 0 ? LINES : Math.ceil(words.length / LINE_WORDS) },
    (_, i) => words.slice(i * LINE_WORDS, (i + 1) * LINE_WORDS),
  );

/** A table; each column is its head and its share of the width. */
export const table = (
  columns: readonly (readonly [head: Column["head"], share: number])[],
  rows: Table["rows"],
): Table => ({ sort: "table", columns: columns.map(([head, share]) => ({ head, share })), rows });
