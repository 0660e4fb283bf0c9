// Rules 61 to 69 and 85: seals as they were left, everything that must be in custody and how it is
// kept, hand-offs, destroyed objects, parts, and the attestation of the whole.
import {
  alike,
  copyObject,
  folded,
  isPlain,
  knowsLeaving,
  officerOf,
  type CustodyObject,
} from "../ceremony/ceremony.ts";
import { since } from "./breach.ts";
import { areObjectsOf, DOMAIN_MEDIA, envelopeOf, mediaOf } from "./objects.ts";
import { areDistinct, countsBroken, mustBeAccepted } from "./opening.ts";
import type { Kept, Reading, Rules, Typed } from "./reading.ts";

/** More than have ever kept an object. */
const ABSENT_MAX = 100;

export const CUSTODY: Rules = {
  "seals-checked": (reading, entry) => {
    const { officer, seals } = entry.data;
    const objects = seals.map(({ object }) => object);
    const wanted = sealedObjects(reading);
    const isTable = reading.now?.action.kind === "check-objects";
    const areThey =
      areDistinct(objects)
      && objects.length > 0
      && objects.every((object) => wanted.includes(object))
      && (isTable
        ? seals.every(({ condition }) => condition !== "missing")
        : objects.length === wanted.length);
    reading.must("E-MEAN-SEAL", officer === reading.officer && areThey, entry);
    for (const { object, expected, found, condition, place, custodian } of seals) {
      const before = reading.custody.get(object);
      reading.must("E-MEAN-SEAL", before?.seal === expected, entry, before?.entry);
      if (before === undefined) continue;
      const isAsLeft =
        condition === "intact"
        && alike(found, before.seal)
        && alike(place, before.place)
        && alike(custodian, before.custodian);
      if (!isAsLeft) reading.excuse("E-MEAN-SEAL", object, entry, before.entry);
    }
  },
  "seals-photographed": (reading, entry) => {
    const { photographs } = entry.data;
    // Parts may each have had the same file, of an object of their own.
    const earlier = new Set(
      reading.earlier?.photographs?.flatMap(({ sha256, object }) => [sha256, sha256 + object]),
    );
    const areNew =
      photographs.length > 0
      && areDistinct(photographs.map(({ sha256 }) => sha256))
      && photographs.every(({ sha256 }) => !earlier.has(sha256));
    reading.must("E-MEAN-PHOTO", areNew, entry);
    for (const { object, seal, before } of photographs) {
      const read = reading.numbers.get(object);
      const isOfIt = before === "" || earlier.has(before + object);
      reading.must("E-MEAN-PHOTO", read?.seal === seal && isOfIt, entry, read?.entry);
    }
  },
  "bags-opened": (reading, entry) => {
    const { now } = reading;
    const [bag, more] = entry.data.objects;
    const object =
      now?.action.copy === undefined ? `${reading.officer} medium` : copyObject(now.action.copy);
    const seen = reading.seals.get(object);
    const isRight =
      more === undefined
      && bag?.object === object
      && seen?.isMissing === false
      && bag.seal === seen.found;
    reading.must("E-MEAN-BAG", isRight, entry, seen?.entry);
  },
  "custody-recorded": (reading, entry) => {
    const { objects } = entry.data;
    const wanted = custodyObjects(reading);
    const isWhole =
      objects.length === wanted.length
      && wanted.every((object) => objects.some((one) => one.object === object))
      && objects.every((one) =>
        [one.seal, one.place, one.custodian].every((text) => isPlain(text, Infinity)),
      );
    const since = reading.latest("key-made", "bags-opened", "domain-found");
    reading.must("E-MEAN-CUSTODY", isWhole, entry, since);
    // Thousands of objects would take hours to compare with each other.
    if (!isWhole) return;
    const stays =
      reading.seals.size === 0
        ? []
        : [...reading.custody.values()].filter(({ object }) => !wanted.includes(object));
    const all = [...stays, ...objects];
    mustBeApart(reading, entry, [...alikeSealed(all), ...keptTogether(all)]);
    for (const rule of rulesBroken(reading, objects)) {
      const { deviations, allDeviations } = reading;
      const accepted = (rule === "sites" ? deviations : allDeviations).get(rule);
      mustBeAccepted(reading, "E-MEAN-DEVIATION", entry, accepted);
    }
  },
  "step-performed": (reading, entry) => {
    const { custody, custodyBefore } = reading;
    if (custodyBefore !== null && keptTogether([...custodyBefore.values()]).length === 0)
      mustBeApart(reading, entry, keptTogether([...custody.values()]));
  },
  "hand-off-acknowledged": (reading, entry) => {
    const { absent } = entry.data;
    // Each is looked for in every exception of the step.
    reading.must("E-MEAN-HANDED-OFF", absent.length <= ABSENT_MAX, entry);
    for (const name of absent.slice(0, ABSENT_MAX))
      reading.excuse("E-MEAN-HANDED-OFF", name, entry, 0);
  },
  "object-handed-off": (reading, entry) => {
    const { object, seal, from, to, place } = entry.data;
    const seen = reading.seals.get(object);
    const before = reading.custody.get(object);
    const isSeen = seen?.isMissing === false && seen.found === seal && before?.custodian === from;
    const isMoved =
      before !== undefined
      && !(alike(before.custodian, to) && alike(before.place, place))
      && [to, place].every((text) => isPlain(text, Infinity));
    reading.must("E-MEAN-HANDED-OFF", isSeen && isMoved, entry, seen?.entry);
    const said = reading.handingOff;
    const isSaid = said?.took.has(folded(to)) === true && said.gave.has(folded(from));
    reading.must("E-MEAN-HANDED-OFF", isSaid, entry, said?.entry.seq);
  },
  "objects-destroyed": (reading, entry) => {
    const { objects } = entry.data;
    const owned = [...reading.old].filter(([object]) => object.startsWith(`${reading.officer} `));
    const isRight =
      reading.last("quorum-proven") !== undefined
      && areDistinct(objects.map(({ object }) => object))
      && objects.every(({ object }) => owned.some(([old]) => old === object))
      && objects.every(({ how }) => isPlain(how, Infinity));
    reading.must("E-MEAN-DESTROYED", isRight, entry);
    for (const [object, seal] of owned) {
      const gone = objects.find((one) => one.object === object);
      if (gone === undefined || !alike(gone.seal, seal))
        reading.excuse("E-MEAN-DESTROYED", object, entry, 0);
    }
  },
  "custody-attested": (reading, entry) => {
    const { health, healthy, troubled, unseen } = entry.data;
    const officers = reading.allSeats.map(officerOf);
    const inTrouble = officers.filter((one) => (reading.troubles.get(one) ?? "") !== "");
    const unheard = officers.filter((one) => !reading.heardOf.has(one));
    const well = officers.filter((one) => !inTrouble.includes(one) && !unheard.includes(one));
    const copies = DOMAIN_MEDIA.filter((object) => reading.custody.has(object)).length;
    const wouldFail =
      officers.length - inTrouble.length < reading.opening.data.required || copies === 0;
    const isHealth =
      (health === "would-fail") === wouldFail
      && (health !== "whole"
        || (well.length === officers.length && copies === DOMAIN_MEDIA.length));
    const isRight =
      isHealth
      && healthy.join() === well.join()
      && troubled.join() === inTrouble.join()
      && unseen.join() === unheard.join();
    reading.must("E-MEAN-ATTESTED", isRight, entry);
  },
  "part-taken": (reading, entry) => {
    const { officer, head, standing } = entry.data;
    const [theirs, more] = standing.officers;
    const before = reading.earlier?.officers.find((one) => one.officer === officer);
    const isRight =
      more === undefined
      && theirs?.officer === officer
      && theirs.thumbprint === before?.thumbprint
      && theirs.signingThumbprint === before.signingThumbprint
      && !reading.parts.has(head)
      && areDistinct(standing.objects.map(({ object }) => object))
      && [standing.objects, standing.handOffs, standing.photographs ?? []].every((objects) =>
        areObjectsOf([officer], objects),
      );
    reading.must("E-MEAN-PART", isRight, entry, reading.parts.get(head));
  },
};

