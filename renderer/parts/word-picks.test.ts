// Words are picked in the order they were heard.
import { expect, test } from "vitest";
import { pickedAfter } from "./word-picks.ts";

test("a picked word goes to the end, wherever it is in the list", () => {
  expect(pickedAfter([7], [2, 7])).toEqual([7, 2]);
});

test("a word taken back leaves the others in their order", () => {
  expect(pickedAfter([7, 2, 9], [7, 9])).toEqual([7, 9]);
});

test("a fifth word is not taken", () => {
  expect(pickedAfter([1, 2, 3, 4], [1, 2, 3, 4, 5])).toEqual([1, 2, 3, 4]);
});
