// A file that nobody imports is refused, and so is a name that is exported for nobody.
import { expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { dead, deadNames } from "./dead.ts";

test("a file that nobody imports is refused, and lives as soon as one does", () => {
  const lonely = { path: "crypto/a.ts", text: 'import "./a.ts";' };
  const entry = { path: "electron/cli/main.ts", text: 'import "../../crypto/b.ts";' };
  expect(dead([lonely, entry]).map(spell)).toEqual(["crypto/a.ts: is imported by nobody"]);
  expect(dead([lonely, { ...entry, text: 'import "../../crypto/a.ts";' }])).toEqual([]);
  expect(dead([lonely, { path: "crypto/a.test.ts", text: 'import "./a.ts";' }])).toEqual([]);
});

test.each([
  ['import { a } from "./a.ts";', ["b", "c", "d"]],
  ['import { type B, b } from "./a.ts"; import("./a.ts");', []],
  ['export { a as z, b, c } from "./a.ts"; import "./a.ts";', ["d", "z", "b", "c"]],
  ['import * as all from "./a.ts";', []],
  ['/** @param {import("./a.ts").b} x */ type A = import("./a.ts").c.d;', ["a", "d"]],
])("names that no file imports are refused beside %s", (text, names) => {
  const own = "export const a = 1, b = 2; export function c(): D {} type d = 1; export { d };";
  const files = [
    { path: "crypto/a.ts", text: `${own} export interface D { readonly own: D }` },
    { path: "crypto/b.ts", text },
  ];
  expect(deadNames(files).map(({ says }) => says)).toEqual(
    names.map((name) => `exports ${name}, which nobody imports`),
  );
});
