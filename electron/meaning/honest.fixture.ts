// Generated ceremonies, each of which must be good, by the rules and by the fold.
import { expect } from "vitest";
import { CEREMONIES, type Counts } from "../../ceremony-scripts/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, TWO_OF_THREE } from "./ceremony.fixture.ts";
import { meaningOf } from "./meaning.ts";
import { makePool } from "./pool.fixture.ts";

/** How often, of a hundred, something happens beside the script. */
const OFTEN = 12;

/** @returns how many were reported as aborted, as excusing something, as having had a substitute */
export function checkHonest(seed: number, count: number, counts: Counts = TWO_OF_THREE) {
  const pool = makePool();
  const before = after(ceremonyOf("activation", pool, seed, { counts }));
  const renewedTo = [counts, { officers: 4, quorum: 2 }, TWO_OF_THREE];
  const told = { aborted: 0, excused: 0, substituted: 0 };
  for (let n = 0; n < count; n++) {
    const kind = CEREMONIES[n % CEREMONIES.length] ?? "activation";
    const round = Math.floor(n / CEREMONIES.length) + counts.officers;
    const now = kind === "replacement" ? (renewedTo[round % 3] ?? counts) : counts;
    const happening = { often: n % 5 === 0 ? 0 : OFTEN, mayAbort: n % 3 === 0 };
    const ceremony = ceremonyOf(kind, pool, seed + n, { before, counts: now, happening });
    const said = `${kind}, seed ${seed + n}`;
    const verdict = verifyRecord(ceremony.record);
    expect(verdict.closed, said).toBe(true);
    expect(() => fold(verdict.entries), said).not.toThrow();
    const { script } = ceremony;
    expect([script.officers, script.quorum], said).toEqual([now.officers, now.quorum]);
    const { breaches, aborted, excused, closed } = meaningOf(verdict, script);
    expect(breaches, said).toEqual([]);
    if (aborted !== null) told.aborted += 1;
    if (excused.length > 0) told.excused += 1;
    if (closed?.missing.some(({ why }) => why === "substituted") === true) told.substituted += 1;
  }
  return told;
}
