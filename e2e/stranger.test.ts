// A verifier in Python, written from the pages about the formats by someone who had read no code,
// says of every record what `sd verify` says: verdict, code, and both entries.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CEREMONIES } from "../ceremony-scripts/index.ts";
import { makePool } from "../electron/meaning/pool.fixture.ts";
import { THREE_OF_FIVE } from "../electron/meaning/lies-counts.fixture.ts";
import { damagedCases, type Case } from "./stranger/cases.fixture.ts";
import {
  chanceCases,
  honestCases,
  lyingCases,
  newerCases,
  rareCases,
} from "./stranger/happen.fixture.ts";
import { ownOpinion, strangersOpinions, type Opinion } from "./stranger/opinions.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** In `npm test` of three lies one: the app is told all of them by electron/meaning/lies.test.ts. */
const EVERY = isLong ? 1 : 3;
const pool = makePool();
const HONEST = CEREMONIES.length;
const CHANCES = 48;
const MORE_COUNTS = [
  { officers: 3, quorum: 3 },
  { officers: 4, quorum: 2 },
  { officers: 10, quorum: 6 },
];

const read = (...path: readonly string[]): Case => {
  const name = join(...path);
  return { name, record: new Uint8Array(readFileSync(join(import.meta.dirname, "..", name))) };
};

const landed = readdirSync(join(import.meta.dirname, "landed"))
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => read("e2e", "landed", name));
const vectors = ["vector.jsonl", "vector-bound.jsonl"].map((name) =>
  read("electron", "journal", name),
);
const honest = [
  ...honestCases(pool, 1, HONEST),
  ...honestCases(pool, 1, isLong ? HONEST : 1, THREE_OF_FIVE),
  ...(isLong ? MORE_COUNTS.flatMap((counts) => honestCases(pool, 2, HONEST, counts)) : []),
];
const lying = lyingCases(pool, 1, EVERY);
const rare = rareCases(pool, isLong);
const newer = newerCases(pool);
const chance = chanceCases(honest, 1, CHANCES);
const spoilt = [...landed.slice(1, 3), ...vectors];
const damaged = damagedCases(isLong ? spoilt : [spoilt[0]!, spoilt.at(-1)!]);

const all = [...landed, ...vectors, ...honest, ...rare, ...newer, ...lying, ...chance, ...damaged];
let opinions: ReadonlyMap<Case, Opinion>;

beforeAll(() => {
  const theirs = strangersOpinions(all.map(({ record }) => record));
  expect(theirs).toHaveLength(all.length);
  opinions = new Map(all.map((one, i) => [one, theirs[i]!]));
});

describe("a stranger who read the pages alone", () => {
  it.each([...landed, ...honest, ...rare])("calls an honest ceremony good: $name", (one) => {
    expect(opinions.get(one)).toEqual(ownOpinion(one.record));
    expect(opinions.get(one)?.verdict).toBe("good");
  });

  it.each(vectors)("says that an example is no ceremony: $name", (one) => {
    expect(opinions.get(one)).toEqual({
      verdict: "refused",
      code: "E-NOT-A-CEREMONY",
      at: 0,
      other: 0,
    });
    expect(ownOpinion(one.record)).toEqual(opinions.get(one));
  });

  it.each(lying)("refuses each lie, as the app does: $name", (one) => {
    expect(opinions.get(one)).toEqual(ownOpinion(one.record));
    expect(opinions.get(one)).toMatchObject({ code: one.name.split(":")[0] });
  });

  it.each(newer)("refuses by name what is newer than the page: $name", (one) => {
    expect(opinions.get(one)).toEqual({
      verdict: "refused",
      code: "E-RULES-NEWER",
      at: 0,
      other: 0,
    });
    expect(ownOpinion(one.record)).toEqual(opinions.get(one));
  });

  it.each([...chance, ...damaged])("says the same of what chance made: $name", (one) => {
    expect(opinions.get(one)).toEqual(ownOpinion(one.record));
  });

  it("refuses most of what chance made, by many rules", () => {
    const codes = [...chance, ...damaged].map((one) => {
      const opinion = opinions.get(one)!;
      return opinion.verdict === "good" ? "" : opinion.code;
    });
    expect(new Set(codes).size).toBeGreaterThan(12);
    expect(codes.filter((code) => code !== "").length).toBeGreaterThan(codes.length / 2);
  });
});
