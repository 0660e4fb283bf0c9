// What a run of the tests is worth, counted from the runners' own reports.
import { describe, expect, test } from "vitest";
import { addUp, countVitest, verdict } from "./count.mjs";

const file = (status: string, ...tests: readonly (readonly [string, string])[]) => ({
  name: "a.test.ts", status,
  assertionResults: tests.map(([how, fullName]) => ({ status: how, fullName })),
});

describe("a vitest report", () => {
  test("is counted by its tests", () => {
    const testResults = [
      file("passed", ["passed", "a"], ["skipped", "b"], ["todo", "c"], ["pending", "d"]),
      file("failed", ["failed", "e"], ["passed", "f"]),
    ];
    expect(countVitest({ testResults }, 1))
      .toEqual({ passed: 2, failed: 1, skipped: ["b", "c", "d"] });
  });

  test("with a file that breaks outside its tests has one failure more", () => {
    const testResults = [file("failed"), file("failed", ["passed", "a"])];
    expect(countVitest({ testResults }, 1)).toEqual({ passed: 1, failed: 2, skipped: [] });
  });

  test("without failures, of a run that ended badly, has one", () => {
    expect(countVitest({ testResults: [file("passed", ["passed", "a"])] }, 1).failed).toBe(1);
  });

  test("that was never written counts as one failure", () => {
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

test("runners are added up", () => {
  const one = { passed: 1, failed: 2, skipped: ["a"] };
  const other = { passed: 3, failed: 4, skipped: ["b"] };
  expect(addUp([one, other])).toEqual({ passed: 4, failed: 6, skipped: ["a", "b"] });
});

describe("the verdict", () => {
  test.each([
    [{ passed: 3, failed: 0, skipped: [] }, true, "3 passed, 0 failed", true],
    [{ passed: 3, failed: 1, skipped: [] }, false, "3 passed, 1 failed", false],
    [{ passed: 0, failed: 0, skipped: [] }, false, "0 passed, 0 failed", false],
    [{ passed: 3, failed: 0, skipped: ["a"] }, false, "3 passed, 0 failed, 1 skipped", true],
    [{ passed: 3, failed: 0, skipped: ["a"] }, true, "3 passed, 0 failed, 1 skipped", false],
    [{ passed: 3, failed: 0, skipped: ["a (needs ../shared)"] }, true,
      "3 passed, 0 failed, 1 skipped", true],
  ])("on %j, judging: %s", (count, judging, line, ok) => {
    expect(verdict(count, judging)).toEqual({ line, ok });
  });
});
