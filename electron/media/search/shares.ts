// Opened shares, at any offset: 32 words of 16 bits with the officer's number in the upper 7, and a
// value of 0 to 256 in the others; and the JSON of shares that our own tools write.

const WORDS = 32;
const SHARE_BYTES = 2 * WORDS;
const VALUE_MAX = 256;
/** An officer's number, as in a share. */
const X_MAX = 126;
/**
 * Values are random: they span more than half of their range, except in one of 10^8 shares.
 * Repeated bytes, and letters of a two-byte script, do not.
 */
const RANGE = 128;
/** Fewer different ones among 32 random values of 257 occur once in 10^13 shares. */
const DIFFERENT = 16;

/** Whether a share is anywhere in these bytes, its words in either byte order. */
export function hasShare(bytes: Uint8Array): boolean {
  for (let at = 0; at + SHARE_BYTES <= bytes.length; at++)
    if (isShareAt(bytes, at, at + 1) || isShareAt(bytes, at + 1, at)) return true;
  return false;
}

/** @param low offset of the low byte of the first word, and `high` of the other one */
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

/** Named values in a list: as a vault writes a share, and az's code does. */
const LIST =
  /["']?(?:values?|share|y|ys|points?)(?: ?\d{1,3})?["']?\s{0,9}[:=]?\s{0,9}[[(]((?:\s{0,20}\d{1,3}\s{0,20},){31}\s{0,20}\d{1,3})\s{0,20}[\])]/gi;

/** Whether a share's values are anywhere in this text as a list of numbers. */
export const hasShareText = (text: string): boolean =>
  [...text.matchAll(LIST)].some(([, list = ""]) => areValues(list.split(",").map(Number)));

/** The longest encoding of a share alone: hexadecimal, on lines, with a line end. */
const ALONE_MAX = 200;

/** Whether a small file is one share and nothing else, even if its values are not random. */
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
