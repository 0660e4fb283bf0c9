// docs/promises.md: what came of each patch, written by the runner.

/** @typedef {import("./promises.mjs").Patch} Patch */
/** @typedef {import("./promises-run.mjs").Outcome} Outcome */

export const RESULTS = "docs/promises.md";

const HEAD = `# Patches that break each promise

Every claim of [assurance](assurance.md) that a test is said to show is broken here on purpose: each patch changes five
lines at most, compiles, and was written by somebody who had not read the tests. A test that the row names must fail,
by what it asserts. \`npm run test:long -- promises\` writes this page ([testing](testing.md#promises)).

| Row | What is wrong then | Test that fails | Its first line |
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

/** The page. @param {readonly Patch[]} patches @param {ReadonlyMap<string, Outcome>} results */
export const pageOf = (patches, results) =>
  HEAD
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

/** As code, within a cell of a table. @param {string} text */
const coded = (text) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;

/** @param {string} cell */
const plain = (cell) => cell.replaceAll("`", "").replaceAll("\\|", "|");
