// Every longer test belongs to one part of the long run.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { filesOf, isShard, longerFiles, SHARDS } from "./shards.mjs";

const longer = longerFiles(resolve(import.meta.dirname, "..", ".."));
const names = Object.keys(SHARDS).filter(isShard);

test("every file that does more in the long run is in exactly one part", () => {
  const all = names.flatMap((name) => filesOf(name, longer));
  expect(all.toSorted()).toEqual(longer.toSorted());
});

test("no part is empty", () => {
  for (const name of names) expect(filesOf(name, longer), name).not.toEqual([]);
});

test("no other name is a part", () => {
  expect(["", "windows", "toString"].filter(isShard)).toEqual([]);
});
