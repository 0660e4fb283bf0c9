// Long files and functions are warned of.
import { describe, expect, test } from "vitest";
import { spell, tidy, warnings } from "../tidy.ts";
import { lengths } from "./lengths.ts";
import { findings } from "../tidy.fixture.ts";

describe("lengths", () => {
  const lines = (count: number): string => "x;\n".repeat(count);

  test.each([
    ["a.ts", lines(300)],
    ["a.ts", `function a() {\n${lines(68)}}\n`],
    ["a.test.ts", `describe("a", () => {\n${lines(100)}});\n`],
    ["a.md", lines(400)],
  ])("%s of allowed length", (path, text) => {
    expect(findings(lengths, path, text)).toEqual([]);
  });

  test.each([
    ["a.ts", lines(301), "a.ts: has 301 lines, more than 300"],
    [
      "a.ts",
      `\nfunction a() {\n${lines(69)}}\n`,
      "a.ts:2: this function has 71 lines, more than 70",
    ],
    [
      "a.ts",
      `const a = () => {\n${lines(69)}};\n`,
      "a.ts:1: this function has 71 lines, more than 70",
    ],
    [
      "a.test.ts",
      `test("a", () => {\n${lines(69)}});\n`,
      "a.test.ts:1: this function has 71 lines, more than 70",
    ],
  ])("%s too long", (path, text, says) => {
    expect(findings(lengths, path, text)).toEqual([says]);
  });

  test("warn, and refuse nothing", () => {
    const files = [{ path: "a.ts", text: `// Owns a.\n${lines(301)}` }];
    expect(warnings(files)).toHaveLength(1);
    expect(
      tidy(files, [])
        .map(spell)
        .filter((says) => says.includes("lines")),
    ).toEqual([]);
  });
});
