// Canonical text: RFC 8785 exactly, and nothing that a record must not contain.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson, utf8 } from "../../crypto/index.ts";
import { canonical, isJsonData } from "./canonical.ts";
import { anyData } from "./record.fixture.ts";

describe("canonical text", () => {
  it("sorts members by UTF-16 code units, as the example of RFC 8785 3.2.3", () => {
    const names = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(canonical(names)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control",'
        + '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign",'
        + '"\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it("escapes a string as the example of RFC 8785 3.2.2", () => {
    expect(canonical("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/")).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    );
  });

  it("leaves harmless characters unchanged, and writes minus zero as zero", () => {
    expect(canonical("\u007f\u2028\u2029\u00a0/")).toBe('"\u007f\u2028\u2029\u00a0/"');
    expect(canonical([-0, 2 ** 53 - 1, -(2 ** 53 - 1), true, false])).toBe(
      "[0,9007199254740991,-9007199254740991,true,false]",
    );
  });

  it("writes any data so that the strict reader reads it back, and writes the same text", () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const text = canonical(data);
        const reading = readJson(utf8(text));
        if (!reading.ok || !isJsonData(reading.value)) throw new Error("not read back");
        expect(canonical(reading.value)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order in which members were added", () => {
    const named = fc.uniqueArray(fc.tuple(fc.string(), anyData), { selector: ([name]) => name });
    fc.assert(
      fc.property(named, (members) => {
        const forward = Object.fromEntries(members);
        const backward = Object.fromEntries([...members].reverse());
        expect(canonical(backward)).toBe(canonical(forward));
      }),
    );
  });
});

describe("data for a record", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  it.each([
    ["null", null],
    ["null within", [{ a: null }]],
    ["nothing", undefined],
    ["a fraction", 1.5],
    ["no number", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["2^53", 2 ** 53],
    ["a lone high surrogate", "a\ud800"],
    ["a lone low surrogate", "\udc00a"],
    ["a lone surrogate in a name", { "\ud800": 1 }],
    ["a big integer", 1n],
    ["a date", new Date(0)],
    ["bytes", new Uint8Array(1)],
    ["a map", new Map()],
    ["a hole", new Array(1)],
    ["an absent member", { a: undefined }],
    ["a circle", cycle],
  ])("is not %s", (_, value) => {
    expect(isJsonData(value)).toBe(false);
  });

  it("is nested at most as deep as the strict reader goes", () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    for (const depth of [1, 15, 16, 17, 18])
      expect(isJsonData(nested(depth)), String(depth)).toBe(
        readJson(utf8(JSON.stringify(nested(depth)))).ok,
      );
  });
});
