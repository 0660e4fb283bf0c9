// Lies about the records of a chain whose other records are given, and what becomes of them: what a record
// has from others is compared with these.
import { continuationOf } from "../ceremony/ceremony.ts";
import { drawing } from "./ceremony.fixture.ts";
import { unsigned } from "./drafts.fixture.ts";
import { liesOf, refusalOf, someOf, type Lie } from "./liar.fixture.ts";
import type { Link, Years } from "./years.fixture.ts";

/** A record has these from others: with them at hand, no other value of them is called good. */
const BROUGHT =
  /^(opened earlier\b|part-taken (officer|closed|standing)\b|dry-run-passed opened\b|domain-rehashed files\[\]\.(sha256|name))/;

/** What may differ: entries are opened in any order. */
const MAY_DIFFER = /^dry-run-passed opened\[\], .*: is the other way round$/;

type AtHand = Parameters<typeof continuationOf>[1];

/** The others of the chain, by their heads. */
const othersOf = ({ links, parts }: Years): AtHand => {
  const known = new Map([...links, ...parts].map(({ verdict }) => [verdict.head, verdict]));
  return (head) => known.get(head);
};

/** How many lies came to what; `wrong`: those of what was brought that were called good. */
export function checkYears(years: Years, seed: number, some: Parameters<typeof someOf>[2]) {
  const draw = drawing(seed);
  const atHand = othersOf(years);
  const count = { tried: 0, refused: 0, byOthers: 0, told: 0 };
  const wrong: string[] = [];
  for (const [n, link] of [...years.links, ...years.parts].entries()) {
    const { kind, ceremony } = link;
    for (const lie of someOf(liesOf(ceremony, neighboursOf(years, link)), draw, some)) {
      count.tried += 1;
      const code = refusalOf(lie, ceremony.script);
      const differs = code === "" && isOtherwise(lie, atHand);
      if (code !== "") count.refused += 1;
      else if (differs) count.byOthers += 1;
      else {
        count.told += 1;
        if (isBrought(lie)) wrong.push(`record ${n}, ${kind}, ${nameOf(lie)}, ${lie.says}`);
      }
    }
  }
  return { ...count, wrong };
}

const nameOf = ({ type, member }: Lie): string => `${type} ${member}`;
const isBrought = (lie: Lie): boolean =>
  BROUGHT.test(nameOf(lie)) && !MAY_DIFFER.test(`${nameOf(lie)}, ${lie.says}`);

/** The record before, the last of its kind, and the first of the chain: their values may be borrowed. */
function neighboursOf({ links }: Years, { kind, verdict }: Link): readonly Uint8Array[] {
  const before = links.slice(
    0,
    Math.max(
      1,
      links.findIndex((one) => one.verdict === verdict),
    ),
  );
  const same = before.findLast((one) => one.kind === kind);
  const all = new Set([before.at(-1), same, links[0]]);
  return [...all].flatMap((one) => (one === undefined ? [] : [one.ceremony.record]));
}

const isOtherwise = (lie: Lie, atHand: AtHand): boolean =>
  continuationOf({ entries: unsigned(lie.drafted()) }, atHand).kind === "differs";
