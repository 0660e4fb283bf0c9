// The claims of docs/assurance.md, and the patches that break each of them: at most five lines, written
// by someone who had not read the tests (docs/testing.md, "Promises").
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the claims stand, and the patches. */
export const PAGE = "docs/assurance.md";
const PATCHES = ["promises", "faults", "attacks"].map((of) => `build/test/promises/${of}.patch`);

/** Tests of the window and of the screens, by their paths. */
export const IN_WINDOWS = /^e2e\/(window|screens)\//;

/** The patches of the recipes (docs/testing.md, "Recipes"). */
const RECIPES = "build/test/recipes.patch";

/** So many lines may be taken away and added, all together. */
export const LINES_MAX = 5;

/**
 * A row of the page.
 * @typedef {object} Claim
 * @property {string} row such as P09
 * @property {string} badge CODE, PROCEDURE or GAP
 * @property {string} said
 * @property {readonly Named[]} tests
 */

/**
 * A test by its file and its title, with places for values as they are written.
 * @typedef {{ readonly path: string, readonly title: string }} Named
 */

/**
 * @typedef {object} Patch
 * @property {string} row of a claim, or the name of a recipe
 * @property {string} words what is wrong then, or what is added
 * @property {readonly Hunk[]} hunks
 */

/**
 * One change: lines of a file, each with the sign that it has in a diff.
 * @typedef {{ readonly path: string, readonly lines: readonly string[] }} Hunk
 */

/** Every row of the page. @param {string} page @returns {readonly Claim[]} */
export const claimsIn = (page) =>
  [...page.matchAll(/^\| ([PFA]\d\d) \| [^|]+ \| ([A-Z]+) \| (.+) \|$/gm)].map((match) => {
    const [, row = "", badge = "", said = ""] = match;
    const tests = [...said.matchAll(/`([^`]+\.test\.tsx?): ([^`]+)`/g)];
    return { row, badge, said, tests: tests.map(([, path = "", title = ""]) => ({ path, title })) };
  });

/**
 * The patches of a file: for each a line with its row and its words, then its changes, each below the
 * path of its file, and an empty line.
 * @param {string} text @returns {readonly Patch[]}
 */
export const patchesIn = (text) =>
  text
    .trimEnd()
    .split("\n\n")
    .map((block) => {
      const [head = "", ...hunks] = block.split(/\n@ /);
      const [, row = "", words = ""] = /^([PFA]\d\d|[a-z ]+): (.+)$/.exec(head) ?? [];
      if (row === "") throw new Error(`no patch begins like this: ${head}`);
      return {
        row,
        words,
        hunks: hunks.map((hunk) => {
          const [path = "", ...lines] = hunk.split("\n");
          return { path, lines };
        }),
      };
    });

/** All patches. @param {string} root @returns {readonly Patch[]} */
export const allPatches = (root) =>
  PATCHES.flatMap((path) => patchesIn(readFileSync(join(root, path), "utf8")));

/** One small change for each recipe of CONTRIBUTING.md. @param {string} root @returns {readonly Patch[]} */
export const allRecipes = (root) => patchesIn(readFileSync(join(root, RECIPES), "utf8"));

/** How many lines a patch changes. @param {Patch} patch */
export const changedLines = ({ hunks }) =>
  hunks.flatMap(({ lines }) => lines).filter((line) => !line.startsWith(" ")).length;

/**
 * The files that a patch changes, as they are then.
 * @param {Patch} patch
 * @param {(path: string) => string} read nothing where there is no file: then it is a new one
 * @returns {ReadonlyMap<string, string>} by path
 * @throws where a change fits nowhere, or in more than one place
 */
export function patched({ row, words, hunks }, read) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const { path, lines } of hunks) {
    const before = files.get(path) ?? read(path);
    const [from, to] = ["-", "+"].map((sign) => blockOf(lines, sign));
    const at = `\n${before}`.split(from ?? "");
    if (at.length !== 2)
      throw new Error(`${row}, ${words}: fits ${at.length - 1} places of ${path}`);
    files.set(path, at.join(to).slice(1));
  }
  return files;
}

/** The lines with this sign and those with none, each whole. @param {readonly string[]} lines @param {string} sign */
const blockOf = (lines, sign) =>
  `\n${lines
    .filter((line) => line.startsWith(" ") || line.startsWith(sign))
    .map((line) => `${line.slice(1)}\n`)
    .join("")}`;
