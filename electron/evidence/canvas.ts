// Pages to draw on, and their bytes: the only user of pdfkit. Points of 1/72 inch, from the upper
// left corner; text is placed on its baseline. The same calls give the same bytes: the faces are
// our own, the compression is written in JavaScript, and no clock is read.
import PDFDocument from "pdfkit";
import { FACES, isNumbered, type Face } from "./faces.ts";

/** A page's size. */
export interface Page {
  readonly width: number;
  readonly height: number;
}

/** A4: portrait for reading, landscape for writing in many columns. */
export const PAGES = {
  upright: { width: 595.28, height: 841.89 },
  lying: { width: 841.89, height: 595.28 },
} as const satisfies Readonly<Record<string, Page>>;

/** A point: x and y. */
export type At = readonly [number, number];

/** Black, and lighter shades of it. */
export const INK = {
  full: "#000000",
  second: "#555555",
  hairline: "#b4b4b4",
  none: "#ffffff",
} as const;
export const FILL = { head: "#ededed", band: "#f6f6f6", across: "#e8e8e8" } as const;

export interface Canvas {
  readonly page: Page;
  /** How many pages there are. */
  readonly pages: () => number;
  readonly addPage: () => void;
  /** Goes back to a page, counted from 0. */
  readonly toPage: (index: number) => void;
  /** Whether a face has every character of these. */
  readonly has: (face: Face, letters: string) => boolean;
  readonly widthOf: (face: Face, size: number, text: string) => number;
  readonly text: (
    face: Face,
    size: number,
    text: string,
    x: number,
    y: number,
    ink?: string,
  ) => void;
  readonly rule: (from: At, to: At, weight: number, ink: string) => void;
  /** As `rule`, in dots. */
  readonly dots: (from: At, to: At, weight: number, ink: string) => void;
  /** A filled SVG path, from this upper left corner. */
  readonly outline: (path: string, from: At, scale: number, ink: string) => void;
  /** A path as a line, of this weight before it is scaled. */
  readonly stroked: (path: string, from: At, scale: number, weight: number, ink: string) => void;
  /** As `stroked`, in dots. */
  readonly dotted: (path: string, from: At, scale: number, weight: number, ink: string) => void;
  /** A disc, or with a weight a ring on white. */
  readonly disc: (centre: At, radius: number, ink: string, weight?: number) => void;
  readonly fill: (x: number, y: number, width: number, height: number, ink: string) => void;
  /** One word across the whole page, under what is drawn next. */
  readonly across: (word: string) => void;
  /** Whether a letter was written as a number, because no face has it. */
  readonly numbered: () => boolean;
  /** Ends the document. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** The metadata of a file. */
export interface About {
  readonly title: string;
  /** What the pages are bound to; the file's identifier is derived from it. */
  readonly subject: string;
  /** When it was made, or null if it has no date. */
  readonly date: Date | null;
  readonly page: Page;
}

/** A typeface that was read. */
interface Font {
  readonly characterSet: readonly number[];
  readonly hasGlyphForCodePoint: (code: number) => boolean;
  readonly glyphForCodePoint: (code: number) => unknown;
}

/** The pdfkit internals that we use: it does not report which letters a font has. */
interface Inside {
  readonly _font: { readonly font: Font };
}

/** Reading a typeface and shaping a word are slow, so each is done once for all papers. */
const fonts = new Map<string, Font>();
const widths = new Map<string, number>();
/** More words than these come from other records; a long-lived process forgets them. */
const WIDTHS_MAX = 50_000;

/** A word across a page: along its diagonal, over this part of it. */
const ACROSS = 0.78;

/**
 * A glyph is identified by the letter for which it was first requested. The full stop is a part of
 * other glyphs, such as those with two dots: if first met there, it could not be copied as a letter
 * in any paper of this process. So each letter requests its own glyph before anything is drawn.
 */
function knowLetters(font: Font): void {
  for (const letter of font.characterSet)
    if (isOneLetter(String.fromCodePoint(letter))) font.glyphForCodePoint(letter);
}

/** Without ligatures such as f and i, which should be copied as two letters. */
const isOneLetter = (letter: string): boolean => letter.normalize("NFKC") === letter;

/** An empty document. */
export function canvas({ title, subject, date, page }: About): Canvas {
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // No face yet: pdfkit would read Helvetica's widths from a file beside it.
    font: "",
    // Later versions repeat the date and the title in XML.
    pdfVersion: "1.3",
    info: {
      Title: title,
      Subject: subject,
      Creator: "Security domain ceremonies",
      CreationDate: date ?? new Date(0),
    },
  });
  // pdfkit requires a date, but writes only enumerable members.
  if (date === null) Object.defineProperty(document.info, "CreationDate", { enumerable: false });
  // A document accepts a file, or what another document has read from it.
  for (const [face, bytes] of Object.entries(FACES))
    document.registerFont(face, (fonts.get(face) ?? bytes) as Uint8Array);
  const has = (face: Face, letters: string): boolean => {
    const { font } = (document.font(face) as unknown as Inside)._font;
    if (!fonts.has(face)) knowLetters(font);
    fonts.set(face, font);
    return [...letters].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  };
  let numbered = false;
  const text: Canvas["text"] = (face, size, words, x, y, ink) => {
    numbered ||= isNumbered(words);
    if (ink !== undefined) document.fillColor(ink);
    document
      .font(face)
      .fontSize(size)
      .text(words, x, y, { lineBreak: false, baseline: "alphabetic" });
    if (ink !== undefined) document.fillColor(INK.full);
  };
  const widthOf: Canvas["widthOf"] = (face, size, words) => {
    const key = `${face} ${words}`;
    const width = widths.get(key) ?? document.font(face).fontSize(1000).widthOfString(words);
    if (widths.size >= WIDTHS_MAX) widths.clear();
    widths.set(key, width);
    return (width * size) / 1000;
  };
  return {
    page,
    has,
    text,
    widthOf,
    numbered: () => numbered,
    pages: () => document.bufferedPageRange().count,
    addPage: () => {
      document.addPage();
    },
    toPage: (index) => {
      document.switchToPage(index);
    },
    ...drawing(document),
    fill: (x, y, width, height, ink) => {
      document.rect(x, y, width, height).fill(ink).fillColor(INK.full);
    },
    across: (word) => {
      const [x, y] = [page.width / 2, page.height / 2];
      const degrees = (-Math.atan2(page.height, page.width) * 180) / Math.PI;
      document
        .save()
        .rotate(degrees, { origin: [x, y] })
        .fillColor(FILL.across);
      const long = Math.hypot(page.width, page.height) * ACROSS;
      const size = long / widthOf("strong", 1, word);
      text("strong", size, word, x - long / 2, y + size * 0.35);
      document.restore().fillColor(INK.full);
    },
    bytes: () => bytesOf(document),
  };
}