const ownedBy = ({ custody }: Reading, officer: string): readonly Kept[] =>
  [...custody.values()].filter(({ object }) => object.startsWith(`${officer} `));

/** Whose seals the step compares. */
function sealedObjects(reading: Reading): readonly string[] {
  const { now, custody } = reading;
  if (now?.action.kind === "check-objects") return [...custody.keys()];
  if (now?.action.copy !== undefined) return [copyObject(now.action.copy)];
  return ownedBy(reading, reading.officer).map(({ object }) => object);
}

/** What must be taken into custody. */
function custodyObjects(reading: Reading): readonly string[] {
  const here = reading.seats.map(officerOf);
  // Who left after their turn: their bags were opened too.
  const officers = knowsLeaving(reading.version)
    ? [...new Set([...here, ...reading.everSeated])]
    : here;
  if (reading.seals.size > 0 || officers.length === 0) {
    const made = [...reading.made.keys()].flatMap((officer) => allOf(reading, officer));
    return [...new Set([...reading.bags, ...made])];
  }
  const isFound = reading.last("domain-found") !== undefined;
  const own = officers.flatMap((officer) =>
    isFound ? [`${officer} medium`] : allOf(reading, officer),
  );
  return [...own, ...DOMAIN_MEDIA];
}

function allOf({ confirmed }: Reading, officer: string): readonly string[] {
  const hasCard = confirmed.get(officer)?.has("offline") === true;
  return [...mediaOf(officer), envelopeOf(officer), ...(hasCard ? [`${officer} card`] : [])];
}

