// Texts as a person sees them: two that look the same are the same here, by Unicode of one version.
import { point, RUNS } from "./unicode.ts";

/** Code points that show nothing (Default_Ignorable_Code_Point), in hex. */
export const IGNORABLE =
  "ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0 "
  + "fff0-fff8 1bca0-1bca3 1d173-1d17a e0000-e0fff";

/** Letters of alphabets that share shapes with Latin: Armenian, Cherokee, Coptic, Cyrillic, Greek, Lisu; in hex. */
export const LOOKALIKE =
  "370-373 375-377 37a-37d 37f 384 386 388-38a 38c 38e-3a1 3a3-484 487-52f 531-556 559-58a 58d-58f "
  + "13a0-13f5 13f8-13fd 1c80-1c88 1d26-1d2b 1d5d-1d61 1d66-1d6a 1d78 1dbf 1f00-1f15 1f18-1f1d "
  + "1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb "
  + "1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2126 2c80-2cf3 2cf9-2cff 2de0-2dff a4d0-a4ff a640-a69f ab65 "
  + "ab70-abbf fb13-fb17 fe2e-fe2f 10140-1018e 101a0 11fb0 1d200-1d245";

const anyOf = (ranges: string): RegExp =>
  new RegExp(
    `[${ranges.replaceAll(/[0-9a-f]+/g, (hex) => point(Number.parseInt(hex, 16))).replaceAll(" ", "")}]`,
    "gu",
  );
const UNSHOWN = anyOf(IGNORABLE);
const LOOKING_ALIKE = anyOf(LOOKALIKE);

/** The text without what shows nothing; the blank of Braille is a space. */
export const shown = (text: string): string => text.replace(UNSHOWN, "").replaceAll("\u2800", " ");

/** What looks the same to a person is the same here: capitals, spaces, and Unicode forms. */
export const folded = (text: string): string =>
  shown(text)
    .replace(RUNS, (run) => Array.from(run.normalize("NFKC"), lower).join(""))
    .trim()
    .replaceAll(/\s+/g, " ");

/**
 * Its words and numbers in one order, without what is between them: two texts with the same may name
 * one thing. Empty if it has neither.
 */
export const wordsIn = (text: string): string =>
  (folded(text).match(RUNS) ?? [])
    .flatMap((run) => run.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [])
    .toSorted()
    .join(" ");

/** Its letters that look like those of another alphabet, each once. */
export const lookalikesIn = (text: string): readonly string[] => [
  ...new Set(text.match(LOOKING_ALIKE)),
];

/** Each letter by itself: in a word the small sigma depends on its neighbours, and on what is a neighbour. */
const lower = (letter: string): string => letter.toLowerCase().replace("\u03c2", "\u03c3");
