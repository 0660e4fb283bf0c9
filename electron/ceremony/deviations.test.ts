// Deviations: custody does not count before two people have accepted what it does not keep.
import { describe, expect, it } from "vitest";
import {
  custodyObjects,
  deviationsWanted,
  fold,
  checkDeviations,
  type CustodyObject,
  type Deviation,
} from "./ceremony.ts";
import { custodyOf, entriesOf, opened, QUORUM_ACCEPTED } from "./record.fixture.ts";

const stateOf = (required = 2) =>
  fold(entriesOf([{ station: "offline", event: opened({ required }) }]));
const state = stateOf();
const apart = custodyOf(custodyObjects(state));
const here = apart.map((one) => ({ ...one, place: `Here, ${one.object}` }));
const sites: Deviation = { ...QUORUM_ACCEPTED, rule: "sites", reason: "There is one house." };
const judged = (objects: readonly CustodyObject[], deviations: readonly Deviation[]) =>
  checkDeviations(state, objects, deviations)?.message ?? "taken";

describe("a deviation", () => {
  it("is wanted for a quorum below three, and for sites that do not differ", () => {
    const wanted = (required: number, objects: readonly CustodyObject[]) =>
      deviationsWanted(stateOf(required), objects).map(({ rule }) => rule);
    expect(wanted(2, apart)).toEqual(["quorum"]);
    expect(wanted(2, here)).toEqual(["quorum", "sites"]);
    expect(wanted(3, apart)).toEqual([]);
  });

  it("is accepted when two people in the room accept it with a reason", () => {
    expect(judged(apart, [QUORUM_ACCEPTED])).toBe("taken");
    expect(judged(here, [sites, QUORUM_ACCEPTED])).toBe("taken");
  });

  it.each<[string, Partial<Deviation>]>([
    ["by one", { decidedBy: ["witness"] }],
    ["by one who is named twice", { decidedBy: ["witness", "witness"] }],
    ["by somebody who is not in the room", { decidedBy: ["witness", "officer-4"] }],
    ["without a reason", { reason: " " }],
    ["with a reason that cannot stand on paper", { reason: "a\u202eb" }],
    ["with a reason that is too long", { reason: "x".repeat(201) }],
    ["of another rule", { rule: "sites" }],
  ])("is refused %s", (_, change) => {
    expect(judged(apart, [{ ...QUORUM_ACCEPTED, ...change }])).toBe(
      "Microsoft's rule on a quorum of three or more is not met, and nobody has accepted "
        + "that.",
    );
  });

  it("that is missing is named, also if another one was accepted", () => {
    expect(judged(here, [QUORUM_ACCEPTED])).toContain("sites that differ");
    expect(checkDeviations(state, apart, [])?.code).toBe("E-CUSTODY-RULE");
  });
});
