// The JSON gate takes what JSON.parse takes, except ambiguous input.
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

/** JSON without duplicate members, written with spaces and escapes of all kinds. */
const space = fc.constantFrom("", " ", "\n", "\t\r ");
const asText = (value: unknown, gap: string): string => {
  if (Array.isArray(value))
    return `[${gap}${value.map((item) => asText(item, gap)).join(`${gap},`)}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, of]) => `${escaped(name)}${gap}:${gap}${asText(of, gap)}`,
  );
  return `{${members.join(`${gap},${gap}`)}${gap}}`;
};
const escaped = (text: string): string =>
  `"${Array.from(
    { length: text.length },
    (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`,
  ).join("")}"`;

test("however it is written, it is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), space, (value, gap) => {
      const text = `${gap}${asText(value, gap)}${gap}`;
      const read = readJson(new TextEncoder().encode(text));
      expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test("with one character changed, it is refused when JSON.parse refuses it", () => {
  const change = fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "0", "-", "");
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), change, (value, at, by) => {
      const text = JSON.stringify(value);
      const place = at % text.length;
      const changed = text.slice(0, place) + by + text.slice(place + 1);
      const read = readJsonText(changed);
      const parsed = parsedOrNull(changed);
      if (parsed === null) expect(read.ok).toBe(false);
      else if (read.ok) expect(JSON.stringify(read.value)).toBe(JSON.stringify(parsed.value));
      else expect(["duplicate", "depth"]).toContain(read.problem);
    }),
    { numRuns: 5000 },
  );
});

function parsedOrNull(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

test("a duplicate member is refused wherever it is, however it is written", () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
  const wrap = fc.constantFrom("$", "[$]", '{"outer":$}', '[1,{"a":[$]}]');
  fc.assert(
    fc.property(object, fc.nat(), wrap, (value, at, around) => {
      const names = Object.keys(value);
      const again = escaped(names[at % names.length] ?? "");
      const text = JSON.stringify(value).replace(/\}$/, () => `,${again}:null}`);
      expect(readJsonText(around.replace("$", () => text))).toMatchObject({
        ok: false,
        problem: "duplicate",
      });
    }),
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
