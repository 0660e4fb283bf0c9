// As `years.test.ts`: chains of five years, and lies about every member of every record. What is printed is in
// docs/testing.md.
import process from "node:process";
import { expect, it } from "vitest";
import { checkYears } from "./liar-years.fixture.ts";
import { makePool } from "./pool.fixture.ts";
import { FIVE_YEARS, yearsOf } from "./years.fixture.ts";

it.each([1, 2])("calls no lie good about what a record has from another (seed %i)", (seed) => {
  const years = yearsOf(FIVE_YEARS, makePool(), seed);
  const { tried, refused, byOthers, told, wrong } = checkYears(years, seed, { each: 3 });
  process.stdout.write(
    `${years.links.length} records and ${years.parts.length} parts: ${tried} values, `
      + `${refused} refused alone, ${byOthers} by the others, ${told} told\n`,
  );
  expect(wrong).toEqual([]);
  expect(byOthers).toBeGreaterThan(100);
});
