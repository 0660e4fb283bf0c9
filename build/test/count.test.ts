// What a run of the tests is worth, counted from the runners' own reports.
import { describe, expect, test } from "vitest";
import {
  addUp,
  countPlaywright,
  countVitest,
  passedOverNothing,
  summary,
  verdict,
  type PlaywrightReport,
  type VitestReport,
} from "./count.mjs";

const file = (status: string, ...tests: readonly (readonly [string, string])[]) => ({
  name: "/here/a.test.ts",
  status,
  message: "it broke\nat once",
  startTime: 1000,
  endTime: 3500,
  assertionResults: tests.map(([how, fullName]) => ({
    status: how,
    fullName,
    failureMessages: [`why ${fullName}\n    at a stack`],
  })),
});
const nothing = { passed: 0, failed: 0, skipped: [], failures: [], files: [] };
const count = (report: VitestReport | undefined) => countVitest(report, 1, "/here");

describe("a vitest report", () => {
  test("is counted by its tests", () => {
    const testResults = [
      file("passed", ["passed", "a"], ["skipped", "b"], ["todo", "c"], ["pending", "d"]),
      file("failed", ["failed", "e"], ["passed", "f"]),
    ];
    expect(count({ testResults })).toEqual({
      passed: 2,
      failed: 1,
      skipped: ["b", "c", "d"],
      failures: ["a.test.ts: e: why e"],
      files: [
        { path: "a.test.ts", seconds: 2.5 },
        { path: "a.test.ts", seconds: 2.5 },
      ],
    });
  });

  test("with a file that breaks outside its tests has one failure more", () => {
    const testResults = [file("failed"), file("failed", ["passed", "a"])];
    expect(count({ testResults })).toMatchObject({
      passed: 1,
      failed: 2,
      failures: ["a.test.ts: it broke", "a.test.ts: it broke"],
    });
  });

  test("says of what timed out that it did, which vitest's own report does not", () => {
    const late = file("failed", ["failed", "a"]);
    const [one] = late.assertionResults;
    const told = ["Error: STACK_TRACE_ERROR\n    at Function.each"];
    const testResults = [{ ...late, assertionResults: [{ ...one!, failureMessages: told }] }];
    expect(count({ testResults }).failures).toEqual(["a.test.ts: a: it did not end in its time"]);
  });

  test("without failures, of a run that ended badly, has one", () => {
    expect(count({ testResults: [file("passed", ["passed", "a"])] })).toMatchObject({
      failed: 1,
      failures: ["the run itself, which ended with 1"],
    });
  });

  test("that was never written counts as one failure", () => {
    expect(count(undefined)).toEqual({
      ...nothing,
      failed: 1,
      failures: ["the run itself, which ended with 1"],
    });
  });
});

describe("a report of Playwright Test", () => {
  const one = (title: string, status: "expected" | "unexpected" | "flaky" | "skipped") => ({
    title,
    tests: [
      {
        status,
        results: [
          { duration: 1500, errors: [{ message: `\u001b[31mwhy ${title}\u001b[39m\nat x` }] },
        ],
      },
    ],
  });
  const counted = (report: PlaywrightReport | undefined, code = 1) =>
    countPlaywright(report, code, "e2e");

  test("is counted by its tests, each by its full name", () => {
    const inner = {
      title: "the app",
      file: "",
      specs: [one("b", "unexpected"), one("c", "skipped")],
    };
    const file = {
      title: "a.test.ts",
      file: "a.test.ts",
      specs: [one("a", "expected")],
      suites: [inner],
    };
    expect(counted({ suites: [file], errors: [] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: ["the app c"],
      failures: ["e2e/a.test.ts: the app b: why b"],
      files: [{ path: "e2e/a.test.ts", seconds: 4.5 }],
    });
  });

  test("with a test that passed only in the end has a failure, and so has one that broke", () => {
    const file = { title: "a.test.ts", file: "a.test.ts", specs: [one("a", "flaky")] };
    const { failures } = counted({ suites: [file], errors: [{ message: "no tests\nfound" }] });
    expect(failures).toEqual(["outside the tests: no tests", "e2e/a.test.ts: a: why a"]);
  });

  test("that was never written, or of a run that ended badly, has one", () => {
    const failures = ["the run itself, which ended with 1"];
    expect(counted(undefined)).toEqual({ ...nothing, failed: 1, failures });
    expect(counted({ suites: [], errors: [] })).toEqual({ ...nothing, failed: 1, failures });
    expect(counted({ suites: [], errors: [] }, 0)).toEqual(nothing);
  });
});

test("runners are added up", () => {
  const one = {
    passed: 1,
    failed: 2,
    skipped: ["a"],
    failures: ["x"],
    files: [{ path: "p", seconds: 1 }],
  };
  const other = {
    passed: 3,
    failed: 4,
    skipped: ["b"],
    failures: ["y"],
    files: [{ path: "q", seconds: 2 }],
  };
  expect(addUp([one, other])).toEqual({
    passed: 4,
    failed: 6,
    skipped: ["a", "b"],
    failures: ["x", "y"],
    files: [
      { path: "p", seconds: 1 },
      { path: "q", seconds: 2 },
    ],
  });
});

test("the summary names the longest files, what was passed over, and last what failed", () => {
  const files = Array.from({ length: 20 }, (_, n) => ({ path: `${n}.test.ts`, seconds: n }));
  const lines = summary({ ...nothing, files, skipped: ["a"], failures: ["b: why"] });
  expect(lines).toHaveLength(14);
  expect(lines[0]).toBe("took 19 s: 19.test.ts");
  expect(lines.slice(-2)).toEqual(["passed over: a", "failed: b: why"]);
});

describe("the verdict", () => {
  test.each([
    [{ passed: 3, failed: 0, skipped: [] }, "3 passed, 0 failed", true],
    [{ passed: 3, failed: 1, skipped: [] }, "3 passed, 1 failed", false],
    [{ passed: 0, failed: 0, skipped: [] }, "0 passed, 0 failed", false],
    [{ passed: 3, failed: 0, skipped: ["a"] }, "3 passed, 0 failed, 1 skipped", true],
  ])("on %j: %s", (count, line, ok) => {
    expect(verdict({ ...nothing, ...count })).toEqual({ line, ok });
  });
});

test("where nothing may be passed over, what was is a failure, but for others' files", () => {
  const skipped = ["a", "b (needs ../shared)"];
  const judged = passedOverNothing({ ...nothing, passed: 3, skipped });
  expect(verdict(judged)).toEqual({ line: "3 passed, 1 failed, 1 skipped", ok: false });
  expect(summary(judged)).toEqual([
    "passed over: b (needs ../shared)",
    "failed: a: it was passed over, and here nothing may be",
  ]);
});
