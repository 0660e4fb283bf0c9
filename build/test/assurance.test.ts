// Every promise, fault and attack has a row in docs/assurance.md, and what shows it is a test that runs.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse, type SourceText } from "../tidy/source.ts";
import { readTree } from "../tidy/tree.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const ids = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, i) => `${letter}${String(i + 1).padStart(2, "0")}`);
const IDS = [...ids("P", 43), ...ids("F", 55), ...ids("A", 31)];

interface Row {
  readonly id: string;
  readonly badge: string;
  readonly said: string;
  /** `path: title`, as it is written there. */
  readonly tests: readonly string[];
}

const rowsOf = (page: string): readonly Row[] =>
  [...page.matchAll(/^\| ([PFA]\d\d) \| [^|]+ \| ([A-Z]+) \| (.+) \|$/gm)].map((match) => {
    const [, id = "", badge = "", said = ""] = match;
    return {
      id,
      badge,
      said,
      tests: [...said.matchAll(/`([^`]+\.test\.tsx?: [^`]+)`/g)].map(([, one = ""]) => one),
    };
  });

/** The tests of a file that run, by title; of a title with a place for a value, as it is written. */
function testsIn(file: SourceText): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const names = namesOf(node.expression);
      const [title] = node.arguments;
      if (names.some((name) => ["skip", "todo", "fails", "fixme"].includes(name))) return;
      if (["test", "it"].includes(names[0] ?? "") && title !== undefined && isText(title))
        found.add(title.getText().slice(1, -1).replaceAll("\\", ""));
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** `it.skipIf(x)("...")` is it, skipIf. */
function namesOf(callee: ts.Expression): readonly string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee))
    return [...namesOf(callee.expression), callee.name.text];
  return ts.isCallExpression(callee) ? namesOf(callee.expression) : [];
}

/** What the page names and no file has. */
function missing(rows: readonly Row[], files: readonly SourceText[]): readonly string[] {
  const titles = new Map(files.map((file) => [file.path, testsIn(file)]));
  return rows.flatMap(({ id, tests }) =>
    tests
      .filter((named) => {
        const [path = ""] = named.split(": ", 1);
        return titles.get(path)?.has(named.slice(path.length + 2)) !== true;
      })
      .map((named) => `${id}: ${named}`),
  );
}

test("every promise, fault and attack has one row, and every test that is named is there", () => {
  const rows = rowsOf(readFileSync(resolve(ROOT, "docs", "assurance.md"), "utf8"));
  expect(rows.map(({ id }) => id)).toEqual(IDS);
  const named = new Set(rows.flatMap(({ tests }) => tests.map((one) => one.split(": ", 1)[0])));
  const files = readTree(ROOT).filter(({ path }) => named.has(path));
  expect(missing(rows, files)).toEqual([]);
});

test("a row says CODE with a test, and else why", () => {
  const rows = rowsOf(readFileSync(resolve(ROOT, "docs", "assurance.md"), "utf8"));
  expect(rows.filter(({ badge }) => !["CODE", "PROCEDURE", "GAP"].includes(badge))).toEqual([]);
  expect(rows.filter(({ badge, tests }) => badge === "CODE" && tests.length === 0)).toEqual([]);
  const reason = ({ said }: Row): string => said.replaceAll(/`[^`]*`/g, "").trim();
  expect(rows.filter((row) => row.badge !== "CODE" && reason(row).length < 5)).toEqual([]);
});

test("a test that is gone, renamed or skipped is found", () => {
  const rows = rowsOf("| P01 | a | CODE | `a.test.ts: one`; `a.test.ts: two %s`; `b.test.ts: x` |");
  const file = (text: string): readonly SourceText[] => [{ path: "a.test.ts", text }];
  const whole = 'it("one", f); test.each([1])("two %s", f);';
  expect(missing(rows, file(whole))).toEqual(["P01: b.test.ts: x"]);
  const not = "skip";
  const passed = `it.${not}("one", f); describe.${not}("d", () => { it("two %s", f); });`;
  expect(missing(rows, file(passed))).toEqual([
    "P01: a.test.ts: one",
    "P01: a.test.ts: two %s",
    "P01: b.test.ts: x",
  ]);
});
