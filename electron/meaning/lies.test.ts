// Every lie is refused with the code of the rule that it breaks, though it is validly signed.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { verifyRecord } from "../journal/verify.ts";
import { NEWEST, RULES } from "./breach.ts";
import { countedFor } from "./ceremony.fixture.ts";
import { unsigned } from "./drafts.fixture.ts";
import {
  changed,
  CONDITIONS,
  honestOnes,
  LIES,
  NEWER,
  RARE_CONDITIONS,
  RARITIES,
  told,
  type Rarity,
} from "./lies.fixture.ts";
import { checkMeaning, meaningIfKnown, meaningOf } from "./meaning.ts";
import { makePool } from "./pool.fixture.ts";

const isLong = process.env["LONG"] === "1";

const pool = makePool();
const honest = honestOnes(pool);
const MOST = 40;
/** The rule with the highest number that came with the first version. */
const LAST_OF_FIRST = 85;

/** The first honest ceremony with what the lie changes, and what becomes of it. */
function firstOf<Made>(
  lie: Rarity,
  make: (lie: Rarity, ceremony: ReturnType<typeof honest>) => Made | null,
) {
  for (let seed = 1; seed < MOST; seed++) {
    const ceremony = honest(lie, seed);
    const made = make(lie, ceremony);
    if (made !== null) return { ceremony, made };
  }
  throw new Error("no ceremony has what this lie changes");
}

function toldOf(lie: Rarity) {
  const { ceremony, made } = firstOf(lie, (one, from) => told(one, from, pool));
  return { ceremony, record: made };
}

/** The first rule that it breaks, whatever its signatures are. */
function codeOf(lie: Rarity): string | undefined {
  const { ceremony, made } = firstOf(lie, (one, from) => changed(one, from, pool));
  const entries = unsigned(made);
  const script = countedFor(ceremony.script, entries);
  return meaningOf({ entries, closed: true }, script, true).breaches[0]?.code;
}

describe("a truly signed record that lies", () => {
  it("is there for every rule, and for sixty kinds at least", () => {
    expect(new Set(LIES.map(({ code }) => code))).toEqual(new Set(Object.keys(RULES)));
    expect(LIES.length).toBeGreaterThan(60);
    expect(new Set(LIES.map(({ name }) => name)).size).toBe(LIES.length);
  });

  it.each([...LIES, ...(isLong ? CONDITIONS : [])])("is refused ($code): $name", (lie) => {
    const { ceremony, record } = toldOf(lie);
    const verdict = verifyRecord(record);
    expect(verdict.closed).toBe(true);
    const script = countedFor(ceremony.script, verdict.entries);
    const [first] = meaningOf(verdict, script).breaches;
    expect(first?.code).toBe(lie.code);
    expect(first!.against).toBeLessThan(Math.max(1, first!.entry));
  });
});

describe("a condition of a rule", () => {
  it(`is broken alone by one of ${CONDITIONS.length} lies`, () => {
    for (const lie of CONDITIONS) expect(codeOf(lie), lie.name).toBe(lie.code);
  });

  it(`is met by each of ${RARE_CONDITIONS.length} rare happenings`, () => {
    for (const rarity of RARE_CONDITIONS) expect(codeOf(rarity), rarity.name).toBeUndefined();
  });
});

describe("a record that contains something rare", () => {
  it.each([...RARITIES, ...(isLong ? RARE_CONDITIONS : [])])("is good: $name", (rarity) => {
    const { ceremony, record } = toldOf(rarity);
    const verdict = verifyRecord(record);
    expect(verdict.closed).toBe(true);
    expect(meaningOf(verdict, ceremony.script).breaches).toEqual([]);
  });
});

describe("a record that is newer than this app (B184)", () => {
  it.each(NEWER)("is refused by name, whatever else it says: $name", (newer) => {
    const verdict = verifyRecord(toldOf(newer).record);
    expect(() => checkMeaning(verdict)).toThrow(expect.objectContaining({ code: "E-RULES-NEWER" }));
    expect(meaningIfKnown(verdict)).toBeNull();
  });
});

describe("a record under the first version of the rules", () => {
  const first = RARITIES.filter(({ name }) => name.includes("first version"));

  it.each(first)("says which rules were not asked: $name", (rarity) => {
    const { ceremony, record } = toldOf(rarity);
    const { rules } = meaningOf(verifyRecord(record), ceremony.script);
    const later = Object.entries(RULES).filter(([, number]) => number > LAST_OF_FIRST);
    expect(rules).toEqual({ version: 1, notAsked: later.map(([code]) => code) });
    expect(meaningOf(verifyRecord(ceremony.record), ceremony.script).rules).toEqual({
      version: NEWEST,
      notAsked: [],
    });
  });
});
