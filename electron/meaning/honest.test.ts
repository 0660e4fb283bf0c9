// Honest ceremonies are good: those of the landed app, and generated ones of all nine scripts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { fromHex, sha256Hex } from "../../crypto/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, type Ceremony } from "./ceremony.fixture.ts";
import { ALL_OF_FIVE, ALL_OF_THREE, THREE_OF_FIVE } from "./lies-counts.fixture.ts";
import { checkHonest } from "./honest.fixture.ts";
import { checkMeaning, meaningOf } from "./meaning.ts";
import { makePool } from "./pool.fixture.ts";

const landed = join(import.meta.dirname, "..", "..", "e2e", "landed");
const records = readdirSync(landed).filter((name) => name.endsWith(".jsonl"));

describe("a record of the landed app", () => {
  it("is there for each of the eight ceremonies, and one of drills", () => {
    expect(records).toHaveLength(9);
  });

  it.each(records)("is good: %s", (name) => {
    const verdict = verifyRecord(new Uint8Array(readFileSync(join(landed, name))));
    const { breaches, closed } = checkMeaning(verdict);
    expect(breaches).toEqual([]);
    expect(closed?.signed).toBe(closed?.of);
  });
});

const FEW = 5 * CEREMONIES.length;

describe("generated ceremonies", () => {
  it(`are good: ${FEW} of all kinds, with what happens in them`, () => {
    checkHonest(0, FEW);
  });

  it("are good with three of five officers", () => {
    checkHonest(0, CEREMONIES.length, THREE_OF_FIVE);
  });

  it("are good where every officer is needed", () => {
    const pool = makePool();
    for (const counts of [ALL_OF_THREE, ALL_OF_FIVE]) {
      const ceremony = ceremonyOf("activation", pool, 1, { counts });
      const verdict = verifyRecord(ceremony.record);
      expect(meaningOf(verdict, ceremony.script).breaches).toEqual([]);
      expect(after(ceremony).earlier.deviations).toMatchObject([{ rule: "spare" }]);
    }
  });

  it("commit to what was opened, each after the one before, whatever it was opened for", () => {
    const pool = makePool();
    const records: Ceremony[] = [ceremonyOf("activation", pool, 1)];
    for (const [n, name] of ["dry-run", "attestation", "dry-run", "recovery"].entries())
      records.push(ceremonyOf(name, pool, n + 2, { before: after(records.at(-1)!) }));
    const commitments = records.flatMap(({ record, script }) => {
      const verdict = verifyRecord(record);
      expect(meaningOf(verdict, script).breaches).toEqual([]);
      return verdict.entries.flatMap(
        ({ data }) => (data as { readonly commitment?: string }).commitment ?? [],
      );
    });
    const sums = commitments.map((one) => sha256Hex(fromHex(one)!));
    expect(sums.slice(1)).toEqual(commitments.slice(0, -1));
    expect(commitments).toHaveLength(4);
  });
});
