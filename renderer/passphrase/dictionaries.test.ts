// The meter and the drawing with the real lists: what is weak, and what is proposed.
import { expect, it } from "vitest";
import { bitsOf, propose, type Proposal } from "./dictionaries.ts";
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
    const { words, bits, from } = drawn();
    expect(words).toHaveLength(7);
    expect(from).toBeGreaterThan(6000);
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
