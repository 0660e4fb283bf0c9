// A chain of records: what one says of the others is compared with them, so that no lie about it is good.
import { describe, expect, it } from "vitest";
import { checkContinuation } from "../ceremony/ceremony.ts";
import { checkYears } from "./liar-years.fixture.ts";
import { checkMeaning } from "./meaning.ts";
import { makePool } from "./pool.fixture.ts";
import { yearsOf } from "./years.fixture.ts";

const FEW = ["activation", "attestation", "dry-run", "hand-off"];
/** Of each record; `years.long.test.ts` tries more, in chains of five years. */
const MOST = 10;

describe("a chain of records", () => {
  const years = yearsOf(FEW, makePool(), 1);

  it("is good, each with those before it and the parts that it took over", () => {
    const all = [...years.links, ...years.parts];
    const known = new Map(all.map(({ verdict }) => [verdict.head, verdict]));
    expect(years.parts.length).toBeGreaterThan(0);
    for (const [n, { kind, verdict }] of all.entries()) {
      expect(() => checkMeaning(verdict), kind).not.toThrow();
      const { kind: found } = checkContinuation(verdict, (head) => known.get(head));
      expect(found, kind).toBe(n === 0 ? "first" : "as-left");
    }
  });

  it("calls no lie good about what a record has from another", () => {
    const { tried, byOthers, wrong } = checkYears(years, 1, { each: 1, most: MOST });
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(FEW.length * MOST - 1);
    expect(byOthers).toBeGreaterThan(0);
  });
});
