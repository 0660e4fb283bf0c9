// What people enter in a step is parsed by its kind's own form, and nothing else is accepted.
import { describe, expect, it } from "vitest";
import { KINDS, type KindName } from "./kinds.ts";

const BAG = { object: "o", found: "1", condition: "intact", place: "p", custodian: "c" };
const OBJECT = { object: "o", seal: "1", place: "p", custodian: "c" };
const CUSTODY = {
  objects: [OBJECT],
  deviations: [{ rule: "quorum", reason: "r", decidedBy: ["witness"] }],
};

/** Good input for each kind that asks for some. */
const GOOD: Readonly<Partial<Record<KindName, Readonly<Record<string, unknown>>>>> = {
  open: { hsm: "Contoso", bits: 2048, people: [{ role: "witness", name: "W" }] },
  choose: { goTo: "t" },
  "compare-exchange-key": { decidedBy: ["officer-1"] },
  "check-seals": { seals: [BAG], decidedBy: [], accepted: [] },
  "check-copy-seal": { seals: [BAG], decidedBy: [], accepted: [] },
  "check-objects": { seals: [BAG], decidedBy: [], accepted: [] },
  "destroy-old": {
    objects: [{ object: "o", found: "1", condition: "intact", how: "cut" }],
    decidedBy: [],
    accepted: [],
  },
  "find-domain": { origin: "From the safe." },
  "hand-off": { handOffs: [{ object: "o", to: "t", place: "p" }], said: ["t"], decidedBy: [] },
  "report-trouble": { trouble: "lost", happened: "h", decidedBy: ["witness"] },
  "take-part": { heard: "" },
  "know-backup": {
    container: "c",
    folder: "f",
    by: "nothing",
    reason: "r",
    decidedBy: ["witness"],
  },
  "name-backup": { container: "c", folder: "f", takenAt: "2026-11-25" },
  "record-custody": CUSTODY,
  "take-into-custody": CUSTODY,
};

const kinds = Object.keys(KINDS) as KindName[];
const takes = (kind: KindName, input: unknown): boolean =>
  KINDS[kind].input.safeParse(input).success;

describe("the form of a kind", () => {
  it.each(kinds)("%s takes what people enter, and no other member, no array, no null", (kind) => {
    const good = GOOD[kind] ?? {};
    expect(takes(kind, good)).toBe(true);
    expect(takes(kind, { ...good, more: 1 })).toBe(false);
    for (const other of [[], null, "x"]) expect(takes(kind, other)).toBe(false);
  });

  it.each(Object.entries(GOOD))(
    "%s refuses a member that is missing, or of another type",
    (name, good) => {
      for (const member of Object.keys(good)) {
        const without = Object.fromEntries(Object.entries(good).filter(([one]) => one !== member));
        // Officers accept a key only if it is not attested.
        if (name !== "compare-exchange-key")
          expect(takes(name as KindName, without), member).toBe(false);
        expect(takes(name as KindName, { ...good, [member]: { a: 1 } }), member).toBe(false);
      }
    },
  );

  it("bounds what is written and who is named", () => {
    expect(takes("open", { ...GOOD.open, bits: 1024 })).toBe(false);
    expect(takes("find-domain", { origin: "x".repeat(401) })).toBe(false);
    expect(takes("compare-exchange-key", { decidedBy: ["officer-11"] })).toBe(false);
    expect(takes("download-domain", { againDecidedBy: ["witness", "administrator"] })).toBe(true);
  });

  it("asks for no passphrase before a step that is answered at once", () => {
    for (const kind of kinds.filter((name) => KINDS[name].atOnce))
      expect([kind, KINDS[kind].typed, KINDS[kind].hears]).toEqual([kind, false, null]);
  });
});