/** None of these may be kept as it is. */
function mustBeApart(reading: Reading, entry: Typed, wrong: readonly string[]): void {
  const changed = wrong.map((object) => reading.custody.get(object)?.entry ?? 0);
  reading.must("E-MEAN-KEPT", wrong.length === 0, entry, Math.max(0, ...changed));
}

/** The objects that share a seal with another. */
const alikeSealed = (objects: readonly CustodyObject[]): readonly string[] =>
  namesOf(
    objects.filter((one) => objects.some((other) => one !== other && alike(one.seal, other.seal))),
  );

/** Media of two officers with one person, and envelopes and media at one place. */
function keptTogether(objects: readonly CustodyObject[]): readonly string[] {
  const officers = objects.flatMap(
    ({ object }) => /^(officer-\d+) medium$/.exec(object)?.[1] ?? [],
  );
  const all = officers.map((officer) => ({
    media: objects.filter(({ object }) => mediaOf(officer).includes(object)),
    envelopes: objects.filter(({ object }) => object === envelopeOf(officer)),
  }));
  return all.flatMap(({ media, envelopes }) => {
    const others = all.flatMap((other) => (other.media === media ? [] : other.media));
    const held = media.filter(({ custodian }) =>
      others.some((other) => alike(other.custodian, custodian)),
    );
    const beside = media.filter(({ place }) => envelopes.some((one) => alike(one.place, place)));
    return namesOf([...held, ...beside, ...(beside.length > 0 ? envelopes : [])]);
  });
}

const namesOf = (objects: readonly CustodyObject[]): readonly string[] =>
  objects.map(({ object }) => object);

/** The rules that these objects do not meet, of those that are checked. */
function rulesBroken(
  reading: Reading,
  objects: readonly CustodyObject[],
): readonly ("quorum" | "spare" | "sites")[] {
  const { renewed } = reading.opening.data;
  const isAnew = renewed !== undefined;
  if (!isAnew && (reading.seals.size > 0 || reading.heardOf.size > 0)) return [];
  const stays = [...reading.custody.values()].filter(
    ({ object }) => !objects.some((one) => one.object === object),
  );
  const all = isAnew ? [...stays, ...objects] : objects;
  const before = isAnew ? (reading.earlier?.deviations.map(({ rule }) => rule) ?? []) : [];
  const isAsked = reading.version >= since("E-MEAN-COUNTS");
  const counts = countsBroken(reading).filter((rule) => rule === "quorum" || isAsked);
  const sites = areSitesApart(all, reading) ? [] : (["sites"] as const);
  return [...counts, ...sites].filter((rule) => !before.includes(rule));
}

/** No site has all copies of anything, nor a quorum's keys with their passphrases. */
function areSitesApart(objects: readonly CustodyObject[], { allSeats, opening }: Reading): boolean {
  const officers = allSeats.map(officerOf);
  const siteOf = ({ place }: CustodyObject) => (place.split(",")[0] ?? "").trim();
  const isAny = (of: readonly CustodyObject[], names: readonly string[]) =>
    of.some(({ object }) => names.includes(object));
  return objects.map(siteOf).every((site) => {
    const there = objects.filter((one) => alike(siteOf(one), site));
    const rest = objects.filter((one) => !there.includes(one));
    const isAllOf = (names: readonly string[]) => isAny(there, names) && !isAny(rest, names);
    const open = officers.filter(
      (officer) => isAny(there, mediaOf(officer)) && isAny(there, [envelopeOf(officer)]),
    );
    return (
      !isAllOf(DOMAIN_MEDIA)
      && !officers.some((officer) => isAllOf(mediaOf(officer)))
      && open.length < opening.data.required
    );
  });
}
