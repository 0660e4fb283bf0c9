// A check says how old its facts are, from the editions of its own sources.
import { expect, it } from "vitest";
import { SOURCES, type Source } from "../plan/sources.ts";
import { factsAge, factsText } from "./facts-age.ts";

it("the age is that of the newest edition, and a page without a date is counted", () => {
  const newest = Object.values<Source>(SOURCES)
    .map(({ edition = "" }) => edition)
    .toSorted()
    .at(-1)!;
  const later = new Date(Date.parse(newest) + 40 * 86_400_000);
  expect(factsAge(later)).toMatchObject({ newest, days: 40 });
  expect(factsAge(later).undated).toBeGreaterThan(0);
  expect(factsText(factsAge(later))).toContain(`to ${newest}, the newest 40 days old`);
});
