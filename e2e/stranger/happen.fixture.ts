// Records to be checked by two verifiers that share no code: honest ones, lies, and what chance makes of them.
import { CEREMONIES, type Counts } from "../../ceremony-scripts/index.ts";
import {
  after,
  ceremonyOf,
  drawing,
  TWO_OF_THREE,
  type Ceremony,
} from "../../electron/meaning/ceremony.fixture.ts";
import { sealed } from "../../electron/meaning/drafts.fixture.ts";
import { liesOf, someOf } from "../../electron/meaning/liar.fixture.ts";
import {
  CONDITIONS,
  honestOnes,
  LIES,
  NEWER,
  RARE_CONDITIONS,
  RARITIES,
  told,
  type Rarity,
} from "../../electron/meaning/lies.fixture.ts";
import type { Pool } from "../../electron/meaning/pool.fixture.ts";
import type { Case } from "./cases.fixture.ts";

const OFTEN = 12;

/** Honest ceremonies of all nine kinds in turn, with what happens in them. */
export function honestCases(
  pool: Pool,
  seed: number,
  count: number,
  counts: Counts = TWO_OF_THREE,
): readonly (Case & Ceremony)[] {
  const before = after(ceremonyOf("activation", pool, seed, { counts }));
  return Array.from({ length: count }, (_, n) => {
    const kind = CEREMONIES[n % CEREMONIES.length] ?? "activation";
    const ceremony = ceremonyOf(kind, pool, seed + n, {
      before,
      counts,
      happening: { often: n % 5 === 0 ? 0 : OFTEN, mayAbort: n % 3 === 0 },
    });
    const of = `${kind} of ${counts.quorum} of ${counts.officers}`;
    return { name: `${of}, seed ${seed + n}`, ...ceremony };
  });
}

const MOST_SEEDS = 40;

/** Each lie, or one of so many, once: of the first ceremony that has what it changes. */
export function lyingCases(pool: Pool, from = 1, every = 1): readonly Case[] {
  const honest = honestOnes(pool);
  const lies = every === 1 ? [...LIES, ...CONDITIONS] : LIES.filter((_, i) => i % every === 0);
  return lies.map((lie) => ({
    name: `${lie.code}: ${lie.name}`,
    record: changedOf(lie, honest, pool, from),
  }));
}

/** Each rare happening that is no lie, once; @param isAll also those that only a mutant would refuse */
export const rareCases = (pool: Pool, isAll: boolean): readonly Case[] =>
  casesOf([...RARITIES, ...(isAll ? RARE_CONDITIONS : [])], pool);

/** Records of a later app. */
export const newerCases = (pool: Pool): readonly Case[] => casesOf(NEWER, pool);

function casesOf(all: readonly Rarity[], pool: Pool): readonly Case[] {
  const honest = honestOnes(pool);
  return all.map((rarity) => ({ name: rarity.name, record: changedOf(rarity, honest, pool, 1) }));
}

function changedOf(
  rarity: Rarity,
  honest: ReturnType<typeof honestOnes>,
  pool: Pool,
  from: number,
): Uint8Array {
  for (let seed = from; seed < from + MOST_SEEDS; seed++) {
    const record = told(rarity, honest(rarity, seed), pool);
    if (record !== null) return record;
  }
  throw new Error("no ceremony has what this changes");
}

/** Lies about members and entries of these in turn, as chance draws them. */
export function chanceCases(
  honest: readonly (Case & Ceremony)[],
  seed: number,
  count: number,
): readonly Case[] {
  const draw = drawing(seed);
  const each = Math.ceil(count / honest.length);
  const drawn = honest.map((one) => ({
    name: one.name,
    lies: someOf(liesOf(one, []), draw, { each: 2, most: each }),
  }));
  return drawn
    .flatMap(({ name, lies }) =>
      lies.map(({ type, member, says, drafted }) => ({
        name: `${name}, ${type} ${member}, ${says}`,
        record: sealed(drafted()),
      })),
    )
    .slice(0, count);
}
