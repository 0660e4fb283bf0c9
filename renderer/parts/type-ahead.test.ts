// Words that are picked as fast as a person can type.
import { expect, test } from "vitest";
import { TypeAhead } from "./type-ahead.ts";

const WORDS = ["stormy", "quota", "stopwatch", "aimless"];

test("letters lead to the first word that begins with all of them", () => {
  const typed = new TypeAhead();
  expect(["s", "t", "o"].map((letter, i) => typed.take(letter, WORDS, i * 50))).toEqual([0, 0, 0]);
  expect(typed.take("p", WORDS, 200)).toBe(2);
  expect(typed.take("x", WORDS, 250)).toBeNull();
});

test("once a word is picked the next letter begins the next word, however fast", () => {
  const typed = new TypeAhead();
  typed.take("q", WORDS, 0);
  typed.forget();
  expect(typed.take("a", WORDS, 1)).toBe(3);
});

test("after a pause a letter begins a word as well", () => {
  const typed = new TypeAhead();
  typed.take("q", WORDS, 0);
  expect(typed.take("a", WORDS, 5000)).toBe(3);
});
