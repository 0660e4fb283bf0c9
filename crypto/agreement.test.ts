// Both engines and both interpolations agree on random domains: N 3 to 10, M 2 to N, all key sizes.
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDomain } from "./domain.fixture.ts";
import { readSecurityDomain, toHex, utf8, writePem } from "./index.ts";
import { makePool, POOL_SIZES } from "./pool.fixture.ts";
import { openEntries } from "./quorum.ts";
import { openPrivateKey, openShare } from "./secret-half.ts";

/** Every number of officers with every quorum: 44 pairs, each tried in turn. */
const PAIRS = Array.from({ length: 8 }, (_, i) => i + 3).flatMap((count) =>
  Array.from({ length: count - 1 }, (_, i) => ({ count, quorum: i + 2 })),
);
/** `npm test` tries each pair once, `npm run test:long` 1,000 domains. */
const DOMAINS = process.env["LONG"] === "1" ? 1000 : PAIRS.length;

const draws = fc.record({
  /** The pool's seats, in the order in which they have shares. */
  seats: fc.shuffledSubarray(
    POOL_SIZES.map((_, i) => i),
    { minLength: POOL_SIZES.length },
  ),
  /** The first officer who comes, and whether one more comes than needed. */
  first: fc.nat({ max: 9 }),
  more: fc.nat({ max: 1 }),
});

test(`${DOMAINS} random domains open to what was sealed, without a difference`, async () => {
  const pool = await makePool(POOL_SIZES);
  // Each key is read from its file, where the engines' readings of its numbers are compared.
  const keys = pool.map(({ pkcs8 }, i) =>
    openPrivateKey(utf8(writePem("PRIVATE KEY", pkcs8)), "", i + 1),
  );
  const seed = Math.floor(Math.random() * 2 ** 31);
  const sizes = new Set<number>();
  const drawn = fc.sample(draws, { numRuns: DOMAINS, seed });
  for (const [i, { seats, first, more }] of drawn.entries()) {
    // Lets the test runner receive messages from this process.
    await setImmediate();
    const { count, quorum } = PAIRS[i % PAIRS.length]!;
    const officers = seats.slice(0, count).map((seat) => pool[seat]!);
    const made = makeDomain(count, quorum, officers);
    const domain = readSecurityDomain(utf8(made.text));
    const present = Array.from(
      { length: Math.min(quorum + more, count) },
      (_, turn) => (first + turn) % count,
    );
    const shares = present.map((at) =>
      openShare(domain, keys[seats[at]!]!, officers[at]!.certificate, at + 1),
    );
    const found = openEntries(domain, shares).map(({ tag, plaintext }) => [tag, toHex(plaintext)]);
    expect(found, `domain ${i} of seed ${seed}`).toEqual(
      [...made.plaintexts].map(([tag, plaintext]) => [tag, toHex(plaintext)]),
    );
    for (const at of present) sizes.add(officers[at]!.certificate.bits);
  }
  expect(PAIRS).toHaveLength(44);
  expect([...sizes].sort()).toEqual([2048, 3072, 4096]);
});
