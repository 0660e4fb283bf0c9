// The chain of custody: what is seen follows from the last record by hand-offs, or is a gap.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainGaps, custodyGaps } from "./custody-gaps.ts";
import type { CustodyObject, HandOff } from "./entries/standing.ts";
import { handedOff, moved, OBJECTS, SOUND } from "./standing.fixture.ts";

const OWN = "officer-1 medium";
const seenAs = (change: Partial<CustodyObject>, object = OWN): readonly CustodyObject[] =>
  OBJECTS.map((one) => (one.object === object ? { ...one, ...change } : one));
const gapsOf = (seen: readonly CustodyObject[], handOffs: readonly HandOff[] = []) =>
  custodyGaps({ ...SOUND, handOffs }, seen, []);

describe("what is seen", () => {
  it("as it was recorded has no gap, however it is written", () => {
    expect(gapsOf(OBJECTS)).toEqual([]);
    expect(
      gapsOf(seenAs({ custodian: "ines  okafor", place: "CHENNAI, safe", seal: "s100 " })),
    ).toEqual([]);
  });

  it.each([
    ["custodian", { custodian: "Leela Nair" }, "Ines Okafor", "Leela Nair"],
    ["place", { place: "Goa" }, "Chennai, safe", "Goa"],
    ["seal", { seal: "S999" }, "S100", "S999"],
  ] as const)("with another %s than the record's is a gap", (kind, change, expected, seen) => {
    expect(gapsOf(seenAs(change))).toEqual([{ object: OWN, kind, expected, seen }]);
  });

  it("with another seal is none if its opening is on record; a new custodian still is", () => {
    const seen = seenAs({ seal: "S999", custodian: "Leela Nair" });
    expect(custodyGaps(SOUND, seen, [OWN]).map(({ kind }) => kind)).toEqual(["custodian"]);
  });

  it("misses an object, or has one that nobody recorded", () => {
    expect(gapsOf(OBJECTS.slice(1))).toEqual([
      { object: OWN, kind: "missing", expected: "Ines Okafor", seen: "" },
    ]);
    expect(gapsOf([...OBJECTS, { ...OBJECTS[0]!, object: "a box" }])).toEqual([
      { object: "a box", kind: "unrecorded", expected: "", seen: "Ines Okafor" },
    ]);
  });
});

describe("a hand-off", () => {
  const first = handedOff(OWN, { place: "Goa" });
  const second = handedOff(OWN, {
    from: "Leela Nair",
    to: "Asha Rao",
    place: "Pune",
    at: "2026-02-03T10:00:00.000Z",
  });

  it("explains a new custodian and place, one after the other, in whatever order", () => {
    const seen = seenAs({ custodian: "Asha Rao", place: "Pune" });
    for (const handOffs of [
      [first, second],
      [second, first],
    ])
      expect(gapsOf(seen, handOffs)).toEqual([]);
    expect(gapsOf(seen, [first]).map(({ kind }) => kind)).toEqual(["custodian", "place"]);
  });

  it("that does not begin where the one before it ended is a gap", () => {
    const standing = { ...SOUND, handOffs: [first, { ...second, from: "Somebody" }] };
    expect(chainGaps(standing)).toEqual([
      { object: OWN, kind: "hand-off", expected: "Leela Nair", seen: "Somebody" },
    ]);
  });

  it("with another seal than the record's is a gap", () => {
    expect(chainGaps({ ...SOUND, handOffs: [{ ...first, seal: "S7" }] })).toEqual([
      { object: OWN, kind: "seal", expected: "S100", seen: "S7" },
    ]);
  });

  it("of before the object was last seen is not followed again", () => {
    const later = { custodian: "Asha Rao", place: "Pune", seenAt: "2026-03-01T00:00:00.000Z" };
    const standing = { ...moved(OWN, later), handOffs: [first, second] };
    expect(custodyGaps(standing, standing.objects, [])).toEqual([]);
  });

  it("of an object that was never recorded has its place kept in mind", () => {
    const standing = { ...moved(OWN, null), handOffs: [first] };
    expect(custodyGaps(standing, standing.objects, [])).toEqual([
      { object: OWN, kind: "missing", expected: "Leela Nair", seen: "" },
    ]);
  });
});

it("finds no gap in any unbroken chain, and one wherever a link is removed", () => {
  const names = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D", "E"), { minLength: 3 });
  fc.assert(
    fc.property(names, fc.nat(), (people, n) => {
      const handOffs = people.map((to, i) =>
        handedOff(OWN, {
          from: people[i - 1] ?? "Ines Okafor",
          to,
          at: `2026-02-0${i + 2}T00:00:00.000Z`,
        }),
      );
      const seen = seenAs({ custodian: people.at(-1)! });
      expect(gapsOf(seen, handOffs)).toEqual([]);
      expect(gapsOf(seen, handOffs.toSpliced(n % people.length, 1))).not.toEqual([]);
    }),
  );
});
