// Every member of every entry is refused, or told, when it is another: the table says which, and a
// liar tries it in every kind of ceremony.
import { describe, expect, it } from "vitest";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { RULES } from "./breach.ts";
import { checkLies } from "./liar-check.fixture.ts";
import { FORMS, membersIn } from "./declared.fixture.ts";
import { fateOf, ROWS } from "./members.ts";
import { ALL, membersText } from "./members.fixture.ts";
import { makePool } from "./pool.fixture.ts";

const pool = makePool();
/** Of each ceremony; `liar.long.test.ts` tries more. */
const MOST = 25;

describe("the table of members", () => {
  it("has every value of every entry, and nothing else", () => {
    expect(ALL.filter(({ fate }) => fate === "")).toEqual([]);
    const there = (row: string): boolean => {
      const [type = "", member = ""] = row.split(" ");
      const all = membersIn(FORMS[type] ?? "text");
      return all.some(
        (one) => one === member || one.startsWith(`${member}.`) || one.startsWith(`${member}[`),
      );
    };
    expect(ROWS.filter((row) => !there(row))).toEqual([]);
  });

  it("says told, or names rules that there are", () => {
    const numbers = Object.values(RULES).map(String);
    const isRule = (text: string): boolean =>
      numbers.includes(text) || /^E-(LOG|NOT)-[A-Z-]+$/.test(text);
    const fates = ROWS.map((row) => row.split(" ")).map(([type, member]) => fateOf(type!, member!));
    expect(fates.filter((fate) => fate !== "told" && !fate.split(" ").every(isRule))).toEqual([]);
  });

  it("is the page beside it (rewrite it with vitest --update)", async () => {
    await expect(membersText()).toMatchFileSnapshot("MEMBERS.md");
  });
});

describe("the liar", () => {
  it.each(CEREMONIES)("is refused or told, as the table says: lies about members of %s", (kind) => {
    const { wrong, tried } = checkLies(pool, kind, 1, { each: 1, most: MOST });
    expect(wrong).toEqual([]);
    expect(tried).toBe(MOST);
  });
});
