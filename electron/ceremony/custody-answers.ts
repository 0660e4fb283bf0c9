// What the custody answers: what is left if a site burns, a person leaves or a medium is lost, and
// what is kept together that should not be.
import { DOMAIN_MEDIA, envelopeOf, mediaOf } from "./custody.ts";
import { officerOf, seatIn } from "./entries/forms.ts";
import type { CustodyObject, Standing } from "./entries/standing.ts";
import { alike } from "../record/plain.ts";

/** What is lost, and what is left. Officers by their seats. */
export interface Loss {
  /** Officers who lose their last medium, or leave themselves. */
  readonly lost: readonly number[];
  /** Every copy of the security domain is lost. */
  readonly domainLost: boolean;
  /** The proven subsets that can still open the domain: all of them healthy, none of them lost. */
  readonly left: readonly (readonly number[])[];
}

/** A site burns: the text of a place before its first comma. How many objects are there. */
export interface SiteAnswer extends Loss {
  readonly site: string;
  readonly objects: number;
}

/** A person leaves: an officer takes their key along, and all take what they keep. */
export interface LeaverAnswer extends Loss {
  readonly person: string;
  /** The officer's seat, or null. */
  readonly seat: number | null;
  /** The objects that must be handed off first. */
  readonly objects: readonly string[];
}

/** A medium is lost. */
export interface MediumAnswer extends Loss {
  readonly object: string;
}

export type FindingKind =
  | "every-key"
  | "every-domain"
  | "keys-with-passphrases"
  | "holder"
  | "envelope"
  | "unknown";

/** Objects that are in one place, or with one person, and should not be. */
export interface Finding {
  readonly kind: FindingKind;
  /** The officers concerned. */
  readonly seats: readonly number[];
  /** The site, the place or the person; "" for an officer whose media are unknown. */
  readonly where: string;
}

/** What a list of objects is checked by. */
export interface Kept {
  readonly objects: readonly CustodyObject[];
  readonly seats: readonly number[];
  readonly required: number;
}

/** The site of a place: its text before the first comma. */
export const siteOf = (place: string): string => (place.split(",")[0] ?? "").trim();

/** Every site, in the order of the list. */
export const sitesBurnt = (standing: Standing): readonly SiteAnswer[] =>
  sitesOf(standing.objects).map((site) => {
    const there = at(standing.objects, site);
    return { site, objects: there.length, ...without(standing, there) };
  });

/** Every officer, then every other custodian, in the order of the list. */
export function peopleLeaving(standing: Standing): readonly LeaverAnswer[] {
  const officers = standing.officers.map(({ officer, name }) => ({ name, seat: seatIn(officer) }));
  const isOfficer = (person: string) => officers.some(({ name }) => alike(name, person));
  const others = standing.objects
    .map(({ custodian }) => custodian)
    .filter((person) => !isOfficer(person))
    .reduce(distinct, [])
    .map((name) => ({ name, seat: null }));
  return [...officers, ...others].map(({ name, seat }) => {
    const held = standing.objects.filter(({ custodian }) => alike(custodian, name));
    const objects = held.map(({ object }) => object);
    return { person: name, seat, objects, ...without(standing, held, seat) };
  });
}

/** Every medium, in the order of the list. */
export const mediaLost = (standing: Standing): readonly MediumAnswer[] =>
  standing.objects
    .filter(({ object }) => object.endsWith("medium"))
    .map((medium) => ({ object: medium.object, ...without(standing, [medium]) }));

function without(
  standing: Standing,
  gone: readonly CustodyObject[],
  leaver: number | null = null,
): Loss {
  const { objects, officers, subsets } = standing;
  const rest = objects.filter((object) => !gone.includes(object));
  const seats = officers.map(({ officer }) => seatIn(officer));
  const lost = seats.filter(
    (seat) => seat === leaver || (hasKey(objects, seat) && !hasKey(rest, seat)),
  );
  const healthy = officers
    .filter(({ trouble }) => trouble === "")
    .map(({ officer }) => seatIn(officer))
    .filter((seat) => hasKey(rest, seat) && seat !== leaver);
  const hasDomain = named(rest, DOMAIN_MEDIA);
  const left = subsets.filter(
    (subset) => hasDomain && subset.every((seat) => healthy.includes(seat)),
  );
  return { lost, domainLost: !hasDomain && named(objects, DOMAIN_MEDIA), left };
}

