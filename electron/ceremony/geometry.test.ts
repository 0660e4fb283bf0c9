// The geometry of custody: what one holder, or two, leave if lost and give if betrayed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../text/english.ts";
import {
  geometryOf,
  geometryRows,
  keptOf,
  lossOf,
  newlyUnmet,
  siteOf,
  zonesOf,
  type Kept,
} from "./geometry.ts";
import { whoOf } from "./geometry-said.ts";
import { moved, OBJECTS, placed, SOUND, standingOfMany, troubled } from "./standing.fixture.ts";
import type { Standing } from "./entries/standing.ts";

const rowsOf = (standing: Standing) => geometryRows(keptOf(standing));
const row = (standing: Standing, kind: string, name: string) =>
  rowsOf(standing).find((one) => one.kind === kind && one.name === name);
const unmet = (standing: Standing) =>
  geometryOf(keptOf(standing)).rows.flatMap((one) => one.unmet.map(english));
const verdicts = (standing: Standing, kind: string) =>
  rowsOf(standing).flatMap((one) => (one.kind === kind ? [one.verdict] : []));

describe("a place", () => {
  it("is a site: up to the first comma, whatever its capitals and spaces", () => {
    expect(siteOf(" Chennai , head office, safe 3")).toBe("Chennai");
    const both = moved("officer-1 backup medium", { place: "CHENNAI , b" });
    expect(row(both, "place", "Chennai")).toMatchObject({ lost: [1], leaves: 2, verdict: "met" });
    expect(row(both, "place", "Chennai")?.objects).toHaveLength(4);
  });

  it("takes no pair while each key and the domain have a copy elsewhere", () => {
    const places = rowsOf(SOUND).filter(({ kind }) => kind === "place");
    const names = [
      "Chennai",
      "Pune",
      "Goa",
      "Hyderabad",
      "Coimbatore",
      "Mumbai",
      "Nagpur",
      "Delhi",
    ];
    expect(places.map(({ name }) => name)).toEqual(names);
    for (const { left, lost, domainLost, leaves, opens, verdict } of places)
      expect({ left, lost, domainLost, leaves, opens, verdict }).toEqual({
        left: SOUND.subsets,
        lost: [],
        domainLost: false,
        leaves: 3,
        opens: [],
        verdict: "met",
      });
    expect(unmet(SOUND)).toEqual([]);
  });

  it("takes two of three pairs with both copies of one officer's key", () => {
    const close = placed({ "officer-3 backup medium": "Mumbai, locker" });
    expect(row(close, "place", "Mumbai")).toMatchObject({ lost: [3], left: [[1, 2]] });
  });

  it("takes everything with both copies of the domain", () => {
    const close = placed({ "domain copy medium": "Chennai, basement" });
    expect(row(close, "place", "Chennai")).toMatchObject({ domainLost: true, left: [] });
    expect(unmet(close)).toEqual(["Chennai, if lost: every copy of the security domain is lost."]);
  });

  it("gives a key where its passphrase is too, and not by a medium alone", () => {
    const one = placed({ "officer-1 medium": "Goa, safe" });
    expect(row(one, "place", "Goa")).toMatchObject({ opens: [1], verdict: "near" });
    const two = placed({ "officer-1 medium": "Goa, safe", "officer-2 medium": "Goa, safe" });
    expect(row(two, "place", "Goa")).toMatchObject({ opens: [1, 2], verdict: "unmet" });
    expect(unmet(two)).toEqual([
      "Goa, in the wrong hands: 2 keys with their passphrases. The quorum is 2.",
    ]);
  });

  it("leaves no pair with an officer whose key is in trouble already", () => {
    const forgotten = troubled({ 2: "forgotten" });
    expect(row(forgotten, "place", "Delhi")).toMatchObject({ left: [[1, 3]], leaves: 2, lost: [] });
  });
});

describe("a person", () => {
  it("who is an officer takes the key along, and knows its passphrase", () => {
    expect(row(SOUND, "person", "Jonas Lind")).toMatchObject({
      seat: 2,
      lost: [2],
      left: [[1, 3]],
      leaves: 2,
      opens: [2],
      hasDomain: false,
      objects: OBJECTS.slice(4, 8).map(({ object }) => object),
    });
  });

  it("who is a custodian takes only what they keep, and is named once however written", () => {
    const kept = moved("transfer medium", { custodian: "walter  BRANDT" });
    expect(row(kept, "person", "walter  BRANDT")).toMatchObject({
      seat: null,
      domainLost: true,
      hasDomain: true,
      left: [],
      verdict: "unmet",
    });
    expect(rowsOf(kept).filter(({ kind }) => kind === "person")).toHaveLength(4);
  });

  it("takes the key of an officer whose two media they keep", () => {
    const objects = OBJECTS.map((one) =>
      /^officer-1 .*medium$/.test(one.object) ? { ...one, custodian: "Asha Rao" } : one,
    );
    expect(row({ ...SOUND, objects }, "person", "Asha Rao")).toMatchObject({
      seat: null,
      lost: [1],
      opens: [],
    });
  });
});

