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
const IDS = [...ids("P", 44), ...ids("F", 55), ...ids("A", 32)];

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
      if (isNever(node.expression)) return;
      const isTest = ["test", "it"].includes(names[0] ?? "") && title !== undefined;
      if (isTest && isText(title) && !node.arguments.some(endsEarly))
        found.add(title.getText().slice(1, -1).replaceAll("\\", ""));
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

/** `it.skipIf(true)`, `it.runIf(1 > 2)`: a condition that asks nothing is none. */
function isNever(callee: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(callee)) return isNever(callee.expression);
  if (!ts.isCallExpression(callee)) return false;
  const [condition] = callee.arguments;
  const isConditional = ["skipIf", "runIf"].includes(namesOf(callee.expression).at(-1) ?? "");
  const isConstant = isConditional && condition !== undefined && !asks(condition);
  return isConstant || isNever(callee.expression);
}

/** Whether anything in it has a name. */
const asks = (node: ts.Node): boolean =>
  ts.isIdentifier(node) || ts.forEachChild(node, (child) => asks(child) || undefined) === true;

/** A test's own function that may return before it has checked anything. */
function endsEarly(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  if (!ts.isBlock(node.body)) return false;
  const text = node.getText();
  const looks = text.search(/\b(expect|assert|fc)\b/);
  const first = returnIn(node.body);
  return first !== null && (looks < 0 || first - node.getStart() < looks);
}

/** Where the first return of this function is, or null: those of functions within it do not count. */
function returnIn(node: ts.Node): number | null {
  if (ts.isReturnStatement(node)) return node.getStart();
  if (ts.isFunctionLike(node)) return null;
  return ts.forEachChild(node, (child) => returnIn(child) ?? undefined) ?? null;
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

test("a test that is passed over by a condition, or ends before it looks, shows nothing", () => {
  const rows = rowsOf("| P01 | a | CODE | `a.test.ts: one` |");
  const said = (text: string): boolean => missing(rows, [{ path: "a.test.ts", text }]).length > 0;
  for (const never of ["skipIf(true)", "runIf(false)", "skipIf(1 < 2)", "skipIf(!0)"])
    expect(said(`it.${never}("one", () => { expect(1).toBe(1); });`), never).toBe(true);
  expect(said(`describe.skipIf(true)("d", () => { it("one", f); });`)).toBe(true);
  expect(said(`it.skipIf(true).each([1])("one", () => { expect(1).toBe(1); });`)).toBe(true);
  expect(said(`it.skipIf(isRoot).each([1])("one", () => { expect(1).toBe(1); });`)).toBe(false);
  expect(said(`it.skipIf(!isRoot)("one", () => { expect(1).toBe(1); });`)).toBe(false);
  for (const early of ["return;", "if (Date.now() > 0) return;", "a(); for (;;) { return; }"])
    expect(said(`it("one", () => { ${early} expect(1).toBe(1); });`), early).toBe(true);
  expect(said(`it("one", () => { const f = () => { return 1; }; expect(f()).toBe(1); });`)).toBe(
    false,
  );
  expect(said(`it("one", async () => { expect(1).toBe(1); return; });`)).toBe(false);
});
