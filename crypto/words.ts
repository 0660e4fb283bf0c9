// Words to read a digest aloud, by the PGP word list.
import { fromHex } from "./bytes.ts";
import { fault } from "./faults.ts";
import { EVEN_WORDS, ODD_WORDS } from "./word-list.ts";

const wordsAt = (place: number): readonly string[] => (place % 2 === 0 ? EVEN_WORDS : ODD_WORDS);

/** One word per byte, lower case. */
export function toWords(bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, (byte, place) => wordsAt(place)[byte] ?? "");
}

/** The words of a digest in hex, or its first ones; none if it is no hex. */
export const hexWords = (hex: string, most?: number): readonly string[] =>
  toWords((fromHex(hex) ?? new Uint8Array()).subarray(0, most));

/**
 * The bytes that the words say; case and punctuation between them do not matter.
 * @throws Fault E-WORDS if a word is not on the list, or belongs to the other list
 */
export function fromWords(text: string): Uint8Array {
  const bytes = bytesIn(text);
  if (bytes.includes(-1)) throw fault("E-WORDS");
  return Uint8Array.from(bytes);
}

/** How many words these are, and the place of the first, from 1, that is not on its list; 0 for none. */
export function countWords(text: string): { readonly count: number; readonly strange: number } {
  const bytes = bytesIn(text);
  return { count: bytes.length, strange: bytes.indexOf(-1) + 1 };
}

/** The byte of each word; -1 for one that is not on the list of its place. */
const bytesIn = (text: string): readonly number[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
    .map((word, place) => wordsAt(place).indexOf(word));
