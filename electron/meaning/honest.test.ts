// Honest ceremonies are good: those of the landed app, and generated ones of all nine scripts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import { checkHonest } from "./honest.fixture.ts";
import { checkMeaning } from "./meaning.ts";

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
});
