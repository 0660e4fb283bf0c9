// Shares that are of another domain, damaged or held twice, for any N and M: told apart, and the
// officers named; where nobody can know, that is said.
import fc from "fast-check";
import { expect, test } from "vitest";
import { equal } from "./bytes.ts";
import { random } from "./native.ts";
import type { OfficerShare } from "./officer-share.ts";
import { split, type Share } from "./shamir.ts";
import { foreignShares, refusalOfShares } from "./wrong-share.ts";

/** N and M with at least one share more than the quorum, and an officer of them. */
const sizes = fc.integer({ min: 3, max: 10 }).chain((n) => fc.tuple(
  fc.constant(n), fc.integer({ min: 2, max: n - 1 }), fc.integer({ min: 1, max: n }),
));

const holders = (shares: readonly Share[]): readonly OfficerShare[] =>
  shares.map((share, i) => ({ n: i + 1, thumbprint: String(i + 1), share }));

/** What is said of the shares once `change` has been at officer `n`'s. */
function saidOf(
  [n, m, officer]: readonly [number, number, number], change: (share: Share) => Share,
): string {
  const secret = random(32);
  const shares = split(secret, n, m, random).map((share, i) =>
    i + 1 === officer ? change(share) : share);
  const { code, message } = refusalOfShares(holders(shares), m, (one) => equal(one, secret));
  return `${code}: ${message}`;
}

test("a share with one byte changed, or all but ten, or another x, is damaged", () => {
  const bytes = (count: number) => ({ x, values }: Share): Share =>
    ({ x, values: values.map((value, i) => (i < count ? (value + 1 + i) % 257 : value)) });
  const otherX = ({ x, values }: Share): Share => ({ x: x + 40, values });
  fc.assert(fc.property(sizes, fc.constantFrom(bytes(1), bytes(22), otherX), (of, change) => {
    expect(saidOf(of, change))
      .toBe(`E-SHARE-DAMAGED: Damaged in part: the share of officer ${String(of[2])}.`);
  }), { numRuns: 40 });
});

test("a share of another domain is told from a damaged one", () => {
  fc.assert(fc.property(sizes, (of) => {
    const foreign = split(random(32), of[0], of[1], random)[of[2] - 1];
    expect(saidOf(of, () => foreign!)).toBe("E-SHARE-FOREIGN: "
      + `Not of this security domain, or wholly damaged: the share of officer ${String(of[2])}.`);
  }), { numRuns: 40 });
});

test("a share that two officers hold is named with both", () => {
  fc.assert(fc.property(sizes, ([n, m, officer]) => {
    const secret = random(32);
    const shares = split(secret, n, m, random);
    const other = (officer % n) + 1;
    const copied = shares.map((share, i) => (i + 1 === officer ? shares[other - 1] : share));
    const { code, message } = refusalOfShares(
      holders(copied.map((share) => share!)), m, (one) => equal(one, secret));
    const [first, second] = [officer, other].sort((a, b) => a - b);
    expect(`${code}: ${message}`).toBe("E-SHARE-TWICE: "
      + `One and the same share is held for officers ${String(first)} and ${String(second)}.`);
  }), { numRuns: 40 });
});

test("two groups of two domains: the one that opens the data stays, the others are named", () => {
  const [ours, theirs] = [random(32), random(32)];
  const [right, wrong] = [ours, theirs].map((secret) => split(secret, 5, 2, random));
  const mixed = holders(right!).map((holder, i) =>
    [0, 1, 4].includes(i) ? { ...holder, share: wrong![i]! } : holder);
  const refusal = (opens: Uint8Array) =>
    refusalOfShares(mixed, 2, (secret) => equal(secret, opens)).message;
  expect(refusal(ours)).toMatch(/: the shares of officers 1, 2 and 5\.$/);
  expect(refusal(theirs)).toMatch(/: the shares of officers 3 and 4\.$/);
});

test("three of one sharing that do not open the data are named, the fourth is not blamed", () => {
  const wrong = split(random(32), 4, 2, random);
  const ours = split(random(32), 4, 2, random);
  const mixed = holders([...wrong.slice(0, 3), ours[3]!]);
  const { code, message } = refusalOfShares(mixed, 2, () => false);
  expect([code, message]).toEqual(["E-SHARE-FOREIGN",
    "Not of this security domain, or wholly damaged: the shares of officers 1, 2 and 3."]);
  expect(foreignShares(mixed).message).toMatch(/: the shares of officers 1, 2, 3 and 4\.$/);
});

test("with as many shares as the quorum nobody can say which is wrong, and nobody is named", () => {
  const [one, two] = [split(random(32), 3, 2, random), split(random(32), 3, 2, random)];
  const { code, message, next } = refusalOfShares(
    holders([one[0]!, two[1]!]), 2, () => false);
  expect(code).toBe("E-SHARE-MISMATCH");
  expect(message).toBe("No 2 of the 2 shares given open this security domain, "
    + "so nobody can say which of them is wrong.");
  expect(next).toMatch(/bring one officer more/);
});
