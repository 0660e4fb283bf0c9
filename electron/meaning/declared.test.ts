// The page of rules and the tables beside it say what the code does.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NEWEST, RULES } from "./breach.ts";
import { declaredText } from "./declared.fixture.ts";

const page = readFileSync(join(import.meta.dirname, "FORMAT.md"), "utf8");

describe("what the rules need, as data", () => {
  it("is that of the scripts, kinds and entries (rewrite it with vitest --update)", async () => {
    await expect(declaredText()).toMatchFileSnapshot("declared.json");
  });
});

describe("the page of rules", () => {
  const rows = [...page.matchAll(/^\| (\d+) \| `(E-MEAN-[A-Z-]+)` \|/gm)];

  it("names the newest version of the rules", () => {
    expect(page).toContain(`The newest version is ${NEWEST} `);
  });

  it("has every rule once, under its number, in their order", () => {
    const named = rows.map(([, number, code]) => [code, Number(number)]);
    expect(named).toEqual(Object.entries(RULES));
    const numbers = named.map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});
