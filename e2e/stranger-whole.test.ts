// One language of records: the app, the page and a verifier in another language say the same of records that no
// honest writer makes. Every one of them is given a verdict; none ends a verifier.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { CEREMONIES } from "../ceremony-scripts/index.ts";
import { verifierProgram } from "../electron/evidence/verifier.fixture.ts";
import { makePool } from "../electron/meaning/pool.fixture.ts";
import { damagedCases, type Case } from "./stranger/cases.fixture.ts";
import { chanceCases, honestCases } from "./stranger/happen.fixture.ts";
import { opinionOnThePage, ownOpinion, strangersOpinions } from "./stranger/opinions.fixture.ts";
import { formCases, wholeCase } from "./stranger/whole.fixture.ts";

const isLong = process.env["LONG"] === "1";
const seed = Number(process.env["SEED"] ?? 3);
/** How many are made by chance; of those with a given value in each member, every so many. */
const [count, every] = isLong ? [6000, 1] : [48, 211];
const page = verifierProgram();

const read = (...path: readonly string[]): Case => {
  const name = join(...path);
  return { name, record: new Uint8Array(readFileSync(join(import.meta.dirname, "..", name))) };
};
const EXAMPLES = [
  read("electron", "journal", "vector.jsonl"),
  read("electron", "journal", "vector-bound.jsonl"),
  read("e2e", "landed", "2-hand-off.jsonl"),
];
/** Values of which verifiers once said different things. */
const DISPUTED = [
  "closing-on-paper, spoken 0",
  "closing-on-paper, spoken 10",
  "opened, software.program undefined",
];

describe(`records of another form (seed ${seed})`, () => {
  const forms = EXAMPLES.flatMap(formCases);
  const given = forms.filter(
    ({ name }, n) => n % every === 0 || DISPUTED.some((one) => name.endsWith(one)),
  );

  const damaged = damagedCases(isLong ? EXAMPLES : EXAMPLES.slice(1, 2));
  const bytes = `${given.length} with another value, ${damaged.length} damaged`;

  it(`are given one verdict by three verifiers: ${bytes}`, async () => {
    expect(await agree([...given, ...damaged])).toBeGreaterThan(10);
    for (const disputed of DISPUTED)
      expect(
        given.some(({ name }) => name.endsWith(disputed)),
        disputed,
      ).toBe(true);
  });

  it(`are given one verdict by three verifiers: ${count} by chance`, async () => {
    const honest = honestCases(makePool(), seed, CEREMONIES.length);
    const members = chanceCases(honest, seed, count / 6);
    const whole = Array.from({ length: count - members.length }, (_, n) =>
      wholeCase(honest, seed * 1_000_000 + n),
    );
    expect(await agree([...members, ...whole])).toBeGreaterThan(8);
  });
});

/** @returns how many codes there were, that of good ones among them */
async function agree(cases: readonly Case[]): Promise<number> {
  const strangers = strangersOpinions(cases.map(({ record }) => record));
  expect(strangers).toHaveLength(cases.length);
  const differing: Record<string, readonly string[]> = {};
  const codes = new Set<string>();
  for (const [n, { name, record }] of cases.entries()) {
    const own = ownOpinion(record);
    const all = [own, await opinionOnThePage(page, record), strangers[n]].map((one) =>
      JSON.stringify(one),
    );
    if (new Set(all).size > 1) differing[name] = all;
    codes.add(own.verdict === "good" ? "" : own.code);
  }
  expect(differing).toEqual({});
  return codes.size;
}
