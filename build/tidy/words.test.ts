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
  ["docs/limits.md", "The ceremony goes " + "on."],
  ["electron/desk/a.ts", "// What " + "stands in the record."],
  ["renderer/a.test.ts", 'it("is found where it ' + 'lies on a medium", () => {});'],
  ["electron/cli/a.ts", '  "--b": "Some' + 'body else took a seat.",'],
  ["build/a.mjs", "// Drives are " + "looked at, and told " + "apart."],
])("words that are never said are refused: %s %s", (path, text) => {
  expect(findings(words, path, text).join()).toContain(`${path}:1: uses a word`);
});

test.each([
  ["electron/desk/a.ts", "// The entry proof-judged, and `judge`."],
  ["electron/desk/a.ts", 'expect(a).toBe("judged");'],
  ["electron/text/en/ledger.ts", '  "preflight-judged": "Checked.",'],
  ["docs/limits.md", "See `whoever` and [a page](anybody.md).\n```\nanew\n```"],
  ["docs/style.md", "Never say anew."],
  ["electron/cli/a.ts", 'const a = kindOf("judged");'],
  ["electron/desk/a.ts", "// It goes on the medium, is a stand-in, and stands for it."],
  ["electron/text/en/preflight-points.ts", '  "a.b": "It stands there.",'],
])("names, code and the page of words may have them: %s %s", (path, text) => {
  expect(findings(words, path, text)).toEqual([]);
});
