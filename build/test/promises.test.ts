// Each claim that a test is said to show has a patch that breaks it, and the page says what came of it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { pageOf, resultsIn, RESULTS } from "./promises-page.mjs";
import {
  allPatches,
  changedLines,
  claimsIn,
  LINES_MAX,
  PAGE,
  patched,
  patchesIn,
} from "./promises.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const patches = allPatches(ROOT);
const claims = claimsIn(read(PAGE));
const results = resultsIn(read(RESULTS));
/** What the page of claims says of a row whose patch no test sees, or none was tried on. */
const SURVIVES = /its patch (survives|is not tried yet): /;

describe("the patches", () => {
  it("break every claim that a test is said to show, and no other", () => {
    const broken = new Set(patches.map(({ row }) => row));
    const shown = claims.filter(({ badge, said }) => badge === "CODE" || SURVIVES.test(said));
    expect([...broken].toSorted()).toEqual(shown.map(({ row }) => row).toSorted());
  });

  it("change few lines, each in the one place where it fits", () => {
    for (const patch of patches) {
      expect(changedLines(patch), `${patch.row}: ${patch.words}`).toBeLessThanOrEqual(LINES_MAX);
      expect(patched(patch, read).size).toBeGreaterThan(0);
    }
  });

  it("are each named once", () => {
    const names = patches.map(({ row, words }) => `${row}: ${words}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the page", () => {
  it("says of each what came of it", () => {
    expect(read(RESULTS)).toBe(pageOf(patches, results, claims));
  });

  it("names the rows whose tests of the window no patch has made fail, and those alone", () => {
    const of = (row: string, test: string): Parameters<typeof pageOf>[2][number] => {
      const [path = "", title = ""] = test.split(": ");
      return { row, badge: "CODE", said: "", tests: [{ path, title }] };
    };
    const named = [
      of("P01", "e2e/window/a.test.ts: one"),
      of("P02", "e2e/screens/b.test.ts: two"),
      of("P03", "crypto/c.test.ts: three"),
    ];
    const seen = { test: "e2e/window/a.test.ts: one", why: "expected 1 to be 2" };
    const rows = (outcomes: ReadonlyMap<string, typeof seen>): string =>
      /name as well: ([^.]*)\./.exec(pageOf([], outcomes, named).replaceAll("\n", " "))?.[1] ?? "";
    expect(rows(new Map())).toBe("P01, P02");
    expect(rows(new Map([["P01: it is otherwise", seen]]))).toBe("P02");
  });

  it("names a test of the row for each, or the row is a gap that says so", () => {
    for (const { row, words } of patches) {
      const outcome = results.get(`${row}: ${words}`);
      const claim = claims.find((one) => one.row === row);
      const [badge, says] = [claim?.badge, SURVIVES.test(claim?.said ?? "")];
      const [path] = outcome !== undefined && "test" in outcome ? outcome.test.split(": ", 1) : [];
      if (path === undefined) expect([badge, says], `${row}: ${words}`).toEqual(["GAP", true]);
      else expect(claim?.tests.map((test) => test.path)).toContain(path);
    }
  });

  it("has no gap for a patch that a test sees by now", () => {
    const live = patches.filter(
      ({ row, words }) => "lives" in (results.get(`${row}: ${words}`) ?? {}),
    );
    const gaps = claims.filter(({ said }) => SURVIVES.test(said)).map(({ row }) => row);
    expect(gaps.filter((gap) => !live.some(({ row }) => row === gap))).toEqual([]);
  });
});

describe("a patch", () => {
  const one = (text: string) => patchesIn(`P01: it is otherwise\n@ a.ts\n${text}\n`)[0];
  const made = (text: string, before: string): string | undefined => {
    const patch = one(text);
    return patch && patched(patch, () => before).get("a.ts");
  };

  it("replaces, adds and takes away whole lines", () => {
    expect(made(" b\n-c\n+d", "a\nb\nc\nb\n")).toBe("a\nb\nd\nb\n");
    expect(made(" a\n+d", "a\nb\n")).toBe("a\nd\nb\n");
    expect(made("-b", "a\nb\n")).toBe("a\n");
  });

  it("is refused if it fits nowhere, or twice", () => {
    expect(() => made("-c", "a\ncc\n")).toThrow("fits 0 places");
    expect(() => made("-c", "c\nb\nc\n")).toThrow("fits 2 places");
    expect(() => patchesIn("B01: no row")).toThrow("no patch begins like this");
  });

  it("comes back from the page as it was written there", () => {
    const patch = one("-b");
    const outcome = { test: "a.test.ts: one | two", why: "expected `1` to be 2" };
    const page = pageOf(
      patch === undefined ? [] : [patch],
      new Map([["P01: it is otherwise", outcome]]),
      [],
    );
    expect(resultsIn(page).get("P01: it is otherwise")).toEqual({
      ...outcome,
      why: "expected '1' to be 2",
    });
  });
});
