// docs/promises.md: what came of each patch, written by the runner.

import { IN_WINDOWS } from "./promises.mjs";

/** @typedef {import("./promises.mjs").Claim} Claim */
/** @typedef {import("./promises.mjs").Patch} Patch */
/** @typedef {import("./promises-run.mjs").Outcome} Outcome */

export const RESULTS = "docs/promises.md";

const HEAD = `# Patches that break each promise

Every claim of [assurance](assurance.md) that a test is said to show is broken here on purpose: each patch changes five
lines at most, compiles, and was written by someone who had not read the tests. A test that the row names must fail,
by what it asserts. \`npm run test:long -- promises\` writes this page ([testing](testing.md#promises)).

`;

/** What follows before the table. */
const TABLE = `| Row | What is wrong then | Test that fails | Its first line |
|---|---|---|---|
`;
const LIVES = "**lives**";

/** What the page has, by row and words. @param {string} page @returns {Map<string, Outcome>} */
export const resultsIn = (page) =>
  new Map(
    [...page.matchAll(/^\| ([PFA]\d\d) \| (.+?) \| (.+?) \| (.*) \|$/gm)].map(
      ([, row, words, test = "", why = ""]) => [
        `${row}: ${words}`,
        test === LIVES ? { lives: plain(why) } : { test: plain(test), why: plain(why) },
      ],
    ),
  );

/**
 * The page.
 * @param {readonly Patch[]} patches
 * @param {ReadonlyMap<string, Outcome>} results
 * @param {readonly Claim[]} claims
 */
export const pageOf = (patches, results, claims) =>
  HEAD
  + wrapped(unseenInWindows(results, claims))
  + TABLE
  + patches
    .map(({ row, words }) => {
      const outcome = results.get(`${row}: ${words}`) ?? { lives: "not tried" };
      const [test, why] =
        "lives" in outcome
          ? [LIVES, coded(outcome.lives)]
          : [coded(outcome.test), coded(outcome.why)];
      return `| ${row} | ${words} | ${test} | ${why} |\n`;
    })
    .join("");

/**
 * Which rows name tests of the window or the screens that no patch made fail: a patch is tried on a
 * row's units first, and on nothing more once one has failed.
 * @param {ReadonlyMap<string, Outcome>} results @param {readonly Claim[]} claims @returns {string}
 */
function unseenInWindows(results, claims) {
  const seen = [...results.values()].flatMap((one) => ("test" in one ? [one.test] : []));
  const rows = claims
    .filter(({ badge, tests }) => {
      const paths = tests.map(({ path }) => path).filter((path) => IN_WINDOWS.test(path));
      const isUnseen = (/** @type {string} */ path) =>
        !seen.some((test) => test.startsWith(`${path}: `));
      return badge === "CODE" && paths.some(isUnseen);
    })
    .map(({ row }) => row);
  if (rows.length === 0) return "";
  return (
    "A patch is tried on the units that its row names first, and on nothing more once one of them has failed. So no patch "
    + "has shown that the tests of the window and the screens (`e2e/window`, `e2e/screens`) can fail that these rows name as "
    + `well: ${rows.join(", ")}. No patch is known to break what these tests alone check.`
  );
}

/** Lines as long as the page's. @param {string} text @returns {string} */
const wrapped = (text) => (text === "" ? "" : `${text.replaceAll(/(.{1,120})(?: |$)/g, "$1\n")}\n`);

/** As code, within a cell of a table. @param {string} text */
const coded = (text) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;

/** @param {string} cell */
const plain = (cell) => cell.replaceAll("`", "").replaceAll("\\|", "|");
