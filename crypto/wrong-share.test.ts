// Foreign, damaged or duplicate shares, for any N and M: distinguished, with the officers named; if
// that is impossible, the refusal says so.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equal } from "./bytes.ts";
import { random } from "./native.ts";
import type { OfficerShare } from "./officer-share.ts";
import { combineOrNull, type Share } from "./shamir.ts";
import { split } from "./shamir-maker.ts";
import { refusalOfShares } from "./wrong-share.ts";

/** N and M with at least one share more than the quorum, and one of the officers. */
const sizes = fc
  .integer({ min: 3, max: 10 })
  .chain((n) =>
    fc.tuple(fc.constant(n), fc.integer({ min: 2, max: n - 1 }), fc.integer({ min: 1, max: n })),
  );

const holders = (shares: readonly Share[]): readonly OfficerShare[] =>
  shares.map((share, i) => ({ n: i + 1, thumbprint: String(i + 1), share }));

/** The refusal after `change` altered officer `n`'s share. */
function saidOf(
  [n, m, officer]: readonly [number, number, number],
  change: (share: Share) => Share,
): string {
  const secret = random(32);
  const shares = split(secret, n, m, random).map((share, i) =>
    i + 1 === officer ? change(share) : share,
  );
  const { code, message } = refusalOfShares(holders(shares), m, (one) => equal(one, secret));
  return `${code}: ${message}`;
}

test("a share with one byte changed, or all but ten, or another x, is damaged", () => {
  const bytes =
    (count: number) =>
    ({ x, values }: Share): Share => ({
      x,
      values: values.map((value, i) => (i < count ? (value + 1 + i) % 257 : value)),
    });
  const otherX = ({ x, values }: Share): Share => ({ x: x + 40, values });
  fc.assert(
    fc.property(sizes, fc.constantFrom(bytes(1), bytes(22), otherX), (of, change) => {
      expect(saidOf(of, change)).toBe(
        `E-SHARE-DAMAGED: Partly damaged: the share of officer ${String(of[2])}.`,
      );
    }),
    { numRuns: 40 },
  );
});

test("a share of another domain is distinguished from a damaged one", () => {
  fc.assert(
    fc.property(sizes, (of) => {
      const foreign = split(random(32), of[0], of[1], random)[of[2] - 1];
      expect(saidOf(of, () => foreign!)).toBe(
        "E-SHARE-FOREIGN: "
          + "Not from this security domain, or completely damaged: "
          + `the share of officer ${String(of[2])}.`,
      );
    }),
    { numRuns: 40 },
  );
});

test("a share that two officers have is named with both", () => {
  fc.assert(
    fc.property(sizes, ([n, m, officer]) => {
      const secret = random(32);
      const shares = split(secret, n, m, random);
      const other = (officer % n) + 1;
      const copied = shares.map((share, i) => (i + 1 === officer ? shares[other - 1] : share));
      const { code, message } = refusalOfShares(holders(copied.map((share) => share!)), m, (one) =>
        equal(one, secret),
      );
      const [first, second] = [officer, other].sort((a, b) => a - b);
      expect(`${code}: ${message}`).toBe(
        "E-SHARE-TWICE: "
          + `The file contains the same share for officers ${String(first)} and ${String(second)}.`,
      );
    }),
    { numRuns: 40 },
  );
});

test("two groups of two domains: the one that opens the data stays, the others are named", () => {
  const [ours, theirs] = [random(32), random(32)];
  const [right, wrong] = [ours, theirs].map((secret) => split(secret, 5, 2, random));
  const mixed = holders(right!).map((holder, i) =>
    [0, 1, 4].includes(i) ? { ...holder, share: wrong![i]! } : holder,
  );
  const refusal = (opens: Uint8Array) =>
    refusalOfShares(mixed, 2, (secret) => equal(secret, opens)).message;
  expect(refusal(ours)).toMatch(/: the shares of officers 1, 2 and 5\.$/);
  expect(refusal(theirs)).toMatch(/: the shares of officers 3 and 4\.$/);
});

test("three of one sharing that do not open the data: they or the data, nobody is named", () => {
  const wrong = split(random(32), 4, 2, random);
  const ours = split(random(32), 4, 2, random);
  const mixed = holders([...wrong.slice(0, 3), ours[3]!]);
  const { code, message } = refusalOfShares(mixed, 2, () => false);
  expect([code, message]).toEqual([
    "E-SHARE-DATA",
    "3 of the 4 shares given belong together, " + "but not to this security domain's data.",
  ]);
});

const NOBODY =
  "shares given and this security domain's data do not all belong together, "
  + "and which of them is wrong cannot be determined.";

test("with as many shares as the quorum it is unknown which is wrong, and nobody is named", () => {
  const [one, two] = [split(random(32), 3, 2, random), split(random(32), 3, 2, random)];
  const { code, message, next } = refusalOfShares(holders([one[0]!, two[1]!]), 2, () => false);
  expect([code, message]).toEqual(["E-SHARE-MISMATCH", `The 2 ${NOBODY}`]);
  expect(next).toMatch(/bring one more officer/);
});

describe("two officers who forged their shares to open the data with only officer 1's", () => {
  /** For x = 1, 2, 3 the secret is 3 y1 - 3 y2 + y3: y2 one higher asks for y3 three higher. */
  const bent = (count: number) => {
    const secret = random(32);
    const by = (share: Share, more: number): Share => ({
      ...share,
      values: share.values.map((value) => (value + more) % 257),
    });
    const shares = split(secret, count, 3, random).map((share) =>
      by(share, share.x === 2 ? 1 : share.x === 3 ? 3 : 0),
    );
    expect(combineOrNull(shares.slice(0, 3))).toEqual(secret);
    return { shares: holders(shares), opens: (one: Uint8Array) => equal(one, secret) };
  };

  test("are named if most shares are on the right polynomial", () => {
    const { shares, opens } = bent(6);
    expect(refusalOfShares(shares, 3, opens).message).toMatch(
      /: the shares of officers 2 and 3\.$/,
    );
  });

  test("are not believed if as many are on theirs: nobody is named", () => {
    const { shares, opens } = bent(5);
    const { code, message } = refusalOfShares(shares, 3, opens);
    expect([code, message]).toEqual(["E-SHARE-MISMATCH", `The 5 ${NOBODY}`]);
  });
});

test("no secret that was tried stays in memory", () => {
  const tried: Uint8Array[] = [];
  const mixed = holders([
    ...split(random(32), 3, 2, random),
    ...split(random(32), 5, 2, random).slice(3),
  ]);
  refusalOfShares(mixed, 2, (secret) => tried.push(secret) === 0);
  expect(tried.length).toBeGreaterThan(1);
  for (const secret of tried) expect(secret).toEqual(new Uint8Array(32));
});
