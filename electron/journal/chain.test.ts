// The chain through a record's lines, and which last line is torn.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { concat, utf8 } from "../../crypto/index.ts";
import { countLines, partTorn, readChain } from "./chain.ts";
import { joined, messageOf, RecordMaker } from "./record.fixture.ts";

function recordOf(entries: number, note = "x"): RecordMaker {
  const record = new RecordMaker();
  for (let n = 0; n < entries; n++) record.add("noted", { note });
  return record;
}

describe("a chain", () => {
  it("may start from zeros or from the head of another ceremony", () => {
    const continued = new RecordMaker("ab".repeat(32));
    continued.add("opened", {});
    continued.add("noted", {});
    expect(readChain(continued.bytes).map(({ seq }) => seq)).toEqual([0, 1]);
    expect(readChain(recordOf(3).bytes)).toHaveLength(3);
    expect(readChain(new Uint8Array())).toEqual([]);
  });

  it("counts from 0 by one", () => {
    const record = new RecordMaker();
    record.add("opened", {});
    record.add("noted", {}, { seq: 2 });
    expect(messageOf(() => readChain(record.bytes))).toMatch(
      /^Entry 1 of the record does not follow the one before it/,
    );
    const late = new RecordMaker();
    late.add("opened", {}, { seq: 1 });
    expect(codeOf(() => readChain(late.bytes))).toBe("E-LOG-CHAIN");
  });

  it("names the hash of the line before", () => {
    const record = recordOf(2);
    record.add("noted", {}, { prev: "0".repeat(64) });
    expect(codeOf(() => readChain(record.bytes))).toBe("E-LOG-CHAIN");
  });

  it("is not larger than 64 MiB", () => {
    expect(codeOf(() => readChain(new Uint8Array(64 * 1024 * 1024 + 1)))).toBe("E-LOG-SIZE");
  });

  it("B164 has no entry of more than 8 MiB, which is refused before it is parsed", () => {
    const record = recordOf(1);
    const large = joined([record.lines[0]!, utf8(`${"x".repeat(8 * 1024 * 1024 + 1)}\n`)]);
    expect(codeOf(() => readChain(large))).toBe("E-LOG-ENTRY");
    const largest = joined([record.lines[0]!, utf8(`${"x".repeat(8 * 1024 * 1024)}\n`)]);
    expect(codeOf(() => readChain(largest))).toBe("E-LOG-CORRUPT");
  });

  it("has no empty line", () => {
    const { lines } = recordOf(2);
    const gapped = joined([lines[0]!, utf8("\n"), lines[1]!]);
    expect(codeOf(() => readChain(gapped))).toBe("E-LOG-CORRUPT");
  });
});

describe("a torn last line", () => {
  it("is found wherever a record is cut, and the lines before it remain", () => {
    const { bytes } = recordOf(4);
    for (let length = 0; length <= bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const { whole, torn } = partTorn(cut);
      expect(concat(whole, torn)).toEqual(cut);
      expect(readChain(whole)).toHaveLength(countLines(cut));
      expect(torn.length > 0).toBe(length > 0 && cut.at(-1) !== 0x0a);
    }
  });

  it("is one of full length whose sectors arrived in part, in any combination", () => {
    const record = recordOf(2, "y".repeat(300));
    const start = record.bytes.length;
    record.add("noted", { long: "z".repeat(4 * 512) });
    const { bytes } = record;
    const borders = [start];
    for (let at = Math.ceil(start / 512) * 512; at < bytes.length; at += 512) borders.push(at);
    // Every subset of the new line's sectors is lost; the first sector also has accepted bytes.
    for (let lost = 1; lost < 2 ** borders.length; lost++) {
      const partly = bytes.slice();
      borders.forEach((from, k) => {
        if ((lost >> k) % 2 === 1) partly.fill(0, from, borders[k + 1] ?? bytes.length);
      });
      const { whole, torn } = partTorn(partly);
      expect(whole.length, `lost ${lost.toString(2)}`).toBe(start);
      expect(torn.length).toBe(bytes.length - start);
      expect(readChain(whole)).toHaveLength(2);
    }
  });

  it("is not an altered one: zeros that are not sectors are corruption", () => {
    const record = recordOf(2);
    const start = record.bytes.length;
    record.add("noted", { long: "z".repeat(4 * 512) });
    const { bytes } = record;
    const border = Math.ceil(start / 512) * 512;
    const holes = [
      [-9, -8],
      [border + 1, border + 512],
      [border, border + 511],
      [start, start + 1],
    ];
    for (const [from, to] of holes) {
      const altered = bytes.slice().fill(0, from, to);
      const { whole, torn } = partTorn(altered);
      expect(torn, `from ${from}`).toHaveLength(0);
      expect(codeOf(() => readChain(whole))).toBe("E-LOG-CORRUPT");
    }
  });

  it("is not a hole that swallowed accepted lines up to the last", () => {
    const record = recordOf(12);
    const start = record.bytes.length;
    record.add("noted", { long: "z".repeat(4 * 512) });
    const holed = record.bytes.fill(0, 512, Math.ceil(start / 512) * 512 + 512);
    const { whole, torn } = partTorn(holed);
    expect(torn).toHaveLength(0);
    expect(messageOf(() => readChain(whole))).toBe(
      "Entry 1 of the record is incomplete or unreadable.",
    );
  });

  it("is only the last: a torn line or a zero block before it is corruption", () => {
    const { bytes, lines } = recordOf(12);
    const missingHalf = joined([lines[0]!, lines[1]!.subarray(0, 40), ...lines.slice(2)]);
    expect(codeOf(() => readChain(partTorn(missingHalf).whole))).toBe("E-LOG-CORRUPT");
    const zeroed = bytes.slice();
    zeroed.fill(0, 512, 1024);
    expect(codeOf(() => readChain(partTorn(zeroed).whole))).toBe("E-LOG-CORRUPT");
  });
});
