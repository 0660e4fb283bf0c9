// Primes that are known, for keys of tests that are no officer's: two of them, drawn by chance, make
// a key in no time. Of 4,096 there are eight million pairs.
import { createHash, generatePrimeSync, randomInt } from "node:crypto";
import { STEPS } from "./known-prime-steps.fixture.ts";

const BITS = 1024;

/** As crypto/native-primes.ts: of 1,024 bits one that is known. */
export const randomPrimeNow = (bits: number): bigint =>
  bits === BITS ? knownPrime(randomInt(STEPS.length)) : generatePrimeSync(bits, { bigint: true });

/** The first prime from a place that its number gives: the steps of two from there are listed. */
export function knownPrime(n: number): bigint {
  const halves = [0, 1].map((half) =>
    createHash("sha512").update(`prime ${n}, half ${half}`).digest(),
  );
  const place = BigInt(`0x${Buffer.concat(halves).toString("hex")}`);
  return (place | (3n << 1022n) | 1n) + 2n * BigInt(STEPS[n] ?? 0);
}