/** Lines and shapes. */
const drawing = (
  document: PDFKit.PDFDocument,
): Pick<Canvas, "rule" | "dots" | "outline" | "stroked" | "dotted" | "disc"> => ({
  rule: ([x, y], [toX, toY], weight, ink) => {
    document.moveTo(x, y).lineTo(toX, toY).lineWidth(weight).strokeColor(ink).stroke();
  },
  dots: ([x, y], [toX, toY], weight, ink) => {
    document
      .moveTo(x, y)
      .lineTo(toX, toY)
      .lineWidth(weight)
      .dash(weight, { space: 2 * weight })
      .strokeColor(ink)
      .stroke()
      .undash();
  },
  outline: (path, from, scale, ink) => {
    scaled(document, path, from, scale).fill(ink).restore();
  },
  stroked: (path, from, scale, weight, ink) => {
    scaled(document, path, from, scale).lineWidth(weight).strokeColor(ink).stroke().restore();
  },
  dotted: (path, from, scale, weight, ink) => {
    scaled(document, path, from, scale)
      .lineWidth(weight)
      .dash(weight, { space: 2 * weight })
      .strokeColor(ink)
      .stroke()
      .restore();
  },
  disc: ([x, y], radius, ink, weight) => {
    const circle = document.circle(x, y, radius);
    if (weight === undefined) circle.fill(ink);
    else circle.lineWidth(weight).fillAndStroke(INK.none, ink);
    document.fillColor(INK.full);
  },
});

/** A path in its own measure, until the document is restored. */
const scaled = (document: PDFKit.PDFDocument, path: string, [x, y]: At, scale: number) =>
  document.save().translate(x, y).scale(scale).path(path);

/** Text with its middle there. */
export function centred(
  canvas: Canvas,
  face: Face,
  size: number,
  text: string,
  [x, y]: At,
  ink?: string,
): void {
  canvas.text(face, size, text, x - canvas.widthOf(face, size, text) / 2, y, ink);
}

const bytesOf = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on("error", reject);
    document.end();
  });
