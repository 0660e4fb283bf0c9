// Words that are never said are refused, and names that have them are not.
import { expect, test } from "vitest";
import { words } from "./words.ts";
import { findings } from "../tidy.fixture.ts";

test.each([
  ["electron/desk/a.ts", "// Judges a plan."],
  ["electron/desk/a.ts", "const a = 1; // written an" + "ew"],
  ["renderer/a.tsx", "/** Whoever signs. */"],
  ["renderer/a.css", "/* Anybody's. */"],
  ["renderer/a.test.ts", 'test("anybody may", () => {});'],
  ["electron/text/en/home.ts", '  "a.b": "Somebody stopped it.",'],
  ["docs/limits.md", "It is behind the door for everybody."],
])("words that are never said are refused: %s %s", (path, text) => {
  expect(findings(words, path, text).join()).toContain(`${path}:1: uses a word`);
});

test.each([
  ["electron/desk/a.ts", "// The entry proof-judged, and `judge`."],
  ["electron/desk/a.ts", 'expect(a).toBe("judged");'],
  ["electron/text/en/ledger.ts", '  "preflight-judged": "Checked.",'],
  ["docs/limits.md", "See `whoever` and [a page](anybody.md).\n```\nanew\n```"],
  ["docs/style.md", "Never say anew."],
])("names, code and the page of words may have them: %s %s", (path, text) => {
  expect(findings(words, path, text)).toEqual([]);
});
