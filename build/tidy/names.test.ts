// Names that say nothing, and files without an opening comment, are refused.
import { expect, test } from "vitest";
import { names } from "./names.ts";
import { findings } from "../tidy.fixture.ts";

test.each([
  ["crypto/utils.ts", 'crypto/utils.ts: is named "utils"; name it by the thing it knows'],
  [
    "electron/helpers/a.ts",
    'electron/helpers/a.ts: is named "helpers"; name it by the thing it knows',
  ],
  [
    "crypto/key-manager.ts",
    'crypto/key-manager.ts: is named "manager"; name it by the thing it knows',
  ],
  ["crypto/signingKey.ts", "crypto/signingKey.ts: is not named in kebab-case"],
])("the name %s is refused", (path, says) => {
  expect(findings(names, path, "// Owns a.\n")).toEqual([says]);
});

test("a file that does not open with a comment is refused", () => {
  expect(findings(names, "crypto/a.ts", "export const a = 1;\n// late\n")).toEqual([
    "crypto/a.ts:1: does not open with a comment that says what it owns",
  ]);
});
