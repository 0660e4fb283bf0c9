// A clock that goes back: up to a minute needs no entry, more does.
import { expect, it } from "vitest";
import { goesBack } from "./ceremony.ts";

const NINE = "2026-11-28T09:00:00.000Z";
const before = (seconds: number): string =>
  new Date(Date.parse(NINE) - seconds * 1000).toISOString();

it.each([
  ["step-began", -1, false],
  ["step-began", 0, false],
  ["step-began", 60, false],
  ["step-began", 60.001, true],
  ["signed", 3600, true],
  ["taken-over", 3600, false],
  ["clock-jumped", 3600, false],
  ["resumed", 3600, false],
  ["exception-noted", 3600, false],
  ["recess-ended", 3600, false],
] as const)("%s, %d seconds before the last entry: contradicts it: %s", (type, seconds, is) => {
  expect(goesBack(type, before(seconds), NINE)).toBe(is);
});
