// RSA moduli that are visibly weak: even, with a small factor, or of ROCA's form.
import { commonDivisor } from "./big-numbers.ts";

/**
 * True if a modulus can be factored without effort: it has a factor below 65,536, or the form of
 * CVE-2017-15361 ("ROCA", Nemec et al. 2017: each prime is k M + 65537^a mod M, M a product of
 * primes). A good modulus has that form less than once in a hundred million times.
 */
export function isWeakModulus(modulus: bigint): boolean {
  if (commonDivisor(modulus, PRODUCT % modulus) !== 1n) return true;
  return GROUPS.every(([prime, powers]) => powers.has(Number(modulus % BigInt(prime))));
}

const PRIMES = primesBelow(65_536);
/** One common divisor finds any of them, in a third of the time that a division by each takes. */
const PRODUCT = productOf(PRIMES.map(BigInt));

/** By halves: to multiply numbers of one size is fast. */
function productOf(numbers: readonly bigint[]): bigint {
  const half = numbers.length >> 1;
  if (half === 0) return numbers[0] ?? 1n;
  return productOf(numbers.slice(0, half)) * productOf(numbers.slice(half));
}

/** By Eratosthenes' sieve: fast, because every start that reads a certificate computes them. */
function primesBelow(limit: number): readonly number[] {
  const primes: number[] = [];
  const isComposite = new Uint8Array(limit);
  for (let n = 2; n < limit; n++) {
    if (isComposite[n] === 1) continue;
    primes.push(n);
    for (let multiple = n * n; multiple < limit; multiple += n) isComposite[multiple] = 1;
  }
  return primes;
}

/** The first 39 primes, in every size of ROCA's M, each with the powers of 65537 modulo it. */
const GROUPS = PRIMES.slice(0, 39).map((prime) => [prime, powersModulo(prime)] as const);

function powersModulo(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1 % prime; !powers.has(power); power = (power * 65537) % prime)
    powers.add(power);
  return powers;
}
