// What people write into the record: whether it can be printed, and when it is the same.
import { folded, shown } from "../../crypto/folded.ts";
import { isAssigned, pinned } from "../../crypto/unicode.ts";

export { folded } from "../../crypto/folded.ts";

/**
 * A text for a record and a paper: 1 to `max` characters, printable, no control or direction
 * characters.
 */
export function isPlain(text: string, max: number): boolean {
  if (text.length > max) return false;
  // True for nearly every text, so checked first.
  return PRINTED.test(text) || (shown(text).trim() !== "" && !UNSEEN.test(pinned(text)));
}

/**
 * A plain text that names a person, a place or a seal: every reader has all its letters, so that one
 * name is not two.
 */
export const isName = (text: string, max: number): boolean =>
  isPlain(text, max) && isAssigned(text);

const PRINTED = /^[!-~][ -~]*$/;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether two texts look the same to a person. */
export const alike = (one: string, other: string): boolean =>
  one === other || folded(one) === folded(other);

/** A text that was read, as it is on record if it is alike: `r822204` and `R822204` are one number. */
export const asKnown = (read: string, known: string): string => (alike(read, known) ? known : read);
