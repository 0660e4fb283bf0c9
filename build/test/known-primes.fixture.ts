// Primes that are known, for keys of tests that are no officer's: two of them, picked at random, make
// a key in no time.
import { createHash, generatePrimeSync, randomInt } from "node:crypto";
import { STEPS } from "./known-prime-steps.fixture.ts";

/** Which were drawn, of each size: keys share no prime as long as there are others. */
const drawn = new Map<number, Set<number>>();

/** As crypto/native-primes.ts: where primes of as many bits are known, one of these. */
export function randomPrimeNow(bits: number): bigint {
  const count = STEPS.get(bits)?.length;
  if (count === undefined) return generatePrimeSync(bits, { bigint: true });
  const before = drawn.get(bits) ?? new Set();
  drawn.set(bits, before);
  if (before.size === count) before.clear();
  let n = randomInt(count);
  while (before.has(n)) n = (n + 1) % count;
  before.add(n);
  return knownPrime(bits, n);
}

/** The first prime from a place that its number gives: the steps of two from there are listed. */
export function knownPrime(bits: number, n: number): bigint {
  const parts = Array.from({ length: bits / 512 }, (_, part) =>
    createHash("sha512").update(`prime ${n}, half ${part}`).digest(),
  );
  const place = BigInt(`0x${Buffer.concat(parts).toString("hex")}`);
  return (place | (3n << BigInt(bits - 2)) | 1n) + 2n * BigInt(STEPS.get(bits)?.[n] ?? 0);
}
