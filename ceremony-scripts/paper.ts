// A paper as a plain value, whatever prints it. Markdown and PDF are made from it.
import type { Phrase } from "../electron/text/sentence.ts";

/** A piece of a line. The holes of a sentence may contain any of the others. */
export type Span = Phrase | SaidSpan | Theirs<string | Phrase>;

/** The same for a paper that is in a language already: `paperIn`. A string is its text. */
export type SaidSpan = string | Theirs | Name | Blank | PageOf | Code;

/** Where only text is possible. */
type Text<S> = Extract<S, string | Phrase>;

/** A script's own words; `said` is read aloud, and has quotation marks. */
export interface Theirs<T = string> {
  readonly sort: "theirs" | "said";
  readonly text: T;
  /** The quotation marks of the paper's language; omitted for English. */
  readonly quotes?: readonly [open: string, close: string];
}

/** A name as typed or written on a label: of a script, a medium, an envelope. */
export interface Name {
  readonly sort: "name";
  readonly text: string;
}

/** Room to write by hand: a gap in the line, or this number of separate lines. */
export interface Blank {
  readonly sort: "blank";
  readonly lines: number;
}

/** The page of something marked; only printed pages have numbers. */
export interface PageOf {
  readonly sort: "page";
  readonly of: string;
}

/** A text as a QR code, which a scanner types as a person would; alone on its line. */
export interface Code {
  readonly sort: "code";
  readonly text: string;
}

/** The content of one line, which may wrap. */
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
  /** The name by which its page is referred to; "" if it is not. */
  readonly mark: string;
}

export interface Paragraph<S = Span> {
  readonly sort: "paragraph";
  readonly line: Line<S>;
}

/** Words, digests and commands, letter by letter: no line is broken. */
export interface Preformatted {
  readonly sort: "preformatted";
  readonly lines: readonly string[];
  /** What Markdown calls their language, such as "sh"; "" if they are of none. */
  readonly language: string;
}

/** Words to be read aloud or written, in numbered lines of four as on the screen. */
export interface Words {
  readonly sort: "words";
  /** Empty: room to write 32. */
  readonly words: readonly string[];
  /** The same in hex digits, also as a QR code; "" if there is none. */
  readonly hex: string;
  /** In large letters, for people with poor sight. */
  readonly large: boolean;
}

/** Cells across a table, above the rows that belong to them. */
export interface Band<S = Span> {
  readonly shares: readonly number[];
  readonly cells: readonly Cell<S>[];
  /** The same, for a further page of its rows. */
  readonly again: readonly Cell<S>[];
}

export interface Table<S = Span> {
  readonly sort: "table";
  readonly columns: readonly Column<S>[];
  readonly rows: readonly (readonly Cell<S>[])[];
  /** For each row the band above it, or null; omitted if there are none. */
  readonly bands?: readonly (Band<S> | null)[];
  /** For each row the names by which its page is referred to; omitted if there are none. */
  readonly marks?: readonly (readonly string[])[];
}

/** The quorum as a picture: who it is of, and which groups of seats opened the domain. */
export interface Quorum {
  readonly sort: "quorum";
  /** Of officer 1, 2 and so on. */
  readonly names: readonly string[];
  readonly required: number;
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
  | Quorum
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
/** A heading whose page is referred to by this name. */
export const markedHeading = (mark: string, ...line: Line): Heading => ({
  sort: "heading",
  line,
  level: 1,
  mark,
});
export const paragraph = (...line: Line): Paragraph => ({ sort: "paragraph", line });
export const newPage: NewPage = { sort: "new-page" };
export const preformatted = (lines: readonly string[], language = ""): Preformatted => ({
  sort: "preformatted",
  lines,
  language,
});

/** Words per line, as on the screen. */
const LINE_WORDS = 4;
/** Lines of room to write. */
const LINES = 8;

/** The words line by line; empty lines for room to write. */
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
