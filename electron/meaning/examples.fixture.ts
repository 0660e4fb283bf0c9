// Records on which a mutant of a rule can show itself: honest ones, rare ones, lies, and what the liar
// makes of honest ones; each with the script that it names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CEREMONIES, type Script } from "../../ceremony-scripts/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { NEWEST } from "./breach.ts";
import { after, ceremonyOf, countedFor, type Ceremony } from "./ceremony.fixture.ts";
import { closedBy, copyOf, unsigned, type Draft, type Drafted } from "./drafts.fixture.ts";
import { find, insert } from "./lie.fixture.ts";
import { someLies } from "./liar-check.fixture.ts";
import {
  changed,
  CONDITIONS,
  honestOnes,
  LIES,
  NEWER,
  RARE_CONDITIONS,
  RARITIES,
  type Rarity,
} from "./lies.fixture.ts";
import { TOLD } from "./lies-told.fixture.ts";
import { scriptIn } from "./meaning.ts";
import { OWN_SCRIPT } from "./own-script.fixture.ts";
import type { Pool } from "./pool.fixture.ts";
import type { Entry } from "./reading.ts";

export interface Example {
  readonly name: string;
  readonly script: Script;
  readonly entries: readonly Entry[];
  readonly closed: boolean;
  /** The number of the first entry that is other than in an honest example. */
  readonly from: number;
  /** What the liar lies about. */
  readonly about?: string;
}

const OFTEN = 12;
/** How many ceremonies are searched for one that has what is changed. */
const MOST = 40;

const LANDED = join(import.meta.dirname, "..", "..", "e2e", "landed");

/** @param honest the example of which it was made */
function exampleOf(
  name: string,
  script: Script,
  drafted: Drafted,
  honest: Example | null = null,
): Example {
  const entries = unsigned(drafted);
  const isOther = (entry: Entry, n: number): boolean =>
    JSON.stringify(entry) !== JSON.stringify(honest?.entries[n]);
  const other = entries.findIndex(isOther);
  const from = honest === null ? 0 : other < 0 ? entries.length : other;
  const closed = closedBy(entries) !== null;
  return { name, script: countedFor(script, entries), entries, closed, from };
}

/** Records of the landed app. */
const landed = (): readonly Example[] =>
  readdirSync(LANDED)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => {
      const { entries, closed } = verifyRecord(new Uint8Array(readFileSync(join(LANDED, name))));
      const script = scriptIn(entries[0], null);
      return script === null ? [] : [{ name, script, entries, closed, from: 0 }];
    });

/** Honest ceremonies of all kinds, this many of each. */
function honestOf(pool: Pool, each: number): readonly Example[] {
  const before = after(ceremonyOf("activation", pool, 1));
  return CEREMONIES.flatMap((kind) =>
    Array.from({ length: each }, (_, n) => {
      const often = n % 5 === 0 ? 0 : n % 2 === 0 ? OFTEN : 3 * OFTEN;
      const happening = { often, mayAbort: n % 3 === 0 };
      const ceremony = ceremonyOf(kind, pool, n + 1, { before, happening });
      return exampleOf(`${kind}, seed ${n + 1}`, ceremony.script, ceremony);
    }),
  );
}

const OWN = 12;

/** The same by a script of someone's own, which other verifiers lack; in some keys had been in trouble. */
const byOwnScript = (pool: Pool): readonly Example[] => {
  const before = after(ceremonyOf("activation", pool, 1));
  const troubles = ["forgotten", "seal-broken", ""] as const;
  const troubled = before.earlier.officers.map((one, i) => ({ ...one, trouble: troubles[i]! }));
  const script = OWN_SCRIPT;
  return Array.from({ length: OWN }, (_, n) => {
    const earlier = n % 2 === 0 ? before.earlier : { ...before.earlier, officers: troubled };
    const happening = { often: OFTEN, mayAbort: false };
    const around = { before: { ...before, earlier }, script, happening };
    const all = asOpened(ceremonyOf(script.name, pool, n, around));
    return all.map((one, i) => exampleOf(`${script.name}, seed ${n}, ${i}`, script, one));
  }).flat();
};

type Seal = EventData["seals-checked"]["seals"][number];

/** A ceremony; then with each bag of a backup that was not as left intact, then with its own number. */
const asOpened = (ceremony: Drafted): readonly Drafted[] =>
  [{}, { condition: "intact" } as const, null].map((change) => {
    const copy = copyOf(ceremony);
    const checked = copy.drafts.filter(({ type }) => type === "seals-checked");
    for (const { data } of checked)
      for (const seal of (data as { seals: Seal[] }).seals)
        if (seal.condition === "broken" && seal.object.endsWith(" backup medium"))
          Object.assign(seal, change ?? { found: seal.expected });
    return copy;
  });

/** Each of these once, of the first ceremony that has what it changes; and these ceremonies. */
function changedOf(all: readonly Rarity[], pool: Pool): readonly Example[] {
  const honest = honestOnes(pool);
  const made = new Map<Ceremony, Example>();
  const examples = all.map((one) => {
    for (let seed = 1; seed < MOST; seed++) {
      const ceremony = honest(one, seed);
      const drafted = changed(one, ceremony, pool);
      if (drafted === null) continue;
      const known =
        made.get(ceremony) ?? exampleOf(`${one.script}, seed ${seed}`, ceremony.script, ceremony);
      made.set(ceremony, known);
      return exampleOf(one.name, ceremony.script, drafted, known);
    }
    throw new Error(`no ceremony has what this changes: ${one.name}`);
  });
  return [...made.values(), ...examples];
}

/** Of each kind. */
const HONEST = 8;
/** Of the ceremonies that are lied about. */
const SEED = 2;

/** What the liar makes of a ceremony of each kind, and this ceremony. */
const lying = (pool: Pool, seed: number, each: number): readonly Example[] =>
  CEREMONIES.flatMap((kind) => {
    const { honest, lies } = someLies(pool, kind, seed, { each });
    const { script } = honest;
    const base = exampleOf(`${kind}, seed ${seed}, which is lied about`, script, honest);
    return [
      base,
      ...lies.map(({ type, member, says, drafted }) => ({
        ...exampleOf(`${kind}, seed ${seed}, ${type} ${member}, ${says}`, script, drafted(), base),
        about: `${type} ${member}`,
      })),
    ];
  });

/** A record's form refuses it before any rule is asked; all rules say the same of it. */
const CLOSED_TWICE: Rarity = {
  name: "it is closed on paper twice",
  script: "hand-off",
  change: (drafts) => {
    insert(drafts, find(drafts, "closing-on-paper") as Draft, 1, {});
  },
};

const NO_CEREMONY: Rarity = {
  script: "activation",
  name: "its first entry is of another type, and names a later version of the rules",
  change: (drafts) => {
    const opened = find(drafts, "opened");
    opened.data.rules = NEWEST + 1;
    Object.assign(opened, { type: "step-began" });
  },
};
/** Records about which the verifiers ask no rule. */
export const unaskedOf = (pool: Pool): readonly Example[] =>
  changedOf([...NEWER, NO_CEREMONY, CLOSED_TWICE], pool);

/** @param each lies about a member of a type, in each kind of ceremony */
export const examplesOf = (pool: Pool, each: number): readonly Example[] => [
  ...changedOf([...LIES, ...CONDITIONS, ...TOLD, ...RARITIES, ...RARE_CONDITIONS], pool),
  ...landed(),
  ...honestOf(pool, HONEST),
  ...byOwnScript(pool),
  ...lying(pool, SEED, each),
];
