// Gaps on record: a hand-off or a seal that does not follow from what was before.
import { describe, expect, it } from "vitest";
import type { NewEvent, SealFound } from "./ceremony.ts";
import { entriesOf, opened } from "./record.fixture.ts";
import { recordedGaps } from "./recorded-gaps.ts";
import { handedOff, SOUND } from "./standing.fixture.ts";

const OWN = "officer-1 medium";
const first = opened({ earlier: [{ ...SOUND, head: "0".repeat(64) }] });
const gapsOf = (...events: readonly NewEvent[]) =>
  recordedGaps(entriesOf([first, ...events].map((event) => ({ station: "offline", event }))));

function handOff(change: Partial<ReturnType<typeof handedOff>> = {}): NewEvent {
  const { object, seal, from, to, place } = handedOff(OWN, change);
  const data = { object, seal, from, to, place };
  return { type: "object-handed-off", by: "administrator", data };
}

const checked = (change: Partial<SealFound> = {}): NewEvent => ({
  type: "seals-checked",
  by: "administrator",
  data: {
    officer: "officer-1",
    seals: [
      {
        object: OWN,
        expected: "S100",
        found: "S100",
        condition: "intact",
        place: "Chennai, safe",
        custodian: "Ines Okafor",
        ...change,
      },
    ],
  },
});

describe("a hand-off on record", () => {
  it("that begins where the object was leaves no gap, and another may follow", () => {
    expect(gapsOf(handOff(), handOff({ from: "Leela Nair", to: "Asha Rao" }))).toEqual([]);
  });

  it("by a person who did not have it is a gap, once", () => {
    expect(gapsOf(handOff({ from: "Ravi Menon" }))).toEqual([
      { object: OWN, kind: "hand-off", expected: "Ines Okafor", seen: "Ravi Menon" },
    ]);
    expect(gapsOf(handOff(), handOff({ from: "Ravi Menon", to: "Asha Rao" }))).toEqual([
      { object: OWN, kind: "hand-off", expected: "Leela Nair", seen: "Ravi Menon" },
    ]);
  });

  it("of an object that nobody recorded is a gap", () => {
    expect(gapsOf(handOff({ object: "a box" }))).toEqual([
      { object: "a box", kind: "unrecorded", expected: "", seen: "Ines Okafor" },
    ]);
  });
});

describe("a comparison of seals on record", () => {
  it("that finds everything as it was, or as it was handed off, leaves no gap", () => {
    expect(gapsOf(checked())).toEqual([]);
    expect(gapsOf(handOff(), checked({ custodian: "Leela Nair" }))).toEqual([]);
  });

  it.each<[string, Partial<SealFound>, object]>([
    [
      "another custodian",
      { custodian: "Leela Nair" },
      { kind: "custodian", expected: "Ines Okafor", seen: "Leela Nair" },
    ],
    ["another place", { place: "Goa" }, { kind: "place", expected: "Chennai, safe", seen: "Goa" }],
    ["another seal", { found: "S9" }, { kind: "seal", expected: "S100", seen: "S9" }],
    [
      "a broken seal",
      { condition: "broken" },
      { kind: "seal", expected: "S100", seen: "S100 (broken)" },
    ],
    [
      "nothing",
      { condition: "missing", found: "", place: "", custodian: "" },
      { kind: "missing", expected: "Ines Okafor", seen: "" },
    ],
  ])("that finds %s is a gap", (_, change, gap) => {
    expect(gapsOf(checked(change))).toEqual([{ object: OWN, ...gap }]);
  });

  it("that finds another seal is none after the bag was opened on record", () => {
    const open: NewEvent = {
      type: "bags-opened",
      by: "administrator",
      data: { objects: [{ object: OWN, seal: "S100" }] },
    };
    expect(gapsOf(open, checked({ found: "S9" }))).toEqual([]);
  });
});
