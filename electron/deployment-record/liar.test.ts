// Every member of every entry of a deployment's record is refused, or told, when it is another: the table says
// which, and a liar tries it.
import { describe, expect, it } from "vitest";
import { drawing } from "../meaning/ceremony.fixture.ts";
import { membersIn } from "../meaning/declared.fixture.ts";
import { checkLies, DEPLOYMENT_FORMS, honestDeployments } from "./liar.fixture.ts";
import { fateOf, ROWS } from "./members.ts";

/** Of each record; `liar.long.test.ts` tries all. */
const MOST = 15;

const ALL = Object.entries(DEPLOYMENT_FORMS).flatMap(([type, form]) =>
  membersIn(form).map((member) => [type, member] as const),
);

describe("the table of a deployment's members", () => {
  it("has every value of every entry, and nothing else", () => {
    expect(ALL.filter(([type, member]) => fateOf(type, member) === "")).toEqual([]);
    const isThere = (row: string): boolean =>
      ALL.some(([type, member]) => {
        const name = `${type} ${member}`;
        return name === row || name.startsWith(`${row}.`) || name.startsWith(`${row}[`);
      });
    expect(ROWS.filter((row) => !isThere(row))).toEqual([]);
  });
});

describe("the liar about a deployment", () => {
  it("is refused or told, as the table says: lies about every entry of two records", () => {
    const { wrong, tried } = checkLies(honestDeployments(), { each: 1, most: MOST }, drawing(1));
    expect(wrong).toEqual([]);
    expect(tried).toBe(2 * MOST);
  });
});
