// SHA-1 (FIPS 180-4 6.1), only for a JWK's `x5t`: a name of a certificate, trusted for nothing.
import { concat } from "../../crypto/index.ts";

const BLOCK = 64;

/** The 20 bytes of the SHA-1 of public bytes, below 512 MiB. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const padded = pad(bytes);
  for (let at = 0; at < padded.length; at += BLOCK) mix(state, words(padded, at));
  const out = new DataView(new ArrayBuffer(20));
  state.forEach((word, i) => out.setUint32(4 * i, word));
  return new Uint8Array(out.buffer);
}

function pad(bytes: Uint8Array): Uint8Array {
  const zeros = (BLOCK + 55 - (bytes.length % BLOCK)) % BLOCK;
  const length = new DataView(new ArrayBuffer(8));
  length.setUint32(4, bytes.length * 8);
  return concat(bytes, Uint8Array.of(0x80), new Uint8Array(zeros), new Uint8Array(length.buffer));
}

function words(padded: Uint8Array, at: number): Uint32Array {
  const view = new DataView(padded.buffer, padded.byteOffset + at, BLOCK);
  const out = new Uint32Array(80);
  for (let t = 0; t < 16; t++) out[t] = view.getUint32(4 * t);
  const word = (t: number): number => out[t] ?? 0;
  for (let t = 16; t < 80; t++)
    out[t] = turn(word(t - 3) ^ word(t - 8) ^ word(t - 14) ^ word(t - 16), 1);
  return out;
}

function mix(state: Uint32Array, block: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  block.forEach((word, t) => {
    const [f, k] = round(Math.floor(t / 20), b, c, d);
    [a, b, c, d, e] = [(turn(a, 5) + f + e + k + word) >>> 0, a, turn(b, 30), c, d];
  });
  [a, b, c, d, e].forEach((word, i) => (state[i] = (state[i] ?? 0) + word));
}

function round(part: number, b: number, c: number, d: number): readonly [number, number] {
  if (part === 0) return [(b & c) | (~b & d), 0x5a827999];
  if (part === 2) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, part === 1 ? 0x6ed9eba1 : 0xca62c1d6];
}

const turn = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;
