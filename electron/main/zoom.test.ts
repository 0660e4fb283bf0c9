// Type grows with the window, and by keys.
import { expect, test } from "vitest";
import { chosenAfter, zoomFor } from "./zoom.ts";

test("type grows with the window from 1366 x 768 to 3840 x 2160, and never shrinks", () => {
  expect(zoomFor({ width: 1366, height: 768 })).toBe(1);
  expect(zoomFor({ width: 800, height: 600 })).toBe(1);
  expect(zoomFor({ width: 1920, height: 1080 })).toBeCloseTo(1.41, 2);
  expect(zoomFor({ width: 3840, height: 2160 })).toBeCloseTo(2.81, 2);
});

test("it grows no further than the narrower side lets it", () => {
  expect(zoomFor({ width: 3840, height: 768 })).toBe(1);
  expect(zoomFor({ width: 1366, height: 2160 })).toBe(1);
});

test("people make it larger on top of that, at least to 200 %", () => {
  const twice = ["+", "+", "+", "="].reduce((now, key) => chosenAfter(now, key) ?? 0, 1);
  expect(twice).toBeGreaterThan(2);
  expect(zoomFor({ width: 1920, height: 1080 }, 2)).toBeCloseTo(2.81, 2);
  expect(zoomFor({ width: 3840, height: 2160 }, 3)).toBe(5);
  expect([chosenAfter(2, "0"), chosenAfter(1, "-"), chosenAfter(3, "+")]).toEqual([1, 1, 3]);
  expect(chosenAfter(1, "a")).toBeNull();
});
