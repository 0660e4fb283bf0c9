// Drawing words without favour.
import { describe, expect, it } from "vitest";
import { strengthOfPick, pickWords, plainWords, type Fill } from "./random-words.ts";

/** Gives these numbers, in this order, however many are wanted at a time. */
function given(...numbers: readonly number[]): Fill {
  const rest = [...numbers];
  return (wanted) => {
    wanted.set(rest.splice(0, wanted.length));
  };
}

describe("a drawing", () => {
  it("takes each word by its number", () =>
    expect(pickWords(["a", "b", "c"], 4, given(0, 1, 2, 5))).toEqual(["a", "b", "c", "c"]));

  it("passes over the numbers that would favour the first words", () => {
    // 2^32 = 3 * 1431655765 + 1: the last number has no fellows.
    expect(pickWords(["a", "b", "c"], 2, given(2 ** 32 - 1, 1, 2 ** 32 - 2))).toEqual(["b", "c"]);
  });

  it("may draw a word twice", () =>
    expect(pickWords(["a", "b"], 3, given(1, 1, 1))).toEqual(["b", "b", "b"]));

  it("leaves no number behind", () => {
    const seen: Uint32Array[] = [];
    pickWords(["a", "b"], 2, (wanted) => {
      wanted.set([1, 1]);
      seen.push(wanted);
    });
    expect(seen).toEqual([new Uint32Array(2)]);
  });

  it("from nothing is refused", () => expect(() => pickWords([], 1, given(0))).toThrow(RangeError));

  it("gives every word its turn", () => {
    const list = ["a", "b", "c", "d", "e", "f", "g"];
    const drawn = pickWords(list, 7000, (wanted) => {
      for (let at = 0; at < wanted.length; at += 16_384)
        crypto.getRandomValues(wanted.subarray(at, at + 16_384));
    });
    for (const word of list) {
      const times = drawn.filter((one) => one === word).length;
      expect(times).toBeGreaterThan(800);
      expect(times).toBeLessThan(1200);
    }
  });
});

it("plain words have three letters or more, none of which changes place between keyboards", () =>
  expect(plainWords(["zoo", "yes", "garden", "t-shirt", "ox", "Oslo", "garden"])).toEqual([
    "garden",
  ]));

it("the bits of a drawing are rounded down", () => {
  expect(strengthOfPick(2048, 7)).toBe(77);
  expect(strengthOfPick(6504, 7)).toBe(88);
});
