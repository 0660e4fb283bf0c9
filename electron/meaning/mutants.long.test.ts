// Mutants of the app's rules: an example shows each, or SURVIVORS.md has the reason why none can.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { survivorsIn } from "../../build/test/survivors.mjs";
import { askedRules, oddRecords } from "./asked.fixture.ts";
import { examplesOf, unaskedOf, type Example } from "./examples.fixture.ts";
import { LIES, RARITIES } from "./lies.fixture.ts";
import { mutantsIn, saidOf, survivorsOf, type Rules } from "./mutants.fixture.ts";
import { ownRules } from "./own-rules.fixture.ts";
import { makePool } from "./pool.fixture.ts";

/** Lies about a member of a type, in each kind of ceremony. */
const EACH = 1;
/** Files of which each survivor has its reason on the page. */
const WHOLE = [
  "advance.ts",
  "certificates.ts",
  "closing.ts",
  "committed.ts",
  "contents.ts",
  "custody.ts",
  "domain.ts",
  "happenings.ts",
  "keys.ts",
  "meaning.ts",
  "names.ts",
  "objects.ts",
  "opening.ts",
  "people.ts",
  "preflight.ts",
  "quote.ts",
  "reading.ts",
  "recovery.ts",
  "steps.ts",
  "writers.ts",
];

/** What asks the rules of all of them, which is more than the first that a record breaks. */
const ASKING = "meaning.ts";

const pool = makePool();
const examples = [...examplesOf(pool, EACH), ...unaskedOf(pool)];
const listed = survivorsIn(readFileSync(join(import.meta.dirname, "SURVIVORS.md"), "utf8"));
const trial = (rules: Rules, all: readonly Example[]) => ({ rules, said: saidOf(rules, all) });
const ofRules = trial(await ownRules(), examples);
const known = new Set([...LIES, ...RARITIES].map(({ name }) => name));
const ofAsking = trial(await askedRules(), [
  ...examples.filter(({ name }) => known.has(name)),
  ...oddRecords(examples.find(({ closed }) => closed)!),
]);

it.each(process.env["RULES"]?.split(",") ?? WHOLE)("of %s are shown, or listed", (name) => {
  const { rules, said } = name === ASKING ? ofAsking : ofRules;
  const found = [...survivorsOf(rules, name, mutantsIn(rules, name), said)].map((one) => one.name);
  const path = `electron/meaning/${name}`;
  const names = listed.filter((one) => one.path === path).map((one) => one.name);
  expect([...new Set(found)].toSorted()).toEqual(names.toSorted());
});
