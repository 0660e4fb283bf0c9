// `sd verify --earlier`, the page and a verifier in another language say the same of a record and of those given beside
// it: what differs, what was compared, and what was not given. The window's audit says the last, and names a fork.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { verifierProgram } from "../electron/evidence/verifier.fixture.ts";
import { makePool } from "../electron/meaning/pool.fixture.ts";
import { CHAIN_CHANGES, chainCase } from "./stranger/chains.fixture.ts";
import {
  chainInTheAudit,
  chainOnThePage,
  ownChain,
  strangersChains,
} from "./stranger/chain-opinions.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** Of the changes every so many; in the long run each of them three times. */
const [rounds, every] = isLong ? [3, 1] : [1, 10];
const numbers = Array.from({ length: rounds * CHAIN_CHANGES }, (_, n) => n).filter(
  (n) => n % every === 0,
);
const page = verifierProgram();

describe("a record beside those that it names", () => {
  it(`is given one verdict by three verifiers: ${numbers.length} chains`, async () => {
    const pool = makePool();
    const cases = numbers.map((n) => chainCase(pool, n));
    const strangers = strangersChains(cases);
    const differing: Record<string, readonly string[]> = {};
    const verdicts = new Set<string>();
    for (const [n, one] of cases.entries()) {
      const own = ownChain(one);
      const all = [own, await chainOnThePage(page, one), strangers[n]!];
      if (new Set(all).size > 1) differing[one.name] = all;
      verdicts.add(own.slice(0, 40));
      const isIn = (said: string) => own.startsWith(said) || own.includes(`"note":"${said}"`);
      expect(one.becomes?.some(isIn) ?? true, `${one.name}: ${own}`).toBe(true);
      const audited = chainInTheAudit(one);
      if (own.startsWith("[")) {
        const [, , , , missing] = JSON.parse(own) as readonly unknown[];
        expect(audited, one.name).toEqual({ missing, isForked: false });
      }
      if (own === "E-EARLIER-FORK") expect(audited?.isForked, one.name).toBe(true);
      if (own.startsWith("E-MEAN")) expect(audited, one.name).toBe(null);
    }
    expect(differing).toEqual({});
    expect(verdicts.size).toBeGreaterThan(isLong ? 20 : 3);
  });
});
