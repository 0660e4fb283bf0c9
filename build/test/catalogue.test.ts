// Every bad input of the catalogue, B001 to B078, is in a test's title: none is passed over.
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse, type SourceText } from "../tidy/source.ts";
import { readTree } from "../tidy/tree.ts";

const LAST = 78;
const IDS = Array.from({ length: LAST }, (_, i) => `B${String(i + 1).padStart(3, "0")}`);

/** The ids in titles of `test`, `it` and `describe`, and in the rows of their `each`. */
function idsIn(file: SourceText): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTestCall(node.expression))
      for (const title of titlesIn(node.arguments[0])) for (const id of title) found.add(id);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

/** `test(...)`, `it.each(...)`, `describe.skipIf(...)(...)` and the like. */
function isTestCall(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ["test", "it", "describe"].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee))
    return isTestCall(callee.expression);
  return false;
}

/** A literal that is a title, or those that are in rows of a table; no deeper. */
function titlesIn(node: ts.Expression | undefined): readonly (readonly string[])[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text.match(/\bB0\d\d\b/g) ?? []];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(titlesIn) : [];
}

const file = (text: string): SourceText => ({ path: "a.test.ts", text });

test("ids are found in titles and rows, and nowhere else", () => {
  const text = `test("B001 x", () => { const a = "B002 in a body"; });
    it.each([["B003 row", 1], ["x", f("B004 in a call")]])("%s", g); // B005 in a comment
    describe.skipIf(no)("under (B006)", h); refuse("B007 of another call");`;
  expect([...idsIn(file(text))]).toEqual(["B001", "B003", "B006"]);
});

test("each bad input of the catalogue has a test that names it", () => {
  const tests = readTree(resolve(import.meta.dirname, "..", "..")).filter(
    ({ path }) => /\.test\.tsx?$/.test(path) && path !== "build/test/catalogue.test.ts",
  );
  const named = new Set(tests.flatMap((one) => [...idsIn(one)]));
  expect(IDS.filter((id) => !named.has(id))).toEqual([]);
});
