// Lists of kinds outside their room are refused.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { kinds, LISTS } from "./kinds.ts";

describe("lists of kinds", () => {
  const declared = ["open", "close", "make-key", "hand-over"].map((kind) => ({
    path: `ceremony-scripts/kinds/${kind}.ts`,
    text: `export const KIND = "${kind}";`,
  }));
  const said = (path: string, text: string): readonly string[] =>
    kinds([...declared, { path, text }]).map(spell);

  test.each([
    ["renderer/a.ts", 'const a = ["open", "make-key", "other"];'],
    ["renderer/a.ts", 'import a from "close"; const b = { open: 1, "make-key": 2 };'],
    ["renderer/a.ts", "const a = b.open().close; // make-key, hand-over"],
    ["renderer/a.ts", 'const a = { open: 1, close: 2 }; const b = ["make-key", "hand-over"];'],
    ["renderer/a.test.ts", 'const a = ["open", "close", "make-key"];'],
    [Object.keys(LISTS)[0] ?? "", 'const a = ["open", "close", "make-key"];'],
  ])("%s may write %s", (path, text) => {
    expect(said(path, text)).toEqual([]);
  });

  test.each([
    [
      'const a = ["open", "make-key", "close", "open"];',
      "3 kinds of steps (open, make-key, close)",
    ],
    [
      'const a = { open: 1, close: 2, "hand-over": 3 };',
      "3 kinds of steps (open, close, hand-over)",
    ],
    [
      'switch (a) { case "open": case "close": case `make-key`: }',
      "3 kinds of steps (open, close, make-key)",
    ],
    [
      'type A = "open" | "close" | "make-key" | "hand-over";',
      "4 kinds of steps (open, close, make-key, hand-over)",
    ],
  ])("%s is refused", (text, says) => {
    expect(said("renderer/a.ts", text)).toEqual([
      `renderer/a.ts: names ${says}: ask what is declared with a kind`,
    ]);
  });

  test("is asked of the files that may keep one", () => {
    const [path = ""] = Object.keys(LISTS);
    expect(said(path, 'const a = ["open", "close"];')).toEqual([
      `${path}: keeps no list of kinds any more, and need not be allowed one`,
    ]);
  });

  test("may be in eight files at most, each with its reason", () => {
    expect(Object.keys(LISTS).length).toBeLessThanOrEqual(8);
    expect(Object.values(LISTS).filter((reason) => reason === "")).toEqual([]);
  });
});
