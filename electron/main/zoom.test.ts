// Type grows with the window, and by keys.
import { expect, test } from "vitest";
import { chosenAfter, openingSize, zoomFor } from "./zoom.ts";

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

test("the window opens as it is drawn, and larger on a large display", () => {
  const drawn = { width: 1366, height: 768 };
  expect(openingSize({ width: 1280, height: 680 })).toEqual(drawn);
  expect(openingSize({ width: 1920, height: 1040 })).toEqual({ width: 1387, height: 780 });
  const large = openingSize({ width: 3840, height: 2160 });
  expect(large).toEqual({ width: 2880, height: 1619 });
  expect(zoomFor(large)).toBeCloseTo(2.11, 2);
  // A display that is wide and low is not filled from side to side.
  expect(openingSize({ width: 3840, height: 1080 })).toEqual({ width: 1441, height: 810 });
});
