// Mutants of the page's rules, as `electron/meaning/mutants.long.test.ts` has those of the app's: an
// example shows each, or SURVIVORS.md has the reason why none can.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { survivorsIn } from "../../build/test/survivors.mjs";
import { examplesOf, unaskedOf } from "../meaning/examples.fixture.ts";
import { saidOf, survivorsOf } from "../meaning/mutants.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { mutantsOfPart, pageRules } from "./page-rules.fixture.ts";
import { VERIFIER } from "./verifier.fixture.ts";

/** Lies about a member of a type, in each kind of ceremony. */
const EACH = 1;
/** Parts of the rules of which each survivor has its reason on the page. */
const WHOLE = [
  "words",
  "opening",
  "steps",
  "work",
  "happenings",
  "times",
  "keys",
  "domain",
  "custody",
  "recovery",
  "end",
];

const pool = makePool();
const examples = [...examplesOf(pool, EACH), ...unaskedOf(pool)];
const rules = await pageRules(examples);
const said = saidOf(rules, examples);
const page = readFileSync(join(import.meta.dirname, "..", "meaning", "SURVIVORS.md"), "utf8");
const listed = survivorsIn(page).filter(({ path }) => VERIFIER.endsWith(path));

const namesOf = (part: string): readonly string[] =>
  mutantsOfPart(rules, part).map((one) => one.name);

it("names mutants of these parts alone", () => {
  const there = WHOLE.flatMap(namesOf);
  expect(listed.map((one) => one.name).filter((name) => !there.includes(name))).toEqual([]);
});

it.each(process.env["RULES"]?.split(",") ?? WHOLE)(
  "of the part %s are shown, or listed",
  (part) => {
    const found = [...survivorsOf(rules, part, mutantsOfPart(rules, part), said)];
    const names = listed.map((one) => one.name).filter((name) => namesOf(part).includes(name));
    expect([...new Set(found.map((one) => one.name))].toSorted()).toEqual(names.toSorted());
  },
);
