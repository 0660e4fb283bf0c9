// Each patch that breaks a claim makes a test fail that its row names, by what that asserts.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { claimsIn, PAGE } from "./promises.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
/** How the runner says that no test saw a patch. */
const LIVES = /^([PFA]\d\d): .*: LIVES/;

test("every patch of a claim is seen by a test that the claim names, and those of gaps are not", () => {
  const { PATH, HOME, ROW = "" } = process.env;
  const rows = ROW === "" ? [] : ROW.split(",");
  const { stdout } = spawnSync(
    process.execPath,
    [join(ROOT, "build", "test", "promises-main.mjs"), ...rows],
    {
      cwd: ROOT,
      env: { PATH, HOME, CHECK: "1" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  expect(stdout).toMatch(/^\d+ patches were tried; \d+ live\.$/m);
  expect(stdout).not.toMatch(/does not compile|fails as it is/);
  const live = new Set(stdout.split("\n").flatMap((line) => LIVES.exec(line)?.[1] ?? []));
  const gaps = claimsIn(readFileSync(join(ROOT, PAGE), "utf8"))
    .filter(
      ({ row, said }) =>
        /its patch (survives|is not tried yet): /.test(said)
        && (rows.length === 0 || rows.includes(row)),
    )
    .map(({ row }) => row);
  expect([...live].toSorted()).toEqual(gaps.toSorted());
});
