// As `pseudo-papers.test.ts`, over the papers of hundreds of ceremonies of all kinds.
import { expect, it } from "vitest";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { unsaidIn } from "./pseudo-papers.fixture.ts";
import { readingOf } from "./reading.ts";

const MANY = 360;

it(`no paper of ${MANY} ceremonies says what is not in the catalogue`, () => {
  const pool = makePool();
  const before = after(ceremonyOf("activation", pool, 1));
  const unsaid = new Set<string>();
  let papers = 0;
  for (let n = 0; n < MANY; n++) {
    const kind = CEREMONIES[n % CEREMONIES.length] ?? "activation";
    const happening = { often: [0, 12, 25, 50][n % 4] ?? 0, mayAbort: n % 3 === 0 };
    const { record } = ceremonyOf(kind, pool, 3000 + n, { before, happening });
    const found = unsaidIn(readingOf(record));
    for (const text of found.unsaid) unsaid.add(`${kind}, ${n}: ${text}`);
    papers += found.papers;
  }
  expect([...unsaid]).toEqual([]);
  // At the first run they were 1,700.
  expect(papers).toBeGreaterThan(4 * MANY);
});
