// The quick reading of a line: it accepts nothing that the close one refuses, and reads the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { readJson, sha256Hex, utf8 } from "../../crypto/index.ts";
import { canonical, isJsonData } from "./canonical.ts";
import { lineOf, NOTHING_BEFORE, readEntry, readQuickly } from "./entry.ts";
import { endOfValue, readCanonical } from "./quick-line.ts";
import { anyData } from "./record.fixture.ts";

/** The close reading: by our own JSON reader, and written again by our own rule. */
function closely(text: string): unknown {
  const reading = readJson(utf8(text));
  return reading.ok && isJsonData(reading.value) && canonical(reading.value) === text
    ? reading.value
    : null;
}

const PUT = ["", ...Array.from('{}[]:,"\\ 0-1e.nullué\t'), "\\u0061", "\\ud800", '"a":1,'];

/** Not canonical, or not certain quickly. */
const NOT = [
  '{"b":1,"a":2}',
  '{"a":1,"a":1}',
  '{"a": 1}',
  "-0",
  "1.5",
  "1e3",
  "null",
  '{"a":null}',
  "9007199254740992",
  '"\\ud800"',
  '{"\\ud800":1}',
  '"\\u0061"',
  '"\\/"',
  '{"2":1,"10":1}',
  "[".repeat(17) + "]".repeat(17),
  "{",
  "",
  "\ufeff1",
  "1 ",
  '{"toJSON":1.5}',
];

/** Texts near canonical ones: a few letters changed, dropped, doubled or inserted. */
const nearly = fc
  .tuple(
    anyData,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...PUT), fc.boolean()), { maxLength: 3 }),
  )
  .map(([data, changes]) =>
    changes.reduce((text, [place, put, keep]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(keep ? at : at + 1);
    }, canonical(data)),
  );

