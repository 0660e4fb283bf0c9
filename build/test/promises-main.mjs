// node build/test/promises-main.mjs [ROW...]: tries the patches of all rows marked CODE, or of these,
// and writes what came of each to docs/promises.md. UNITS=1: without the tests of the window. With
// `page` in place of rows: writes the page again, from what it has and the claims of now.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { pageOf, resultsIn, RESULTS } from "./promises-page.mjs";
import { allPatches, claimsIn, IN_WINDOWS, PAGE } from "./promises.mjs";
import { Promises } from "./promises-run.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const wanted = process.argv.slice(2);
const claims = claimsIn(readFileSync(join(ROOT, PAGE), "utf8"));
const isUnits = process.env["UNITS"] === "1";
/** @param {string} row */
const testsOf = (row) =>
  (claims.find((claim) => claim.row === row)?.tests ?? []).filter(
    ({ path }) => !isUnits || !IN_WINDOWS.test(path),
  );
/** @param {import("./promises.mjs").Named} one */
const isSame = (one) => (/** @type {import("./promises.mjs").Named} */ other) =>
  one.path === other.path && one.title === other.title;
const all = allPatches(ROOT);
const chosen = all.filter(
  ({ row }) => (wanted.length === 0 || wanted.includes(row)) && testsOf(row).length > 0,
);

/** @type {Map<string, import("./promises-run.mjs").Outcome>} by row and words */
const outcomes = new Map();
if (wanted.join() === "page") {
  keep();
  process.exit(0);
}
const promises = await Promises.open(ROOT);
const uncompiled = promises.uncompiled(chosen);
for (const [patch, why] of uncompiled) console.log(`${nameOf(patch)}: does not compile: ${why}`);
for (const [patch, why] of uncompiled)
  outcomes.set(nameOf(patch), { lives: `does not compile: ${why}` });
for (const patch of chosen.filter((one) => !uncompiled.has(one))) {
  const began = performance.now();
  const outcome = await promises.try(patch, testsOf(patch.row));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  outcomes.set(nameOf(patch), outcome);
  const said = "lives" in outcome ? `LIVES (${outcome.lives})` : `${outcome.test}: ${outcome.why}`;
  console.log(`${nameOf(patch)} [${seconds} s]: ${said}`);
  // Written at once: a long run that is ended keeps what it found.
  keep();
}

// A test that fails of the programs as they are has shown nothing.
const named = chosen
  .filter((patch) => "test" in (outcomes.get(nameOf(patch)) ?? {}))
  .flatMap(({ row }) => testsOf(row))
  .filter(({ path }) =>
    [...outcomes.values()].some((one) => "test" in one && one.test.startsWith(`${path}: `)),
  );
const failing = await promises.failing(
  named.filter((one, at) => named.findIndex(isSame(one)) === at),
);
for (const { test, why } of failing) {
  console.log(`${test} fails as it is: ${why}`);
  for (const [name, outcome] of outcomes)
    if ("test" in outcome && outcome.test === test)
      outcomes.set(name, { lives: `the test fails as it is: ${test}` });
}
keep();
const lives = [...outcomes.values()].filter((one) => "lives" in one).length;
console.log(`${chosen.length} patches were tried; ${lives} live.`);
await promises.close();
process.exit(lives === 0 ? 0 : 1);

/** @param {import("./promises.mjs").Patch} patch */
function nameOf({ row, words }) {
  return `${row}: ${words}`;
}

/** Writes the page, where this is not only a check. */
function keep() {
  if (process.env["CHECK"] === "1") return;
  const results = resultsIn(readFileSync(join(ROOT, RESULTS), "utf8"));
  for (const [name, outcome] of outcomes) results.set(name, outcome);
  writeFileSync(join(ROOT, RESULTS), pageOf(all, results, claims));
}
