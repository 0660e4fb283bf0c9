// As `stranger.test.ts`, over thousands of records.
import { expect, it } from "vitest";
import { makePool } from "../electron/meaning/pool.fixture.ts";
import { chanceCases, honestCases, lyingCases } from "./stranger/happen.fixture.ts";
import { ownOpinion, strangersOpinions } from "./stranger/opinions.fixture.ts";

const HONEST = 200;
const CHANCES = 5000;
const LYING_FROM = [41, 81, 121];

it("a stranger who read the pages alone says what the app says of thousands of records", () => {
  const pool = makePool();
  const honest = honestCases(pool, 5000, HONEST);
  const lying = LYING_FROM.flatMap((seed) => lyingCases(pool, seed));
  const chance = chanceCases(honest, 70_000, CHANCES);
  const all = [...honest, ...lying, ...chance];
  const theirs = strangersOpinions(all.map(({ record }) => record));
  expect(theirs).toHaveLength(all.length);
  all.forEach(({ name, record }, i) => {
    expect(theirs[i], name).toEqual(ownOpinion(record));
  });
  expect(theirs.filter(({ verdict }) => verdict === "good").length).toBeGreaterThanOrEqual(HONEST);
});
