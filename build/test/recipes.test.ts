// Each recipe of CONTRIBUTING.md has a small change that was made by it, which fits the project of now
// and changes exactly the files that the recipe lists.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { allRecipes, patched } from "./promises.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
const read = (path: string): string => {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};
const recipes = allRecipes(ROOT);
const page = read("CONTRIBUTING.md");
/** The files of each recipe, by its name; words in capitals are for names. */
const listed = new Map(
  [...page.matchAll(/^\| ([a-z ]+) \| (`[^|]+`) \| .+ \|$/gm)].map(([, name = "", files = ""]) => [
    name,
    files.match(/(?<=`)[^`, ]+(?=`)/g) ?? [],
  ]),
);

const isOf = (path: string, place: string): boolean =>
  new RegExp(
    `^${place.replaceAll(".", "\\.").replaceAll(/(NAME|NOUN|ROOM|FILE)/g, "[\\w-]+")}$`,
  ).test(path);

it("each is listed with its files, and no other", () => {
  expect([...listed.keys()].toSorted()).toEqual(recipes.map(({ row }) => row).toSorted());
});

it.each(recipes)("$row: its files are those that the page lists", (recipe) => {
  const places = listed.get(recipe.row) ?? [];
  const files = [...patched(recipe, read).keys()];
  expect(files.filter((path) => !places.some((place) => isOf(path, place)))).toEqual([]);
  expect(places.filter((place) => !files.some((path) => isOf(path, place)))).toEqual([]);
  expect(files).toHaveLength(places.length);
});
