// The typefaces of our papers: IBM Plex, embedded, so that a page looks the same wherever it is
// made. It has Latin, Greek and Cyrillic letters; a letter of another script is written as its
// number in Unicode, which is ugly, but loses nothing and is explained at the paper's end.
import mono from "@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf";
import sans from "@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf";
import strong from "@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf";
import serif from "@expo-google-fonts/ibm-plex-serif/400Regular/IBMPlexSerif_400Regular.ttf";

/** Spoken text has serifs, other text none; text to compare is monospaced. */
export type Face = "sans" | "strong" | "serif" | "mono";

/**
 * A TrueType file followed by zeros: fontkit also reads the bounds of an empty glyph, such as the
 * space, and would read past the end if that is the file's last.
 */
function padded(file: Uint8Array): Uint8Array {
  const longer = new Uint8Array(file.length + 16);
  longer.set(file);
  return longer;
}

/** The faces as TrueType files. */
export const FACES: Readonly<Record<Face, Uint8Array>> = {
  sans: padded(sans),
  strong: padded(strong),
  serif: padded(serif),
  mono: padded(mono),
};

/** The face for letters that a piece's own face lacks: the sans has the most. */
const SPARE: Face = "sans";

/** Text in one face. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
}

/** A letter with the marks over and under it. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;
/** Characters that print nothing, or change the direction of what is read. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * Text as printable pieces. White space becomes single spaces; letters that no face has become
 * `\u{HEX}`, and then so does the backslash of a text that only looks like that.
 * @param has whether a face has every one of these characters
 */
export function printable(
  text: string,
  face: Face,
  has: (face: Face, letter: string) => boolean,
): readonly Piece[] {
  const pieces: { face: Face; text: string }[] = [];
  const add = (of: Face, more: string): void => {
    const last = pieces.at(-1);
    if (last?.face === of) last.text += more;
    else pieces.push({ face: of, text: more });
  };
  const even = text.normalize("NFC").replace(/\s+/g, " ").replaceAll("\\u{", "\\u{5c}u{");
  for (const letter of even.match(LETTERS) ?? []) {
    const found = UNSEEN.test(letter) ? undefined : [face, SPARE].find((one) => has(one, letter));
    if (found === undefined) add("mono", numbered(letter));
    else add(found, letter);
  }
  return pieces;
}

const numbered = (letter: string): string =>
  [...letter].map((one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join("");

/** Whether a printable text has letters written as numbers. */
export const isNumbered = (text: string): boolean => text.includes("\\u{");
