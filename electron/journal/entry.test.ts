// One line: made, read, and refused in any other encoding.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import type { JsonData } from "./canonical.ts";
import { hashOf, lineOf, NOTHING_BEFORE, readEntry } from "./entry.ts";
import { anyData, messageOf } from "./record.fixture.ts";

const ENTRY = {
  at: "2026-01-31T09:00:00.000Z",
  by: "administrator",
  data: { step: "one", n: 1 } as JsonData,
  prev: NOTHING_BEFORE,
  seq: 0,
  station: "offline",
  type: "step-done",
};
const textOf = (entry: Parameters<typeof lineOf>[0]): string =>
  new TextDecoder().decode(lineOf(entry)).slice(0, -1);
const LINE = textOf(ENTRY);
const codeOfLine = (line: string): string => codeOf(() => readEntry(utf8(line), 0));

/** The line with a changed text, and a matching hash. */
function rehashed(change: (unhashed: string) => string): string {
  const changed = change(LINE.replace(/"hash":"\w+",/, ""));
  const hash = sha256Hex(utf8(changed));
  return changed.replace('"prev"', `"hash":"${hash}","prev"`);
}

describe("an entry", () => {
  it("is read back as it was made", () => {
    expect(readEntry(utf8(LINE), 0)).toEqual({ ...ENTRY, hash: hashOf(ENTRY) });
  });

  it("is read back as it was made, whatever data it contains", () => {
    fc.assert(
      fc.property(anyData, fc.nat(), (data, seq) => {
        const entry = { ...ENTRY, data: [data], seq };
        expect(textOf(readEntry(utf8(textOf(entry)), 1))).toBe(textOf(entry));
      }),
      { numRuns: 300 },
    );
  });

  it("has the hash of its text without the member hash", () => {
    const text = LINE.replace(/"hash":"\w+",/, "");
    expect(hashOf(ENTRY)).toBe(sha256Hex(utf8(text)));
    expect(codeOfLine(rehashed((line) => line))).toBe("nothing thrown");
  });

  it.each([
    ["with a space", (line: string) => line.replace(":", ": ")],
    ["with a space at its end", (line: string) => `${line} `],
    ["with a carriage return", (line: string) => `${line}\r`],
    [
      "with members in another order",
      (line: string) => line.replace('{"n":1,"step":"one"}', '{"step":"one","n":1}'),
    ],
    ["with 1.0 for 1", (line: string) => line.replace(":1,", ":1.0,")],
    ["with 1e0 for 1", (line: string) => line.replace(":1,", ":1e0,")],
    ["with a fraction", (line: string) => line.replace(":1,", ":1.5,")],
    ["with minus zero", (line: string) => line.replace(":1,", ":-0,")],
    ["with 2^53", (line: string) => line.replace(":1,", ":9007199254740992,")],
    ["with null", (line: string) => line.replace(":1,", ":null,")],
    ["with a needless escape", (line: string) => line.replace("one", "\\u006fne")],
    ["with an escape in capitals", (line: string) => line.replace("one", "\\u001Fne")],
    ["with a lone surrogate", (line: string) => line.replace("one", "\\ud800")],
    ["with a member twice", (line: string) => line.replace('"n":1', '"n":1,"n":1')],
    [
      "nested too deep",
      (line: string) => line.replace(":1,", `:${"[".repeat(15)}${"]".repeat(15)},`),
    ],
  ])("written %s is refused although its hash fits", (_, change) => {
    expect(rehashed(change)).not.toBe(LINE);
    expect(codeOfLine(rehashed(change))).toBe("E-LOG-CANON");
  });

  it.each([
    ["a ninth member", { extra: 1 }],
    ["an empty type", { type: "" }],
    ["a number as by", { by: 1 }],
    ["a station of two", { station: ["a", "b"] }],
    ["a short prev", { prev: "00" }],
    ["a prev in capitals", { prev: "A".repeat(64) }],
    ["a negative seq", { seq: -1 }],
    ["a text as seq", { seq: "0" }],
    ["a time without milliseconds", { at: "2026-01-31T09:00:00Z" }],
    ["a local time", { at: "2026-01-31T09:00:00.000+01:00" }],
    ["a day that does not exist", { at: "2026-02-30T09:00:00.000Z" }],
    ["a leap second", { at: "2026-06-30T23:59:60.000Z" }],
  ])("with %s is refused", (_, change) => {
    const members = Object.entries({ ...ENTRY, ...change, hash: NOTHING_BEFORE }).sort();
    const sorted = JSON.stringify(Object.fromEntries(members), (_name, value: unknown) =>
      value === ENTRY.data ? { n: 1, step: "one" } : value,
    );
    expect(codeOfLine(sorted)).toBe("E-LOG-FORM");
  });

  it.each(["", "[]", "1", '"text"', "{}"])("is not %j", (line) => {
    expect(codeOfLine(line)).toBe(line === "" ? "E-LOG-CORRUPT" : "E-LOG-FORM");
  });

  it.each(["{", LINE.slice(0, 50), LINE.slice(0, -1), `\ufeff${LINE}`, `${LINE}{`, `\0${LINE}`])(
    "that is torn or not JSON is reported as torn or not JSON",
    (line) => {
      expect(codeOfLine(line)).toBe("E-LOG-CORRUPT");
    },
  );

  it("altered by one digit of its hash is refused by number, without its content", () => {
    const altered = utf8(LINE.replace('"hash":"', '"hash":"0').replace(/.","prev"/, '","prev"'));
    expect(messageOf(() => readEntry(altered, 37))).toBe("Entry 37 of the record was altered.");
  });
});

describe("a record of a newer format", () => {
  const first = (recordFormat: JsonData) => textOf({ ...ENTRY, data: { recordFormat } });

  it("is distinguished from a damaged one, even if its entries have other members", () => {
    expect(messageOf(() => readEntry(utf8(first(3)), 0))).toBe(
      "This record has format version 3; this app knows 1.",
    );
    expect(codeOfLine('{"data":{"recordFormat":2},"new":null}')).toBe("E-LOG-VERSION");
  });

  it("names its version as an integer", () => {
    expect(codeOfLine(first(1))).toBe("nothing thrown");
    expect(codeOfLine(first("2"))).toBe("E-LOG-FORM");
    expect(codeOfLine(first(0))).toBe("E-LOG-FORM");
  });

  it("says so in its first entry only", () => {
    expect(codeOf(() => readEntry(utf8(first(2)), 1))).toBe("nothing thrown");
  });
});
