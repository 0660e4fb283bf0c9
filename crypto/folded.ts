// Texts as a person sees them: two that look the same are the same here, by Unicode of one version.
import { point, RUNS } from "./unicode.ts";

/** Code points that show nothing (Default_Ignorable_Code_Point), in hex. */
export const IGNORABLE =
  "ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0 "
  + "fff0-fff8 1bca0-1bca3 1d173-1d17a e0000-e0fff";

const UNSHOWN = new RegExp(
  `[${IGNORABLE.replaceAll(/[0-9a-f]+/g, (hex) => point(Number.parseInt(hex, 16))).replaceAll(" ", "")}]`,
  "gu",
);

/** The text without what shows nothing; the blank of Braille is a space. */
export const shown = (text: string): string => text.replace(UNSHOWN, "").replaceAll("\u2800", " ");

/** What looks the same to a person is the same here: capitals, spaces, and Unicode forms. */
export const folded = (text: string): string =>
  shown(text)
    .replace(RUNS, (run) => Array.from(run.normalize("NFKC"), lower).join(""))
    .trim()
    .replaceAll(/\s+/g, " ");

/** Each letter by itself: in a word the small sigma depends on its neighbours, and on what is a neighbour. */
const lower = (letter: string): string => letter.toLowerCase().replace("\u03c2", "\u03c3");
