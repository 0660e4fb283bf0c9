// Generated ceremonies, each of which must be good, by the rules and by the fold.
import { expect } from "vitest";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "./ceremony.fixture.ts";
import { meaningOf } from "./meaning.ts";
import { makePool } from "./pool.fixture.ts";

/** How often, of a hundred, something happens beside the script. */
const OFTEN = 12;

const TWO_OF_THREE = { officers: 3, quorum: 2 };
const RENEWED = [undefined, TWO_OF_THREE, { officers: 4, quorum: 2 }];

/** @returns how many were reported as aborted, as excusing something, as having had a substitute */
export function checkHonest(seed: number, count: number) {
  const pool = makePool();
  const before = [TWO_OF_THREE, { officers: 4, quorum: 3 }].map((counts) =>
    after(ceremonyOf("activation", pool, seed, { counts })),
  );
  const told = { aborted: 0, excused: 0, substituted: 0 };
  for (let n = 0; n < count; n++) {
    const kind = CEREMONIES[n % CEREMONIES.length] ?? "activation";
    const happening = { often: n % 5 === 0 ? 0 : OFTEN, mayAbort: n % 3 === 0 };
    // Of renewals a third leaves the numbers as they are.
    const counts = RENEWED[n % 3];
    const ceremony = ceremonyOf(kind, pool, seed + n, {
      before: before[n % 2]!,
      happening,
      ...(counts === undefined || kind !== "replacement" ? {} : { counts }),
    });
    const said = `${kind}, seed ${seed + n}`;
    const verdict = verifyRecord(ceremony.record);
    expect(verdict.closed, said).toBe(true);
    expect(() => fold(verdict.entries), said).not.toThrow();
    const { breaches, aborted, excused, closed } = meaningOf(verdict, ceremony.script);
    expect(breaches, said).toEqual([]);
    if (aborted !== null) told.aborted += 1;
    if (excused.length > 0) told.excused += 1;
    if (closed?.missing.some(({ why }) => why === "substituted") === true) told.substituted += 1;
  }
  return told;
}
