// The picture of a simulated bag, as a PNG: a bag with its number as bars on the label.
import { utf8 } from "../../crypto/index.ts";

const WIDTH = 160;
const HEIGHT = 120;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BAG = 0xb4;
const LABEL = 0xff;
const INK = 0x10;

/** @param turn how often it was photographed: no two pictures of a bag are alike */
export function pictureOf(seal: string, turn: number): Uint8Array {
  const bars = [...utf8(seal)].flatMap((byte) => BITS.map((n) => ((byte >> n) & 1) === 1));
  const rows = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (__, x) => shadeOf(bars, turn, x, y)),
  ]);
  // Width, height, 8 bits, greyscale; then the usual compression, filter and interlace.
  const header = [...long(WIDTH), ...long(HEIGHT), 8, 0, 0, 0, 0];
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk("IHDR", header),
    ...chunk("IDAT", stored(rows.flat())),
    ...chunk("IEND", []),
  ]);
}

const BITS = [7, 6, 5, 4, 3, 2, 1, 0];

/** The light is slightly different each time; the upper edge counts the photographs. */
function shadeOf(bars: readonly boolean[], turn: number, x: number, y: number): number {
  const isLabel = x >= 16 && x < WIDTH - 16 && y >= 30 && y < HEIGHT - 30;
  if (y === 0 && x < 16) return (turn >> x) & 1 ? INK : BAG;
  if (!isLabel) return BAG - (turn % 8) * 4 - (Math.abs(x - y) % 23 === 0 ? 24 : 0);
  const bar = bars[Math.floor(((x - 16) * bars.length) / (WIDTH - 32))];
  return bar === true && y >= 36 && y < HEIGHT - 36 ? INK : LABEL;
}

/** Zlib without compression: one block, and Adler's sum. */
function stored(bytes: readonly number[]): readonly number[] {
  const size = bytes.length;
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const sizes = [size, ~size].flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]);
  return [0x78, 0x01, 0x01, ...sizes, ...bytes, ...long(high * 65_536 + low)];
}

function chunk(type: string, data: readonly number[]): readonly number[] {
  const told = [...utf8(type), ...data];
  return [...long(data.length), ...told, ...long(checksum(told))];
}

const long = (value: number): readonly number[] =>
  [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

/** CRC-32 as in PNG. */
function checksum(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let n = 0; n < 8; n++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}
