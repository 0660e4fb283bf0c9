// The long test files are started first, and the list of them names files that are there.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { TestSpecification, Vitest } from "vitest/node";
import { LONGEST, LongestFirst } from "./longest.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");

test("each file of the list is there", () => {
  expect(LONGEST.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("those of the list come first and in its order, the others as they came", async () => {
  const of = (path: string) =>
    ({
      moduleId: join(ROOT, path),
      project: { name: "", config: { isolate: true, sequence: { groupOrder: 0 } } },
    }) as unknown as TestSpecification;
  const others = ["crypto/a.test.ts", "crypto/b.test.ts"];
  const [second = "", first = ""] = LONGEST.slice(0, 2).toReversed();
  const vitest = {
    config: { root: ROOT },
    cache: { getFileTestResults: () => undefined, getFileStats: () => ({ size: 1 }) },
  } as unknown as Vitest;
  const files = [others[0]!, second, others[1]!, first].map(of);
  const sorted = await new LongestFirst(vitest).sort(files);
  expect(sorted.map(({ moduleId }) => moduleId.slice(ROOT.length + 1))).toEqual([
    first,
    second,
    ...others,
  ]);
});
