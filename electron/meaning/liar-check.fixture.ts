// What becomes of lies: refused by a rule that the table names, or told.
import { verifyRecord } from "../journal/verify.ts";
import type { RuleCode } from "./breach.ts";
import { RULES } from "./breach.ts";
import { after, ceremonyOf, drawing } from "./ceremony.fixture.ts";
import { unsigned } from "./drafts.fixture.ts";
import { liesOf, someOf, refusalOf, type Lie } from "./liar.fixture.ts";
import { fateOf, toldIn } from "./members.ts";
import type { Pool } from "./pool.fixture.ts";

const OFTEN = 12;

type Some = Parameters<typeof someOf>[2];

/** Some lies about a generated ceremony, with values of two others. */
export function someLies(pool: Pool, kind: string, seed: number, some: Some) {
  const first = ceremonyOf("activation", pool, seed);
  const happening = { often: seed % 4 === 0 ? 0 : OFTEN, mayAbort: seed % 3 === 0 };
  const [honest, other] = [seed, seed + 1000].map((n) =>
    ceremonyOf(kind, pool, n, { before: after(first), happening }),
  ) as [ReturnType<typeof ceremonyOf>, ReturnType<typeof ceremonyOf>];
  const lies = someOf(liesOf(honest, [first.record, other.record]), drawing(seed), some);
  return { honest, lies };
}

/** How many lies of a ceremony came to what, and those that came to what the table does not say. */
export function checkLies(pool: Pool, kind: string, seed: number, some: Some) {
  const { honest, lies } = someLies(pool, kind, seed, some);
  const before = JSON.stringify(listed(verifyRecord(honest.record).entries));
  const wrong: string[] = [];
  let refused = 0;
  for (const lie of lies) {
    const code = refusalOf(lie, honest.script);
    if (code !== "") refused += 1;
    const isTold = code !== "" || JSON.stringify(listed(unsigned(lie.drafted()))) !== before;
    if (!isTold || !isAsSaid(lie, code))
      wrong.push(
        `${kind}, seed ${seed}, ${lie.type} ${lie.member}, ${lie.says}: ${code || "good"}`,
      );
  }
  const members = new Set(lies.map(({ type, member }) => `${type} ${member}`)).size;
  return { wrong, members, tried: lies.length, refused, told: lies.length - refused };
}

/** What the verdict lists: not the numbers, which each entry that comes or goes changes. */
const listed = (entries: Parameters<typeof toldIn>[0]) =>
  toldIn(entries).map(({ at, station, type, by, values }) => [at, station, type, by, values]);

/** What is not of its form is refused wherever it is. */
const FORM = String(RULES["E-MEAN-FORM"]);
/** Members of the entry itself: they are as it is with all. */
const OF_ENTRIES: Readonly<Record<string, string>> = { "(by)": "13", "(station)": "2 10 47" };

function isAsSaid({ type, member }: Lie, code: string): boolean {
  const fate =
    member === "" || member === "(at)" ? "told" : (OF_ENTRIES[member] ?? fateOf(type, member));
  if (fate === "told") return true;
  const rule = Object.hasOwn(RULES, code) ? String(RULES[code as RuleCode]) : code;
  return rule === FORM || fate.split(" ").includes(rule);
}
