// A record that someone rewrote in part, each entry of it right by itself; and the times of entries.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { refusalOf } from "../../crypto/refusal.fixture.ts";
import { partTorn, readChain } from "./chain.ts";
import { lineOf, type Unhashed } from "./entry.ts";
import { openJournal } from "./journal.ts";
import { verifyHead, verifyRecord } from "./verify.ts";

const NONE = "0".repeat(64);
/** Five entries, one of them with characters that are escaped. */
const told = ["one", 'two "quoted" \\ \n', "three", "four", "five"];

/** Their lines, each after the one before. */
function lines(texts: readonly string[] = told): readonly Uint8Array[] {
  let prev = NONE;
  return texts.map((text, seq) => {
    const entry: Unhashed = {
      at: "2026-11-30T00:00:00.000Z",
      by: "app",
      data: { text },
      prev,
      seq,
      station: "offline",
      type: "noted",
    };
    const line = lineOf(entry);
    prev = readChain(Buffer.concat([...(seq === 0 ? [] : made), line])).at(-1)?.hash ?? "";
    made.push(line);
    return line;
  });
}
const made: Uint8Array[] = [];
const record = lines();
const whole = new Uint8Array(Buffer.concat(record));

describe("a record", () => {
  it("in which one entry was rewritten with a matching hash breaks after it", () => {
    for (const n of [0, 1, 2, 3]) {
      const entry = readChain(whole)[n];
      if (entry === undefined) throw new Error("no such entry");
      const forged = record.map((line, i) =>
        i === n ? lineOf({ ...entry, data: { text: "forged" } }) : line,
      );
      expect(refusalOf(() => verifyRecord(new Uint8Array(Buffer.concat(forged)))).code).toBe(
        "E-LOG-CHAIN",
      );
    }
  });

  it("with an entry whose characters are escaped is found altered at any byte of it", () => {
    const at = record[0]?.length ?? 0;
    for (let i = at; i < at + (record[1]?.length ?? 0); i++) {
      const altered = whole.slice();
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(refusalOf(() => verifyRecord(altered)).code, String(i)).toMatch(/^E-LOG-/);
    }
  });

  it("does not match a head that is earlier in it", () => {
    const verdict = verifyRecord(whole);
    expect(verifyHead(verdict, verdict.head)).toBe(32);
    for (const { hash } of verdict.entries.slice(0, -1))
      expect(refusalOf(() => verifyHead(verdict, hash)).code).toBe("E-LOG-HEAD");
  });

  it("whose last line lacks only its newline has lost that line", () => {
    const { whole: kept, torn } = partTorn(whole.slice(0, -1));
    expect(kept).toHaveLength(whole.length - (record.at(-1)?.length ?? 0));
    expect(torn).toHaveLength((record.at(-1)?.length ?? 0) - 1);
  });
});

describe("an entry", () => {
  it("has the clock's own time, even if that went back", () => {
    const folder = mkdtempSync(join(tmpdir(), "sd-clock-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const times = [
      "2026-11-30T10:00:00.000Z",
      "2026-11-30T09:00:00.000Z",
      "2036-11-30T09:00:00.000Z",
      "2026-11-30T09:00:01.000Z",
    ];
    const left = [...times];
    const journal = openJournal({
      folder,
      station: "offline",
      clock: () => new Date(left.shift() ?? ""),
    });
    for (const _ of times) journal.append([{ by: "app", type: "noted", data: {} }]);
    expect(journal.entries.map(({ at }) => at)).toEqual(times);
    journal.close();
  });
});
