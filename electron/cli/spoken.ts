// A digest for eye and ear: its hex digits, and the words that are read aloud.
import { fromHex, toWords } from "../../crypto/index.ts";

/** As many as are read aloud. */
const SPOKEN_WORDS = 10;

/** The first ten words of a digest in hex. */
export const wordsOf = (hex: string): string =>
  toWords((fromHex(hex) ?? new Uint8Array()).subarray(0, SPOKEN_WORDS)).join(" ");

/** As `--json` gives a digest. */
export const spoken = (hex: string) => ({ hex, words: wordsOf(hex) });
