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
function hasFactor(modulus: bigint): boolean {
  const { product, multiple } = numbers();
  return commonDivisor(modulus, (product * (power(2n, multiple, modulus) - 1n)) % modulus) !== 1n;
}

let known: ReturnType<typeof computed> | undefined;
/** Computed at the first question: most programs read no certificate. */
const numbers = () => (known ??= computed());

function computed() {
  const primes = primesBelow(65_536);
  // One common divisor finds any of them, in a third of the time that a division by each takes.
  const product = productOf(primes.map(BigInt));
  // The least common multiple of 1 to 500: 2 to the power of a multiple of p - 1 is 1 modulo p.
  const powers = primes
    .filter((p) => p < 500)
    .map((p) => p ** Math.floor(Math.log(500) / Math.log(p)));
  return { primes, product, multiple: productOf(powers.map(BigInt)) };
}

function primesBelow(limit: number): readonly number[] {
  const isComposite = new Uint8Array(limit).fill(1, 0, 2);
  for (let n = 2; n * n < limit; n++)
    for (let multiple = n * n; multiple < limit; multiple += n) isComposite[multiple] = 1;
  return [...isComposite.keys()].filter((n) => isComposite[n] === 0);
}

/** By pairs: to multiply numbers of one size is fast. */
function productOf(numbers: readonly bigint[]): bigint {
  const half = Math.ceil(numbers.length / 2);
  const pairs = numbers.slice(0, half).map((one, i) => one * (numbers[half + i] ?? 1n));
  return pairs.length < 2 ? (pairs[0] ?? 1n) : productOf(pairs);
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
