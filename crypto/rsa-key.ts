// A new RSA key: two primes from node's generator, searched in parallel, combined here. OpenSSL's
// own key generation in node searches one prime after the other, each by way of smaller ones, and
// takes three times as long; the generator is the same.
import { commonDivisor, inverse } from "./big-numbers.ts";
import { concat, fromBigInt, toBigInt, utf8 } from "./bytes.ts";
import { integer, sequence, TAG, writeDer } from "./der.ts";
import { publicOf } from "./forge.ts";
import * as native from "./native.ts";
import { primeFrom } from "./native-prime-from.ts";
import { randomPrimeNow } from "./native-primes.ts";
import { wrapPkcs1 } from "./private-key.ts";

const E = 65537n;

/** A new RSA key pair of `bits`, e = 65537, as PKCS #8 in DER. */
export async function makeRsaKey(bits: number): Promise<Uint8Array> {
  for (;;) {
    const primes = [native.randomPrime(bits / 2), native.randomPrime(bits / 2)] as const;
    const key = keyOf(bits, ...(await Promise.all(primes)));
    if (key !== null) return key;
  }
}

/**
 * As `makeRsaKey`, with the public half as SPKI in DER; synchronous. For keys of the rehearsal HSM,
 * never of officers.
 */
export function generateRsa(bits: number): { pkcs8: Uint8Array; spki: Uint8Array } {
  for (;;) {
    const half = bits / 2;
    const pkcs8 = keyOf(bits, randomPrimeNow(half), randomPrimeNow(half));
    if (pkcs8 !== null) return { pkcs8, spki: publicOf(pkcs8) };
  }
}

/** Two primes' distances from their places, in steps of two. */
type Steps = readonly [p: number, q: number];

/**
 * The pair of 2048 bits that follows from a text, in the same forms: everyone can make it. For what a
 * rehearsal must make again alike, and never for what is to stay secret.
 * @param steps of its primes, where they are known; else they are searched for a quarter of a second
 */
export function rsaOf(text: string, steps?: Steps): { pkcs8: Uint8Array; spki: Uint8Array } {
  const [p, q] = [primeOf(`${text} p`, steps?.[0]), primeOf(`${text} q`, steps?.[1])];
  const pkcs8 = keyOf(2 * PRIME_BITS, p, q);
  // The next pair, if these two do not fit together.
  return pkcs8 === null ? rsaOf(`${text}, again`) : { pkcs8, spki: publicOf(pkcs8) };
}

const PRIME_BITS = 1024;
const DIGESTS = 4;

/** The first prime from the place that a text's digests give, its two highest bits set. */
function primeOf(text: string, steps?: number): bigint {
  const digests = Array.from({ length: DIGESTS }, (_, n) => native.sha256(utf8(`${text} ${n}`)));
  const place = toBigInt(concat(...digests)) | (3n << BigInt(PRIME_BITS - 2)) | 1n;
  return steps === undefined ? primeFrom(place) : place + 2n * BigInt(steps);
}

/**
 * The key of two primes, or null if FIPS 186-5 (A.1.1, A.1.3) requires others: too close together,
 * too short a product, no inverse of e, or too small a private exponent.
 */
export function keyOf(bits: number, one: bigint, two: bigint): Uint8Array | null {
  const [p, q] = one > two ? [one, two] : [two, one];
  const half = BigInt(bits / 2);
  const [n, p1, q1] = [p * q, p - 1n, q - 1n];
  const d = inverse(E, (p1 * q1) / commonDivisor(p1, q1));
  const fits = p - q > 2n ** (half - 100n) && n.toString(2).length === bits && d > 2n ** half;
  if (!fits) return null;
  const numbers = [n, E, d, p, q, d % p1, d % q1, inverse(q, p)];
  return wrapPkcs1(sequence(integer(0), ...numbers.map(unsigned)));
}

/** A positive INTEGER (X.690 8.3): a zero byte before a first bit that is set. */
function unsigned(value: bigint): Uint8Array {
  const bytes = fromBigInt(value);
  const signed = (bytes[0] ?? 0) < 0x80 ? bytes : Uint8Array.of(0, ...bytes);
  return writeDer(TAG.integer, signed);
}
