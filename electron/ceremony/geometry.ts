// The geometry of custody: what is left if a person, a place, a zone or a journey is lost, what it
// gives if it is betrayed, and which two of them together are the worst.
import { DOMAIN_MEDIA } from "./custody.ts";
import { seatIn } from "./entries/forms.ts";
import type { CustodyObject, Standing } from "./entries/standing.ts";
import { unmetSentences, type Effect, type HolderKind, type Who } from "./geometry-said.ts";
import type { Sentence } from "../text/sentence.ts";
import { alike } from "../record/plain.ts";

/** What the geometry is calculated from. */
export interface Kept {
  /** `seenAt`: RFC 3339; absent while they are in the room. */
  readonly objects: readonly (CustodyObject & { readonly seenAt?: string })[];
  readonly officers: readonly {
    readonly seat: number;
    readonly name: string;
    readonly isHealthy: boolean;
  }[];
  readonly required: number;
  /** The proven subsets. */
  readonly subsets: readonly (readonly number[])[];
  /** Two people accepted that places do not differ enough. */
  readonly isAccepted: boolean;
}

/** What is lost, and what is left. Officers by their seats. */
export interface Loss {
  /** Officers who lose their last medium, or leave themselves. */
  readonly lost: readonly number[];
  /** Every copy of the security domain is lost. */
  readonly domainLost: boolean;
  /** The proven subsets that can still open the domain: all of them healthy, none of them lost. */
  readonly left: readonly (readonly number[])[];
}

/** The worst first. */
const VERDICTS = ["unmet", "accepted", "thin", "near", "met"] as const;

/**
 * `unmet`: it alone has a quorum, or loses the domain, or so many keys that the others are not a
 * quorum. `accepted`: so it is, and two people accepted that. `thin`: its loss leaves too few,
 * because some are in trouble, or because every officer is needed. `near`: one more key is a quorum.
 */
export type GeometryVerdict = (typeof VERDICTS)[number];

interface Holder extends Who {
  /** The seat of a person who is an officer, else null. */
  readonly seat: number | null;
  readonly objects: readonly string[];
}

export interface GeometryRow extends Holder, Effect, Loss {
  readonly verdict: GeometryVerdict;
  /** Why it is unmet, also if that was accepted; none if it is not. */
  readonly unmet: readonly Sentence[];
}

/** Two holders together, of whom neither is unmet alone. */
export interface GeometryPair extends Effect {
  readonly of: readonly Who[];
}

/** Rows of one kind with the same verdict and numbers, shown as one. */
export interface GeometryGroup extends Pick<GeometryPair, "of" | "leaves" | "domainLost"> {
  readonly kind: HolderKind;
  readonly verdict: GeometryVerdict;
  readonly opens: number;
  readonly hasDomain: boolean;
}

export interface Geometry {
  /** The worst first. */
  readonly rows: readonly GeometryRow[];
  /** By kind: people, places, zones, journeys; each the worst first. */
  readonly groups: readonly GeometryGroup[];
  /** At most five, the worst first; only those that cause more than each of them does. */
  readonly pairs: readonly GeometryPair[];
}

const PAIRS_SHOWN = 5;

/** What a standing keeps. */
export const keptOf = ({ objects, officers, required, subsets, deviations }: Standing): Kept => ({
  objects,
  officers: officers.map(({ officer, name, trouble }) => ({
    seat: seatIn(officer),
    name,
    isHealthy: trouble === "",
  })),
  required,
  subsets,
  isAccepted: deviations.some(({ rule }) => rule === "sites"),
});

/** Every row, and the worst pairs. */
export function geometryOf(kept: Kept): Geometry {
  const found = rowsOf(kept).toSorted(byBadness);
  const rows = found.map(({ row }) => row);
  return { rows, groups: groupsOf(rows), pairs: pairsOf(kept, found) };
}

const KINDS: readonly HolderKind[] = ["person", "place", "zone", "journey"];

function groupsOf(rows: readonly GeometryRow[]): readonly GeometryGroup[] {
  const shape = ({ kind, verdict, leaves, domainLost, opens, hasDomain }: GeometryRow) =>
    [kind, verdict, leaves, domainLost, opens.length, hasDomain].join();
  return KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const first = own.filter((row, i) => own.findIndex((one) => shape(one) === shape(row)) === i);
    return first.map((one) => {
      const { verdict, leaves, domainLost, opens, hasDomain } = one;
      const of = own.filter((row) => shape(row) === shape(one)).map(whoIn);
      return { kind, verdict, leaves, domainLost, opens: opens.length, hasDomain, of };
    });
  });
}

