// A station's own disk: a named file is complete and replaces no other, with and without links.
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, win32 } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { makeFolder, replace, writeNew } from "./disk.ts";
import { systemCode } from "./refusal.ts";
import { handOut } from "./hand-out.ts";
import { dropSpool, openSpool, spooled } from "./spool.ts";

vi.mock("node:fs", { spy: true });
vi.mock("node:path", { spy: true });

let folder = "";
const at = (name: string): string => join(folder, name);
const textOf = (name: string): string => readFileSync(at(name), "utf8");
const whole = utf8("whole");
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-disk-"));
});
afterEach(() => {
  vi.resetAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A call that always fails with this error of the system. */
const failing = (syscall: string, code: string) => (): never => {
  throw Object.assign(new Error(`${code}: ${syscall}`), { syscall, code });
};
/** A file system without links. */
const noLinks = (code = "EISDIR"): unknown =>
  vi.mocked(linkSync).mockImplementation(failing("link", code));

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return "nothing thrown";
  } catch (error) {
    return systemCode(error);
  }
}

function spool(): boolean {
  const answer = openSpool(folder, "a");
  answer.write(whole);
  answer.finish(whole);
  return true;
}

describe.each([
  ["a new file", () => writeNew(folder, "a", whole)],
  ["a file that is handed out", () => handOut(at("a"), whole)],
  ["what was spooled", spool],
])("%s", (what, write) => {
  // Linux and its FUSE, macOS and Windows each have an error of their own for exFAT's missing links.
  it.each(["EPERM", "ENOSYS", "ENOTSUP", "EISDIR"])("is whole without links (%s)", (code) => {
    noLinks(code);
    expect(write()).toBe(true);
    expect(textOf("a")).toBe("whole");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it.each(["EIO", "ENOSPC", "EROFS"])("has no name where the disk fails (%s)", (code) => {
    noLinks(code);
    expect(codeOf(write)).toBe(code);
    expect(existsSync(at("a"))).toBe(false);
  });

  it("gets no name, and no other file does, if it cannot be moved", () => {
    noLinks();
    vi.mocked(renameSync).mockImplementation(failing("rename", "EIO"));
    expect(codeOf(write)).toBe("EIO");
    expect(existsSync(at("a"))).toBe(false);
  });

  it("gets no name if it reads back differently, and what was spooled stays as a part", () => {
    noLinks();
    vi.mocked(renameSync).mockImplementationOnce((from, to) => {
      writeFileSync(to, "wh");
      rmSync(from);
    });
    expect(codeOf(write)).toBe("EIO");
    expect(readdirSync(folder)).toEqual(what === "what was spooled" ? ["a.partial"] : []);
  });

  it("takes no existing name, even without links", () => {
    noLinks();
    writeFileSync(at("a"), "mine");
    expect([false, "EEXIST"]).toContain(what === "what was spooled" ? codeOf(write) : write());
    expect(textOf("a")).toBe("mine");
  });
});

describe("a name that a crash left reserved, as an empty file", () => {
  beforeEach(() => writeFileSync(at("a"), ""));

  it("is free for our own files, and for a spooled answer", () => {
    expect(writeNew(folder, "a", whole)).toBe(true);
    expect(textOf("a")).toBe("whole");
    writeFileSync(at("a"), "");
    expect(spooled(folder, "a")).toBeNull();
    spool();
    expect(spooled(folder, "a")).toEqual(whole);
    dropSpool(folder, "a");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not free at a place that a person chose: the file may be theirs", () => {
    expect(handOut(at("a"), whole)).toBe(false);
    expect(textOf("a")).toBe("");
  });
});

describe("a rename of a file that another program has open", () => {
  const renamed = (times: number, platform: string): string | null => {
    const own = Object.getOwnPropertyDescriptor(process, "platform")!;
    onTestFinished(() => void Object.defineProperty(process, "platform", own));
    Object.defineProperty(process, "platform", { ...own, value: platform });
    for (let n = 0; n < times; n++)
      vi.mocked(renameSync).mockImplementationOnce(failing("rename", "EPERM"));
    return codeOf(() => replace(folder, "a", whole));
  };

  it("is tried again on Windows, and for five seconds at most (F54)", () => {
    expect(renamed(3, "win32")).toBe("nothing thrown");
    expect(textOf("a")).toBe("whole");
    const waits = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    expect(renamed(1000, "win32")).toBe("EPERM");
    expect(waits).toHaveBeenCalledTimes(100);
  });

  it("is an error at once elsewhere", () => {
    expect(renamed(1, "linux")).toBe("EPERM");
  });
});

describe("a folder", () => {
  it("on a missing Windows drive cannot be made, and the error says so", () => {
    vi.mocked(dirname).mockImplementation((path) => win32.dirname(path));
    vi.mocked(mkdirSync).mockImplementation(failing("mkdir", "ENOENT"));
    expect(codeOf(() => makeFolder("Z:\\ceremonies\\offline"))).toBe("ENOENT");
  });
});
