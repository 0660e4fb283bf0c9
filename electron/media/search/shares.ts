// Opened shares, at any place: 32 words of 16 bits with the officer's number in the upper 7, and a
// value of 0 to 256 in the others; and what our own tools write of one as JSON.

const WORDS = 32;
const SHARE_BYTES = 2 * WORDS;
const VALUE_MAX = 256;
/** Of an officer's number, as a share has it. */
const X_MAX = 126;
/**
 * Values are random: they reach over half of their range, and one in 10^8 shares does not. What
 * repeats itself, and letters with a byte of their script between, do not either.
 */
const RANGE = 128;
/** Of 32 random values of 257 fewer than so many are different once in 10^13 shares. */
const DIFFERENT = 16;

/** Whether a share is somewhere in these bytes, its words with the low byte first or last. */
export function hasShare(bytes: Uint8Array): boolean {
  for (let at = 0; at + SHARE_BYTES <= bytes.length; at++)
    if (isShareAt(bytes, at, at + 1) || isShareAt(bytes, at + 1, at)) return true;
  return false;
}

/** @param low where the low byte of the first word is, and `high` where the other one */
function isShareAt(bytes: Uint8Array, low: number, high: number): boolean {
  const number = (bytes[high] ?? 0) >> 1;
  if (number === 0 || number > X_MAX) return false;
  let [least, most] = [VALUE_MAX, 0];
  for (let i = 0; i < SHARE_BYTES; i += 2) {
    const byte = bytes[high + i] ?? 0;
    if (byte >> 1 !== number) return false;
    const value = (bytes[low + i] ?? 0) + 256 * (byte & 1);
    if (value > VALUE_MAX) return false;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (most - least < RANGE) return false;
  return areDifferent(Array.from({ length: WORDS }, (_, i) => bytes[low + 2 * i] ?? 0));
}

const areDifferent = (values: readonly number[]): boolean => new Set(values).size >= DIFFERENT;

const areValues = (values: readonly number[]): boolean =>
  values.every((value) => value >= 0 && value <= VALUE_MAX)
  && Math.max(...values) - Math.min(...values) >= RANGE
  && areDifferent(values);

/** Values in a list, with what names them before: as a vault writes a share, and az's code does. */
const LIST =
  /["']?(?:values?|share|y|ys|points?)(?: ?\d{1,3})?["']?\s{0,9}[:=]?\s{0,9}[[(]((?:\s{0,20}\d{1,3}\s{0,20},){31}\s{0,20}\d{1,3})\s{0,20}[\])]/gi;

/** Whether a share's values are somewhere in this text as a list of numbers. */
export const hasShareText = (text: string): boolean =>
  [...text.matchAll(LIST)].some(([, list = ""]) => areValues(list.split(",").map(Number)));

/** The longest way to write one alone: hexadecimal, on lines, with an end of line. */
const ALONE_MAX = 200;

/** Whether a small file is one share and nothing else, also one whose values are not random. */
export function isShareFile(bytes: Uint8Array): boolean {
  if (bytes.length > ALONE_MAX) return false;
  if (isShare(bytes)) return true;
  const text = Buffer.from(bytes).toString("latin1").replace(/\s/g, "");
  if (/^[0-9a-f]{128}$/i.test(text)) return isShare(Buffer.from(text, "hex"));
  return /^[A-Za-z0-9+/_-]{86}={0,2}$/.test(text) && isShare(Buffer.from(text, "base64"));
}

function isShare(bytes: Uint8Array): boolean {
  if (bytes.length !== SHARE_BYTES) return false;
  const words = new Uint16Array(Uint8Array.from(bytes).buffer);
  const number = (words[0] ?? 0) >> 9;
  return number > 0 && words.every((word) => word >> 9 === number && (word & 0x1ff) <= VALUE_MAX);
}
