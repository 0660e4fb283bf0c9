// RSA moduli that are visibly weak: with a small factor, a factor that Pollard's p - 1 finds at once,
// or ROCA's form.
import { commonDivisor, power } from "./big-numbers.ts";

/** A record has each certificate several times: what was found is kept for some moduli. */
const found = new Map<bigint, boolean>();

/** True if a modulus can be factored without effort. */
export function isWeakModulus(modulus: bigint): boolean {
  if (found.size > 200) found.clear();
  const isWeak = found.get(modulus) ?? (hasFactor(modulus) || isOfRoca(modulus));
  found.set(modulus, isWeak);
  return isWeak;
}

/** A factor below 65,536, or a prime p of which p - 1 has only small ones, as many small p have. */
const hasFactor = (modulus: bigint): boolean =>
  commonDivisor(
    modulus,
    (numbers().product * (power(2n, numbers().multiple, modulus) - 1n)) % modulus,
  ) !== 1n;

interface Numbers {
  readonly primes: readonly number[];
  /** One common divisor finds any of them, in a third of the time that a division by each takes. */
  readonly product: bigint;
  /** The least common multiple of 1 to 500: 2 to the power of a multiple of p - 1 is 1 modulo p. */
  readonly multiple: bigint;
}

let known: Numbers | undefined;

/** Computed at the first question: most programs load this file and read no certificate. */
function numbers(): Numbers {
  if (known !== undefined) return known;
  const primes = primesBelow(65_536);
  known = {
    primes,
    product: productOf(primes.map(BigInt)),
    multiple: Array.from({ length: 500 }, (_, i) => BigInt(i + 1)).reduce(
      (all, n) => (all * n) / commonDivisor(all, n),
    ),
  };
  return known;
}

/** By Eratosthenes' sieve: fast, because every program that reads a certificate computes them. */
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

/** By pairs: to multiply numbers of one size is fast. */
function productOf(numbers: readonly bigint[]): bigint {
  if (numbers.length < 2) return numbers[0] ?? 1n;
  const pairs: bigint[] = [];
  for (let i = 0; i < numbers.length; i += 2)
    pairs.push((numbers[i] ?? 1n) * (numbers[i + 1] ?? 1n));
  return productOf(pairs);
}

/**
 * CVE-2017-15361 (Nemec et al. 2017): each prime is k M + 65537^a mod M, M a product of primes that
 * has the first 39. A good modulus has that form less than once in a hundred million times.
 */
const isOfRoca = (modulus: bigint): boolean =>
  numbers()
    .primes.slice(0, 39)
    .every((prime) => {
      const rest = Number(modulus % BigInt(prime));
      let power = 1;
      for (let i = 0; i < prime && power % prime !== rest; i++) power = (power * 65537) % prime;
      return power % prime === rest;
    });