describe("a line that is read quickly", () => {
  it("is accepted by the close reading with the same value", () => {
    fc.assert(
      fc.property(nearly, (text) => {
        const quick = readCanonical(text);
        if (quick !== null) expect(closely(text)).toEqual(quick);
      }),
      { numRuns: 5000 },
    );
  });

  it("ends where the close reading ends, if nothing in it is escaped", () => {
    let found = 0;
    const read = (text: string): unknown => {
      const isWhole = !text.includes("\\") && endOfValue(text, 0, 0) === text.length;
      try {
        return isWhole ? JSON.parse(text) : null;
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(nearly, (text) => {
        // A line comes from UTF-8, which has no lone surrogates.
        const value = read(new TextDecoder().decode(utf8(text)));
        if (value === null) return;
        found++;
        expect(closely(new TextDecoder().decode(utf8(text)))).toEqual(value);
      }),
      { numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(500);
    for (const text of [...NOT, "-", "01", "-01", "tru", '"', "[1,]", '{"a":1,}', "[1 ]", "1x"])
      expect(read(text), text).toBe(null);
    expect(read('{"10":-1,"2":[true,false,{}],"a":"é"}')).not.toBe(null);
  });

  it("includes nearly every one that the close reading takes", () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const text = canonical(data);
        if (!text.includes("\\ud")) expect(readCanonical(text)).toEqual(closely(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(NOT)("is not %j", (text) => {
    expect(readCanonical(text)).toBe(null);
  });

  it("is never deeper than the engine itself goes", () => {
    const deep = `${"[".repeat(1e6)}${"]".repeat(1e6)}`;
    expect(readCanonical(deep)).toBe(null);
    expect(codeOf(() => readEntry(utf8(deep), 1))).toBe("E-LOG-CANON");
  });

  it("may have any name, and as many levels as the close reading takes", () => {
    for (const text of [
      '{"10":1,"2":1}',
      '{"__proto__":{"a":1}}',
      '{"constructor":1,"toJSON":2}',
      "[".repeat(16) + "]".repeat(16),
    ]) {
      expect(closely(text)).not.toBe(null);
      // Numbers as names come first for the engine: such a line is left to the close reading.
      if (!text.startsWith('{"10"')) expect(readCanonical(text)).toEqual(closely(text));
    }
  });
});

describe("an entry", () => {
  const at = fc
    .date({ min: new Date(0), max: new Date("9999-12-31T23:59:59.999Z") })
    .filter((date) => !Number.isNaN(date.getTime()))
    .map((date) => date.toISOString());
  const rest = { by: "witness", prev: NOTHING_BEFORE, seq: 1, station: "offline", type: "noted" };
  const textOf = (entry: Parameters<typeof lineOf>[0]): string =>
    new TextDecoder().decode(lineOf(entry)).slice(0, -1);

  it("that was changed is refused with one code, quick or close", () => {
    // A first entry is always read closely.
    fc.assert(
      fc.property(
        anyData,
        at,
        fc.nat(),
        fc.constantFrom("", "0", '"', "é", "\\", " "),
        (data, time, place, put) => {
          const text = textOf({ ...rest, at: time, data: [data] });
          const from = place % text.length;
          const changed = utf8(text.slice(0, from) + put + text.slice(from + 1));
          expect(codeOf(() => readEntry(changed, 1))).toBe(codeOf(() => readEntry(changed, 0)));
          expect(readEntry(utf8(text), 1)).toEqual(readEntry(utf8(text), 0));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("has a time of the calendar, and no other", () => {
    const two = fc.integer({ min: 0, max: 62 }).map((n) => String(n).padStart(2, "0"));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    const isTime = (time: string): boolean => {
      const date = new Date(time);
      return !Number.isNaN(date.getTime()) && date.toISOString() === time;
    };
    fc.assert(
      fc.property(year, fc.array(two, { minLength: 5, maxLength: 5 }), (y, parts) => {
        const [month, day, hour, minute, second] = parts;
        const time = `${y}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
        const line = lineOf({ ...rest, at: time, data: {} }).slice(0, -1);
        expect(
          codeOf(() => readEntry(line, 1)),
          time,
        ).toBe(isTime(time) ? "nothing thrown" : "E-LOG-FORM");
      }),
      { numRuns: 2000 },
    );
    for (const time of ["2024-02-29", "2000-02-29", "2026-04-30", "0000-01-01", "9999-12-31"])
      expect(
        codeOf(() =>
          readEntry(lineOf({ ...rest, at: `${time}T00:00:00.000Z`, data: {} }).slice(0, -1), 1),
        ),
      ).toBe("nothing thrown");
    for (const time of ["2100-02-29", "2026-02-29", "2026-04-31", "2026-13-01", "2026-01-00"])
      expect(
        codeOf(() =>
          readEntry(lineOf({ ...rest, at: `${time}T00:00:00.000Z`, data: {} }).slice(0, -1), 1),
        ),
      ).toBe("E-LOG-FORM");
  });

  it("has no control character, not even if the entry before it has one", () => {
    // A name may have it escaped; the next line must not have it raw.
    const first = { ...rest, at: "2026-01-31T09:00:00.000Z", by: "a\tb", data: {} };
    const prev = readEntry(utf8(textOf(first)), 1).hash;
    const raw = textOf({ ...first, prev, seq: 2 }).replace("a\\tb", "a\tb");
    const unhashed = raw.replace(/"hash":"[0-9a-f]{64}",/, "");
    const forged = raw.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${sha256Hex(utf8(unhashed))}"`);
    expect(readQuickly(forged, prev)).toBe(null);
    expect(codeOf(() => readEntry(utf8(forged), 2))).toBe("E-LOG-CORRUPT");
  });

  it("keeps the digest of its line whatever letters are in it", () => {
    for (const note of ["ä ☂ 𝄞", '"hash":"', `"hash":"${"0".repeat(64)}",`]) {
      const text = textOf({ ...rest, at: "2026-01-31T09:00:00.000Z", data: { note } });
      const { hash } = readEntry(utf8(text), 1);
      expect(sha256Hex(utf8(text.replace(`"hash":"${hash}",`, "")))).toBe(hash);
    }
  });
});
