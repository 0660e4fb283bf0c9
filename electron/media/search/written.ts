// Bytes that are encoded as text: base64, hexadecimal, numbers or a dump. Each place where such
// text begins is decoded; the meaning of the bytes is examined later.
import { stretch, stretchesIn } from "./stretch.ts";

/** Shorter runs are no key: the shortest secret is a share in base64. */
const RUN_MIN = 40;
/** Longer runs are decoded only from their first character. */
const SHIFTED_MAX = 16_384;

/**
 * Between two lines of a run: the line end, also escaped, with the marks of mail, comments and
 * source code before the next line, and the quotes of a split text.
 */
const BREAK = String.raw`(?:\\[nrt]|=?[\r\n]|["'](?=[ ,+.\\\r\n]))(?:[\s>|#*;"',.\\]|[+](?=[\s"'])){0,40}`;
const SIXTY_FOUR = stretch(
  "[A-Za-z0-9+/_-]{16,MOST}",
  String.raw`[A-Za-z0-9+/_-]{1,MOST}|(?:${BREAK}|(?<=[A-Za-z0-9+/_-]{20}) )[A-Za-z0-9+/_-]{2,MOST}`,
);
const BETWEEN = new RegExp(String.raw`${BREAK}|\s`, "g");
/** Narrower lines. */
const NARROW = stretch(
  String.raw`(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{1,15}\r?\n){6}`,
  String.raw`[A-Za-z0-9+/_-]{1,15}(?:\r?\n)?`,
);
/** Two digits per byte, with the separators of languages and tools. */
const HEX_BETWEEN = String.raw`[\s:,;.|"'+_-]{0,12}(?:\\[nrt]\s{0,12})?`;
const HEX = stretch(
  String.raw`(?:0x|\\x)?[0-9a-f]{2}(?:${HEX_BETWEEN}(?:0x|\\x)?[0-9a-f]{2}){19}`,
  String.raw`${HEX_BETWEEN}(?:0x|\\x)?[0-9a-f]{2}`,
  "i",
);
const NOT_HEX = /0x|\\x|\\[nrt]|[^0-9A-Fa-f]/gi;
/** Numbers of bytes, or of a share's words, in any brackets. */
const NUMBERS = stretch(
  String.raw`(?<![\d.])-?\d{1,5}(?:[\s,;]{1,12}-?\d{1,5}){15}`,
  String.raw`[\s,;]{1,12}-?\d{1,5}`,
);
/** One long number. */
const DECIMAL = /(?<!\d)\d{140,5000}(?!\d)/g;
/** A line of xxd, hexdump, od -t x1 or a debugger: an address, then bytes in groups. */
const DUMP =
  /(?<![0-9a-z])[0-9a-f]{4,16}:?[ \t]+((?:[0-9a-f]{2}){1,4}(?:[ \t]{1,3}(?:[0-9a-f]{2}){1,4}){0,31})(?=[ \t|]|$)/i;
