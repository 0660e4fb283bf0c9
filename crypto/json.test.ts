// The JSON gate takes what JSON.parse takes, less what has two meanings.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson, readJsonText } from "./json.ts";

test("what JSON.stringify writes is read as the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      const read = readJsonText(text);
      expect(read.ok).toBe(true);
      if (read.ok) expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test("what we read of any text, JSON.parse reads the same", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"a"',
    '"b"',
    "1",
    "-0.5e3",
    "true",
    " ",
    "\\",
    '"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join("");
      const read = readJsonText(text);
      if (read.ok) expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['{"a":1,"a":2}', "duplicate"],
  ['{"a":1,"\\u0061":2}', "duplicate"],
  ["[1] []", "trailing"],
  ["[1", "truncated"],
  ['{"a', "truncated"],
  ['["\\', "truncated"],
  ["tru", "truncated"],
  ["[01]", "syntax"],
  ["[1,]", "syntax"],
  ["{,}", "syntax"],
  ["[NaN]", "syntax"],
  ['["\\x"]', "syntax"],
  [`${"[".repeat(17)}${"]".repeat(17)}`, "depth"],
  ["\uFEFF{}", "syntax"],
])("%s is refused as %s", (text, problem) => {
  expect(readJsonText(text)).toMatchObject({ ok: false, problem });
});

test("a byte order mark and broken UTF-8 are an encoding problem", () => {
  for (const bytes of [
    [0xef, 0xbb, 0xbf, 0x7b, 0x7d],
    [0x22, 0xff, 0x22],
    [0x22, 0xc0, 0x80, 0x22],
  ])
    expect(readJson(Uint8Array.from(bytes))).toMatchObject({ ok: false, problem: "encoding" });
});

test("no member name reaches a prototype", () => {
  const read = readJsonText('{"__proto__":{"polluted":true},"constructor":1}');
  expect(read.ok && Object.keys(read.value as object)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("ten million nested arrays are refused at once", () => {
  expect(readJsonText("[".repeat(10_000_000))).toMatchObject({ ok: false, problem: "depth" });
});

test("a string of eight million characters is read", () => {
  expect(readJsonText(`"${"x".repeat(8_000_000)}"`).ok).toBe(true);
});