const whoIn = ({ kind, name, day }: Who): Who => ({ kind, name, day });

/** Every row: officers, other custodians, places, zones, journeys; each in the order of the list. */
export const geometryRows = (kept: Kept): readonly GeometryRow[] =>
  rowsOf(kept).map(({ row }) => row);

/** What is lost with this one object. */
export const lossOf = (kept: Kept, object: string): Loss => lossBy(wholeOf(kept), takeOf([object]));

/**
 * The rows that are unmet after something and were not as bad before. A journey is no worse than
 * its custodian, who is asked about instead.
 */
export function newlyUnmet(before: Kept, after: Kept): readonly GeometryRow[] {
  const old = geometryRows(before).filter(isUnmet);
  return geometryRows(after).filter(
    (row) =>
      row.kind !== "journey"
      && isUnmet(row)
      && !old.some((one) => one.kind === row.kind && alike(one.name, row.name) && covers(one, row)),
  );
}

export const isUnmet = ({ unmet }: GeometryRow): boolean => unmet.length > 0;

const covers = (one: Effect, other: Effect): boolean =>
  one.opens.length >= other.opens.length
  && one.lost.length >= other.lost.length
  && (one.domainLost || !other.domainLost);

/** The site of a place: its text before the first comma. */
export const siteOf = (place: string): string => (place.split(",")[0] ?? "").trim();

/** The zones of a place: each of its parts between commas that begins with the word "zone". */
export const zonesOf = (place: string): readonly string[] =>
  place.split(",").flatMap((part) => /^\s*zone\s+(.*\S)/i.exec(part)?.[1] ?? []);

/**
 * What a holder has, as sets of seats: bit N is officer N. `known`: the officers themselves, who
 * know their passphrases. `domain`: which copies.
 */
interface Take {
  readonly own: number;
  readonly backup: number;
  readonly envelopes: number;
  readonly known: number;
  readonly domain: number;
}

interface Found {
  readonly row: GeometryRow;
  readonly take: Take;
}

function rowsOf(kept: Kept): readonly Found[] {
  const { required, officers } = kept;
  const whole = wholeOf(kept);
  const all = holdersOf(kept).map((holder) => {
    const take = takeOf(holder.objects, holder.seat);
    const effect = effectOf(whole, take);
    const { left } = lossBy(whole, take);
    const unmet = unmetSentences(holder, effect, { required, all: officers.length });
    const verdict = verdictOf(kept, effect, unmet);
    return { take, row: { ...holder, ...effect, left, verdict, unmet } };
  });
  // A journey with everything that a custodian keeps says nothing that their row does not.
  return all.filter(
    ({ row, take }) =>
      row.kind !== "journey"
      || !all.some((one) => one.row.kind === "person" && isSame(one.take, take)),
  );
}

function verdictOf(
  { required, isAccepted }: Kept,
  { opens, lost, leaves }: Effect,
  unmet: readonly Sentence[],
): GeometryVerdict {
  if (unmet.length > 0) return isAccepted ? "accepted" : "unmet";
  if (lost.length > 0 && leaves < required) return "thin";
  return opens.length === required - 1 ? "near" : "met";
}

function holdersOf({ objects, officers }: Kept): readonly Holder[] {
  const custodians = objects.map(({ custodian }) => custodian).reduce(distinct, []);
  const people = [
    ...officers.map(({ name, seat }) => ({ name, seat })),
    ...custodians
      .filter((person) => !officers.some(({ name }) => alike(name, person)))
      .map((name) => ({ name, seat: null })),
  ];
  const holder = (
    kind: HolderKind,
    name: string,
    has: (object: Kept["objects"][number]) => boolean,
    { seat = null, day = "" }: { readonly seat?: number | null; readonly day?: string } = {},
  ): Holder => ({
    kind,
    name,
    day,
    seat,
    objects: objects.filter(has).map(({ object }) => object),
  });
  const sites = objects.map(({ place }) => siteOf(place)).reduce(distinct, []);
  const zones = objects.flatMap(({ place }) => zonesOf(place)).reduce(distinct, []);
  const dayOf = ({ seenAt = "" }: Kept["objects"][number]) => seenAt.slice(0, 10);
  const journeys = custodians.flatMap((name) => {
    const held = objects.filter(({ custodian }) => alike(custodian, name));
    return [...new Set(held.map(dayOf))].map((day) =>
      holder("journey", name, (one) => held.includes(one) && dayOf(one) === day, { day }),
    );
  });
  return [
    ...people.map(({ name, seat }) =>
      holder("person", name, ({ custodian }) => alike(custodian, name), { seat }),
    ),
    ...sites.map((name) => holder("place", name, ({ place }) => alike(siteOf(place), name))),
    ...zones.map((name) =>
      holder("zone", name, ({ place }) => zonesOf(place).some((zone) => alike(zone, name))),
    ),
    ...journeys.filter((journey) => journey.objects.length > 1),
  ];
}

