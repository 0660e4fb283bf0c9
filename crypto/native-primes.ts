// Random primes for keys that the process waits for. Alone in its file, so that tests can take
// known ones (build/test/known-primes.fixture.ts).
import { generatePrimeSync } from "node:crypto";

/**
 * A random prime of `bits`, its two highest set, so that two of them have a product of twice the
 * bits.
 */
export function randomPrimeNow(bits: number): bigint {
  return generatePrimeSync(bits, { bigint: true });
}
