// Random primes, made synchronously. In a file of its own, so that tests can use known ones
// (build/test/known-primes.fixture.ts).
import { generatePrimeSync } from "node:crypto";

/**
 * A random prime of `bits` with its two highest bits set, so that the product of two has twice the
 * bits.
 */
export function randomPrimeNow(bits: number): bigint {
  return generatePrimeSync(bits, { bigint: true });
}
