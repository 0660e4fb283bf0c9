// Seals that people read are compared with the last record, in full, as a person would.
import { describe, expect, it } from "vitest";
import { fold, validateSeals, sealedObjects, sealsThatDiffer } from "./ceremony.ts";
import { digestOf, entriesOf, opened } from "./record.fixture.ts";
import { SOUND } from "./standing.fixture.ts";

const state = fold(
  entriesOf([
    { station: "offline", event: opened({ earlier: [{ ...SOUND, head: digestOf("head") }] }) },
  ]),
);
const OF = "officer-1";
const asLeft = sealedObjects(state, OF).map(({ object, seal, place, custodian }) => ({
  object,
  found: seal,
  condition: "intact" as const,
  place,
  custodian,
}));
const changed = (change: object) => asLeft.map((one, i) => (i === 0 ? { ...one, ...change } : one));
const FIRST = asLeft[0]?.object ?? "";
const TWO = ["witness", "administrator"];
const fault = (seals: typeof asLeft, decidedBy: readonly string[] = [], accepted = [FIRST]) =>
  validateSeals(state, OF, seals, { decidedBy, accepted });
const code = (...given: Parameters<typeof fault>) => fault(...given)?.code ?? "may";

describe("seals", () => {
  it("are an officer's own, or that of one copy of the domain", () => {
    expect(sealedObjects(state, OF).map(({ object }) => object)).toEqual([
      "officer-1 medium",
      "officer-1 backup medium",
      "officer-1 passphrase envelope",
      "officer-1 card",
    ]);
    expect(sealedObjects(state, "transfer medium")).toHaveLength(1);
  });

  it("that are as they were left need nobody's decision, however they are spelled", () => {
    expect(code(asLeft)).toBe("may");
    const found = asLeft[0]!.found.toLowerCase();
    expect(code(changed({ found: ` ${found} `, custodian: "ines  OKAFOR" }))).toBe("may");
  });

  it.each([
    ["another number", { found: "X1" }],
    ["another place", { place: "Goa, office" }],
    ["another custodian", { custodian: "Nina Falk" }],
    ["a broken seal", { condition: "broken" }],
    ["nothing there", { condition: "missing", found: "", place: "", custodian: "" }],
  ])("with %s need two people who are in the room", (_, change) => {
    const seals = changed(change);
    expect(code(seals)).toBe("E-SEALS-CHANGED");
    expect(code(seals, ["witness"])).toBe("E-SEALS-CHANGED");
    expect(code(seals, ["witness", "somebody"])).toBe("E-SEALS-CHANGED");
    expect(code(seals, TWO)).toBe("may");
    expect(sealsThatDiffer(state, OF, seals)).toMatchObject([
      { object: asLeft[0]!.object, expected: asLeft[0]!.found },
    ]);
  });

  it("that differ are named, and two people decide about these and no others", () => {
    const two = asLeft.map((one, i) => (i < 2 ? { ...one, found: "X1" } : one));
    const names = asLeft.slice(0, 2).map(({ object }) => object);
    expect(fault(two)?.fields).toEqual(names);
    expect(JSON.stringify(fault(two)?.sentences)).not.toContain(asLeft[0]?.found);
    // One was corrected, another one came, or nobody said which.
    expect(code(two, TWO, [FIRST])).toBe("E-SEALS-CHANGED");
    expect(code(changed({ found: "X1" }), TWO, names)).toBe("E-SEALS-CHANGED");
    expect(code(two, TWO, [])).toBe("E-SEALS-CHANGED");
    expect(code(two, TWO, [FIRST, FIRST])).toBe("E-SEALS-CHANGED");
    expect(code(two, TWO, names.toReversed())).toBe("may");
    // What nothing differs of needs no decision, whatever was ticked before.
    expect(code(asLeft, TWO, names)).toBe("may");
  });

  it("must be of each object once, and written", () => {
    expect(code(asLeft.slice(1))).toBe("E-CUSTODY-OBJECT");
    expect(code([...asLeft, asLeft[0]!])).toBe("E-CUSTODY-OBJECT");
    expect(code(changed({ object: "officer-2 medium" }))).toBe("E-CUSTODY-OBJECT");
    for (const empty of [{ found: " " }, { place: "" }, { custodian: "\u202E" }])
      expect(code(changed(empty))).toBe("E-CUSTODY-OBJECT");
  });

  it("of which the last record knows nothing cannot be compared", () => {
    const bare = fold(entriesOf([{ station: "offline", event: opened() }]));
    expect(validateSeals(bare, OF, [], { decidedBy: [], accepted: [] })?.code).toBe(
      "E-SEALS-UNKNOWN",
    );
  });
});
