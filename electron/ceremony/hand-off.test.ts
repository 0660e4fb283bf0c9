// A hand-off: present objects move intact between people who confirm it, within the rules of custody.
import { describe, expect, it } from "vitest";
import {
  checkHandOff,
  fold,
  handOffsOf,
  handOffUnkept,
  inTheRoom,
  partiesOf,
  type HandOffRead,
  type HandOffRequest,
} from "./ceremony.ts";
import { english } from "../text/english.ts";
import type { SealFound } from "./entries/seal.ts";
import { digestOf, entriesOf, opened } from "./record.fixture.ts";
import { moved, OBJECTS, SOUND } from "./standing.fixture.ts";
import type { ObjectStanding, Standing } from "./entries/standing.ts";

const MEDIUM = OBJECTS.find(({ object }) => object === "officer-1 medium")!;
const BACKUP = OBJECTS.find(({ object }) => object === "officer-1 backup medium")!;

/** A ceremony that continues this standing, after these seals were read. */
const stateOf = (standing: Standing, seals: readonly SealFound[]) =>
  fold(
    entriesOf([
      { station: "offline", event: opened({ earlier: [{ ...standing, head: digestOf("head") }] }) },
      {
        station: "offline",
        event: { type: "seals-checked", by: "witness", data: { officer: "", seals } },
      },
    ]),
  );
const asLeft = ({ object, seal, place, custodian }: ObjectStanding): SealFound => ({
  ...{ object, expected: seal, found: seal, condition: "intact", place, custodian },
});
const MISSING = OBJECTS.find(({ object }) => object === "officer-2 medium")!;
const state = stateOf(SOUND, [
  asLeft(MEDIUM),
  { ...asLeft(BACKUP), condition: "broken", found: "S999" },
  { ...asLeft(MISSING), condition: "missing", found: "", place: "", custodian: "" },
]);

const move: HandOffRead = { object: MEDIUM.object, to: "Leela Nair", place: "Kochi, safe" };
const code = (change: Partial<HandOffRequest>): string => {
  const request = { handOffs: [move], said: ["Ines Okafor", "Leela Nair"], decidedBy: [] };
  return checkHandOff(state, { ...request, ...change })?.code ?? "may";
};