describe("a zone", () => {
  it("is each part of a place that begins so", () => {
    expect(zonesOf("Chennai, safe 3, zone Adyar flood plain, Zone bank of Goa ")).toEqual([
      "Adyar flood plain",
      "bank of Goa",
    ]);
    expect(zonesOf("Zone")).toEqual([]);
    expect(zonesOf("Ozone lab, safe")).toEqual([]);
  });

  it("is lost and betrayed over all its sites", () => {
    const flood = placed({
      "officer-1 medium": "Chennai, safe, zone Adyar",
      "officer-1 backup medium": "Pune, locker, ZONE adyar",
      "officer-2 medium": "Hyderabad, zone Adyar",
      "officer-2 backup medium": "Coimbatore, zone Adyar",
    });
    expect(row(flood, "zone", "Adyar")).toMatchObject({ lost: [1, 2], leaves: 1, opens: [] });
    expect(unmet(flood)).toEqual(["Zone Adyar, if lost: 1 key is left. The quorum is 2."]);
  });
});

describe("a journey", () => {
  it("is what a custodian took along on one day, unless it is all that they have", () => {
    const journeys = rowsOf(SOUND).filter(({ kind }) => kind === "journey");
    expect(journeys.map((one) => english(whoOf(one, String)))).toEqual([
      "Ines Okafor on 1 February 2026",
      "Jonas Lind on 1 February 2026",
      "Meera Iyer on 1 February 2026",
    ]);
    // The thief of the bag has medium and passphrase; the officer is still there, without media.
    expect(journeys[0]).toMatchObject({ lost: [1], opens: [1], seat: null });
    const kept = moved("transfer medium", { custodian: "Walter Brandt" });
    expect(row(kept, "journey", "Walter Brandt")).toBeUndefined();
  });
});

describe("what is unmet", () => {
  it("was accepted by two people if a deviation says so", () => {
    const close = placed({ "domain copy medium": "Chennai, basement" });
    const deviations = [{ rule: "sites", reason: "There is one house." }];
    expect(row({ ...close, deviations }, "place", "Chennai")?.verdict).toBe("accepted");
  });

  it("is not each officer where all are needed: that is accepted with the quorum", () => {
    const all = standingOfMany(5, 5);
    expect(verdicts(all, "person")).toEqual([...Array<string>(5).fill("thin"), "met", "met"]);
    expect(verdicts(standingOfMany(5, 3), "person")).toEqual(Array<string>(7).fill("met"));
  });

  it("is asked only where it was not as bad before, by person and place", () => {
    const before = placed({ "domain copy medium": "Chennai, basement" });
    const asked = (one: Standing, other: Standing) =>
      newlyUnmet(keptOf(one), keptOf(other)).map(({ kind, name }) => `${kind} ${name}`);
    expect(asked(SOUND, before)).toEqual(["place Chennai"]);
    expect(asked(before, before)).toEqual([]);
    expect(asked(before, SOUND)).toEqual([]);
    const both = moved("transfer medium", { custodian: "Walter Brandt" });
    expect(asked(before, both)).toEqual(["person Walter Brandt"]);
  });
});

it("shows as one what causes the same, and what leaves too few today", () => {
  const { groups } = geometryOf(keptOf(standingOfMany(10, 5)));
  const shown = groups.map(({ kind, of, leaves, opens, hasDomain, verdict }) =>
    [kind, of.length, leaves, opens, hasDomain, verdict].join(" "),
  );
  expect(shown).toEqual([
    "person 10 9 1 false met",
    "person 2 10 0 true met",
    "place 2 10 0 true met",
    "place 20 10 0 false met",
    "journey 10 9 1 false met",
  ]);
  const thin = rowsOf(troubled({ 2: "forgotten" })).filter(({ verdict }) => verdict === "thin");
  expect(thin.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "person Ines Okafor",
    "person Meera Iyer",
    "journey Ines Okafor",
    "journey Meera Iyer",
  ]);
});

it("shows the worst two together, of ten officers as well", () => {
  const { rows, pairs } = geometryOf(keptOf(standingOfMany(10, 5)));
  expect(rows.some(({ verdict }) => verdict !== "met")).toBe(false);
  expect(pairs).toHaveLength(5);
  // Who keeps one copy of the domain, and who keeps the other.
  expect(pairs[0]?.of.map(({ name }) => name)).toEqual(["Asha Rao", "Walter Brandt"]);
  expect(pairs[0]).toMatchObject({ domainLost: true });
});

it("costs nothing to lose a medium while there is another, and its key when there is none", () => {
  const media = (standing: Standing) => lossOf(keptOf(standing), "officer-1 medium");
  expect(media(SOUND)).toEqual({ lost: [], domainLost: false, left: SOUND.subsets });
  expect(media(moved("officer-1 backup medium", null))).toEqual({
    lost: [1],
    domainLost: false,
    left: [[2, 3]],
  });
});

