// Any quorum of shares gives the secret back; fewer, foreign or damaged ones do not.
import fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "./native.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { combineOrNull, readShare } from "./shamir.ts";
import { split, writeShare } from "./shamir-maker.ts";

test("every subset of the quorum's size gives the secret, for any N and M", () => {
  const sizes = fc
    .integer({ min: 2, max: 10 })
    .chain((n) =>
      fc.tuple(fc.constant(n), fc.integer({ min: 2, max: n }), fc.infiniteStream(fc.nat())),
    );
  fc.assert(
    fc.property(sizes, ([n, m, order]) => {
      const secret = random(32);
      const shares = split(secret, n, m, random).map((share) => readShare(writeShare(share), 1));
      const chosen = shares
        .map((share) => ({ share, key: order.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .slice(0, m)
        .map(({ share }) => share);
      expect(combineOrNull(chosen)).toEqual(secret);
    }),
  );
});

test("one share too few gives something else", () => {
  const secret = random(32);
  const shares = split(secret, 5, 3, random);
  expect(combineOrNull(shares.slice(0, 2))).not.toEqual(secret);
});

test("a share has 64 bytes, one x above zero, and values up to 256", () => {
  const good = writeShare({
    x: 3,
    values: Array.from({ length: 32 }, (_, i) => (i === 0 ? 256 : i)),
  });
  expect(readShare(good, 1).values[0]).toBe(256);
  const damaged = (change: (bytes: Uint8Array) => void) => {
    const bytes = good.slice();
    change(bytes);
    return refusalOf(() => readShare(bytes, 2));
  };
  expect(damaged((b) => b.set([0x01, 0x03], 2)).code).toBe("E-SHARE-VALUE");
  expect(damaged((b) => b.set([0xff, 0x07], 2)).code).toBe("E-SHARE-VALUE");
  expect(damaged((b) => b.set([0x01, 0x09], 2)).code).toBe("E-SHARE-VALUE");
  expect(refusalOf(() => readShare(new Uint8Array(64), 2)).code).toBe("E-SHARE-VALUE");
  const at = (x: number) => writeShare({ x, values: Array.from({ length: 32 }, () => 5) });
  expect(readShare(at(126), 2).x).toBe(126);
  expect(refusalOf(() => readShare(at(127), 2)).code).toBe("E-SHARE-VALUE");
  for (const length of [0, 62, 63, 66])
    expect(refusalOf(() => readShare(new Uint8Array(length), 2)).code).toBe("E-SHARE-LENGTH");
});

test("two shares of one officer do not combine", () => {
  const [share] = split(random(32), 3, 2, random);
  if (share === undefined) throw new Error("no share");
  expect(combineOrNull([share, share])).toBeNull();
});

test("shares that combine to 256 do not belong together", () => {
  const values = Array.from({ length: 32 }, () => 256);
  expect(
    combineOrNull([
      { x: 1, values },
      { x: 2, values },
    ]),
  ).toBeNull();
});