/** A line of uuencode: its length, then four letters for three bytes. */
const UU = /^([!-M])([ -`]{4,80})$/gm;
const EIGHTY_FIVE = /<~|stream\r?\n/g;
const NOT_EIGHTY_FIVE = /[^!-uz\s]/g;
const EIGHTY_FIVE_MIN = 40;
const THIRTY_TWO = stretch(
  "[A-Z2-7]{16,MOST}",
  String.raw`[A-Z2-7]{1,MOST}|[\r\n -]{1,3}[A-Z2-7]{4,MOST}`,
);

/** Decoded bytes, and whether the first one is certain. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Every run of encoded bytes in a text, decoded in each possible way. */
export function* writtenIn(text: string): Generator<Decoded> {
  // The lines of a label are not part of what is between them.
  const bare = text.replaceAll("-----", "     ");
  for (const form of [SIXTY_FOUR, NARROW])
    for (const run of stretchesIn(bare, form)) yield* fromRun(run.replace(BETWEEN, ""));
  for (const bytes of othersIn(text)) yield { bytes, isWhole: true };
}

function* othersIn(text: string): Generator<Uint8Array> {
  for (const run of stretchesIn(text, HEX)) yield Buffer.from(run.replace(NOT_HEX, ""), "hex");
  for (const run of stretchesIn(text, NUMBERS))
    yield* fromNumbers(run.split(/[\s,;]+/).map(Number));
  for (const [run] of text.matchAll(DECIMAL)) yield fromDecimal(run);
  for (const run of stretchesIn(text, THIRTY_TWO)) yield* fromThirtyTwo(run);
  yield* fromDump(text);
  if (/begin [0-7]{3} /.test(text)) yield fromUu([...text.matchAll(UU)]);
  for (const body of eightyFivesIn(text)) yield fromEightyFive(body);
}

/** A word may directly precede base64, so its other offsets are tried too. */
function* fromRun(run: string): Generator<Decoded> {
  if (run.length < RUN_MIN || !/[^0-9A-Fa-f]/.test(run)) return;
  for (const shift of run.length <= SHIFTED_MAX ? [0, 1, 2, 3] : [0])
    yield { bytes: Buffer.from(run.slice(shift), "base64"), isWhole: shift === 0 };
}

/** Bytes, negative as in Java; or words of 16 bits, the low byte first. */
function* fromNumbers(numbers: readonly number[]): Generator<Uint8Array> {
  if (numbers.every((one) => one >= -128 && one <= 255)) yield Uint8Array.from(numbers);
  else if (numbers.every((one) => one >= 0 && one <= 65_535))
    yield Uint8Array.from(numbers.flatMap((one) => [one & 255, one >> 8]));
}

function fromDecimal(run: string): Uint8Array {
  const hex = BigInt(run).toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
}

/** RFC 4648, without checking its end. */
function* fromThirtyTwo(run: string): Generator<Uint8Array> {
  const digits = run.replace(/[^A-Z2-7]/g, "");
  if (digits.length < 56) return;
  yield fromDigits([...digits], 5, (digit) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digit));
}

/** Bytes of digits with so many bits each. */
function fromDigits(
  digits: readonly string[],
  bits: number,
  value: (digit: string) => number,
): Uint8Array {
  const out = new Uint8Array(Math.floor((digits.length * bits) / 8));
  let [held, buffer, at] = [0, 0, 0];
  for (const digit of digits) {
    buffer = ((buffer << bits) | value(digit)) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    out[at++] = (buffer >> held) & 0xff;
  }
  return out;
}

/** The lines of a dump as one run; its groups unchanged, and as words with the low byte first. */
function* fromDump(text: string): Generator<Uint8Array> {
  // The first of each line: after an address, nothing else in the line is an address.
  const lines = text.split(/[\r\n]+/).flatMap((line) => {
    const groups = DUMP.exec(line)?.[1];
    return groups === undefined ? [] : [groups.split(/[ \t]+/)];
  });
  if (lines.length < 3) return;
  // The text column may look like one more group, so the length of most lines decides.
  const lengths = lines.map((line) => line.join("").length).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const groups = lines.flatMap((line) => cut(line, Math.min(usual, 64)));
  yield Buffer.from(groups.join(""), "hex");
  yield Buffer.from(groups.map(turned).join(""), "hex");
}

const turned = (group: string): string => (group.match(/../g) ?? []).toReversed().join("");

/** The groups of a line, up to a number of digits. */
function cut(line: readonly string[], digits: number): readonly string[] {
  let length = 0;
  return line.filter((group) => {
    length += group.length;
    return length <= digits;
  });
}

function fromUu(lines: readonly (readonly string[])[]): Uint8Array {
  const bytes = lines.map(([, length = "", digits = ""]) =>
    Buffer.from(fromDigits([...digits], 6, (digit) => (digit.charCodeAt(0) - 32) & 63)).subarray(
      0,
      length.charCodeAt(0) - 32,
    ),
  );
  return Buffer.concat(bytes);
}

/** Between these marks and `~>`: of several marks before one end, the first and the last. */
function* eightyFivesIn(text: string): Generator<string> {
  let [end, starts]: [number, readonly number[]] = [0, []];
  for (const { 0: mark, index } of text.matchAll(EIGHTY_FIVE)) {
    if (index >= end) {
      yield* bodies(text, starts, end);
      NOT_EIGHTY_FIVE.lastIndex = index + mark.length;
      [end, starts] = [NOT_EIGHTY_FIVE.exec(text)?.index ?? text.length, []];
    }
    starts = [...starts.slice(0, 1), index + mark.length];
  }
  yield* bodies(text, starts, end);
}

function* bodies(text: string, starts: readonly number[], end: number): Generator<string> {
  if (!text.startsWith("~>", end)) return;
  for (const start of starts) if (end - start >= EIGHTY_FIVE_MIN) yield text.slice(start, end);
}

/** As in PDF and PostScript: five digits for four bytes, `z` for four zeros. */
function fromEightyFive(body: string): Uint8Array {
  const digits = body.replace(/\s/g, "").replaceAll("z", "!!!!!");
  const out = Buffer.alloc(4 * Math.ceil(digits.length / 5));
  for (let at = 0; at < digits.length; at += 5) {
    const five = [...digits.slice(at, at + 5).padEnd(5, "u")];
    const number = five.reduce((all, digit) => all * 85 + digit.charCodeAt(0) - 33, 0);
    out.writeUInt32BE(number % 2 ** 32, (at / 5) * 4);
  }
  return out.subarray(0, Math.floor((digits.length * 4) / 5));
}

/** One character escaped by JSON, HTML, an address or a language. */
const ESCAPED = /\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})|&#x([0-9a-f]{2});|%([0-9a-f]{2})/gi;
const DECIMAL_ESCAPED = /&#(\d{2,3});/g;
const OCTAL = /\\([0-3][0-7]{2})/g;
/** One escaped by mail, and soft line breaks. */
const MAIL = /=([0-9A-F]{2})/g;

const signOf = (digits: string, radix: number): string =>
  String.fromCharCode(Number.parseInt(digits, radix) & 0xff);

/** The text without the escapes of languages and of mail, if it has any. */
export function* unescaped(text: string): Generator<string> {
  const plain = text
    .replace(ESCAPED, (_, ...digits: (string | undefined)[]) =>
      signOf(digits.slice(0, 4).join(""), 16),
    )
    .replace(DECIMAL_ESCAPED, (_, digits: string) => signOf(digits, 10))
    .replace(OCTAL, (_, digits: string) => signOf(digits, 8))
    .replaceAll("\\/", "/");
  if (plain !== text) yield plain;
  const mail = text.replace(/=\r?\n/g, "").replace(MAIL, (_, digits: string) => signOf(digits, 16));
  if (mail !== text) yield mail;
}
