// Programs with one small mistake each: a test sees it, or the page says why none does.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { chosenIn } from "./mutants.mjs";
import { survivorsIn } from "./survivors.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");

test("every mutant that no test sees is listed with its reason, and no other", () => {
  const { PATH, HOME } = process.env;
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(ROOT, "build", "test", "mutants-main.mjs")],
    { cwd: ROOT, env: { PATH, HOME }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  expect(status, stdout).toBe(0);
  const tried = chosenIn(ROOT).map(({ path, name }) => `${path}: ${name}`);
  const lines = stdout.trim().split("\n");
  expect(lines.at(-1)).toBe(`${tried.length} mutants were tried.`);
  const listed = survivorsIn(readFileSync(join(ROOT, "docs", "testing.md"), "utf8"));
  const named = listed.map(({ path, name }) => `${path}: ${name}`);
  const survived = new Set(lines.filter((line) => tried.includes(line)));
  expect([...survived].filter((line) => !named.includes(line))).toEqual([]);
  expect(named.filter((line) => !survived.has(line))).toEqual([]);
});
