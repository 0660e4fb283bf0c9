// A file that nobody imports is refused.
import { expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { dead } from "./dead.ts";

test("a file that nobody imports is refused, and lives as soon as one does", () => {
  const lonely = { path: "crypto/a.ts", text: 'import "./a.ts";' };
  const entry = { path: "electron/cli/main.ts", text: 'import "../../crypto/b.ts";' };
  expect(dead([lonely, entry]).map(spell)).toEqual(["crypto/a.ts: is imported by nobody"]);
  expect(dead([lonely, { ...entry, text: 'import "../../crypto/a.ts";' }])).toEqual([]);
  expect(dead([lonely, { path: "crypto/a.test.ts", text: 'import "./a.ts";' }])).toEqual([]);
});
