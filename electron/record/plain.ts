// What people write into the record: whether it can be printed, and when it is the same.

/**
 * A text for a record and a paper: 1 to `max` characters, printable, no control or direction
 * characters.
 */
export function isPlain(text: string, max: number): boolean {
  if (text.length > max) return false;
  // True for nearly every text, so checked first.
  return PRINTED.test(text) || (shown(text).trim() !== "" && !UNSEEN.test(text));
}

const PRINTED = /^[!-~][ -~]*$/;
/** Each made once: the bundler turns a Unicode property into a pattern made at every call. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What looks the same to a person is the same here: capitals, spaces, and Unicode forms. */
export const folded = (text: string): string =>
  shown(text).normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** Without invisible letters; the blank of Braille is a space. */
const shown = (text: string): string => text.replace(IGNORABLE, "").replaceAll("\u2800", " ");

/** Whether two texts look the same to a person. */
export const alike = (one: string, other: string): boolean =>
  one === other || folded(one) === folded(other);
