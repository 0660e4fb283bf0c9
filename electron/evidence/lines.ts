// Lines of a paper, wrapped at a width: which words are on each, where, and in which face.
import type { Line, SaidSpan } from "../../ceremony-scripts/index.ts";
import type { Canvas } from "./canvas.ts";
import { printable, type Face } from "./faces.ts";

/** How text is set: sizes in points. */
export interface Setting {
  readonly face: Face;
  readonly size: number;
  /** From one baseline to the next. */
  readonly leading: number;
}

export const SETTINGS = {
  title: { face: "serif", size: 23, leading: 29 },
  heading: { face: "strong", size: 13.5, leading: 18 },
  subheading: { face: "strong", size: 12, leading: 16 },
  body: { face: "sans", size: 11, leading: 14.5 },
  cell: { face: "sans", size: 10, leading: 13 },
  head: { face: "strong", size: 9, leading: 12 },
  band: { face: "sans", size: 9, leading: 12 },
  bandHead: { face: "strong", size: 10, leading: 13 },
  words: { face: "mono", size: 10.5, leading: 14 },
  edge: { face: "sans", size: 8.5, leading: 11.5 },
} as const satisfies Readonly<Record<string, Setting>>;

/** Spoken text is slightly larger than the text around it, a name slightly smaller. */
const SAID = 1.12;
const NAME = 0.93;
/** A gap to write in, and a whole line of it. */
const GAP = 62;
const WRITTEN_LEADING = 22;
/** The extra height of a line with a gap, for handwriting. */
const GAP_LEADING = 5;

/** A QR code on a line of its own. */
const CODE = { x: 0, width: 46, text: null, face: "sans", size: 8 } as const;

/** Text at its place in a line, or a rule to write on. */
export interface Placed {
  readonly x: number;
  readonly width: number;
  /** Null for a rule. */
  readonly text: string | null;
  readonly face: Face;
  readonly size: number;
  /** A QR code of this text, in place of a rule. */
  readonly code?: string;
}

export interface LaidLine {
  readonly placed: readonly Placed[];
  readonly leading: number;
}

/** A part of a word, a space, or a line break. */
type Token = { readonly kind: "text" | "space" | "gap" | "ruled" } & Omit<Placed, "x">;

/** Wraps a line to lines of at most this `width`. */
export function wrap(
  line: Line<SaidSpan>,
  setting: Setting,
  width: number,
  canvas: Canvas,
): readonly LaidLine[] {
  const [first] = line;
  if (typeof first === "object" && first.sort === "code")
    return [{ placed: [{ ...CODE, code: first.text }], leading: CODE.width + GAP_LEADING }];
  const laid: LaidLine[] = [];
  let row: Token[] = [];
  const end = (): void => {
    if (row.some(({ kind }) => kind !== "space")) laid.push(placedIn(row, setting, canvas));
    row = [];
  };
  for (const word of wordsOf(tokensOf(line, setting, canvas), width, canvas)) {
    if (word[0]?.kind === "ruled") {
      end();
      laid.push({ placed: [{ ...word[0], x: 0, width }], leading: WRITTEN_LEADING });
      continue;
    }
    if (row.length > 0 && widthOf(row) + widthOf(word) > width) end();
    if (row.length > 0 || word[0]?.kind !== "space") row.push(...word);
  }
  end();
  return laid;
}

/** A word as people write it, with the signs around it. What is no word, such as a digest, may be broken. */
const WORD = /^[\p{Ps}\p{Pi}]?\p{L}{1,30}[\p{Po}\p{Pe}\p{Pf}]*$/u;

/** The width in which no word of a line is broken. */
export const wordWidth = (line: Line<SaidSpan>, setting: Setting, canvas: Canvas): number =>
  Math.max(
    0,
    ...tokensOf(line, setting, canvas)
      .filter(({ text }) => text !== null && WORD.test(text))
      .map(({ width }) => width),
  );

const widthOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, { kind, width }) => sum + (kind === "ruled" ? 0 : width), 0);

const tokensOf = (line: Line<SaidSpan>, setting: Setting, canvas: Canvas): readonly Token[] =>
  line.flatMap((span, i): readonly Token[] => {
    const { size, face } = settingOf(span, setting);
    if (typeof span !== "string" && span.sort === "blank") {
      const rule = { text: null, face, size, width: GAP };
      return span.lines === 0
        ? [{ ...rule, kind: "gap" }]
        : Array.from({ length: span.lines }, () => ({ ...rule, kind: "ruled" }));
    }
    const text = isAfterRules(line, i) ? spanText(span).replace(/^[.,] ?/, "") : spanText(span);
    return printable(text, face, canvas.has).flatMap((piece) =>
      piece.text
        .split(/( )/)
        .filter((part) => part !== "")
        .map((part): Token => ({
          kind: part === " " ? "space" : "text",
          text: part,
          face: piece.face,
          size,
          width: canvas.widthOf(piece.face, size, part),
        })),
    );
  });

