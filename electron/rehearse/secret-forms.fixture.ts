// For tests: every form in which a secret may be in a process's memory or in a file.

/** Secrets by name, each as pieces of bytes: finding one piece means finding the secret. */
export type Needles = Readonly<Record<string, readonly Uint8Array[]>>;

/** Length of a piece before it is encoded as text: 144 bits do not match by chance. */
const PIECE = 18;

/** So many small numbers are a piece: 80 bits. */
const NUMBERS = 10;

/** Bits of one digit of node-forge's big numbers, and how many digits make a piece. */
const DIGIT_BITS = 28n;
const DIGITS = 5;

/** A passphrase as a V8 string, with one or two bytes per letter, and within base64 or hex. */
export const formsOfText = (text: string): readonly Uint8Array[] => [
  ...twoWidths(text),
  ...asText(Buffer.from(text, "latin1")),
];

/**
 * A private number, big-endian: as bytes of both orders (the second is that of OpenSSL's limbs and
 * V8's BigInt), within hex, base64 and base64url at any offset, and as node-forge's digits.
 */
export function formsOfNumber(bytes: Uint8Array): readonly Uint8Array[] {
  const pieces = Array.from({ length: Math.floor(bytes.length / PIECE) }, (_, i) =>
    Buffer.from(bytes.subarray(i * PIECE, (i + 1) * PIECE)),
  );
  return [
    ...pieces.flatMap((piece) => [piece, Buffer.from(piece.toReversed()), ...asText(piece)]),
    ...asDigits(bytes),
  ];
}

/**
 * Numbers below 512 in a list, as a vault sends and stores them: as JSON, also within hex or
 * base64, and in a JavaScript array of Node and of Electron.
 */
export function formsOfNumbers(numbers: readonly number[]): readonly Uint8Array[] {
  const pieces = Array.from({ length: Math.floor(numbers.length / NUMBERS) }, (_, i) =>
    numbers.slice(i * NUMBERS, (i + 1) * NUMBERS),
  );
  return pieces.flatMap((piece) => [...formsOfText(piece.join(",")), ...asArrays(piece)]);
}

/** V8 keeps a small integer in the upper half of eight bytes, or doubled in four. */
function asArrays(all: readonly number[]): readonly Uint8Array[] {
  // A piece that begins with zeros would match every empty page.
  const numbers = all.slice(all.findIndex((number) => number > 0));
  const [wide, narrow] = [new Uint32Array(2 * numbers.length), new Uint32Array(numbers.length)];
  for (const [i, number] of numbers.entries()) {
    wide[2 * i] = number;
    narrow[i] = 2 * number;
  }
  const [one, other] = [wide, narrow].map(({ buffer }) => Buffer.from(buffer));
  return [one!.subarray(0, -4), other!];
}

/** Bytes within hex or base64, at any offset of what was encoded. */
function asText(bytes: Buffer): readonly Uint8Array[] {
  const hex = bytes.toString("hex");
  const texts = [
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => {
      // Letters that also encode bits before or after are left out.
      const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64url");
      const end = Math.floor(((offset + bytes.length) * 4) / 3);
      const sure = text.slice(offset === 0 ? 0 : offset + 1, end);
      return [sure, sure.replaceAll("-", "+").replaceAll("_", "/")];
    }),
  ];
  return [...new Set(texts)].flatMap(twoWidths);
}

const twoWidths = (text: string): readonly Uint8Array[] => [
  Buffer.from(text, "latin1"),
  Buffer.from(text, "utf16le"),
];

/** Digits in a JavaScript array: V8 keeps a small integer in the upper half of eight bytes. */
function asDigits(bytes: Uint8Array): readonly Uint8Array[] {
  let rest = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  const digits: Buffer[] = [];
  for (; rest > 0n; rest >>= DIGIT_BITS) {
    const digit = Buffer.alloc(8);
    digit.writeUInt32LE(Number(rest & ((1n << DIGIT_BITS) - 1n)));
    digits.push(digit);
  }
  return Array.from({ length: Math.floor(digits.length / DIGITS) }, (_, i) =>
    Buffer.concat(digits.slice(i * DIGITS, (i + 1) * DIGITS)).subarray(0, DIGITS * 8 - 4),
  );
}
