// Custody: each object once, seals distinct, nobody with two officers' media, envelopes apart.
import { describe, expect, it } from "vitest";
import { custodyObjects, fold, checkCustody, type CustodyObject } from "./ceremony.ts";
import { custodyOf, entriesOf, PEOPLE, played, SCRIPT, opened } from "./record.fixture.ts";

const stateOf = (people = PEOPLE) =>
  fold(entriesOf([{ station: "offline", event: opened({ participants: people }) }]));
const state = stateOf();
const sound = custodyOf(custodyObjects(state));
const judged = (objects: readonly CustodyObject[]): string =>
  checkCustody(state, objects)?.code ?? "taken";
const changed = (object: string, change: Partial<CustodyObject>): readonly CustodyObject[] =>
  sound.map((one) => (one.object === object ? { ...one, ...change } : one));

describe("custody", () => {
  it("asks for three objects of each officer present, and for the two shared media", () => {
    expect(custodyObjects(state)).toHaveLength(11);
    const two = stateOf(PEOPLE.filter(({ role }) => role !== "officer-1"));
    expect(custodyObjects(two)).toEqual([
      "officer-2 medium",
      "officer-2 backup medium",
      "officer-2 passphrase envelope",
      "officer-3 medium",
      "officer-3 backup medium",
      "officer-3 passphrase envelope",
      "transfer medium",
      "domain copy medium",
    ]);
  });

  it("asks for a card of each officer who copied the words of a certificate to one", () => {
    const at = SCRIPT.steps.findIndex(({ id }) => id === "confirm-thumbprint-2");
    const objects = custodyObjects(fold(entriesOf(played(SCRIPT, at + 1))));
    expect(objects.filter((object) => object.endsWith("card"))).toEqual([
      "officer-1 card",
      "officer-2 card",
    ]);
    expect(objects.slice(0, 4)).toEqual([
      "officer-1 medium",
      "officer-1 backup medium",
      "officer-1 passphrase envelope",
      "officer-1 card",
    ]);
  });

  it("takes a list in any order", () => {
    expect(judged(sound)).toBe("taken");
    expect(judged(sound.toReversed())).toBe("taken");
  });

  it("lets one person keep both media of one officer, and the shared ones besides", () => {
    const one = ["officer-1 medium", "officer-1 backup medium", "transfer medium"];
    expect(
      judged(
        sound.map((object) =>
          one.includes(object.object) ? { ...object, custodian: "Ines Okafor" } : object,
        ),
      ),
    ).toBe("taken");
  });

  it.each<[string, readonly CustodyObject[], string]>([
    ["nothing", [], "E-CUSTODY-OBJECT"],
    ["one object less", sound.slice(1), "E-CUSTODY-OBJECT"],
    ["one object twice", [...sound, { ...sound[0]!, seal: "B1" }], "E-CUSTODY-OBJECT"],
    [
      "one object in place of another",
      changed("officer-1 medium", { object: "officer-2 medium" }),
      "E-CUSTODY-OBJECT",
    ],
    [
      "an object nobody asked for",
      [...sound, { ...sound[0]!, object: "a box", seal: "B1" }],
      "E-CUSTODY-OBJECT",
    ],
    [
      "an object that holds two",
      changed("officer-1 medium", { object: "officer-1 medium\nofficer-1 backup medium" }).slice(
        0,
        -1,
      ),
      "E-CUSTODY-OBJECT",
    ],
    ["no seal", changed("transfer medium", { seal: "" }), "E-CUSTODY-OBJECT"],
    ["no place", changed("transfer medium", { place: " " }), "E-CUSTODY-OBJECT"],
    ["no custodian", changed("transfer medium", { custodian: "" }), "E-CUSTODY-OBJECT"],
    [
      "a custodian with a control character",
      changed("transfer medium", { custodian: "a\tb" }),
      "E-CUSTODY-OBJECT",
    ],
    [
      "a seal that is too long",
      changed("transfer medium", { seal: "1".repeat(31) }),
      "E-CUSTODY-OBJECT",
    ],
    ["one seal twice", changed("transfer medium", { seal: "A000" }), "E-CUSTODY-SEAL"],
    [
      "one seal twice, in small letters",
      changed("transfer medium", { seal: "a000 " }),
      "E-CUSTODY-SEAL",
    ],
    [
      "media of two officers with one person",
      changed("officer-2 medium", { custodian: "Keeper of officer-1" }),
      "E-CUSTODY-HOLDER",
    ],
    [
      "a backup and a medium of two officers with one person, written otherwise",
      changed("officer-3 backup medium", { custodian: "keeper  of OFFICER-1" }),
      "E-CUSTODY-HOLDER",
    ],
    [
      "an envelope beside its medium",
      changed("officer-1 passphrase envelope", { place: "Safe" }),
      "E-CUSTODY-APART",
    ],
    [
      "an envelope beside its backup, written otherwise",
      changed("officer-2 backup medium", { place: " BANK" }),
      "E-CUSTODY-APART",
    ],
  ])("refuses %s", (_, objects, code) => {
    expect(judged(objects)).toBe(code);
  });
});
