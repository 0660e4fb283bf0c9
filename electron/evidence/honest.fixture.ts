// Bundles of complete ceremonies, of all ceremonies, from a seed, that meet all rules of meaning.
import { CEREMONIES, type Counts } from "../../ceremony-scripts/index.ts";
import { utf8 } from "../../crypto/index.ts";
import {
  after,
  ceremonyOf,
  countsAfter,
  scriptCalled,
  TWO_OF_THREE,
  type Before,
} from "../meaning/ceremony.fixture.ts";
import type { Pool } from "../meaning/pool.fixture.ts";
import { bundleOf, type Files } from "./bundle.ts";

/** The n-th honest bundle: the kinds in turn; every second one with exceptions, recesses, aborts. */
export function honestBundle(pool: Pool, before: Before, n: number): Files {
  const counts = countsAfter(before);
  const script = scriptCalled(CEREMONIES[n % CEREMONIES.length] ?? "activation");
  const round = Math.floor(n / CEREMONIES.length);
  const { record } = ceremonyOf(script.name, pool, 1000 + n, {
    before: script.continues ? before : null,
    counts,
    happening: { often: round % 2 === 0 ? 0 : 10, mayAbort: round % 4 === 3 },
  });
  return bundleOf({ record, script: utf8(script.text), papers: [] });
}

/** The activation that the ceremonies continue from. */
export const activationOf = (pool: Pool, counts: Counts = TWO_OF_THREE): Before =>
  after(ceremonyOf("activation", pool, 1, { counts }));
