// An animated picture (APNG) of pictures of a screen, in one palette of 256 colours: a screen has
// few, and a page loads it in a moment. https://www.w3.org/TR/png-3/#apng-frame-based-animation
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const COLOURS_MAX = 256;
/** Red, green and blue, one byte each, as screenshots are written. */
const TRUE_COLOUR = 2;
const INDEXED = 3;
const BYTES = 3;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** A picture: rows of pixels, each red, green and blue. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, ...parts: readonly Buffer[]): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), ...parts]);
  return Buffer.concat([uint32(named.length - 4), named, uint32(crc32(named))]);
}

function uint32(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(number, i * 4);
  return bytes;
}

/** @throws Error where it is no screenshot: of other pixels, or interlaced */
function read(png: Buffer): Picture {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === "IHDR")?.data;
  if (head?.[8] !== 8 || head[9] !== TRUE_COLOUR || head[12] !== 0)
    throw new Error("no screenshot");
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(packed)), width * BYTES) };
}

/** The rows as they were before each was filtered. https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(filtered: Buffer, stride: number): Buffer {
  const rows = filtered.length / (stride + 1);
  const out = Buffer.alloc(rows * stride);
  for (let row = 0; row < rows; row++) {
    const filter = filtered[row * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const at = row * stride + i;
      const left = i < BYTES ? 0 : out[at - BYTES]!;
      const up = row === 0 ? 0 : out[at - stride]!;
      const corner = i < BYTES || row === 0 ? 0 : out[at - stride - BYTES]!;
      const foretold = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter!]!;
      out[at] = filtered[row * (stride + 1) + 1 + i]! + foretold;
    }
  }
  return out;
}

/** Paeth's: the neighbour that is nearest to what the three let expect. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if (a! <= b! && a! <= c!) return left;
  return b! <= c! ? up : corner;
}

const colourAt = (pixels: Buffer, at: number): number => pixels.readUIntBE(at * BYTES, BYTES);

/** The colours that are used most, the commonest first. */
function paletteOf(pictures: readonly Picture[]): readonly number[] {
  const uses = new Map<number, number>();
  for (const { pixels } of pictures)
    for (let at = 0; at < pixels.length / BYTES; at++) {
      const colour = colourAt(pixels, at);
      uses.set(colour, (uses.get(colour) ?? 0) + 1);
    }
  return [...uses]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COLOURS_MAX)
    .map(([colour]) => colour);
}

/** Finds the place in the palette of a colour, or of the one that is nearest to it. */
function finder(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, place) => [colour, place]));
  const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const split = palette.map(parts);
  return (colour) => {
    const before = known.get(colour);
    if (before !== undefined) return before;
    const [red, green, blue] = parts(colour);
    const away = split.map(
      ([r, g, b]) => (r! - red!) ** 2 + (g! - green!) ** 2 + (b! - blue!) ** 2,
    );
    const place = away.indexOf(Math.min(...away));
    known.set(colour, place);
    return place;
  };
}

/** The pixels as places in the palette, packed; no filter makes those smaller. */
function packed({ width, height, pixels }: Picture, find: (colour: number) => number): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row++)
    for (let i = 0; i < width; i++)
      rows[row * (width + 1) + 1 + i] = find(colourAt(pixels, row * width + i));
  return deflateSync(rows, { level: 9 });
}

/**
 * One picture of many screenshots of the same size, shown again and again.
 * @param seconds for which each is shown
 * @throws Error where one differs in size, or is no screenshot
 */
export function animated(screenshots: readonly Buffer[], seconds: number): Buffer {
  const pictures = screenshots.map(read);
  const { width, height } = pictures[0] ?? { width: 0, height: 0 };
  if (pictures.some((one) => one.width !== width || one.height !== height))
    throw new Error("pictures of several sizes");
  const palette = paletteOf(pictures);
  const find = finder(palette);
  const delay = Buffer.alloc(6);
  delay.writeUInt16BE(Math.round(seconds * 100), 0);
  delay.writeUInt16BE(100, 2);
  let sequence = 0;
  const frames = pictures.flatMap((picture, i) => {
    const control = chunk("fcTL", uint32(sequence++, width, height, 0, 0), delay);
    const data = packed(picture, find);
    return [control, i === 0 ? chunk("IDAT", data) : chunk("fdAT", uint32(sequence++), data)];
  });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", uint32(width, height), Buffer.from([8, INDEXED, 0, 0, 0])),
    chunk("acTL", uint32(pictures.length, 0)),
    chunk("PLTE", ...palette.map((colour) => uint32(colour).subarray(1))),
    ...frames,
    chunk("IEND"),
  ]);
}
