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
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  return Uint8Array.from(words, (word, place) => {
    const byte = wordsAt(place).indexOf(word);
    if (byte < 0) throw fault("E-WORDS");
    return byte;
  });
}
