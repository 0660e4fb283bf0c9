// A record that arrives on the transfer medium: adopted only if it extends the station's own copy.
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import {
  adoptRecord,
  openJournal,
  readRecord,
  RECORD_FILE,
  recordReader,
  type Journal,
} from "./journal.ts";
import {
  keyMade,
  makeOfficer,
  RecordMaker,
  signatureOf,
  temporaryFolder,
} from "./record.fixture.ts";
import { verifyRecord } from "./verify.ts";

const note = (data: unknown) => ({ by: "administrator", type: "noted", data });
const open = (folder: string): Journal =>
  openJournal({ folder, station: "offline", clock: () => new Date("2026-01-31T09:00:00.000Z") });
const fileIn = (folder: string): string => join(folder, RECORD_FILE);

describe("a record that arrives on the medium", () => {
  const shared = new RecordMaker();
  for (let n = 0; n < 3; n++) shared.add("noted", { n });
  const longer = new RecordMaker();
  for (let n = 0; n < 5; n++) longer.add("noted", { n });

  it("is adopted if the station has none, and can be continued", () => {
    const folder = join(temporaryFolder(), "new");
    adoptRecord(folder, longer.bytes);
    const journal = open(folder);
    expect(journal).toMatchObject({ head: longer.head, warnings: [] });
    expect(journal.append([note(1)])[0]?.seq).toBe(5);
    journal.close();
    expect(existsSync(`${fileIn(folder)}.new`)).toBe(false);
  });

  it("is adopted if it extends the own copy, and changes nothing if it is equal", () => {
    const folder = temporaryFolder();
    adoptRecord(folder, shared.bytes);
    adoptRecord(folder, longer.bytes);
    expect(new Uint8Array(readFileSync(fileIn(folder)))).toEqual(longer.bytes);
    const { ino } = statSync(fileIn(folder));
    adoptRecord(folder, longer.bytes);
    expect(statSync(fileIn(folder)).ino).toBe(ino);
  });

  it("is refused when it is older", () => {
    const folder = temporaryFolder();
    adoptRecord(folder, longer.bytes);
    expect(codeOf(() => adoptRecord(folder, shared.bytes))).toBe("E-LOG-STALE");
    expect(readRecord(folder)?.head).toBe(longer.head);
  });

  it("is refused as an incident when both were continued, or have nothing in common", () => {
    const other = new RecordMaker();
    for (let n = 0; n < 3; n++) other.add("noted", { n });
    other.add("noted", "otherwise");
    const foreign = new RecordMaker("ab".repeat(32));
    for (let n = 0; n < 9; n++) foreign.add("noted", { n });
    const folder = temporaryFolder();
    adoptRecord(folder, longer.bytes);
    for (const { bytes } of [other, foreign])
      expect(codeOf(() => adoptRecord(folder, bytes))).toBe("E-LOG-FORK");
    expect(readRecord(folder)?.head).toBe(longer.head);
  });

  it("is verified first, signatures included, before anything is made", () => {
    const folder = join(temporaryFolder(), "new");
    const officer = makeOfficer("officer-1");
    const forged = new RecordMaker();
    forged.add("key-made", keyMade(officer));
    forged.add("signed", { ...signatureOf(officer, forged.head), signature: "AAAA" });
    const { bytes } = shared;
    const wrong: readonly [string, Uint8Array][] = [
      ["E-LOG-EMPTY", new Uint8Array()],
      ["E-LOG-TORN", bytes.subarray(0, -1)],
      ["E-LOG-CORRUPT", utf8("hello\n")],
      ["E-LOG-SIGNATURE", forged.bytes],
    ];
    for (const [code, given] of wrong) expect(codeOf(() => adoptRecord(folder, given))).toBe(code);
    expect(existsSync(folder)).toBe(false);
  });

  it("is refused while the record is open here", () => {
    const folder = temporaryFolder();
    const journal = open(folder);
    expect(codeOf(() => adoptRecord(folder, shared.bytes))).toBe("E-LOG-LOCK");
    journal.close();
    adoptRecord(folder, shared.bytes);
  });

  it("is compared with complete lines of the own copy; a torn one is set aside", () => {
    const folder = temporaryFolder();
    adoptRecord(folder, shared.bytes);
    appendFileSync(fileIn(folder), "{torn");
    adoptRecord(folder, shared.bytes);
    expect(readRecord(folder)).toMatchObject({ head: shared.head, torn: false });
    appendFileSync(fileIn(folder), "{torn");
    adoptRecord(folder, longer.bytes);
    expect(readRecord(folder)).toMatchObject({ head: longer.head, torn: false });
    expect(readFileSync(join(folder, "record.torn-2"), "utf8")).toBe("{torn");
  });

  it("is not blamed for a damaged own copy", () => {
    const folder = temporaryFolder();
    const bytes = shared.bytes.slice();
    bytes[9] = 0x39;
    writeFileSync(fileIn(folder), bytes);

    expect(codeOf(() => adoptRecord(folder, longer.bytes))).toBe("E-LOG-HASH");
  });

  it("closed by all officers ends the ceremony on this station too", () => {
    const officer = makeOfficer("officer-1");
    const folder = temporaryFolder();
    const journal = open(folder);
    journal.append([{ by: "officer-1", type: "key-made", data: keyMade(officer) }]);
    const closing = { by: "administrator", type: "closing", data: { present: ["officer-1"] } };
    const [end] = journal.append([closing]);
    const data = signatureOf(officer, end?.hash ?? "");
    journal.append([{ by: "officer-1", type: "signed", data }]);
    expect(verifyRecord(journal.bytes())).toMatchObject({ closed: true, missing: [] });
    const other = temporaryFolder();
    adoptRecord(other, journal.bytes());
    expect(readRecord(other)?.head).toBe(journal.head);
    journal.close();
  });
});

describe("a record that is asked for again and again", () => {
  it("is the same while its file is, and is read again when that has changed or is gone", () => {
    const [folder, read] = [temporaryFolder(), recordReader()];
    expect(read(folder)).toBeNull();
    const journal = open(folder);
    journal.append([note(1)]);
    const first = read(folder);
    expect(first).toEqual(readRecord(folder));
    expect(read(folder)).toBe(first);
    journal.append([note(2)]);
    journal.close();
    expect(read(folder)?.entries).toHaveLength(2);
    writeFileSync(
      fileIn(folder),
      readFileSync(fileIn(folder), "utf8").replace('"data":2', '"data":3'),
    );
    expect(codeOf(() => read(folder))).toMatch(/^E-LOG-/);
    expect(read(temporaryFolder())).toBeNull();
  });
});
