// Mutants of the app's rules: an example shows each, or SURVIVORS.md has the reason why none can.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { survivorsIn } from "../../build/test/survivors.mjs";
import { examplesOf } from "./examples.fixture.ts";
import { mutantsIn, saidOf, survivorsOf } from "./mutants.fixture.ts";
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

const rules = await ownRules();
const said = saidOf(rules, examplesOf(makePool(), EACH));
const listed = survivorsIn(readFileSync(join(import.meta.dirname, "SURVIVORS.md"), "utf8"));

it.each(process.env["RULES"]?.split(",") ?? WHOLE)("of %s are shown, or listed", (name) => {
  const found = [...survivorsOf(rules, name, mutantsIn(rules, name), said)].map((one) => one.name);
  const path = `electron/meaning/${name}`;
  const names = listed.filter((one) => one.path === path).map((one) => one.name);
  expect([...new Set(found)].toSorted()).toEqual(names.toSorted());
});
