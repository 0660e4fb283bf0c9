// As `honest.test.ts`, a thousand of them.
import { expect, it } from "vitest";
import { checkHonest } from "./honest.fixture.ts";

const MANY = 1000;
/** Of each number of officers, with the fewest, half and all of them as the quorum. */
const ANY_COUNTS = [3, 4, 5, 6, 7, 8, 9, 10].flatMap((officers) =>
  [...new Set([2, Math.ceil(officers / 2), officers])].map((quorum) => ({ officers, quorum })),
);
const EACH = 36;

it(`calls ${MANY} honest ceremonies good`, () => {
  const told = checkHonest(1000, MANY);
  // Enough of each comes among them: the seeds are always the same (at the first run 1 in 5 had
  // a substitute).
  expect(told.aborted).toBeGreaterThan(MANY / 20);
  expect(told.excused).toBeGreaterThan(MANY / 6);
  expect(told.substituted).toBeGreaterThan(MANY / 6);
});

it.each(ANY_COUNTS)(`calls ${EACH} good with $quorum of $officers officers`, (counts) => {
  checkHonest(5000 + 100 * counts.officers, EACH, counts);
});
