// The places of a file that are text: only these can have bytes written in them. What is compressed
// or encrypted has none by chance.

const BLOCK = 64;
/** Of the signs of a block so many are printed ones; of random bytes 48 of 64 are not once in 10^9. */
const PRINTED_MIN = 48;
/** 1 for what is printed in ASCII, for its blanks, and for the zeros that UTF-16 puts between. */
const PRINTED = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number((byte >= 0x20 && byte < 0x7f) || [0, 9, 10, 13].includes(byte)),
);

/** The signs of a text, one a byte, without the zero bytes of UTF-16 and UTF-32. */
export function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

/** The stretches of text, each with a block more at both ends. */
export function* textsIn(bytes: Uint8Array): Generator<string> {
  let start = -1;
  for (let at = 0; at <= bytes.length + BLOCK; at += BLOCK) {
    const is = at < bytes.length && isText(bytes, at);
    if (is && start < 0) start = at;
    if (is || start < 0 || (at < bytes.length && isText(bytes, at + BLOCK))) continue;
    yield textOf(bytes.subarray(Math.max(0, start - BLOCK), at + BLOCK));
    start = -1;
  }
}

function isText(bytes: Uint8Array, from: number): boolean {
  const to = Math.min(from + BLOCK, bytes.length);
  let printed = 0;
  for (let i = from; i < to; i++) printed += PRINTED[bytes[i] ?? 0] ?? 0;
  return printed >= Math.min(PRINTED_MIN, (to - from) * 0.75) && to > from;
}
