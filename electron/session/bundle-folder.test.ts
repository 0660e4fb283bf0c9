// A bundle's folder is refused by its claimed size, before anything of it is read.
import fs, { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bundleAt, recordIn } from "./bundle-folder.ts";

vi.mock("node:fs", { spy: true });

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-folder-"));
  writeFileSync(join(folder, "manifest.sha256"), "");
  mkdirSync(join(folder, "papers"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file of this claimed size, without blocks on the disk. */
function sparse(name: string, size: number): string {
  writeFileSync(join(folder, name), "");
  truncateSync(join(folder, name), size);
  return join(folder, name);
}

/** The code of the refusal; nothing was read until then. */
function refusedUnread(work: () => unknown): string {
  const reads = vi.mocked(fs.readSync).mock.calls.length;
  try {
    work();
    return "none";
  } catch (error) {
    expect(vi.mocked(fs.readSync).mock.calls).toHaveLength(reads);
    return (error as { code: string }).code;
  }
}

const MIB = 1024 * 1024;

describe("B163 a bundle of too much", () => {
  it("is refused for its number of files, or for the size of all, each by its name", () => {
    for (let n = 0; n < 3; n++) sparse(`papers/${n}.pdf`, 50 * MIB);
    expect(refusedUnread(() => bundleAt(folder))).toBe("E-BUNDLE-SIZE");
    for (let n = 0; n < 501; n++) writeFileSync(join(folder, "papers", `${n}.pdf`), "");
    expect(refusedUnread(() => bundleAt(folder))).toBe("E-BUNDLE-FILES");
  });
});

describe("B165 a record of more than 64 MiB", () => {
  it("is refused for it, alone and in a bundle", () => {
    const file = sparse("record.jsonl", 64 * MIB + 1);
    expect(refusedUnread(() => recordIn(file))).toBe("E-LOG-SIZE");
    expect(refusedUnread(() => bundleAt(folder))).toBe("E-LOG-SIZE");
  });

  it("and one of 64 MiB is read", () => {
    const file = sparse("record.jsonl", 64 * MIB);
    expect(recordIn(file)).toHaveLength(64 * MIB);
  });
});
