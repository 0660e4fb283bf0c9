// What of a record's names may mislead its reader is told: by all verifiers from one list.
import { describe, expect, it } from "vitest";
import { checkPeople } from "../ceremony/ceremony.ts";
import { PEOPLE } from "../ceremony/record.fixture.ts";
import { english } from "../text/english.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, type Ceremony } from "./ceremony.fixture.ts";
import { copyOf, draftOf, sealed, type Draft } from "./drafts.fixture.ts";
import { checkMeaning } from "./meaning.ts";
import { oddPeople } from "./names.ts";
import { oddNamesSaid } from "./names-said.ts";
import { makePool } from "./pool.fixture.ts";

const pool = makePool();
const activation = ceremonyOf("activation", pool, 1);
const attestation = ceremonyOf("attestation", pool, 1, { before: after(activation) });

/** The sentences about its names, once it is changed and signed again. */
function told(ceremony: Ceremony, change: (drafts: Draft[]) => void): readonly string[] {
  const copy = copyOf(ceremony);
  change(copy.drafts);
  const { names } = checkMeaning(verifyRecord(sealed(copy)));
  return names === null ? [] : oddNamesSaid(names, (text) => text).map(english);
}

describe("names that may mislead are told (B196)", () => {
  it.each([
    ["Anna Berg", 0],
    ["J\u00f6rg M\u00fcller", 0],
    ["\u0410nna Berg", 1],
    ["\u0391nna", 1],
    ["\u5f20\u4f1f", 0],
  ])("%s, if it has letters of an alphabet that looks like Latin", (name, count) => {
    expect(oddPeople([name]).lookalike).toHaveLength(count);
  });

  it("nothing of a record whose names are plain", () => {
    expect(told(activation, () => undefined)).toEqual([]);
    expect(told(attestation, () => undefined)).toEqual([]);
  });

  it("of custodians too", () => {
    const lines = told(activation, (drafts) => {
      draftOf(drafts, "custody-recorded")!.data.objects[0]!.custodian = "\u0410nna Berg";
    });
    expect(lines).toEqual([
      "The name \u0410nna Berg has letters that may look like others: \u0410 (U+0410).",
    ]);
  });

  it("five spellings of one safe", () => {
    const spelled = [
      "Safe 1, Berlin",
      "safe-1 Berlin",
      "Berlin, Safe 1",
      "Safe1 / Berlin",
      "SAFE 1 - Berlin",
    ];
    const lines = told(activation, (drafts) => {
      const { objects } = draftOf(drafts, "custody-recorded")!.data;
      const cards = objects.filter(({ object }) => /card|domain copy|transfer/.test(object));
      for (const [i, card] of cards.entries()) card.place = spelled[i] ?? card.place;
    });
    expect(lines).toEqual([
      `These places have the same words, and may be one: ${spelled.join("; ")}.`,
    ]);
  });

  it("one person under two names of the same words", () => {
    expect(oddPeople(["Anna Berg", "Berg, Anna", "ANNA  BERG", "Anna Berger"]).people).toEqual([
      ["Anna Berg", "Berg, Anna"],
    ]);
  });

  it("a witness who is administrator in the next ceremony", () => {
    const lines = told(attestation, (drafts) => {
      const opened = draftOf(drafts, "opened")!.data;
      const { people } = opened.earlier[0]!.last!;
      const witness = people.find(({ role }) => role === "witness")!;
      const administrator = people.find(({ role }) => role === "administrator")!;
      [witness.name, administrator.name] = [administrator.name, witness.name];
      drafts
        .filter(({ type }) => type === "differences-acknowledged")
        .forEach((draft) => {
          const { differences } = draft.data as { differences: object[] };
          differences.unshift(
            ...opened.participants.map(({ role, name }) => ({
              kind: "person",
              of: role,
              before: people.find((one) => one.role === role)!.name,
              now: name,
            })),
          );
        });
    });
    expect(lines).toEqual([
      "Asha Rao was witness in the record before, and is administrator in this one.",
      "Walter Brandt was administrator in the record before, and is witness in this one.",
    ]);
  });

  it("a real ceremony whose HSM is called a rehearsal", () => {
    const found = { lookalike: [], people: [], places: [], otherRoles: [], isRehearsalHsm: true };
    expect(oddNamesSaid(found, (text) => text).map(english)).toEqual([
      "ITS HSM IS CALLED A REHEARSAL, and its record says that it was a real ceremony.",
    ]);
  });
});

it("a name with a character that not every reader knows is refused where it is typed (B195)", () => {
  for (const more of ["\uffff", "\ufdd0", "\u0378", "\u{10d50}"]) {
    const people = PEOPLE.map((one, i) => (i === 0 ? { ...one, name: `${one.name}${more}` } : one));
    expect(checkPeople(activation.script, people)?.code).toBe("E-ROLE-NAME");
  }
  expect(checkPeople(activation.script, PEOPLE)).toBeNull();
});
