// What a fire at one site takes, and what lies together that should not; from the objects alone.
import type { CustodyKnown } from "../../../electron/bridge/room.ts";
import { FINDINGS } from "../../text/home.ts";

type Objects = CustodyKnown["objects"];
type Known = Pick<CustodyKnown, "objects" | "officers" | "subsets">;

/** A site, and what is left when it burns. */
export interface SiteLoss {
  readonly site: string;
  /** How many objects lie there. */
  readonly objects: number;
  /** Officers whose every medium lies there. */
  readonly lost: readonly number[];
  /** Every copy of the security domain lies there. */
  readonly domainLost: boolean;
  /** The proven pairs that can still open the domain. */
  readonly left: readonly (readonly number[])[];
}

/** The site of a place: its text before the first comma. */
export const siteOf = (place: string): string => (place.split(",")[0] ?? "").trim();

const DOMAIN = ["transfer medium", "domain copy medium"];
const mediaOf = (seat: number): readonly string[] =>
  [`officer-${seat} medium`, `officer-${seat} backup medium`];
const envelopeOf = (seat: number): string => `officer-${seat} passphrase envelope`;

/** Every site, in the order of the list. */
export function siteLosses(known: Known): readonly SiteLoss[] {
  return sitesOf(known.objects).map((site) => lossOf(known, site));
}

function lossOf({ objects, officers, subsets }: Known, site: string): SiteLoss {
  const there = objects.filter((object) => same(siteOf(object.place), site));
  const elsewhere = objects.filter((object) => !there.includes(object));
  const gone = (names: readonly string[]) => !named(elsewhere, names);
  const lost = officers.map(({ seat }) => seat).filter((seat) => gone(mediaOf(seat)));
  const domainLost = gone(DOMAIN);
  const left = domainLost ? []
    : subsets.filter((seats) => seats.every((seat) => !lost.includes(seat)));
  return { site, objects: there.length, lost, domainLost, left };
}

/** What should be changed, the worst first. */
export function findings(known: Known): readonly string[] {
  const { objects, officers } = known;
  const seats = officers.map(({ seat }) => seat);
  const unknown = seats.filter((seat) => !named(objects, mediaOf(seat)));
  const sites = sitesOf(objects);
  const fires = siteLosses(known).flatMap(({ site, lost, domainLost }) => [
    ...(domainLost ? [FINDINGS.domain(site)] : []),
    ...lost.filter((seat) => !unknown.includes(seat)).map((seat) => FINDINGS.officer(seat, site)),
  ]);
  const thefts = sites.flatMap((site) => {
    const there = objects.filter(({ place }) => same(siteOf(place), site));
    const whole = seats.filter((seat) =>
      named(there, mediaOf(seat)) && named(there, [envelopeOf(seat)]));
    return whole.length >= 2 ? [FINDINGS.together(whole, site)] : [];
  });
  return [...fires, ...thefts, ...unknown.map(FINDINGS.unknown)];
}

function sitesOf(objects: Objects): readonly string[] {
  return objects.map(({ place }) => siteOf(place)).reduce<readonly string[]>(
    (sites, site) => sites.some((one) => same(one, site)) ? sites : [...sites, site], [],
  );
}

const named = (objects: Objects, names: readonly string[]): boolean =>
  objects.some(({ object }) => names.includes(object));

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