/** Standings of any officers and quorum, scattered over few people, sites and zones. */
const standings: fc.Arbitrary<Standing> = fc
  .integer({ min: 3, max: 10 })
  .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 2, max: n })))
  .chain(([n, k]) => {
    const whole = standingOfMany(n, k);
    const people = [...whole.officers.map(({ name }) => name), "Asha Rao", "walter  BRANDT"];
    const places = ["A, 1", "B", "c , x, zone Flood", "C, zone bank", "D, zone flood, zone Bank"];
    const one = fc.record({
      place: fc.constantFrom(...places),
      custodian: fc.constantFrom(...people),
    });
    return fc
      .tuple(
        fc.subarray([...whole.objects]),
        fc.array(one, { minLength: 42, maxLength: 42 }),
        fc.subarray([...whole.officers]),
      )
      .map(([objects, changes, ill]): Standing => ({
        ...whole,
        objects: objects.map((object, i) => ({ ...object, ...changes[i] })),
        officers: whole.officers.map((officer) =>
          ill.includes(officer) ? { ...officer, trouble: "lost" } : officer,
        ),
      }));
  });

/** By its definition, object by object: what these together leave and give. */
function byHand({ objects, officers }: Kept, gone: readonly string[], known: readonly number[]) {
  const has = (list: readonly string[], seat: number, ...what: readonly string[]) =>
    what.some((one) => list.includes(`officer-${seat} ${one}`));
  const all = objects.map(({ object }) => object);
  const rest = all.filter((object) => !gone.includes(object));
  const seats = officers.map(({ seat }) => seat);
  const keyIn = (list: readonly string[], seat: number) =>
    has(list, seat, "medium", "backup medium");
  const isDomain = (object: string) => object === "transfer medium" || object.startsWith("domain");
  return {
    lost: seats.filter((seat) => known.includes(seat) || (keyIn(all, seat) && !keyIn(rest, seat))),
    domainLost: all.some(isDomain) && !rest.some(isDomain),
    leaves: officers.filter(
      ({ seat, isHealthy }) => isHealthy && keyIn(rest, seat) && !known.includes(seat),
    ).length,
    opens: seats.filter(
      (seat) =>
        keyIn(gone, seat) && (known.includes(seat) || has(gone, seat, "passphrase envelope")),
    ),
    hasDomain: gone.some(isDomain),
  };
}

describe("for any custody", () => {
  it("agrees with the definition, row by row and for every two of them", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const kept = keptOf(standing);
        const { rows, pairs } = geometryOf(kept);
        for (const { objects, seat, ...one } of rows)
          expect(one).toMatchObject(byHand(kept, objects, seat === null ? [] : [seat]));
        for (const { of, ...pair } of pairs) {
          const two = of.map(({ kind, name }) =>
            rows.find((one) => one.kind === kind && one.name === name),
          );
          const objects = two.flatMap((one) => one?.objects ?? []);
          expect(pair).toMatchObject(
            byHand(
              kept,
              objects,
              two.flatMap((one) => one?.seat ?? []),
            ),
          );
        }
        // No two that are not shown are worse than those that are.
        const most = Math.max(0, ...pairs.map(({ opens }) => opens.length));
        const alone = rows.filter(({ kind, unmet: why }) => kind !== "journey" && why.length === 0);
        if (pairs.every(({ domainLost }) => !domainLost))
          for (const one of alone)
            for (const other of alone) {
              const known = [one, other].flatMap(({ seat }) => seat ?? []);
              const { opens } = byHand(kept, [...one.objects, ...other.objects], known);
              expect(opens.length).toBeLessThanOrEqual(
                Math.max(most, one.opens.length, other.opens.length),
              );
            }
      }),
      { numRuns: 15 },
    );
  });

  it("gives no more, and leaves no more, after an object is taken away", () => {
    fc.assert(
      fc.property(standings, fc.nat(), (standing, n) => {
        const objects = standing.objects.filter((_, i) => i !== n % standing.objects.length);
        const less = rowsOf({ ...standing, objects });
        for (const before of rowsOf(standing)) {
          const after = less.find(({ kind, name }) => kind === before.kind && name === before.name);
          if (after === undefined || before.kind === "journey") continue;
          expect(before.opens).toEqual(expect.arrayContaining([...after.opens]));
          expect(after.leaves).toBeLessThanOrEqual(before.leaves);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("does not depend on what places are called", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const renamed: Standing = {
          ...standing,
          objects: standing.objects.map((one) => ({
            ...one,
            place: one.place.replace(/^\s*(\w)/, (site) => `Site ${site.toUpperCase()}`),
          })),
        };
        const shape = (one: Standing) =>
          rowsOf(one).map((each) => ({ ...each, name: "", unmet: each.unmet.length }));
        expect(shape(renamed)).toEqual(shape(standing));
      }),
      { numRuns: 15 },
    );
  });

  it("never leaves a proven subset with a lost officer, or without the domain", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        for (const { left, lost, domainLost } of rowsOf(standing)) {
          expect(left.flat().filter((seat) => lost.includes(seat))).toEqual([]);
          if (domainLost) expect(left).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
