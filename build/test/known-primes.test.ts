// The known primes are primes of the form that the product searches for, and all differ.
import { checkPrimeSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { knownPrime, randomPrimeNow } from "./known-primes.fixture.ts";
import { STEPS } from "./known-prime-steps.fixture.ts";

describe.each([
  [1024, 4096],
  [1536, 512],
  [2048, 512],
])("of %i bits", (bits, count) => {
  const all = Array.from({ length: count }, (_, n) => knownPrime(bits, n));

  it("each is another, the two highest bits set", () => {
    expect(STEPS.get(bits)).toHaveLength(count);
    expect(new Set(all).size).toBe(count);
    expect(all.filter((prime) => prime >> BigInt(bits - 2) !== 3n)).toEqual([]);
  });

  it("each is a prime; npm test checks some of them", () => {
    const every = process.env["LONG"] === "1" ? 1 : 100;
    const looked = all.filter((_, n) => n % every === 0);
    expect(looked.every((prime) => checkPrimeSync(prime))).toBe(true);
  });
});

it("of another size one is searched", () => {
  const prime = randomPrimeNow(256);
  expect([prime >> 254n, checkPrimeSync(prime)]).toEqual([3n, true]);
});
