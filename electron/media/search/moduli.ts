// The moduli of public keys on a medium: in its certificates, its record and its domain. The medium
// is searched for their private halves.
import { modulusOf, type Modulus } from "./factors.ts";
import { stretch, stretchesIn } from "./stretch.ts";
import { charactersOf } from "./text.ts";

/** More keys than a ceremony's medium ever has: officers' of two kinds, old and new, and the HSM's. */
export const MODULI_MAX = 64;

/** The algorithm rsaEncryption, followed by a bit string with a length of two bytes. */
const RSA = Buffer.from("300d06092a864886f70d01010105000382", "hex");
/** The beginning of DER in base64, in lines of any kind. */
const DER_TEXT = stretch(
  "MI[I-K][A-Za-z0-9+/]{13,MOST}",
  String.raw`[A-Za-z0-9+/]{1,MOST}|(?:\\[nr]|[\r\n ]){1,40}[A-Za-z0-9+/]{1,MOST}`,
);
/** A JWK's modulus. */
const MEMBER = /"n\\?"\s?:\s?\\?"([A-Za-z0-9_-]{170,2731})/g;

/** In bytes, and in base64 in them. */
export function moduliIn(bytes: Uint8Array): readonly Modulus[] {
  const text = charactersOf(bytes);
  const inner = [...stretchesIn(text, DER_TEXT)].map((run) =>
    Buffer.from(run.replace(/\\[nr]|\s/g, ""), "base64"),
  );
  const members = [...text.matchAll(MEMBER)].map(([, n = ""]) => Buffer.from(n, "base64url"));
  return [...[bytes, ...inner].flatMap(inDer), ...members.map((n) => n.toString("hex"))].flatMap(
    (hex) => modulusOf(BigInt(`0x${hex}`)) ?? [],
  );
}

/** Hexadecimal: a sequence of the modulus, after a zero byte, and the exponent. */
function inDer(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: string[] = [];
  for (let at = buffer.indexOf(RSA); at >= 0; at = buffer.indexOf(RSA, at + 1)) {
    const sequence = buffer.subarray(at + RSA.length + 3);
    const length =
      sequence.length < 8 || sequence[4] !== 2 || sequence[5] !== 0x82
        ? 0
        : sequence.readUInt16BE(6);
    if (length > 64 && sequence.length >= 8 + length)
      found.push(sequence.subarray(8, 8 + length).toString("hex"));
  }
  return found;
}
