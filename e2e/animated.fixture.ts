// An animated picture (APNG) of pictures of a screen: PNG's own chunks in another order, no pixel
// is drawn again. https://www.w3.org/TR/png-3/#apng-frame-based-animation
import { crc32 } from "node:zlib";

const SIGNATURE = 8;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, ...parts: readonly Buffer[]): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), ...parts]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

const uint32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(number, i * 4);
  return bytes;
};

/**
 * One picture of many, of the same size and the same sort of pixels, shown again and again.
 * @param seconds for which each stands
 * @throws Error where one differs in size or sort
 */
export function animated(pictures: readonly Buffer[], seconds: number): Buffer {
  const all = pictures.map(chunksOf);
  const head = all[0]?.find(({ type }) => type === "IHDR")?.data;
  if (head === undefined) throw new Error("no picture");
  let sequence = 0;
  const frames = all.flatMap((chunks, i) => {
    if (chunks.find(({ type }) => type === "IHDR")?.data.equals(head) !== true)
      throw new Error(`picture ${String(i)} is of another size or sort`);
    const delay = Buffer.alloc(6);
    delay.writeUInt16BE(Math.round(seconds * 100), 0);
    delay.writeUInt16BE(100, 2);
    const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
    const control = chunk("fcTL", uint32(sequence++, width, height, 0, 0), delay);
    const pixels = chunks
      .filter(({ type }) => type === "IDAT")
      .map(({ data }) => (i === 0 ? chunk("IDAT", data) : chunk("fdAT", uint32(sequence++), data)));
    return [control, ...pixels];
  });
  return Buffer.concat([
    pictures[0]!.subarray(0, SIGNATURE),
    chunk("IHDR", head),
    chunk("acTL", uint32(pictures.length, 0)),
    ...frames,
    chunk("IEND"),
  ]);
}
