// What the runner of mutants changes, and which of it the long run takes.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { mutantsOf, mutated, sampleOf } from "./mutate.mjs";
import { chosenIn, mutableFiles, mutantsIn, testsOf, WHOLE } from "./mutants.mjs";
import { survivorsIn } from "./survivors.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
const changed = (text: string, isRules = false) =>
  mutantsOf("a.ts", text, isRules).map((mutant) => mutated(text, mutant).trim());

describe("a mutant", () => {
  it.each([
    ["f(a === b);", [";", "f(a !== b);"]],
    ["x = a < 1;", ["x = a <= 1;", "x = a >= 1;", "x = a < 2;"]],
    ["x = a && b;", ["x = a;", "x = b;"]],
    ["if (a) b();", ["if (true) b();", "if (false) b();", "if (a) ;"]],
    ["throw a;", [";"]],
    ["x = !a;", ["x = (a);"]],
    ["x = a.every(b);", ["x = a.some(b);"]],
    ["x = a ? true : b;", ["x = true ? true : b;", "x = false ? true : b;", "x = a ? false : b;"]],
    ['x = a === "b";', ['x = a !== "b";', 'x = a === "another";']],
  ])("of %s has one change", (text, wanted) => {
    expect(changed(text)).toEqual(wanted);
  });

  it.each([
    ["x = y;", [";"]],
    ["for (const a of b) c = a;", [";", "for (const a of b) ;"]],
    ["x(a.filter(b));", [";", "x(a.filter(() => true));", "x(a.filter(() => false));"]],
    ["x = { a: b };", [";", "x = { a: () => undefined };"]],
    ['x = { a: "b" };', [";", 'x = { a: "another" };']],
    ["x = [a, ...b];", [";", "x = [...b];", "x = [a];"]],
    ["x = /^a$/;", [";", "x = /a$/;", "x = /^a/;"]],
  ])("of the rule %s also forgets, takes all or nothing, and lacks a part", (text, wanted) => {
    expect(changed(text, true)).toEqual(wanted);
    expect(changed(text).length).toBeLessThan(wanted.length);
  });

  it("is not made of types, imports or texts that only speak", () => {
    const text =
      'import { a } from "b";\ntype C = "d" | 1;\ninterface E { readonly f: true }\nx = g("h");';
    expect(changed(text)).toEqual([]);
  });

  it("has a name that does not depend on the place of its line", () => {
    const namesIn = (text: string) => mutantsOf("a.ts", text).map(({ name }) => name);
    expect(namesIn("\n\n  x = a > b;")).toEqual(namesIn("x = a > b;"));
    expect(namesIn("x = a > b;")).toEqual(["x = a > b; | > -> >=", "x = a > b; | > -> <="]);
  });
});

describe("what the long run tries", () => {
  const chosen = chosenIn(ROOT);

  it("is every mutant of some files, and of the others the same sample each time", () => {
    for (const path of WHOLE)
      expect(chosen.filter((mutant) => mutant.path === path)).toEqual(mutantsIn(ROOT, path));
    expect(chosenIn(ROOT)).toEqual(chosen);
    const others = new Set(chosen.map(({ path }) => path)).size - WHOLE.length;
    expect(others).toBeGreaterThan(20);
    expect(mutableFiles(ROOT)).toEqual(expect.arrayContaining([...WHOLE]));
  });

  it("is a sample by each mutant's own name, and by the seed", () => {
    const all = Array.from({ length: 400 }, (_, i) => ({ name: `mutant ${i}` }));
    const sample = sampleOf(all, 4, "a");
    expect(sample.length).toBeGreaterThan(50);
    expect(sample.length).toBeLessThan(150);
    expect(sampleOf(all.slice(200), 4, "a")).toEqual(
      sample.filter((one) => all.indexOf(one) >= 200),
    );
    expect(sampleOf(all, 4, "b")).not.toEqual(sample);
  });

  it("is asked of tests that come to it by imports, through public files too", () => {
    const [own, others] = testsOf(ROOT, "crypto/restore-blob.ts");
    expect(own).toEqual(["crypto/restore-blob.bad.test.ts", "crypto/restore-blob.test.ts"]);
    expect(others).toContain("crypto/vectors.test.ts");
    expect(others).not.toContain("crypto/words.test.ts");
  });

  it("has tests in its room, whatever the program: a public file alone has none", () => {
    const bare = mutableFiles(ROOT).filter((path) => testsOf(ROOT, path).flat().length === 0);
    expect(bare).toEqual([
      "crypto/index.ts",
      "crypto/secret-half.ts",
      "electron/ceremony/ceremony.ts",
    ]);
  });
});

describe("the list of survivors", () => {
  it("has a path, a name and a reason for each", () => {
    const page = "x\n```survivors\na.ts\n  x | y\n    Why.\n  z\n    Because.\n```\n";
    expect(survivorsIn(page)).toEqual([
      { path: "a.ts", name: "x | y", reason: "Why." },
      { path: "a.ts", name: "z", reason: "Because." },
    ]);
  });

  it("names mutants that there are, in what the long run tries", () => {
    const there = chosenIn(ROOT).map(({ path, name }) => `${path}: ${name}`);
    const listed = survivorsIn(readFileSync(join(ROOT, "docs", "testing.md"), "utf8"));
    expect(listed.filter(({ path, name }) => !there.includes(`${path}: ${name}`))).toEqual([]);
    expect(listed.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
