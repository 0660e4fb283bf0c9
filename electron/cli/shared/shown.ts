// Shown text: from a file, which must not steer a terminal nor imitate other text; and digests as
// hex digits and as the words that are read aloud.
import { hexWords, type JsonObject } from "../../../crypto/index.ts";
import { headWords, type Verdict } from "../../journal/verify.ts";

const LENGTH_MAX = 200;

/** How many words a line has when all are shown, and when they are typed. */
export const WORDS_A_LINE = 4;

/**
 * Printable ASCII unchanged, everything else (also the backslash, so that nothing is ambiguous) as
 * `\u{HEX}`; cut after 200 characters, with `...`.
 */
export function shown(text: string): string {
  const start = [...text.slice(0, 2 * LENGTH_MAX)].slice(0, LENGTH_MAX);
  const safe = start.map((character) =>
    /^[\x20-\x5b\x5d-\x7e]$/.test(character)
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return safe.join("") + (start.join("").length < text.length ? "..." : "");
}

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

/** A value as data, with every text in it safe to be shown. */
export const shownData = (value: object): JsonObject =>
  JSON.parse(JSON.stringify(value), (_, member: unknown) =>
    typeof member === "string" ? shown(member) : member,
  ) as JsonObject;
