// The record on a disk: opened, appended to, found again.
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  NOTHING_BEFORE,
  openJournal,
  readRecord,
  RECORD_FILE,
  takeLock,
  type Journal,
} from "./journal.ts";
import { anyData, temporaryFolder } from "./record.fixture.ts";
import { verifyRecord } from "./verify.ts";

const AT = new Date("2026-01-31T09:00:00.000Z");
const note = (data: unknown) => ({ by: "administrator", type: "noted", data });
const open = (folder: string, more: object = {}): Journal =>
  openJournal({ folder, station: "offline", clock: () => AT, ...more });
const fileIn = (folder: string): string => join(folder, RECORD_FILE);

/** A folder whose record has this many entries and is closed. */
function folderWith(entries: number): string {
  const folder = temporaryFolder();
  const journal = open(folder);
  for (let n = 0; n < entries; n++) journal.append([note({ n })]);
  journal.close();
  return folder;
}

describe("a record", () => {
  it("begins as an empty file that only its owner may read, in folders made for it", () => {
    const folder = join(temporaryFolder(), "ceremonies", "one");
    const journal = open(folder);
    expect(journal).toMatchObject({ entries: [], head: NOTHING_BEFORE, warnings: [] });
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(journal.bytes()).toHaveLength(0);
    journal.close();
    const bytes = new Uint8Array();
    expect(readRecord(folder)).toEqual({ entries: [], bytes, head: NOTHING_BEFORE, torn: false });
  });

  it("returns what it accepted, which is then in the file", () => {
    const folder = temporaryFolder();
    const journal = open(folder);
    const second = { by: "witness", type: "compared", data: "x" };
    const accepted = journal.append([note({ n: 1 }), second]);
    expect(accepted).toMatchObject([
      {
        at: "2026-01-31T09:00:00.000Z",
        by: "administrator",
        data: { n: 1 },
        prev: NOTHING_BEFORE,
        seq: 0,
        station: "offline",
        type: "noted",
      },
      { ...second, prev: accepted[0]?.hash, seq: 1 },
    ]);
    expect(journal.head).toBe(accepted[1]?.hash);
    expect(new Uint8Array(readFileSync(fileIn(folder)))).toEqual(journal.bytes());
    expect(readRecord(folder)?.entries).toEqual(accepted);
    expect(verifyRecord(journal.bytes()).entries).toEqual(journal.entries);
    journal.close();
  });

  it("is found again unchanged, and continues, whatever its data", () => {
    const folder = temporaryFolder();
    const rounds = fc.array(fc.array(anyData, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rounds, (all) => {
        rmSync(folder, { recursive: true });
        for (const datas of all) {
          const journal = open(folder);
          const before = journal.entries;
          expect(journal.append(datas.map(note))).toHaveLength(datas.length);
          expect(journal.entries.slice(0, before.length)).toEqual(before);
          journal.close();
          expect(readRecord(folder)?.entries).toEqual(journal.entries);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("is written again at each opening, because what was read may never have reached the disk", () => {
    const folder = folderWith(2);
    const { ino } = statSync(fileIn(folder));
    const bytes = readFileSync(fileIn(folder));
    open(folder).close();
    expect(statSync(fileIn(folder)).ino).not.toBe(ino);
    expect(readFileSync(fileIn(folder))).toEqual(bytes);
  });

  it("continues an earlier ceremony when given its head", () => {
    const folder = temporaryFolder();
    const previous = "ab".repeat(32);
    const journal = open(folder, { previous });
    expect(journal.head).toBe(previous);
    expect(journal.append([note(1)])[0]?.prev).toBe(previous);
    journal.close();
    open(folder).close();
    open(folder, { previous }).close();
    expect(codeOf(() => open(folder, { previous: NOTHING_BEFORE }))).toBe("E-LOG-PREVIOUS");
    expect(codeOf(() => open(folder, { previous: "ab" }))).toBe("E-HEAD-FORM");
    // Refused openings keep no lock.
    takeLock(folder).release();
  });

  it("keeps its order when the clock goes back an hour or forward ten years", () => {
    const folder = temporaryFolder();
    const times = ["2026-01-31T09:00", "2026-01-31T08:00", "2036-01-31T08:00"].map(
      (time) => `${time}:00.000Z`,
    );
    let reads = 0;
    const journal = open(folder, { clock: () => new Date(times[reads++] ?? "") });
    journal.append(times.map((_, n) => note({ n })));
    journal.close();
    const found = readRecord(folder)?.entries.map(({ at, data, seq }) => ({ at, data, seq }));
    expect(found).toEqual(times.map((at, seq) => ({ at, data: { n: seq }, seq })));
  });

  it("does not change when the caller's data changes later", () => {
    const journal = open(temporaryFolder());
    const data = { list: [1] };
    const [entry] = journal.append([note(data)]);
    data.list.push(2);
    expect(entry?.data).toEqual({ list: [1] });
    expect(journal.entries[0]?.data).toEqual({ list: [1] });
    journal.close();
  });

  it("takes nothing of a batch with one invalid entry, and continues", () => {
    const folder = temporaryFolder();
    const journal = open(folder);
    const wrong = [
      note(null),
      note({ a: 1.5 }),
      note(undefined),
      note({ a: "\ud800" }),
      note(new Date()),
      { ...note(1), by: "" },
      { ...note(1), type: "" },
      { ...note(1), by: "\udc00" },
      note({ recordFormat: 2 }),
    ];
    for (const entry of wrong)
      expect(codeOf(() => journal.append([entry, note(1)]))).toBe("E-LOG-DATA");
    expect(codeOf(() => journal.append([note(1), note(null)]))).toBe("E-LOG-DATA");
    expect(journal.entries).toEqual([]);
    expect(journal.append([])).toEqual([]);
    expect(journal.append([note(1)])).toHaveLength(1);
    journal.close();
    expect(readRecord(folder)?.entries).toHaveLength(1);
  });

  it("never grows beyond what can be verified", () => {
    const journal = open(temporaryFolder());
    const large = note("x".repeat(7 * 1024 * 1024));
    for (let n = 0; n < 9; n++) journal.append([large]);
    expect(codeOf(() => journal.append([large]))).toBe("E-LOG-SIZE");
    expect(codeOf(() => journal.append([note("x".repeat(8 * 1024 * 1024))]))).toBe("E-LOG-ENTRY");
    expect(journal.append([note(1)])).toHaveLength(1);
    journal.close();
  });

  it("takes nothing once it is closed, and may be closed twice", () => {
    const journal = open(temporaryFolder());
    journal.close();
    journal.close();
    expect(codeOf(() => journal.append([note(1)]))).toBe("E-LOG-CLOSED");
  });

  it("whose file is removed while it is open reports it, and can still be saved", () => {
    const folder = folderWith(2);
    const journal = open(folder);
    renameSync(fileIn(folder), join(folder, "elsewhere"));
    rmSync(join(folder, "elsewhere"));
    expect(codeOf(() => journal.append([note(1)]))).toBe("E-LOG-GONE");
    expect(codeOf(() => journal.append([note(1)]))).toBe("E-LOG-DEAD");
    expect(codeOf(() => verifyRecord(journal.bytes()))).toBe("nothing thrown");
    expect(verifyRecord(journal.bytes()).entries).toHaveLength(2);
    journal.close();
  });

  it("into which someone else writes takes nothing more", () => {
    const folder = folderWith(1);
    const journal = open(folder);
    appendFileSync(fileIn(folder), "x");
    expect(codeOf(() => journal.append([note(1)]))).toBe("E-LOG-IO");
    expect(codeOf(() => journal.append([note(1)]))).toBe("E-LOG-DEAD");
    expect(journal.entries).toHaveLength(1);
    journal.close();
  });
});

describe("a record with a torn last line", () => {
  it("opens with a warning, its bytes are kept, and the next entry follows the last one", () => {
    const folder = folderWith(3);
    const whole = readFileSync(fileIn(folder));
    const tails = [whole.subarray(-60, -1), Buffer.from("{"), Buffer.alloc(700)];
    tails.forEach((tail, k) => {
      const before = readFileSync(fileIn(folder));
      appendFileSync(fileIn(folder), tail);
      expect(readRecord(folder)).toMatchObject({ torn: true, entries: { length: 3 + k } });
      const journal = open(folder);
      expect(journal.warnings).toEqual([
        {
          code: "W-LOG-TORN",
          message:
            "An unfinished last entry "
            + `was set aside in record.torn-${k + 1}; it was never accepted.`,
        },
      ]);
      expect(readFileSync(join(folder, `record.torn-${k + 1}`))).toEqual(Buffer.from(tail));
      expect(readFileSync(fileIn(folder))).toEqual(before);
      expect(journal.append([note(1)])[0]?.seq).toBe(3 + k);
      journal.close();
    });
    expect(verifyRecord(readFileSync(fileIn(folder))).entries).toHaveLength(6);
  });

  it("is distinguished from one whose last line ends with a sector, which is complete", () => {
    const lengthWith = (folder: string, pad: number): number => {
      const journal = open(folder);
      journal.append([note({ pad: "x".repeat(pad) })]);
      journal.close();
      return statSync(fileIn(folder)).size;
    };
    for (const sector of [512, 4096]) {
      const folder = temporaryFolder();
      const short = lengthWith(temporaryFolder(), 0);
      expect(lengthWith(folder, sector - (short % sector)) % sector).toBe(0);
      expect(readRecord(folder)).toMatchObject({ torn: false, entries: { length: 1 } });
      expect(open(folder).warnings).toEqual([]);
    }
  });

  it("that was its first is empty again", () => {
    const folder = folderWith(1);
    truncateSync(fileIn(folder), 20);
    const journal = open(folder);
    expect(journal).toMatchObject({ entries: [], warnings: [{ code: "W-LOG-TORN" }] });
    journal.close();
  });
});

describe("a record that is damaged", () => {
  /** The end of the first line and the start of the second are missing. */
  const withoutBorder = (bytes: Buffer): Buffer => {
    const border = bytes.indexOf("\n");
    return Buffer.concat([bytes.subarray(0, border - 40), bytes.subarray(border + 20)]);
  };

  it.each<[string, string, (bytes: Buffer) => Buffer]>([
    ["altered in an accepted entry", "E-LOG-HASH", (bytes) => bytes.fill("9", 9, 10)],
    [
      "altered in its last entry",
      "E-LOG-HASH",
      (bytes) => Buffer.from(bytes.toString().replace('"n":2', '"n":3')),
    ],
    ["torn in the middle", "E-LOG-CORRUPT", withoutBorder],
    [
      "torn in the middle and at its end",
      "E-LOG-CORRUPT",
      (bytes) => Buffer.concat([withoutBorder(bytes), Buffer.from("{")]),
    ],
    ["with an entry dropped", "E-LOG-CHAIN", (bytes) => bytes.subarray(bytes.indexOf("\n") + 1)],
    ["not text at all", "E-LOG-CORRUPT", () => Buffer.from([0xff, 0xfe, 0x0a])],
  ])("%s is not opened, and not touched", (_, code, change) => {
    const folder = folderWith(3);
    const damaged = Buffer.from(change(readFileSync(fileIn(folder))));
    writeFileSync(fileIn(folder), damaged);
    expect(codeOf(() => open(folder))).toBe(code);
    expect(codeOf(() => readRecord(folder))).toBe(code);
    expect(readFileSync(fileIn(folder))).toEqual(damaged);
    expect(readdirSync(folder).sort()).toEqual(["lock", RECORD_FILE]);
    takeLock(folder).release();
  });
});

describe("reading a record", () => {
  it("finds none if there is none, and leaves no trace", () => {
    const folder = temporaryFolder();
    expect(readRecord(folder)).toBeNull();
    expect(readRecord(join(folder, "none"))).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is possible while it is open elsewhere", () => {
    const folder = folderWith(2);
    const journal = open(folder);
    const { head } = journal;
    expect(readRecord(folder)).toMatchObject({ head, torn: false, bytes: journal.bytes() });
    journal.close();
  });

  it("that is a folder, or larger than any record, is an error with a code", () => {
    const folder = temporaryFolder();
    mkdirSync(fileIn(folder));
    expect(codeOf(() => readRecord(folder))).toBe("E-LOG-IO");
    rmSync(fileIn(folder), { recursive: true });
    writeFileSync(fileIn(folder), "");
    truncateSync(fileIn(folder), 64 * 1024 * 1024 + 1);
    expect(codeOf(() => readRecord(folder))).toBe("E-LOG-SIZE");
    expect(codeOf(() => open(folder))).toBe("E-LOG-SIZE");
  });
});
