// The waiting ruler tells the time that was waited, and no other.
import { expect, test } from "vitest";
import { askedAt, askingAt, rulerMinutes } from "./ruler-scale.ts";

test("the ruler shows fifteen minutes and grows before the waiting reaches its end", () => {
  expect(rulerMinutes(0)).toBe(15);
  expect(rulerMinutes(13 * 60)).toBe(15);
  expect(rulerMinutes(14.5 * 60)).toBe(20);
  expect(rulerMinutes(61 * 60)).toBe(65);
});

test("every question has a dot at the time when it was asked", () => {
  expect(askedAt(3, 30, 100, 15)).toEqual([30 / 900, 60 / 900, 90 / 900]);
  expect(askedAt(0, 30, 100, 15)).toEqual([]);
});

test("dots never touch and are never in the future", () => {
  const dots = askedAt(400, 1, 400, 15);
  expect(dots.length).toBeLessThanOrEqual(40);
  expect(Math.max(...dots) * 900).toBeLessThan(400.001);
});

test("questions to come end where the ruler's usual time ends", () => {
  const dots = askingAt(30, 402, 15, 12);
  expect(Math.max(...dots) * 15).toBeLessThan(12.001);
  expect(askingAt(30, 800, 15, 12)).toEqual([]);
});
