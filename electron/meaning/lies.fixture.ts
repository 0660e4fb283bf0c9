// Lies: records that are complete and validly signed, by the officers' own keys, and say what did
// not happen. Each breaks one rule of FORMAT.md, in an honest ceremony of the script that it names.
import { NEWEST } from "./breach.ts";
import {
  type Ceremony,
  after,
  ceremonyOf,
  scriptCalled,
  TWO_OF_THREE,
} from "./ceremony.fixture.ts";
import { type Drafted, copyOf, sealed } from "./drafts.fixture.ts";
import { type Lie, Missing, OTHER, type Rarity, find } from "./lie.fixture.ts";
import type { Pool } from "./pool.fixture.ts";
import { CONDITIONS as CONDITIONS_OF_ALL } from "./lies-conditions.fixture.ts";
import { CONDITIONS_OF_STEPS } from "./conditions-steps.fixture.ts";
import { CONDITIONS_OF_QUOTES } from "./conditions-quote.fixture.ts";
import { RARE_CONDITIONS as RARE_OF_ALL } from "./rarities.fixture.ts";
import { RARE_STEPS } from "./rare-steps.fixture.ts";
import { CONDITIONS_OF_COUNTS, LIES_ABOUT_COUNTS, RARE_COUNTS } from "./lies-counts.fixture.ts";
import { LIES_ABOUT_RENEWALS, RARE_RENEWALS } from "./lies-renewal.fixture.ts";
import { CONDITIONS_OF_SEATS, LIES_ABOUT_SEATS } from "./lies-seats.fixture.ts";
import { LIES_ABOUT_NAMES } from "./lies-names.fixture.ts";
import { LIES_ABOUT_THE_OPENING } from "./lies-opening.fixture.ts";
import { LIES_ABOUT_WRITERS } from "./lies-writers.fixture.ts";
import { LIES_ABOUT_STEPS } from "./lies-steps.fixture.ts";
import { LIES_ABOUT_KEYS } from "./lies-keys.fixture.ts";
import { LIES_ABOUT_THE_DOMAIN } from "./lies-domain.fixture.ts";
import { LIES_ABOUT_CUSTODY } from "./lies-custody.fixture.ts";
import { LIES_ABOUT_RECOVERY } from "./lies-recovery.fixture.ts";
import { LIES_ABOUT_THE_END } from "./lies-closing.fixture.ts";
import { LIES_ABOUT_CONTENTS } from "./lies-contents.fixture.ts";
import { CONDITIONS_OF_CUSTODY, RARE_IN_CUSTODY } from "./conditions-custody.fixture.ts";
import { CONDITIONS_OF_PEOPLE, RARE_AMONG_PEOPLE } from "./conditions-people.fixture.ts";
import { CONDITIONS_OF_RECOVERY, RARE_IN_RECOVERY } from "./conditions-recovery.fixture.ts";

export type { Rarity } from "./lie.fixture.ts";
export { RARITIES } from "./rarities.fixture.ts";

/** Each breaks one condition of a rule, which no other lie breaks alone: they show its mutants. */
export const CONDITIONS: readonly Lie[] = [
  ...CONDITIONS_OF_ALL,
  ...CONDITIONS_OF_STEPS,
  ...CONDITIONS_OF_QUOTES,
  ...CONDITIONS_OF_CUSTODY,
  ...CONDITIONS_OF_RECOVERY,
  ...CONDITIONS_OF_PEOPLE,
  ...CONDITIONS_OF_COUNTS,
  ...CONDITIONS_OF_SEATS,
  ...LIES_ABOUT_RENEWALS,
];
/** What a mutant of a rule would refuse. */
export const RARE_CONDITIONS: readonly Rarity[] = [
  ...RARE_OF_ALL,
  ...RARE_STEPS,
  ...RARE_IN_CUSTODY,
  ...RARE_IN_RECOVERY,
  ...RARE_AMONG_PEOPLE,
  ...RARE_RENEWALS,
  ...RARE_COUNTS,
];

export const LIES: readonly Lie[] = [
  ...LIES_ABOUT_NAMES,
  ...LIES_ABOUT_THE_OPENING,
  ...LIES_ABOUT_WRITERS,
  ...LIES_ABOUT_STEPS,
  ...LIES_ABOUT_KEYS,
  ...LIES_ABOUT_THE_DOMAIN,
  ...LIES_ABOUT_CUSTODY,
  ...LIES_ABOUT_RECOVERY,
  ...LIES_ABOUT_THE_END,
  ...LIES_ABOUT_CONTENTS,
  ...LIES_ABOUT_COUNTS,
  ...LIES_ABOUT_SEATS,
];

/** Records of a later app: their forms and their script may be unknown as well. */
export const NEWER: readonly (Rarity & { readonly isOtherScript: boolean })[] = [
  NEWEST + 1,
  Number.MAX_SAFE_INTEGER,
].flatMap((rules) => [
  {
    script: "activation",
    name: `it names version ${rules} of the rules`,
    isOtherScript: false,
    change: (drafts) => {
      find(drafts, "opened").data.rules = rules;
    },
  },
  {
    script: "activation",
    name: `version ${rules} has members and a script of its own`,
    isOtherScript: true,
    change: (drafts) => {
      Object.assign(find(drafts, "opened").data, { rules, scriptSha256: OTHER, later: [] });
    },
  },
]);

type Honest = (of: Pick<Rarity, "script" | "counts" | "left">, seed: number) => Ceremony;

const honest = new WeakMap<Pool, Honest>();

/** The honest ceremonies from which lies are made, by script and counts; each is made once. */
export function honestOnes(pool: Pool): Honest {
  const known = honest.get(pool) ?? makeHonest(pool);
  honest.set(pool, known);
  return known;
}

function makeHonest(pool: Pool): Honest {
  const made = new Map<string, Ceremony>();
  const honestOf: Honest = ({ script, counts = TWO_OF_THREE, left = counts }, seed) => {
    const key = JSON.stringify([script, seed, counts, left]);
    const before = () => after(honestOf({ script: "activation", counts: left }, 1));
    const around = { counts, before: scriptCalled(script).continues ? before() : null };
    const ceremony = made.get(key) ?? ceremonyOf(script, pool, seed, around);
    made.set(key, ceremony);
    return ceremony;
  };
  return honestOf;
}

/** A record changed; null if the ceremony lacks what is changed. */
export function changed(
  { change, previous = "" }: Rarity,
  honest: Drafted,
  pool: Pool,
): Drafted | null {
  const copy = copyOf(honest);
  try {
    change(copy.drafts, pool);
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  }
  return previous === "" ? copy : { ...copy, previous };
}

/** The same, chained and signed again. */
export function told(rarity: Rarity, honest: Drafted, pool: Pool): Uint8Array | null {
  const copy = changed(rarity, honest, pool);
  return copy === null ? null : sealed(copy);
}
