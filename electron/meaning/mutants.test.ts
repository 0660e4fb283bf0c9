// How mutants of rules are tried, on rules of a line; and the list of those that no example shows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { mutantsOf } from "../../build/test/mutate.mjs";
import { survivorsIn } from "../../build/test/survivors.mjs";
import type { Example } from "./examples.fixture.ts";
import { mutantsIn, saidOf, survivorsOf, type Rules } from "./mutants.fixture.ts";
import { partOf, reaching } from "./reach.fixture.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** Rules as a function of an example's name. */
const rulesOf = (text: string): Rules => ({
  texts: new Map([["a", text]]),
  with: (_, changed, reach = () => undefined) => {
    const judge = runInThisContext(`(reach) => (${changed})`) as (
      reach: (part: number) => void,
    ) => (name: string) => unknown;
    const says = judge(reach);
    return ({ name }) => JSON.stringify(says(name));
  },
});

/** The mutants that survive these examples. */
function survivors(text: string, ...names: readonly string[]): readonly string[] {
  const rules = rulesOf(text);
  const said = saidOf(
    rules,
    names.map((name) => ({ name }) as Example),
  );
  const found = survivorsOf(rules, "a", mutantsIn(rules, "a"), said);
  return [...found].map(({ name }) => name.split(" | ")[1]!);
}

const RULE = '(name) => name !== "" && name.length > 1';

describe("a mutant of a rule", () => {
  it("is seen by an example of which it says otherwise", () => {
    const alike = ['name !== "" && name.length > 1 -> name.length > 1', '"" -> "another"'];
    expect(survivors(RULE, "", "a", "ab")).toEqual(alike);
    expect(survivors(RULE, "ab")).toContain("> -> >=");
  });

  it("is seen if it throws", () => {
    const rule = "(name) => (name === null ? name.size.length : 1)";
    expect(survivors(rule, "a")).not.toContain("name === null -> true");
  });
});

describe("the parts of a program", () => {
  it("are told when they run, and only then", () => {
    const { text, parts } = reaching('(name) => (name === "a" ? name.length : name)');
    const ran: number[] = [];
    const says = rulesOf(text).with("a", text, (part) => ran.push(part));
    says({ name: "b" } as Example);
    const places = ran.map((part) => [parts[part]?.start, parts[part]?.end]);
    expect(places).toEqual([
      [10, 45],
      [40, 44],
    ]);
  });

  it("are the smallest that contain what is asked", () => {
    const { parts } = reaching("(a) => a && b");
    expect(parts[partOf(parts, { start: 12, end: 13 })]).toMatchObject({ start: 12, end: 13 });
    expect(partOf(parts, { start: 0, end: 13 })).toBe(-1);
  });
});

describe("the list of survivors", () => {
  // Those of the page are in its own test.
  const all = survivorsIn(readFileSync(join(import.meta.dirname, "SURVIVORS.md"), "utf8"));
  const listed = all.filter(({ path }) => path.endsWith(".ts"));

  it("names mutants that there are, each once and with its reason", () => {
    const paths = [...new Set(listed.map(({ path }) => path))];
    const there = new Set(
      paths.flatMap((path) =>
        mutantsOf(path, readFileSync(join(ROOT, path), "utf8"), true).map(
          ({ name }) => `${path}: ${name}`,
        ),
      ),
    );
    const names = listed.map(({ path, name }) => `${path}: ${name}`);
    expect(names.filter((name) => !there.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(all.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
