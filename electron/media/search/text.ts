// The parts of a file that are text: only these can contain encoded bytes. Compressed or encrypted
// data has none by chance.

const BLOCK = 64;
/** The number of printable characters in a block; 48 of 64 random bytes occur less than once in 10^9. */
const PRINTED_MIN = 48;
/** 1 for printable ASCII, blanks, and the zeros of UTF-16. */
const PRINTED = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number((byte >= 0x20 && byte < 0x7f) || [0, 9, 10, 13].includes(byte)),
);

/** The characters of a text, one per byte, without the zero bytes of UTF-16 and UTF-32. */
export function charactersOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

/** The stretches of text, with one more block at each end. */
export function* textsIn(bytes: Uint8Array): Generator<string> {
  let start = -1;
  for (let at = 0; at <= bytes.length + BLOCK; at += BLOCK) {
    const is = at < bytes.length && isText(bytes, at);
    if (is && start < 0) start = at;
    if (is || start < 0 || (at < bytes.length && isText(bytes, at + BLOCK))) continue;
    yield charactersOf(bytes.subarray(Math.max(0, start - BLOCK), at + BLOCK));
    start = -1;
  }
}

function isText(bytes: Uint8Array, from: number): boolean {
  const to = Math.min(from + BLOCK, bytes.length);
  let printed = 0;
  for (let i = from; i < to; i++) printed += PRINTED[bytes[i] ?? 0] ?? 0;
  return printed >= Math.min(PRINTED_MIN, (to - from) * 0.75) && to > from;
}
