// As `liar.test.ts`: lies about every member of every ceremony, several of each. What is printed is
// in docs/testing.md.
import process from "node:process";
import { expect, it } from "vitest";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { checkLies } from "./liar-check.fixture.ts";
import { makePool } from "./pool.fixture.ts";

const SEEDS = [2, 3, 4, 5];
const EACH = 8;

it.each(CEREMONIES)("lies about every member of %s are refused, or told", (kind) => {
  const pool = makePool();
  const all = SEEDS.map((seed) => checkLies(pool, kind, seed, { each: EACH }));
  const sum = (of: "tried" | "refused" | "told") =>
    all.reduce((before, one) => before + one[of], 0);
  const members = Math.max(...all.map((one) => one.members));
  process.stdout.write(
    `${kind}: ${members} members, ${sum("tried")} values, ${sum("refused")} refused, ${sum("told")} told\n`,
  );
  expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
});
