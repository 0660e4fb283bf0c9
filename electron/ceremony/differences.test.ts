// What differs from the last ceremony: shown from a record alone, even ten years later.
import { describe, expect, it } from "vitest";
import {
  differencesOf,
  openingDifferences,
  standingOf,
  type EventData,
  type Earlier,
} from "./ceremony.ts";
import { digestOf, entriesOf, opened, PEOPLE, SCRIPT } from "./record.fixture.ts";
import { SOUND } from "./standing.fixture.ts";

const HEAD = "0".repeat(64);
const SOFTWARE = { version: "1", commit: "c", runtime: "node", system: "Linux", program: HEAD };

const last = {
  at: "",
  people: PEOPLE,
  software: SOFTWARE,
  scripts: [{ script: SCRIPT.name, sha256: SCRIPT.sha256 }],
};

/** An opening that continues a record by PEOPLE with SOFTWARE and SCRIPT. */
function opening(
  change: Partial<EventData["opened"]> = {},
  earlier: Partial<Earlier> = {},
): EventData["opened"] {
  const { data } = opened({
    earlier: [{ ...SOUND, head: HEAD, last, ...earlier }],
    software: SOFTWARE,
    ...change,
  });
  return data as EventData["opened"];
}

const named = (role: string, name: string) =>
  PEOPLE.map((person) => (person.role === role ? { ...person, name } : person));

describe("between a ceremony and the last", () => {
  it("nothing differs if people, script and program are the same", () => {
    expect(openingDifferences(opening())).toEqual([]);
    expect(
      openingDifferences(opening({ participants: named("witness", " walter  BRANDT") })),
    ).toEqual([]);
  });

  it.each(["witness", "officer-2"])("another %s differs, with both names", (role) => {
    const before = PEOPLE.find((person) => person.role === role)!.name;
    expect(openingDifferences(opening({ participants: named(role, "Leela Nair") }))).toEqual([
      { kind: "person", of: role, before, now: "Leela Nair" },
    ]);
  });

  it("an officer who did not come differs in nothing", () => {
    expect(openingDifferences(opening({ participants: PEOPLE.slice(0, 3) }))).toEqual([]);
  });

  it("a script of the same name with other bytes differs, one of another name does not", () => {
    const scriptSha256 = digestOf("other");
    expect(openingDifferences(opening({ scriptSha256 }))).toEqual([
      { kind: "script", of: SCRIPT.name, before: SCRIPT.sha256, now: scriptSha256 },
    ]);
    expect(openingDifferences(opening({ script: "recovery", scriptSha256 }))).toEqual([]);
  });

  it("each part of the program's identity differs by itself", () => {
    const software = {
      version: "2",
      commit: "d",
      runtime: "r",
      system: "s",
      program: digestOf("p"),
    };
    expect(openingDifferences(opening({ software })).map(({ kind }) => kind)).toEqual([
      "version",
      "commit",
      "runtime",
      "system",
      "program",
    ]);
  });

  it("what an early record does not tell differs in nothing, but its officers are known", () => {
    const early: Earlier = { ...SOUND, head: HEAD };
    Reflect.deleteProperty(early, "last");
    const data = opening({ participants: named("officer-1", "Leela Nair"), earlier: [early] });
    expect(openingDifferences(data)).toEqual([
      { kind: "person", of: "officer-1", before: "Ines Okafor", now: "Leela Nair" },
    ]);
    expect(openingDifferences(opening({ earlier: [] }))).toEqual([]);
  });

  it("a seal that was not as recorded differs, and is in the whole record's list", () => {
    const seal = { object: "officer-1 medium", expected: "A1", place: "p", custodian: "c" };
    const check = (found: string, condition: "intact" | "broken" | "missing") =>
      entriesOf([
        { station: "offline", event: { type: "opened", by: "administrator", data: opening() } },
        {
          station: "offline",
          event: {
            type: "seals-checked",
            by: "officer-1",
            data: { officer: "officer-1", seals: [{ ...seal, found, condition }] },
          },
        },
      ]);
    expect(differencesOf(check("a1", "intact"))).toEqual([]);
    for (const [found, condition, now] of [
      ["A2", "intact", "A2"],
      ["A1", "broken", "A1 (broken)"],
      ["", "missing", "(missing)"],
    ] as const)
      expect(differencesOf(check(found, condition))).toEqual([
        { kind: "seal", of: "officer-1 medium", before: "A1", now },
      ]);
  });
});

it("what a record leaves has its people, program and script, and the scripts before it", () => {
  const first = standingOf(entriesOf([{ station: "offline", event: opened() }]));
  expect(first.last).toMatchObject({
    people: PEOPLE,
    software: { version: "1" },
    scripts: [{ script: "activation", sha256: SCRIPT.sha256 }],
  });
  const data = opening({ script: "recovery", scriptSha256: digestOf("r") }, { last: first.last });
  const next = standingOf(
    entriesOf([{ station: "offline", event: { type: "opened", by: "administrator", data } }]),
  );
  expect(next.last.scripts.map(({ script }) => script)).toEqual(["activation", "recovery"]);
});
