// Powers, inverses and divisors against forge's own numbers, and against their definitions.
import fc from "fast-check";
import library from "node-forge";
import { expect, test } from "vitest";
import { commonDivisor, inverse, power } from "./big-numbers.ts";

const number = fc.bigInt({ min: 0n, max: 2n ** 512n });
const modulus = fc.bigInt({ min: 2n, max: 2n ** 512n });

/** The slowest way, one bit at a time from the right. */
function byDefinition(base: bigint, exponent: bigint, of: bigint): bigint {
  let [result, square] = [1n % of, base % of];
  for (let left = exponent; left > 0n; left >>= 1n, square = (square * square) % of)
    if ((left & 1n) === 1n) result = (result * square) % of;
  return result;
}

test("a power is the product, for short and long exponents", () => {
  fc.assert(
    fc.property(number, number, modulus, (base, exponent, of) => {
      expect(power(base, exponent, of)).toBe(byDefinition(base, exponent, of));
      expect(power(base, exponent % 70_000n, of)).toBe(byDefinition(base, exponent % 70_000n, of));
    }),
  );
  expect(power(5n, 0n, 7n)).toBe(1n);
  expect(power(5n, 0n, 1n)).toBe(0n);
});

test("an inverse gives 1, and is 0 where there is a common divisor", () => {
  fc.assert(
    fc.property(number, modulus, (value, of) => {
      const found = inverse(value, of);
      expect(found >= 0n && found < of).toBe(true);
      if (commonDivisor(value, of) === 1n) expect((found * value) % of).toBe(1n);
      else expect(found).toBe(0n);
    }),
  );
});

test("a common divisor divides both and leaves nothing in common", () => {
  fc.assert(
    fc.property(modulus, modulus, modulus, (a, b, shared) => {
      const divisor = commonDivisor(a * shared, b * shared);
      expect([(a * shared) % divisor, (b * shared) % divisor, divisor % shared]).toEqual([
        0n,
        0n,
        0n,
      ]);
      expect(commonDivisor((a * shared) / divisor, (b * shared) / divisor)).toBe(1n);
    }),
  );
});

test("forge's own numbers, which here nobody has changed, come out the same", () => {
  const { BigInteger } = library.jsbn;
  const theirs = (value: bigint) => new BigInteger(value.toString(16), 16);
  const odd = modulus.map((value) => value | 1n);
  fc.assert(
    fc.property(number, number, odd, (base, exponent, of) => {
      const raised = theirs(base).modPow(theirs(exponent), theirs(of));
      expect(raised.toString(16)).toBe(power(base, exponent, of).toString(16));
      const divisor = theirs(base).gcd(theirs(of));
      expect(divisor.toString(16)).toBe(commonDivisor(base, of).toString(16));
      if (commonDivisor(base, of) === 1n)
        expect(theirs(base).modInverse(theirs(of)).toString(16)).toBe(
          inverse(base, of).toString(16),
        );
    }),
  );
});
