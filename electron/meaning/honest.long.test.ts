// As `honest.test.ts`, a thousand of them.
import { expect, it } from "vitest";
import { checkHonest } from "./honest.fixture.ts";

const MANY = 1000;

it(`calls ${MANY} honest ceremonies good`, () => {
  const told = checkHonest(1000, MANY);
  // Enough of each comes among them: the seeds are always the same (at the first run 1 in 5 had
  // a substitute).
  expect(told.aborted).toBeGreaterThan(MANY / 20);
  expect(told.excused).toBeGreaterThan(MANY / 6);
  expect(told.substituted).toBeGreaterThan(MANY / 6);
});