describe("a hand-off", () => {
  it("is of what was compared today and is there, its seal broken or not", () => {
    expect(inTheRoom(state).map(({ object }) => object)).toEqual([MEDIUM.object, BACKUP.object]);
    expect(inTheRoom(fold([]))).toEqual([]);
  });

  it("is recorded under the seal that was found, from who has it now", () => {
    expect(handOffsOf(state, [move])).toEqual([
      { ...move, seal: MEDIUM.seal, from: "Ines Okafor" },
    ]);
    expect(handOffsOf(state, [{ ...move, object: BACKUP.object }])).toMatchObject([
      { seal: "S999" },
    ]);
    expect(handOffsOf(state, [{ ...move, object: MISSING.object }])).toEqual([]);
  });

  it("may be where giver and taker have said so, however their names are spelled", () => {
    expect(code({})).toBe("may");
    expect(code({ said: [" ines  OKAFOR", "leela nair"] })).toBe("may");
  });

  it.each<[string, readonly HandOffRead[]]>([
    ["nothing at all", []],
    ["one object twice", [move, { ...move, to: "Nina Falk" }]],
    ["what was not compared", [{ ...move, object: "transfer medium" }]],
    ["what is missing", [{ ...move, object: MISSING.object }]],
    ["what stays where it is", [{ ...move, to: "ines okafor", place: MEDIUM.place }]],
    ["what may move, and besides what stays", [move, { ...asLeft(BACKUP), to: BACKUP.custodian }]],
    ["no name", [{ ...move, to: " " }]],
    ["a name that no paper has room for", [{ ...move, to: "N".repeat(61) }]],
    ["a place that no paper has room for", [{ ...move, place: "P".repeat(61) }]],
    ["a place that cannot be printed", [{ ...move, place: "\u202E" }]],
  ])("of %s is none", (_, handOffs) => {
    expect(code({ handOffs, said: ["Ines Okafor", "Leela Nair", "Nina Falk"] })).toBe(
      "E-HANDOFF-OBJECT",
    );
  });

  it("may change the place alone, or the custodian alone", () => {
    expect(code({ handOffs: [{ ...move, to: MEDIUM.custodian }] })).toBe("may");
    expect(code({ handOffs: [{ ...move, place: MEDIUM.place }] })).toBe("may");
  });

  it("leaves nobody with two officers' media, and no medium beside its passphrase", () => {
    const said = ["Ines Okafor", "Jonas Lind"];
    expect(code({ handOffs: [{ ...move, to: "Jonas Lind" }], said })).toBe("E-CUSTODY-HOLDER");
    const envelope = OBJECTS.find(({ object }) => object === "officer-1 passphrase envelope")!;
    expect(code({ handOffs: [{ ...move, place: envelope.place }] })).toBe("E-CUSTODY-APART");
  });

  it("may leave a rule of custody as broken as it was before", () => {
    const before = moved(MEDIUM.object, { custodian: "Jonas Lind" });
    const held = stateOf(before, [{ ...asLeft(MEDIUM), custodian: "Jonas Lind" }]);
    const request = { handOffs: [{ ...move, to: "Jonas Lind" }], said: ["Jonas Lind"] };
    expect(checkHandOff(held, { ...request, decidedBy: [] })).toBeNull();
  });

  it("may not leave it as a run of the step broke it that a crash cut in two", () => {
    const since = moved(MEDIUM.object, { custodian: "Jonas Lind" });
    const held = stateOf(since, [{ ...asLeft(MEDIUM), custodian: "Jonas Lind" }]);
    const request = { handOffs: [{ ...move, to: "Jonas Lind" }], said: ["Jonas Lind"] };
    const refusal = checkHandOff(held, { ...request, decidedBy: [] }, SOUND.objects);
    expect(refusal?.code).toBe("E-CUSTODY-HOLDER");
  });

  it("is accepted by two people with a reason if one holder alone becomes too much", () => {
    const both = stateOf(moved("domain copy medium", { custodian: "Leela Nair" }), [
      asLeft(OBJECTS.find(({ object }) => object === "transfer medium")!),
    ]);
    const taken = { object: "transfer medium", to: "leela NAIR", place: "Kochi, safe" };
    const request = { handOffs: [taken], said: ["Asha Rao", "Leela Nair"], decidedBy: [] };
    const asked = (change: Partial<HandOffRequest>, stood?: readonly ObjectStanding[]) =>
      checkHandOff(both, { ...request, ...change }, stood)?.code ?? "may";
    const two = ["witness", "administrator"];
    expect(asked({})).toBe("E-CUSTODY-RULE");
    expect(asked({ decidedBy: two })).toBe("E-CUSTODY-RULE");
    expect(asked({ reason: "For one night.", decidedBy: ["witness"] })).toBe("E-CUSTODY-RULE");
    expect(asked({ reason: "For one night.", decidedBy: two })).toBe("may");
    const unkept = handOffUnkept(both, [taken], both.standing.objects);
    expect(unkept.map(({ what }) => what.map(english))).toEqual([
      ["Leela Nair, if lost: every copy of the security domain is lost."],
    ]);
    // Nothing is asked that was as bad when the step began.
    const stood = both.standing.objects.map((one) => ({ ...one, custodian: "Leela Nair" }));
    expect(handOffUnkept(both, [taken], stood)).toEqual([]);
  });

  it("needs everyone who receives; of those who give, two people may decide instead", () => {
    expect(code({ said: ["Ines Okafor"] })).toBe("E-HANDOFF-TAKER");
    const two = [move, { ...move, object: BACKUP.object, to: "Nina Falk" }];
    expect(code({ handOffs: two })).toBe("E-HANDOFF-TAKER");
    expect(code({ said: ["Leela Nair"] })).toBe("E-HANDOFF-GIVER");
    expect(code({ said: ["Leela Nair"], decidedBy: ["witness"] })).toBe("E-HANDOFF-GIVER");
    expect(code({ said: ["Leela Nair"], decidedBy: ["witness", "administrator"] })).toBe("may");
  });

  it("names each who gives and takes once", () => {
    const both = [move, { ...move, object: BACKUP.object, to: "leela NAIR" }];
    expect(partiesOf(state, both)).toEqual({ gave: ["Ines Okafor"], took: ["Leela Nair"] });
  });
});
