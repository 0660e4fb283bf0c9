// A chain of records: an activation, and the ceremonies of the years after it, each of which continues
// the one before. Officers' parts of an attestation are records of their own.
import { officerOf, partHeadsOf, seatsOf } from "../ceremony/ceremony.ts";
import { verifyRecord, type Verdict } from "../journal/verify.ts";
import { after, ceremonyOf, drawing, type Before, type Ceremony } from "./ceremony.fixture.ts";
import type { Pool } from "./pool.fixture.ts";

/** A record of a chain. */
export interface Link {
  readonly kind: string;
  readonly ceremony: Ceremony;
  readonly verdict: Verdict;
}

/** Ceremonies in their order, and the parts that were taken over. */
export interface Years {
  readonly links: readonly Link[];
  readonly parts: readonly Link[];
}

const QUARTER = 91;
const OFTEN = 8;
/** What a site does in a year: a quarter lies between two of these. */
const YEAR = ["attestation", "attestation", "attestation", "dry-run"];
/** Five years, in which an object changes its custodian, a key is replaced, and the HSM is lost. */
export const FIVE_YEARS: readonly string[] = [
  ...["activation", ...YEAR],
  ...["hand-off", ...YEAR],
  ...["replacement", ...YEAR],
  ...["hand-off", ...YEAR],
  ...[...YEAR, "recovery", "attestation"],
];

const linkOf = (kind: string, ceremony: Ceremony): Link => ({
  kind,
  ceremony,
  verdict: verifyRecord(ceremony.record),
});

/** These ceremonies, one after the other, with what happens in them. */
export function yearsOf(kinds: readonly string[], pool: Pool, seed: number): Years {
  const draw = drawing(seed);
  const [links, parts]: [Link[], Link[]] = [[], []];
  let before: Before | null = null as Before | null;
  for (const [n, kind] of kinds.entries()) {
    const happening = { often: draw() < 0.5 ? 0 : OFTEN, mayAbort: false };
    const number = seed * 1000 + n * 10;
    const taken = kind === "attestation" && before !== null ? partsAfter(before, pool, number) : [];
    const ceremony = ceremonyOf(kind, pool, number, {
      ...{ before, happening, days: n === 0 ? 1 : QUARTER },
      parts: new Map(taken.map(([officer, one]) => [officer, one.ceremony])),
    });
    const link = linkOf(kind, ceremony);
    const heads = partHeadsOf(link.verdict.entries);
    links.push(link);
    parts.push(...taken.flatMap(([, one]) => (heads.includes(one.verdict.head) ? one : [])));
    before = after(ceremony);
  }
  return { links, parts };
}

/** A part of each officer, some days after the record that it continues. */
function partsAfter(
  before: Before,
  pool: Pool,
  number: number,
): readonly (readonly [officer: string, part: Link])[] {
  const kind = "attestation-part";
  return seatsOf(OFFICERS).map((seat) => {
    const ceremony = ceremonyOf(kind, pool, number + seat, { before, seat, days: 20 * seat });
    return [officerOf(seat), linkOf(kind, ceremony)] as const;
  });
}

const OFFICERS = 3;
