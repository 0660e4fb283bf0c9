// The known primes are primes, as the product searches them, and each is another.
import { checkPrimeSync } from "node:crypto";
import { expect, it } from "vitest";
import { knownPrime, randomPrimeNow } from "./known-primes.fixture.ts";
import { STEPS } from "./known-prime-steps.fixture.ts";

it("each is another, of 1,024 bits, the two highest set", () => {
  const all = STEPS.map((_, n) => knownPrime(n));
  expect(new Set(all).size).toBe(4096);
  expect(all.filter((prime) => prime >> 1022n !== 3n)).toEqual([]);
});

it("each is a prime, of which npm test looks at some", () => {
  const every = process.env["LONG"] === "1" ? 1 : 400;
  const looked = STEPS.flatMap((_, n) => (n % every === 0 ? [knownPrime(n)] : []));
  expect(looked.every((prime) => checkPrimeSync(prime))).toBe(true);
});

it("of another size one is searched", () => {
  const prime = randomPrimeNow(256);
  expect([prime >> 254n, checkPrimeSync(prime)]).toEqual([3n, true]);
});
