// The meter and the drawing with the real lists: what is weak, and what is proposed.
import { expect, it } from "vitest";
import { dictionary as known } from "@zxcvbn-ts/language-common";
import { bitsOf, propose, type Proposal } from "./dictionaries.ts";
import { LEFT_OUT, leftOut, printable } from "./left-out.ts";
import { plainWords } from "./random-words.ts";
import { NEEDED_BITS } from "./readiness.ts";

const drawn = (): Proposal =>
  propose((numbers) => {
    crypto.getRandomValues(numbers);
  });

it("what everyone tries first is weak", () => {
  for (const known of [
    "password",
    "letmein123",
    "aaaaaaaaaaaaaaaa",
    "qwertyuiopasdfgh",
    "correct horse battery staple",
    "monday tuesday wednesday thursday friday saturday",
  ])
    expect(bitsOf(known)).toBeLessThan(NEEDED_BITS);
});

it("signs between words add nothing", () => {
  const words = ["lavender", "lunacy", "quickness", "ladybug"];
  expect(bitsOf(words.join(" "))).toBe(bitsOf(words.join("")));
  expect(bitsOf(words.join("-"))).toBe(bitsOf(words.join("")));
});

it("nothing is worth nothing", () => expect(bitsOf("")).toBe(0));

it("a long text is worth its first 72 characters: what comes after is ignored", () => {
  const long = "k7#Qz9!pLm2$Wv8x".repeat(64);
  const bits = bitsOf(long);
  expect(bits).toBe(bitsOf(long.slice(0, 72)));
  expect(bits).toBeGreaterThan(NEEDED_BITS);
});

it("seven words are proposed, and the meter takes them", () => {
  for (let round = 0; round < 5; round += 1) {
    const { words, bits, from, without, lost } = drawn();
    expect(words).toHaveLength(7);
    // log2 of 5902 and of 6504 words to the power of seven: 87.69 and 88.67.
    expect([from, without, bits, lost]).toEqual([5902, 602, 87, 1]);
    expect(bits).toBeGreaterThanOrEqual(NEEDED_BITS);
    expect(bitsOf(words.join(" "))).toBeGreaterThanOrEqual(NEEDED_BITS);
  }
});

it("words that the meter refuses are not proposed", () => {
  // Seven times the first word; then others.
  const numbers = [0, 0, 0, 0, 0, 0, 0, 5, 500, 1000, 2000, 3000, 4000, 6000];
  const first = propose((wanted) => wanted.set(numbers.splice(0, wanted.length)));
  expect(numbers).toEqual([]);
  expect(new Set(first.words).size).toBe(7);
});

it("each word left out is of the list, and given for one reason; what is left is what is proposed", () => {
  const all = plainWords(known["diceware-common"]);
  const reasons = Object.values(LEFT_OUT).flatMap((words) => words.trim().split(/\s+/));
  expect(reasons).toHaveLength(leftOut.size);
  expect(reasons.filter((word) => !all.includes(word))).toEqual([]);
  const left = printable(all);
  expect(left.length + leftOut.size).toBe(all.length);
  expect(left.filter((word) => leftOut.has(word))).toEqual([]);
  // One after the other from the first word on: a proposal names the words of this list.
  let at = 0;
  const { words } = propose((wanted) => wanted.forEach((_, i) => (wanted[i] = 100 * at++)));
  expect(words).toEqual(words.map((_, i) => left[100 * i]));
});
