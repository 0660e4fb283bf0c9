// Digests as hex digits and as the words that are read aloud. This is apart from `shown.ts`, which every
// start of `sd` loads: the words need the record's verifier, and with it an engine.
import { hexWords } from "../../../crypto/index.ts";
import { headWords, type Verdict } from "../../journal/verify.ts";

/** How many words a line has when all are shown, and when they are typed. */
export const WORDS_A_LINE = 4;

/** All words of a digest in hex. */
export const inWords = (hex: string): string => hexWords(hex).join(" ");

/** The first ten words of a digest in hex. */
export const wordsOf = (hex: string): string => headWords(hex).join(" ");

/** All words of a digest in hex, in numbered lines of four. */
export function allWordsOf(hex: string): readonly string[] {
  const words = hexWords(hex);
  return Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, i) => {
    const first = i * WORDS_A_LINE;
    return `${String(first + 1).padStart(4)}  ${words.slice(first, first + WORDS_A_LINE).join(" ")}`;
  });
}

/** The words of a record's head: those that are read aloud, or that people sign on paper. */
export const headWordsOf = ({ head, closedBy }: Pick<Verdict, "head" | "closedBy">): string =>
  headWords(head, closedBy === "paper").join(" ");

/** A record's head in `--json`. */
export const spokenHead = (verdict: Pick<Verdict, "head" | "closedBy">) => ({
  hex: verdict.head,
  words: headWordsOf(verdict),
});

/** A digest in `--json`. */
export const spoken = (hex: string) => ({ hex, words: wordsOf(hex) });
