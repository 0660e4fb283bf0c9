// A digest as people hand it on: all 64 hex digits, or its words, the first ten at least.
import { fromHex, fromWords, isFault, toHex } from "../../crypto/index.ts";

/** As many bytes as are read aloud; fewer would be too easy to forge. */
export const SPOKEN_BYTES = 10;
export const DIGEST_BYTES = 32;

/**
 * The beginning of a digest, in lower-case hex, from words or hex digits; space, hyphens and case
 * do not matter. Words must be ten at least.
 * @param digitsFor how many bytes hex digits must give at least
 * @returns null if the text is neither
 */
export function readBeginning(text: string, digitsFor: number): string | null {
  const digits = text.replace(/[\s-]/g, "");
  const isHex = /^[0-9a-fA-F]+$/.test(digits);
  const bytes = isHex ? fromHex(digits) : bytesOfWords(text);
  if (bytes === null || bytes.length > DIGEST_BYTES) return null;
  return bytes.length < (isHex ? digitsFor : SPOKEN_BYTES) ? null : toHex(bytes);
}

function bytesOfWords(text: string): Uint8Array | null {
  try {
    return fromWords(text);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
