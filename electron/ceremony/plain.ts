// What people write into the record: whether it can stand on paper, and when it is the same.

/**
 * A text that can stand in a record and on paper: 1 to `max` characters, printable, no control or
 * direction characters.
 */
export function isPlain(text: string, max: number): boolean {
  if (text.length > max) return false;
  // What nearly every text is, asked at once.
  return PRINTED.test(text) || (shown(text).trim() !== "" && !UNSEEN.test(text));
}

const PRINTED = /^[!-~][ -~]*$/;
/** Each made once: the bundler writes a property of Unicode as a pattern made at every call. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What is the same to a person is the same here: capitals, spaces, and ways to write a letter. */
export const folded = (text: string): string =>
  shown(text).normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** Without letters that show nothing; the blank of Braille is a space. */
const shown = (text: string): string => text.replace(IGNORABLE, "").replaceAll("\u2800", " ");

/** Whether two texts are the same to a person. */
export const alike = (one: string, other: string): boolean =>
  one === other || folded(one) === folded(other);