/** What a standing keeps, to be checked by `findings`. */
export const keptOf = ({ objects, officers, required }: Standing): Kept => ({
  objects,
  required,
  seats: officers.map(({ officer }) => seatIn(officer)),
});

/** What should be changed, the worst first. */
export function findings(kept: Kept): readonly Finding[] {
  const sites = sitesOf(kept.objects);
  const known = kept.seats.filter((seat) => hasKey(kept.objects, seat));
  const unknown = kept.seats.filter((seat) => !known.includes(seat));
  return [
    ...sites.flatMap((site) => burning(kept, known, site)),
    ...sites.flatMap((site) => tempting(kept, known, site)),
    ...holders(kept, known),
    ...known.flatMap((seat) => beside(kept.objects, seat)),
    ...unknown.map((seat): Finding => ({ kind: "unknown", seats: [seat], where: "" })),
  ];
}

/** What would have no copy left after a fire. */
function burning({ objects }: Kept, seats: readonly number[], site: string): readonly Finding[] {
  const there = at(objects, site);
  const rest = objects.filter((object) => !there.includes(object));
  const burnt = seats.filter((seat) => !hasKey(rest, seat));
  return [
    ...(named(there, DOMAIN_MEDIA) && !named(rest, DOMAIN_MEDIA)
      ? [{ kind: "every-domain" as const, seats: [], where: site }]
      : []),
    ...burnt.map((seat): Finding => ({ kind: "every-key", seats: [seat], where: site })),
  ];
}

/** Media and passphrases of so many officers that anyone who can open the site has a quorum. */
function tempting(
  { objects, required }: Kept,
  seats: readonly number[],
  site: string,
): readonly Finding[] {
  const there = at(objects, site);
  const whole = seats.filter(
    (seat) => hasKey(there, seat) && named(there, [envelopeOf(officerOf(seat))]),
  );
  return whole.length >= required
    ? [{ kind: "keys-with-passphrases", seats: whole, where: site }]
    : [];
}

/** Nobody keeps the media of two officers. */
const holders = ({ objects }: Kept, seats: readonly number[]): readonly Finding[] =>
  objects
    .map(({ custodian }) => custodian)
    .reduce(distinct, [])
    .flatMap((person) => {
      const held = objects.filter(({ custodian }) => alike(custodian, person));
      const of = seats.filter((seat) => hasKey(held, seat));
      return of.length >= 2 ? [{ kind: "holder" as const, seats: of, where: person }] : [];
    });

/** A passphrase is kept apart from its medium. */
function beside(objects: readonly CustodyObject[], seat: number): readonly Finding[] {
  const envelope = objects.find(({ object }) => object === envelopeOf(officerOf(seat)));
  const together =
    envelope !== undefined
    && objects.some(
      ({ object, place }) =>
        mediaOf(officerOf(seat)).includes(object) && alike(place, envelope.place),
    );
  return together ? [{ kind: "envelope", seats: [seat], where: envelope.place }] : [];
}

const sitesOf = (objects: readonly CustodyObject[]): readonly string[] =>
  objects.map(({ place }) => siteOf(place)).reduce(distinct, []);

const at = (objects: readonly CustodyObject[], site: string): readonly CustodyObject[] =>
  objects.filter(({ place }) => alike(siteOf(place), site));

const hasKey = (objects: readonly CustodyObject[], seat: number): boolean =>
  named(objects, mediaOf(officerOf(seat)));

const named = (objects: readonly CustodyObject[], names: readonly string[]): boolean =>
  objects.some(({ object }) => names.includes(object));

/** For `reduce`: each once, as first written. */
const distinct = (found: readonly string[], text: string): readonly string[] =>
  found.some((one) => alike(one, text)) ? found : [...found, text];
