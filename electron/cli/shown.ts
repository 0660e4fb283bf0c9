// What is shown: text that came from a file, which must not steer a terminal nor look like other
// text; and digests as hex digits and as the words that are read aloud.
import { fromHex, toWords, type JsonObject } from "../../crypto/index.ts";

const LENGTH_MAX = 200;

/**
 * Printable ASCII as it is, all else (the backslash too, so that nothing is ambiguous) as
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

/** As many as are read aloud. */
const SPOKEN_WORDS = 10;

/** The first ten words of a digest in hex. */
export const wordsOf = (hex: string): string =>
  toWords((fromHex(hex) ?? new Uint8Array()).subarray(0, SPOKEN_WORDS)).join(" ");

/** As `--json` gives a digest. */
export const spoken = (hex: string) => ({ hex, words: wordsOf(hex) });

/** A value as data, with every text in it fit to be shown. */
export const shownData = (value: object): JsonObject =>
  JSON.parse(JSON.stringify(value), (_, member: unknown) =>
    typeof member === "string" ? shown(member) : member,
  ) as JsonObject;
