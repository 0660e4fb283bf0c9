// The test files that took longest in the last run are started first.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { byTime } from "./longest-first.ts";
import { keepTimes, readTimes } from "./times.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
const file = (path: string) => ({ moduleId: join(ROOT, path) });

test("the longest come first, the others as they came", () => {
  const [a, b, c, d] = ["a.test.ts", "b.test.ts", "c.test.ts", "d.test.ts"].map(file);
  expect(byTime([a!, b!, c!, d!], { "d.test.ts": 9, "b.test.ts": 70 })).toEqual([b, d, a, c]);
});

test("times are read as the last run has kept them, and before it there are none", () => {
  const root = mkdtempSync(join(tmpdir(), "sd-times-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  expect(readTimes(root)).toEqual({});
  const files = [{ path: "a.test.ts", seconds: 2.5 }];
  keepTimes(root, { passed: 1, failed: 0, skipped: [], failures: [], files });
  expect(readTimes(root)).toEqual({ "a.test.ts": 2.5 });
});
