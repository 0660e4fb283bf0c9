// The record on a real disk that is full or read-only: a small one, mounted for the test.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { adoptRecord, openJournal, readRecord, type Journal } from "./journal.ts";
import { RecordMaker, temporaryFolder } from "./record.fixture.ts";

const passedOver = process.getuid?.() !== 0 && process.env["CI"] !== "true";
const mount = (...args: readonly string[]) => execFileSync("mount", args, { stdio: "pipe" });

/** An empty disk of 64 KiB in memory; `remount` changes how it is mounted. */
function smallDisk(): { folder: string; remount: (how: string) => void } {
  const disk = temporaryFolder();
  mount("-t", "tmpfs", "-o", "size=64k,mode=0700", "tmpfs", disk);
  onTestFinished(() => void execFileSync("umount", ["-l", disk]));
  return { folder: join(disk, "ceremony"), remount: (how) => mount("-o", `remount,${how}`, disk) };
}

const open = (folder: string): Journal =>
  openJournal({ folder, station: "offline", clock: () => new Date() });
const entry = { by: "administrator", type: "noted", data: "x".repeat(600) };

/** Appends until the disk refuses. @returns the code, and the last accepted head */
function fill(journal: Journal): { code: string; head: string } {
  let head = journal.head;
  const code = codeOf(() => {
    for (let n = 0; n < 1000; n++) head = journal.append([entry]).at(-1)?.hash ?? "";
  });
  return { code, head };
}

describe.skipIf(passedOver)("a full disk (needs root)", () => {
  it("takes no more entries, loses none, and continues once there is space", () => {
    const { folder, remount } = smallDisk();
    const journal = open(folder);
    const { code, head } = fill(journal);
    expect(code).toBe("E-LOG-SPACE");
    expect(journal.head).toBe(head);
    expect(codeOf(() => journal.append([entry]))).toBe("E-LOG-DEAD");
    journal.close();
    expect(readRecord(folder)).toMatchObject({ head, torn: true });
    // Opening writes the record again, which needs space too; it reports that and changes nothing.
    expect(codeOf(() => open(folder))).toBe("E-LOG-SPACE");
    expect(readRecord(folder)).toMatchObject({ head, torn: true });
    remount("size=1m");
    const again = open(folder);
    expect(again).toMatchObject({ head, warnings: [{ code: "W-LOG-TORN" }] });
    expect(again.append([entry])).toHaveLength(1);
    again.close();
  });

  it("is found full when a record begins or arrives, and nothing incomplete is left", () => {
    const { folder, remount } = smallDisk();
    open(folder).close();
    writeFileSync(join(folder, "other"), Buffer.alloc(60 * 1024));
    const arrived = new RecordMaker();
    for (let n = 0; n < 12; n++) arrived.add("noted", "x".repeat(600));
    expect(codeOf(() => adoptRecord(folder, arrived.bytes))).toBe("E-LOG-SPACE");
    expect(readRecord(folder)?.entries).toEqual([]);
    rmSync(join(folder, "other"));
    adoptRecord(folder, arrived.bytes);
    expect(readRecord(folder)?.head).toBe(arrived.head);
    remount("size=1m");
  });
});

describe.skipIf(passedOver)("a disk that may only be read (needs root)", () => {
  it("lets the record be read, and refuses to open, adopt or begin one", () => {
    const { folder, remount } = smallDisk();
    const journal = open(folder);
    journal.append([entry]);
    const { head } = journal;
    journal.close();
    remount("ro");
    expect(readRecord(folder)).toMatchObject({ head, torn: false });
    const arrived = new RecordMaker();
    arrived.add("noted", {});
    for (const work of [
      () => open(folder),
      () => open(join(folder, "new")),
      () => adoptRecord(folder, arrived.bytes),
    ])
      expect(codeOf(work)).toBe("E-LOG-READONLY");
    remount("rw");
    expect(codeOf(() => open(folder).close())).toBe("nothing thrown");
    expect(readRecord(folder)?.head).toBe(head);
  });
});
