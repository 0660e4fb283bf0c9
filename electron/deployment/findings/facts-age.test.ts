// A check says how old its facts are, from the editions of its own sources.
import { expect, it } from "vitest";
import { SOURCES, type Source } from "../plan/sources.ts";
import { datesAhead, datesText, factsAge, factsText } from "./facts-age.ts";

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

it("what ends is told with its day, its page and the page's edition", () => {
  const days = datesAhead().flatMap(({ on }) => on ?? []);
  expect(days).toEqual(["2027-02-27", "2027-03-31", "2028-07-31", "2028-09-15"]);
  for (const { source } of datesAhead()) expect(source.url).toMatch(/^https:/);
  expect(datesText()).toMatch(
    /\n {2}2028-09-15 Azure Disk Encryption ends: .* \(Virtual machines: [^,]+, 2025-09-23\)\n/,
  );
  expect(datesText()).toContain("\n  no day     A network security perimeter takes vaults, ");
});
