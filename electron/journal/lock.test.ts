// Who may write in a folder: one living process, and no dead one.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { buildAppender, Child } from "./child.fixture.ts";
import { openJournal, takeLock } from "./journal.ts";
import { messageOf, temporaryFolder } from "./record.fixture.ts";

const WINDOW = /^The record is already open in another window, process \d+\.$/;
const namesIn = (folder: string): readonly string[] => readdirSync(join(folder, "lock"));

/** A lock of another process, from our own with one part changed. */
function leave(folder: string, change: (parts: string[]) => readonly string[]): void {
  const lock = takeLock(folder);
  const name = change((namesIn(folder)[0] ?? "").split(".")).join(".");
  lock.release();
  writeFileSync(join(folder, "lock", name), "");
}

/** No process may be signalled by us. */
function notOurs(): void {
  const kill = vi.spyOn(process, "kill").mockImplementation(() => {
    throw Object.assign(new Error("EPERM: kill"), { syscall: "kill", code: "EPERM" });
  });
  onTestFinished(() => kill.mockRestore());
}

describe("a lock", () => {
  it("belongs to only one, even in this process, until it is released", () => {
    const folder = join(temporaryFolder(), "deep", "folder");
    const lock = takeLock(folder);
    expect(messageOf(() => takeLock(folder))).toMatch(WINDOW);
    expect(namesIn(folder)).toHaveLength(1);
    lock.release();
    lock.release();
    expect(namesIn(folder)).toEqual([]);
    const again = takeLock(folder);
    expect(again.cleared).toBe(0);
    again.release();
  });

  it("reports with the record's own code that the disk refuses to release it", () => {
    const folder = temporaryFolder();
    const lock = takeLock(folder);
    const own = join(folder, "lock", namesIn(folder)[0] ?? "");
    rmSync(own);
    mkdirSync(own);
    expect(codeOf(() => lock.release())).toBe("E-LOG-IO");
  });

  it("names the process by number, start and boot", () => {
    const folder = temporaryFolder();
    const lock = takeLock(folder);
    expect(namesIn(folder)[0]).toMatch(new RegExp(`^${process.pid}\\.\\w+\\.[\\w-]+$`));
    lock.release();
  });

  it.each<[string, (parts: string[]) => readonly string[]]>([
    ["of another boot", ([pid = "", started = ""]) => [pid, started, "another-boot"]],
    ["of an earlier process of the same number", ([pid = "", , boot = ""]) => [pid, "1", boot]],
    ["of a process that is gone", ([, started = "", boot = ""]) => ["999999999", started, boot]],
  ])("%s is stale and is cleared", (_, change) => {
    const folder = temporaryFolder();
    leave(folder, change);
    const lock = takeLock(folder);
    expect(lock.cleared).toBe(1);
    expect(namesIn(folder)).toHaveLength(1);
    lock.release();
  });

  it("of a process in another PID namespace does not count as dead", () => {
    const folder = temporaryFolder();
    leave(folder, ([, started = "", where = ""]) => {
      expect(where).toMatch(/-\d+$/);
      return ["999999999", started, where.replace(/\d+$/, "1")];
    });
    expect(codeOf(() => takeLock(folder))).toBe("E-LOG-LOCK-AWAY");
    expect(namesIn(folder)).toHaveLength(1);
  });

  it("of an earlier version, which names no namespace, is treated as before", () => {
    const folder = temporaryFolder();
    leave(folder, ([, started = "", where = ""]) => [
      "999999999",
      started,
      where.replace(/-\d+$/, ""),
    ]);
    const lock = takeLock(folder);
    expect(lock.cleared).toBe(1);
    lock.release();
  });

  it("of a living process is not cleared, and its process is named", () => {
    const folder = temporaryFolder();
    // Process 1 always lives, but may not always be signalled by us.
    leave(folder, ([, , boot = ""]) => ["1", startOfFirst(), boot]);
    expect(messageOf(() => takeLock(folder))).toBe(
      "The record is already open in another window, process 1.",
    );
    expect(namesIn(folder)).toHaveLength(1);
  });

  it("is stale if its number is that of another user's later process", () => {
    const folder = temporaryFolder();
    notOurs();
    leave(folder, ([, , boot = ""]) => ["1", "1", boot]);
    const lock = takeLock(folder);
    expect(lock.cleared).toBe(1);
    lock.release();
  });

  it("of another user's living process is not cleared", () => {
    const folder = temporaryFolder();
    notOurs();
    leave(folder, ([, , boot = ""]) => ["1", startOfFirst(), boot]);
    expect(codeOf(() => takeLock(folder))).toBe("E-LOG-LOCK");
  });

  it("ignores files that are not locks", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "lock"));
    writeFileSync(join(folder, "lock", ".DS_Store"), "");
    takeLock(folder).release();
    expect(namesIn(folder)).toEqual([".DS_Store"]);
  });
});

describe("a record that another process has open", () => {
  it("is refused while that lives, and opens with a word of warning after a kill -9", async () => {
    const folder = temporaryFolder();
    const child = new Child(buildAppender(), folder, 2);
    onTestFinished(async () => {
      await child.kill();
    });
    await child.lines(3);
    const open = () => openJournal({ folder, station: "offline", clock: () => new Date() });
    expect(messageOf(open)).toBe(
      `The record is already open in another window, process ${child.pid}.`,
    );
    await child.kill();
    const journal = open();
    expect(journal.warnings.map(({ code }) => code)).toEqual(["W-LOG-LOCK"]);
    expect(journal.entries).toHaveLength(2);
    journal.close();
  });

  it("belongs to at most one of many that start at once", async () => {
    const folder = temporaryFolder();
    const program = buildAppender();
    const children = Array.from({ length: 5 }, () => new Child(program, folder, 0));
    await Promise.all(children.map((child) => child.lines(1)));
    const said = (await Promise.all(children.map((child) => child.kill()))).flat();
    expect(said).toHaveLength(5);
    expect(said.filter((line) => line === "open").length).toBeLessThanOrEqual(1);
    expect(said.filter((line) => line !== "open")).toEqual(
      Array.from({ length: said.includes("open") ? 4 : 5 }, () => "E-LOG-LOCK"),
    );
    expect(codeOf(() => takeLock(folder).release())).toBe("nothing thrown");
  });
});

/** When process 1 started, in ticks since boot, if the system says so. */
function startOfFirst(): string {
  if (process.platform !== "linux") return "unknown";
  return (
    readFileSync("/proc/1/stat", "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19] ?? ""
  );
}
