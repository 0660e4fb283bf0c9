// Where az and we differ on purpose: each row of FORMAT.md's table is tried on both.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passedOver } from "../rehearse/judges.fixture.ts";
import { drawing } from "../rehearse/kill-moments.fixture.ts";
import { startAz, type Az } from "./az.fixture.ts";
import { DOMAIN_DIFFERENCES, JWE_DIFFERENCES } from "./domain-differences.fixture.ts";
import { KEY_DIFFERENCES, OTHER_DIFFERENCES } from "./file-differences.fixture.ts";
import { byAz, byUs, makeGround, SECRETS, trialOn, type Ground } from "./trial.fixture.ts";

const DIFFERENCES = [
  ...JWE_DIFFERENCES,
  ...DOMAIN_DIFFERENCES,
  ...KEY_DIFFERENCES,
  ...OTHER_DIFFERENCES,
];

/** How many domains are altered by chance. */
const ALTERED = process.env["LONG"] === "1" ? 100 : 40;
/** The same ones each time; in the long run others, and the title says which. */
const SEED = process.env["LONG"] === "1" ? Date.now() % 1_000_000 : 27;

/** Input, az's and ours, of each row below this heading of crypto/FORMAT.md. */
function table(): readonly (readonly [string, string, string])[] {
  const page = readFileSync(new URL("../../crypto/FORMAT.md", import.meta.url), "utf8");
  const [, section = ""] = page.split("## Where we differ from az on purpose\n");
  return [...section.matchAll(/^\| (.+) \| (.+) \| (.+) \|$/gm)]
    .slice(1)
    .map(([, input = "", az = "", here = ""]) => [input, az, here]);
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();

describe("the table in crypto/FORMAT.md", () => {
  it("has a row for each difference that is tried, and no other", () => {
    expect(
      table()
        .map(([input]) => input)
        .sort(),
    ).toEqual(DIFFERENCES.map(({ input }) => input).sort());
    expect(DIFFERENCES).toHaveLength(31);
  });

  it("says our codes for each", () => {
    for (const [input, , here] of table()) {
      const cases = DIFFERENCES.find((one) => one.input === input)?.cases ?? [];
      const codes = cases.map((one) => one.here).filter((code) => /^[EW]-/.test(code));
      expect([input, ...sorted(here.match(/\b[EW]-[A-Z0-9-]+/g) ?? [])]).toEqual([
        input,
        ...sorted(codes),
      ]);
    }
  });
});

describe.skipIf(passedOver)("az and we (needs azure-cli and openssl)", () => {
  let folder = "";
  let az: Az;
  let ground: Ground;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sd-az-"));
    az = startAz(folder);
    ground = await makeGround(folder);
  });
  afterAll(() => {
    az.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("make the same of good files", async () => {
    expect([await byAz(az, trialOn(ground)), (await byUs(trialOn(ground))).result]).toEqual([
      { result: SECRETS, said: [] },
      SECRETS,
    ]);
  });

  const cases = DIFFERENCES.flatMap(({ input, cases: each }) =>
    each.map((one) => [input, one.name, one] as const),
  );
  it.each(cases)("differ as documented: %s: %s", async (_, __, { change, az: theirs, here }) => {
    const given = () => {
      const trial = trialOn(ground);
      change(trial);
      return trial;
    };
    // az says nothing to the person of what it takes; where it fails, its error is all.
    expect(await byAz(az, given())).toEqual({ result: theirs, said: [] });
    const { result, said } = await byUs(given());
    if (here.startsWith("W-")) expect(said).toContain(here);
    expect(result).toBe(here.startsWith("W-") ? SECRETS : here);
  });

  it("az overwrites a file, or removes it where writing fails; we leave it", async () => {
    const trial = trialOn(ground);
    writeFileSync(trial.call.out, "kept");
    expect((await byUs(trial)).result).toBe("E-FILE-EXISTS");
    expect(readFileSync(trial.call.out, "utf8")).toBe("kept");
    await az.restore({ ...trial.call, limit: 100 });
    expect(existsSync(trial.call.out)).toBe(false);
  });

  it(`differ in nothing else for ${ALTERED} domains altered by chance (seed ${SEED})`, async () => {
    const draw = drawing(SEED);
    const codes = new Set(cases.map(([, , { here }]) => here));
    let refusedByBoth = 0;
    for (let i = 0; i < ALTERED; i++) {
      const { text, what } = alteredByChance(ground.made.text, draw);
      const given = () => {
        const trial = trialOn(ground);
        writeFileSync(trial.call.domain, text);
        return trial;
      };
      const [theirs, ours] = [(await byAz(az, given())).result, (await byUs(given())).result];
      const refused = theirs !== SECRETS;
      if (ours === SECRETS) expect(theirs, what).toBe(SECRETS);
      else if (!refused) expect(codes, what).toContain(ours);
      // Altered secrets come of a tag of another length alone, which one change does not make.
      if (refused) expect(theirs, what).toMatch(/Error$/);
      refusedByBoth += refused ? 1 : 0;
    }
    expect(refusedByBoth).toBeGreaterThan(0);
  });
});

/**
 * One character replaced, left out, or changed with the next; every other time outside of what is
 * long, where the members are.
 */
function alteredByChance(
  good: string,
  draw: () => number,
): { readonly text: string; readonly what: string } {
  const chance = (limit: number) => Math.floor(draw() * limit);
  const short = [...good.matchAll(/[A-Za-z0-9_-]{40,}|[^]/g)].filter(([one]) => one.length === 1);
  const at = chance(2) === 0 ? chance(good.length) : short[chance(short.length)]!.index;
  const [one = "", next = ""] = good.slice(at, at + 2);
  const kind = chance(3);
  const put = [String.fromCharCode(0x20 + chance(95)), "", next + one][kind]!;
  const text = good.slice(0, at) + put + good.slice(at + (kind === 2 ? 2 : 1));
  return { text, what: `${JSON.stringify(put)} at ${at} in ${good.slice(at - 20, at + 20)}` };
}
