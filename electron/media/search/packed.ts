// Compressed data within a file: gzip, zlib, deflate, brotli, and with them the streams of a PDF.
// Checksums are not compared: damaged data may still be a key.
import { LimitError } from "./limit-error.ts";
import type { Decoded } from "./written.ts";
import { brotliDecompressSync, constants, inflateRawSync } from "node:zlib";

/**
 * Unpacks as far as possible, up to a limit; null if nothing was packed.
 * @throws LimitError beyond it
 */
type Unpack = (bytes: Uint8Array, most: number) => Uint8Array | null;

const unbrotli: Unpack = (bytes, maxOutputLength) =>
  tried(() =>
    brotliDecompressSync(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  );
const inflate: Unpack = (bytes, maxOutputLength) =>
  tried(() => inflateRawSync(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }));

function tried(work: () => Uint8Array): Uint8Array | null {
  try {
    const bytes = work();
    return bytes.length < LEAST ? null : bytes;
  } catch (error) {
    // zlib's own errors have a code; any other error is unexpected.
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (error.code === "ERR_BUFFER_TOO_LARGE") throw new LimitError();
    return null;
  }
}

/** Less than the shortest secret. */
const LEAST = 16;
const GZIP = Buffer.from("1f8b08", "hex");

/**
 * What unpacks from these bytes: brotli and raw deflate, which have no signature, only from the
 * first byte, and not from data that they decompressed themselves; the others wherever they begin.
 * @param decoded its first byte may not be the beginning
 * @param most the limit of output, asked before each
 * @throws LimitError beyond it
 */
export function* packedIn({ bytes, isWhole }: Decoded, most: () => number): Generator<Decoded> {
  if (isWhole && !isPlain(bytes))
    for (const unpacked of unmarked(bytes, most())) yield { bytes: unpacked, isWhole: false };
  for (const at of beginnings(bytes)) {
    const unpacked = inflate(bytes.subarray(at), most());
    if (unpacked !== null) yield { bytes: unpacked, isWhole: true };
  }
}

/**
 * More than hundredfold expansion is treated as other data, of which brotli now and then makes
 * something large.
 */
function* unmarked(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  for (const unpack of [unbrotli, inflate])
    try {
      const unpacked = unpack(bytes, Math.min(most, 65_536 + 100 * bytes.length));
      if (unpacked !== null) yield unpacked;
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
    }
}

/** Text is not compressed, so it is not tried. */
const isPlain = (bytes: Uint8Array): boolean =>
  bytes
    .subarray(0, 64)
    .every((byte) => byte < 0x7f && (byte >= 0x20 || byte === 10 || byte === 13));

/** Where deflated data may begin, after the header of gzip or zlib. */
function* beginnings(bytes: Uint8Array): Generator<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = buffer.indexOf(GZIP); at >= 0; at = buffer.indexOf(GZIP, at + 1))
    yield behindGzip(buffer, at);
  for (let at = buffer.indexOf(0x78); at >= 0; at = buffer.indexOf(0x78, at + 1))
    if (isZlib(buffer, at)) yield at + 2;
}

/** RFC 1952: ten bytes; then by their flags more fields, a name, a comment and a sum. */
function behindGzip(buffer: Buffer, start: number): number {
  const flags = buffer[start + 3] ?? 0;
  let at = start + 10;
  if ((flags & 4) !== 0) at += 2 + uint16(buffer, at);
  for (const flag of [8, 16])
    if ((flags & flag) !== 0) at = buffer.indexOf(0, at) + 1 || buffer.length;
  return (flags & 2) === 0 ? at : at + 2;
}

const uint16 = (buffer: Buffer, at: number): number =>
  (buffer[at] ?? 0) + 256 * (buffer[at + 1] ?? 0);

/** RFC 1950: a sum of the first two bytes, no dictionary; RFC 1951: a block of a kind that exists. */
function isZlib(buffer: Buffer, at: number): boolean {
  const [second = 0, block = 0] = [buffer[at + 1], buffer[at + 2]];
  if ((0x7800 + second) % 31 !== 0 || (second & 0x20) !== 0) return false;
  const kind = (block >> 1) & 3;
  if (kind === 0) return (uint16(buffer, at + 3) ^ uint16(buffer, at + 5)) === 0xffff;
  return kind !== 3;
}
