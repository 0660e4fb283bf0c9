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
import { english } from "../text/english.ts";
import {
  custodyOf,
  digestOf,
  entriesOf,
  opened,
  PEOPLE,
  QUORUM_ACCEPTED,
} from "./record.fixture.ts";
import { SOUND } from "./standing.fixture.ts";

const stateOf = (required = 2) =>
  fold(entriesOf([{ station: "offline", event: opened({ required }) }]));
const state = stateOf();
const people = state.opened?.participants ?? [];
const apart = custodyOf(custodyObjects(state));
const here = apart.map((one) => ({ ...one, place: `Here, ${one.object}` }));
const sites: Deviation = { ...QUORUM_ACCEPTED, rule: "sites", reason: "There is one house." };
const judged = (objects: readonly CustodyObject[], deviations: readonly Deviation[]) =>
  checkDeviations(deviationsWanted(state, objects), deviations, people)?.message ?? "taken";

describe("a deviation", () => {
  it("is wanted for a quorum below three or of everyone, and for sites that do not differ", () => {
    const wanted = (required: number, objects: readonly CustodyObject[]) =>
      deviationsWanted(stateOf(required), objects).map(({ rule }) => rule);
    expect(wanted(2, apart)).toEqual(["quorum"]);
    expect(wanted(2, here)).toEqual(["quorum", "sites"]);
    expect(wanted(3, apart)).toEqual(["spare"]);
  });

  it("is wanted for the objects of an officer who has left, as for all others", () => {
    const stay = PEOPLE.filter(({ role }) => role !== "officer-3");
    const event = opened({ required: 2, participants: stay });
    const moved = apart.map((one) =>
      /^officer-3 .*medium$/.test(one.object) ? { ...one, place: "Attic, box" } : one,
    );
    const wanted = (objects: readonly CustodyObject[]) =>
      deviationsWanted(fold(entriesOf([{ station: "offline", event }])), objects).map(
        ({ rule }) => rule,
      );
    expect([wanted(apart), wanted(moved)]).toEqual([["quorum"], ["quorum", "sites"]]);
  });

  it("is wanted, by name, for one person with every copy of the domain", () => {
    const hers = apart.map((one) =>
      one.object.endsWith("r medium") || one.object.startsWith("domain")
        ? { ...one, custodian: "Asha Rao" }
        : one,
    );
    const wanted = deviationsWanted(stateOf(3), hers);
    expect(wanted.map(({ rule }) => rule)).toEqual(["spare", "sites"]);
    expect(wanted[1]?.what.map(english)).toEqual([
      "Asha Rao, if lost: every copy of the security domain is lost.",
    ]);
  });

  it("is wanted after seals were compared only for what gets worse", () => {
    const continued = fold(
      entriesOf([
        { station: "offline", event: opened({ earlier: [{ ...SOUND, head: digestOf("head") }] }) },
        {
          station: "offline",
          event: { type: "seals-checked", by: "witness", data: { officer: "", seals: [] } },
        },
      ]),
    );
    const wanted = (object: string, change: Partial<CustodyObject>) =>
      deviationsWanted(
        continued,
        SOUND.objects.filter((one) => one.object === object).map((one) => ({ ...one, ...change })),
      ).map(({ rule, what }) => [rule, ...what.map(english)]);
    expect(wanted("officer-1 medium", { place: "Pune, safe" })).toEqual([]);
    expect(wanted("domain copy medium", { place: "Chennai, attic" })).toEqual([
      ["sites", "Chennai, if lost: every copy of the security domain is lost."],
    ]);
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
      "The rule on a quorum of three or more is not met, and nobody has accepted that.",
    );
  });

  it("that is missing is named, also if another one was accepted", () => {
    expect(judged(here, [QUORUM_ACCEPTED])).toContain("sites that differ");
    expect(checkDeviations(deviationsWanted(state, apart), [], people)?.code).toBe(
      "E-CUSTODY-RULE",
    );
  });
});