function takeOf(objects: readonly string[], leaver: number | null = null): Take {
  const seatsWith = (what: string) =>
    bits(objects.map((object) => (object.endsWith(` ${what}`) ? seatOf(object, what) : 0)));
  return {
    own: seatsWith("medium"),
    backup: seatsWith("backup medium"),
    envelopes: seatsWith("passphrase envelope"),
    known: leaver === null ? 0 : bits([leaver]),
    domain: bits(objects.map((object) => DOMAIN_MEDIA.indexOf(object) + 1)),
  };
}

/** The seat if the object is exactly this of an officer, else 0. */
const seatOf = (object: string, what: string): number =>
  Number(/^officer-(\d+)$/.exec(object.slice(0, -what.length - 1))?.[1] ?? 0);

/** Bit 0 is of nobody, and is left out. */
const bits = (seats: readonly number[]): number =>
  seats.reduce((all, seat) => all | (seat === 0 ? 0 : 1 << seat), 0);

const both = (one: Take, other: Take): Take => ({
  own: one.own | other.own,
  backup: one.backup | other.backup,
  envelopes: one.envelopes | other.envelopes,
  known: one.known | other.known,
  domain: one.domain | other.domain,
});

const isSame = (one: Take, other: Take): boolean =>
  one.own === other.own
  && one.backup === other.backup
  && one.envelopes === other.envelopes
  && one.known === other.known
  && one.domain === other.domain;

/** What is in custody, as sets. */
interface Whole extends Kept {
  readonly all: Take;
  readonly healthy: number;
}

const wholeOf = (kept: Kept): Whole => ({
  ...kept,
  all: takeOf(kept.objects.map(({ object }) => object)),
  healthy: bits(kept.officers.map(({ seat, isHealthy }) => (isHealthy ? seat : 0))),
});

/** The officers whose media are not all in this. */
const withMedium = ({ all }: Whole, take: Take): number =>
  (all.own & ~take.own) | (all.backup & ~take.backup);

/** The officers whose keys can be used without this. */
const usableWithout = (whole: Whole, take: Take): number =>
  withMedium(whole, take) & whole.healthy & ~take.known;

function effectOf(whole: Whole, take: Take): Effect {
  const { all, officers } = whole;
  const seatsIn = (set: number) =>
    officers.map(({ seat }) => seat).filter((seat) => (set & (1 << seat)) !== 0);
  return {
    lost: seatsIn(((all.own | all.backup) & ~withMedium(whole, take)) | take.known),
    domainLost: all.domain !== 0 && (all.domain & ~take.domain) === 0,
    leaves: seatsIn(usableWithout(whole, take)).length,
    opens: seatsIn((take.own | take.backup) & (take.envelopes | take.known)),
    hasDomain: take.domain !== 0,
  };
}

function lossBy(whole: Whole, take: Take): Loss {
  const { lost, domainLost } = effectOf(whole, take);
  const usable = usableWithout(whole, take);
  const hasDomain = (whole.all.domain & ~take.domain) !== 0;
  const left = whole.subsets.filter((subset) => hasDomain && (bits(subset) & ~usable) === 0);
  return { lost, domainLost, left };
}

function pairsOf(kept: Kept, found: readonly Found[]): readonly GeometryPair[] {
  const whole = wholeOf(kept);
  const alone = found.filter(({ row }) => row.kind !== "journey" && !isUnmet(row));
  return alone
    .flatMap((one, i) =>
      alone.slice(i + 1).flatMap((other): readonly GeometryPair[] => {
        const effect = effectOf(whole, both(one.take, other.take));
        if (covers(one.row, effect) || covers(other.row, effect)) return [];
        return [{ of: [one.row, other.row].map(whoIn), ...effect }];
      }),
    )
    .toSorted(worseFirst)
    .slice(0, PAIRS_SHOWN);
}

const byBadness = ({ row: one }: Found, { row: other }: Found): number =>
  VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) || worseFirst(one, other);

const worseFirst = (one: Effect, other: Effect): number =>
  Number(other.domainLost) - Number(one.domainLost)
  || other.opens.length - one.opens.length
  || other.lost.length - one.lost.length;

/** For `reduce`: each once, as first written. */
const distinct = (found: readonly string[], text: string): readonly string[] =>
  found.some((one) => alike(one, text)) ? found : [...found, text];
