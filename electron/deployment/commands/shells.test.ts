// Whatever a name contains, the program gets exactly it: bash itself is asked, and PowerShell's documented
// rules are followed; what cannot be handed on is refused.
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { az, answer, file, found, saying, scripted, variable } from "./command-line.ts";
import { inBash, inPowerShell, lineOf } from "./shells.ts";

/** What bash hands to a program as its words. */
function wordsByBash(script: string): readonly string[] {
  const { stdout, status } = spawnSync("/bin/bash", ["--norc", "-c", script], {
    env: { PATH: "/usr/bin:/bin" },
  });
  expect(status).toBe(0);
  return stdout.toString().split("\0").slice(0, -1);
}

const HOSTILE = [
  "",
  " ",
  "a b",
  "'",
  "''",
  "'; touch hacked; '",
  '"$(id)"',
  "`id`",
  "$HOME",
  "!history",
  "~",
  "~root",
  "*",
  "a\nb",
  "a\\",
  "\\'",
  "-n",
  "--flag",
  "=x",
  "{a,b}",
  "#no comment",
  "a;b&c|d>e<f",
  "%PATH%",
  "@file",
  "\u2019; rm \u2018",
  "é€😀",
  "\u202egnp",
];

describe("bash", () => {
  it("ignores what a comment says, whatever that is", () => {
    for (const says of HOSTILE) {
      const line = lineOf(saying(says, az("x", "y")), "bash").replace(/\baz x/, "printf '%s\\0'");
      expect(wordsByBash(line)).toEqual(["y"]);
      expect(lineOf(saying(says, az("x")), "powershell").split("\n")).toHaveLength(2);
    }
  });

  it("hands on hostile names as they are", () => {
    const line = HOSTILE.map(inBash).join(" ");
    expect(wordsByBash(`printf '%s\\0' ${line}`)).toEqual(HOSTILE);
  });

  it("hands on any text without NUL as it is", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .filter((one) => !one.includes("\0"));
    fc.assert(
      fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), (texts) => {
        expect(wordsByBash(`printf '%s\\0' ${texts.map(inBash).join(" ")}`)).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it("hands on the words of a long command, broken over lines", () => {
    const words = [
      "keyvault",
      "--name",
      "it's",
      "--scope",
      "x".repeat(100),
      "--query",
      "a[?b=='c' && d]",
    ];
    const line = lineOf(az(...words), "bash");
    expect(line).toContain(" \\\n  --scope");
    expect(wordsByBash(`az() { printf '%s\\0' "$@"; }\n${line}`)).toEqual(words);
  });

  it("keeps an empty variable a word of its own, and puts answers into files of any name", () => {
    const line = lineOf(az("a", variable("PRINCIPAL"), "b"), "bash");
    expect(wordsByBash(`az() { printf '%s\\0' "$@"; }\nPRINCIPAL=\n${line}`)).toEqual([
      "a",
      "",
      "b",
    ]);
    expect(lineOf(answer("it's.json", "version"), "bash")).toBe(
      `az version -o json > 'it'\\''s.json'`,
    );
    expect(lineOf(found("URI", "key.kid", "x"), "bash")).toBe("URI=$(az x --query key.kid -o tsv)");
    expect(lineOf(scripted("a.json", "reach", "box"), "bash")).toBe("bash ./reach.sh box > a.json");
    expect(lineOf(az("x", file("a b.json")), "bash")).toBe("az x '@a b.json'");
  });

  it("refuses NUL, which no program can be handed", () => {
    expect(() => inBash("a\0b")).toThrow(expect.objectContaining({ code: "E-SHELL-VALUE" }));
  });
});

/** A word as PowerShell reads it: a quote doubled within quotes is one, whichever of its four it is. */
function readByPowerShell(word: string): string {
  if (!/^['\u2018\u2019\u201a\u201b]/.test(word)) {
    // Outside quotes none of PowerShell's own signs may stand (about_Parsing, about_Quoting_Rules).
    expect(word).toMatch(/^[A-Za-z0-9_./:-]+$/);
    return word;
  }
  const inner = word.slice(1, -1);
  expect(inner.replace(/(['\u2018\u2019\u201a\u201b])\1/g, "")).not.toMatch(
    /['\u2018\u2019\u201a\u201b]/,
  );
  return inner.replace(/(['\u2018\u2019\u201a\u201b])\1/g, "$1");
}

describe("PowerShell", () => {
  it("hands on any text that it does not refuse", () => {
    let handed = 0;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        let word: string;
        try {
          word = inPowerShell(text);
        } catch (error) {
          expect(error).toMatchObject({ code: "E-SHELL-VALUE" });
          // Only what cmd reads again is refused.
          expect(text === "" || /["%\r\n\0!&|<>^()]|\\$/.test(text)).toBe(true);
          return;
        }
        handed++;
        expect(readByPowerShell(word)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    expect(handed).toBeGreaterThan(500);
  });

  it.each(['a"b', "%PATH%", "a\nb", "a!b", "a&b", "a|b", "(a)", "a^b", "a>b", "", "a \\"])(
    "refuses %j, which az on Windows would read otherwise",
    (text) => {
      expect(() => inPowerShell(text)).toThrow(expect.objectContaining({ code: "E-SHELL-VALUE" }));
    },
  );

  it("writes answers as ASCII, for Windows PowerShell's > would write UTF-16", () => {
    expect(lineOf(answer("a.json", "version"), "powershell")).toBe(
      "az version -o json | Set-Content -Encoding ascii a.json",
    );
    expect(lineOf(found("URI", "key.kid", "x"), "powershell")).toBe(
      "$URI = az x --query key.kid -o tsv",
    );
    expect(lineOf(az("x", file("a.json")), "powershell")).toBe("az x '@a.json'");
    expect(lineOf(scripted("a.json", "reach", "box"), "powershell")).toBe(
      "& ./reach.ps1 box | Set-Content -Encoding ascii a.json",
    );
  });
});
