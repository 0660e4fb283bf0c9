// What the custody answers: fires, people who leave, lost media, and what is kept together.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findings,
  keptOf,
  mediaLost,
  peopleLeaving,
  siteOf,
  sitesBurnt,
} from "./custody-answers.ts";
import { moved, OBJECTS, SOUND, troubled } from "./standing.fixture.ts";
import type { Standing } from "./entries/standing.ts";

const burnt = (standing: Standing, name: string) =>
  sitesBurnt(standing).find(({ site }) => site === name);
const found = (standing: Standing) => findings(keptOf(standing));
/** Another place for each object that is named. */
const placed = (places: Readonly<Record<string, string>>): Standing => ({
  ...SOUND,
  objects: OBJECTS.map((one) => ({ ...one, place: places[one.object] ?? one.place })),
});

describe("a site that burns", () => {
  it("is the place up to its first comma, whatever its capitals and spaces", () => {
    expect(siteOf(" Chennai , head office, safe 3")).toBe("Chennai");
    const both = moved("officer-1 backup medium", { place: "CHENNAI , b" });
    expect(sitesBurnt(both)[0]).toMatchObject({ site: "Chennai", objects: 4, lost: [1] });
  });

  it("costs no pair while each key and the domain have a copy elsewhere", () => {
    expect(sitesBurnt(SOUND).map(({ site }) => site)).toEqual([
      "Chennai",
      "Pune",
      "Goa",
      "Hyderabad",
      "Coimbatore",
      "Mumbai",
      "Nagpur",
      "Delhi",
    ]);
    for (const { left, lost, domainLost } of sitesBurnt(SOUND))
      expect({ left, lost, domainLost }).toEqual({
        left: SOUND.subsets,
        lost: [],
        domainLost: false,
      });
    expect(found(SOUND)).toEqual([]);
  });

  it("takes two of three pairs with both copies of one officer", () => {
    const close = placed({ "officer-3 backup medium": "Mumbai, locker" });
    expect(burnt(close, "Mumbai")).toMatchObject({ lost: [3], left: [[1, 2]], domainLost: false });
    expect(found(close)).toEqual([{ kind: "every-key", seats: [3], where: "Mumbai" }]);
  });

  it("takes everything with both copies of the domain", () => {
    const close = placed({ "domain copy medium": "Chennai, basement" });
    expect(burnt(close, "Chennai")).toMatchObject({ domainLost: true, left: [] });
    expect(found(close)).toEqual([{ kind: "every-domain", seats: [], where: "Chennai" }]);
  });

  it("leaves no pair with an officer whose key is in trouble already", () => {
    const forgotten = troubled({ 2: "forgotten" });
    expect(burnt(forgotten, "Delhi")).toMatchObject({ left: [[1, 3]], lost: [] });
  });

  it("says of an officer without objects that nothing is known, and counts no pair of theirs", () => {
    const objects = OBJECTS.filter(({ object }) => !object.startsWith("officer-3"));
    const standing = { ...SOUND, objects };
    expect(found(standing)).toEqual([{ kind: "unknown", seats: [3], where: "" }]);
    expect(sitesBurnt(standing)[0]).toMatchObject({ left: [[1, 2]], lost: [] });
  });
});

describe("a person who leaves", () => {
  it("takes the key along if it is an officer, and what they keep", () => {
    expect(peopleLeaving(SOUND)[1]).toEqual({
      person: "Jonas Lind",
      seat: 2,
      lost: [2],
      domainLost: false,
      left: [[1, 3]],
      objects: [
        "officer-2 medium",
        "officer-2 backup medium",
        "officer-2 passphrase envelope",
        "officer-2 card",
      ],
    });
  });

  it("takes only what they keep if it is a custodian, who is named once however written", () => {
    const kept = moved("transfer medium", { custodian: "walter  BRANDT" });
    const leavers = peopleLeaving(kept);
    expect(leavers.map(({ person }) => person)).toEqual([
      "Ines Okafor",
      "Jonas Lind",
      "Meera Iyer",
      "walter  BRANDT",
    ]);
    expect(leavers[3]).toMatchObject({ seat: null, lost: [], domainLost: true, left: [] });
  });

  it("takes the key of an officer whose two media they keep", () => {
    const kept = {
      ...SOUND,
      objects: OBJECTS.map((one) =>
        /^officer-1 .*medium$/.test(one.object) ? { ...one, custodian: "Asha Rao" } : one,
      ),
    };
    expect(peopleLeaving(kept).find(({ person }) => person === "Asha Rao")).toMatchObject({
      seat: null,
      lost: [1],
      left: [[2, 3]],
    });
  });
});

describe("a medium that is lost", () => {
  it("costs nothing while there is another, and all that depends on it when there is none", () => {
    expect(mediaLost(SOUND)).toHaveLength(8);
    for (const { left } of mediaLost(SOUND)) expect(left).toEqual(SOUND.subsets);
    const last = mediaLost(moved("officer-1 backup medium", null));
    expect(last[0]).toEqual({
      object: "officer-1 medium",
      lost: [1],
      domainLost: false,
      left: [[2, 3]],
    });
  });
});

describe("what is stored together that should not be", () => {
  it("is medium and passphrase of as many officers as the quorum at one site", () => {
    const tempting = placed({ "officer-1 medium": "Goa, safe", "officer-2 medium": "Goa, safe" });
    expect(found(tempting)).toEqual([
      { kind: "keys-with-passphrases", seats: [1, 2], where: "Goa" },
    ]);
    expect(found({ ...tempting, required: 3 })).toEqual([]);
  });

  it("is the media of two officers with one person", () => {
    expect(found(moved("officer-2 backup medium", { custodian: "INES okafor" }))).toEqual([
      { kind: "holder", seats: [1, 2], where: "Ines Okafor" },
    ]);
  });

  it("is an envelope in the place of its medium", () => {
    expect(found(moved("officer-3 passphrase envelope", { place: "mumbai, SAFE" }))).toEqual([
      { kind: "envelope", seats: [3], where: "mumbai, SAFE" },
    ]);
  });
});

it("never leaves more after a loss than before, and never a pair with a lost officer", () => {
  const sites = fc.constantFrom("A, 1", "B", "c , x", "C");
  const people = fc.constantFrom("Asha Rao", "Ines Okafor", "Jonas Lind");
  const list = fc.tuple(
    ...OBJECTS.map((one) =>
      fc.record({ place: sites, custodian: people }).map((change) => ({ ...one, ...change })),
    ),
  );
  fc.assert(
    fc.property(fc.subarray(OBJECTS.map((_, i) => i)), list, (kept, all) => {
      const standing = { ...SOUND, objects: kept.map((i) => all[i]!) };
      for (const answers of [sitesBurnt, peopleLeaving, mediaLost])
        for (const { left, lost, domainLost } of answers(standing)) {
          expect(SOUND.subsets).toEqual(expect.arrayContaining([...left]));
          expect(left.flat().filter((seat) => lost.includes(seat))).toEqual([]);
          if (domainLost) expect(left).toEqual([]);
        }
    }),
  );
});