/** The full stop of a sentence would begin a line there. */
function isAfterRules(line: Line<SaidSpan>, i: number): boolean {
  const before = line[i - 1];
  return typeof before === "object" && before.sort === "blank" && before.lines > 0;
}

function settingOf(span: SaidSpan, { face, size }: Setting): Pick<Setting, "face" | "size"> {
  if (typeof span === "string") return { face, size };
  switch (span.sort) {
    case "said":
      return { face: "serif", size: size * SAID };
    case "name":
      return { face: "mono", size: size * NAME };
    case "theirs":
    case "page":
    case "blank":
    case "code":
      return { face, size };
  }
}

function spanText(span: SaidSpan): string {
  if (typeof span === "string") return span;
  if (span.sort === "blank" || span.sort === "page" || span.sort === "code") return "";
  if (span.sort !== "said") return span.text;
  const [open, close] = span.quotes ?? ["\u201c", "\u201d"];
  return `${open}${span.text.trim()}${close}`;
}

/** What must stay on one line: a word with the full stop after it, a space, a gap. */
function wordsOf(
  tokens: readonly Token[],
  width: number,
  canvas: Canvas,
): readonly (readonly Token[])[] {
  const words: Token[][] = [];
  let isOpen = false;
  for (const token of tokens.flatMap((one) => cut(one, width, canvas))) {
    const joins = token.kind === "text" || token.kind === "gap";
    const last = words.at(-1);
    if (joins && isOpen && last !== undefined && widthOf([...last, token]) <= width)
      last.push(token);
    else words.push([token]);
    isOpen = joins;
  }
  return words;
}

/** After these a name may continue on the next line: `Contoso-HSM-` and `SD.json`. */
const JOINTS = /[^-./_@]*[-./_@]+|[^-./_@]+/gu;

/** A digest: people compare it group by group, so that its lines are equally long. */
const DIGEST = /^(?:[0-9a-f]{8}){2,}$/u;

/** Splits a word that is wider than a line; a name at its joints, a digest in halves of halves. */
function cut(token: Token, width: number, canvas: Canvas): readonly Token[] {
  const { text, face, size } = token;
  if (text === null || token.width <= width) return [token];
  if (DIGEST.test(text))
    return [text.slice(0, text.length / 2), text.slice(text.length / 2)].flatMap((half) =>
      cut({ ...token, text: half, width: canvas.widthOf(face, size, half) }, width, canvas),
    );
  const ofName = text.match(JOINTS) ?? [];
  if (ofName.length > 1)
    return together(
      ofName.flatMap((part) =>
        cut({ ...token, text: part, width: canvas.widthOf(face, size, part) }, width, canvas),
      ),
      width,
      canvas,
    );
  return together(
    (text.match(/\P{M}\p{M}*/gu) ?? []).map((letter) => ({ ...token, text: letter })),
    width,
    canvas,
  );
}

/** Parts of a word, as few as possible. */
function together(tokens: readonly Token[], width: number, canvas: Canvas): readonly Token[] {
  const parts: Token[] = [];
  for (const token of tokens) {
    const { face, size } = token;
    const longer = `${parts.at(-1)?.text ?? ""}${token.text ?? ""}`;
    const wide = canvas.widthOf(face, size, longer);
    const part = { ...token, text: longer, width: wide };
    if (parts.length > 0 && wide <= width) parts[parts.length - 1] = part;
    else parts.push({ ...token, width: canvas.widthOf(face, size, token.text ?? "") });
  }
  return parts;
}

/** Adjacent pieces in one face become one text, so that it can be searched and copied. */
function placedIn(row: readonly Token[], { leading, size }: Setting, canvas: Canvas): LaidLine {
  const runs: Omit<Placed, "x">[] = [];
  for (const { text, face, size: at, width } of row) {
    const last = runs.at(-1);
    const joins = last?.text != null && text !== null && last.face === face && last.size === at;
    if (joins) runs[runs.length - 1] = { ...last, text: `${last.text}${text}` };
    else runs.push({ text, face, size: at, width });
  }
  let x = 0;
  const placed = runs.map((run): Placed => {
    const width = run.text === null ? run.width : canvas.widthOf(run.face, run.size, run.text);
    x += width;
    return { ...run, width, x: x - width };
  });
  const largest = Math.max(size, ...placed.map((one) => one.size));
  const hasGap = placed.some(({ text }) => text === null);
  return { placed, leading: (leading * largest) / size + (hasGap ? GAP_LEADING : 0) };
}
