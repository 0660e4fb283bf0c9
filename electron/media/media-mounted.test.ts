// Media that are really mounted: full, read-only, pulled out (F10-F16, F22, F24, F49; needs root).
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { aMedium, aRoot, bytesOf, isJudging, isRoot } from "./media.fixture.ts";
import {
  checkMedium,
  listFiles,
  openAnswer,
  readFile,
  removeFile,
  replaceFile,
  writeFile,
  writeManifest,
  type Medium,
} from "./media.ts";
import { bundleChild, logOf, tracedWhile } from "./strace.fixture.ts";

const passedOver = !isRoot && !isJudging;
const MIB = 1024 * 1024;

let root = "";
let folder = "";
let medium: Medium;
let end = (): void => undefined;

function mount(): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "sd-test", folder]);
}
const remount = (how: "ro" | "rw"): void => {
  execFileSync("mount", ["-o", `remount,${how}`, folder]);
};
const pull = (): void => {
  execFileSync("umount", ["-l", folder]);
};

describe.skipIf(passedOver)("a mounted medium (needs root)", () => {
  beforeEach(() => {
    ({ root, end } = aRoot());
    folder = join(root, "transfer");
    mkdirSync(folder);
    mount();
    medium = aMedium(root);
  });
  afterEach(() => {
    while (readdirSync(root).includes("transfer") && isMounted()) pull();
    end();
  });

  it("that is full refuses the file and keeps nothing of it (F22)", () => {
    expect(codeOf(() => writeFile(medium, "big", new Uint8Array(2 * MIB)))).toBe("E-MEDIA-SPACE");
    expect(readdirSync(folder)).toEqual(["medium.json"]);
    writeFile(medium, "small", bytesOf("fits"));
    expect(listFiles(medium)).toEqual(["small"]);
  });

  it("that is full leaves the old record in place of the new one (F22)", () => {
    replaceFile(medium, "record.jsonl", bytesOf("old\n"));
    const code = codeOf(() => replaceFile(medium, "record.jsonl", new Uint8Array(2 * MIB)));
    expect(code).toBe("E-MEDIA-SPACE");
    expect(readFile(medium, "record.jsonl", MIB)).toEqual(bytesOf("old\n"));
    expect(readdirSync(folder).sort()).toEqual(["medium.json", "record.jsonl"]);
  });

  it("that fills up under an answer keeps what had come, as a part", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(new Uint8Array(MIB / 2).fill(1));
    expect(codeOf(() => answer.write(new Uint8Array(MIB).fill(2)))).toBe("E-MEDIA-SPACE");
    expect(codeOf(() => answer.write(bytesOf("more")))).toBe("E-MEDIA-CLOSED");
    const kept = answer.abandon();
    expect(kept?.name).toBe("sd.json.partial");
    expect(kept?.size).toBeGreaterThanOrEqual(MIB / 2);
    expect(listFiles(medium)).toEqual(["sd.json.partial"]);
  });

  it("that fills up under an answer refuses to call it finished", () => {
    const answer = openAnswer(medium, "sd.json");
    expect(codeOf(() => answer.write(new Uint8Array(2 * MIB)))).toBe("E-MEDIA-SPACE");
    expect(codeOf(() => answer.finish())).toBe("E-MEDIA-IO");
    expect(existsSync(join(folder, "sd.json"))).toBe(false);
  });

  it("with less than 10 MiB free is refused before a step begins (B088)", () => {
    expect(codeOf(() => checkMedium(medium, { mode: "REHEARSAL" }))).toBe("E-MEDIA-SPACE");
    const expected = { mode: "REHEARSAL", freeBytes: MIB / 2 } as const;
    expect(codeOf(() => checkMedium(medium, expected))).toBe("nothing thrown");
  });

  it("that is write-protected is refused before a step, and by every write (B088, F24)", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf("x"));
    answer.abandon();
    writeFile(medium, "a.txt", bytesOf("x"));
    remount("ro");
    const uses = [
      () => checkMedium(medium, { mode: "REHEARSAL", freeBytes: 0 }),
      () => writeFile(medium, "b.txt", bytesOf("x")),
      () => replaceFile(medium, "record.jsonl", bytesOf("x")),
      () => openAnswer(medium, "sd.json"),
      () => removeFile(medium, "a.txt"),
    ];
    expect(uses.map(codeOf)).toEqual(uses.map(() => "E-MEDIA-READONLY"));
    expect(readFile(medium, "a.txt", 1)).toEqual(bytesOf("x"));
    expect(listFiles(medium)).toEqual(["a.txt", "sd.json.partial"]);
  });

  it("that is pulled out is missed by every use, and nothing lands beneath it (F14, F49)", () => {
    writeFile(medium, "a.txt", bytesOf("x"));
    // As it was found in a drive, whose device is known.
    const bound = { ...medium, device: statSync(folder, { bigint: true }).dev };
    pull();
    const usesOf = (of: Medium) => [
      () => writeFile(of, "b.txt", bytesOf("x")),
      () => replaceFile(of, "record.jsonl", bytesOf("x")),
      () => readFile(of, "a.txt", 1),
      () => listFiles(of),
      () => openAnswer(of, "sd.json"),
      () => checkMedium(of, { mode: "REHEARSAL" }),
      () =>
        writeManifest(of, {
          ceremony: "0".repeat(32),
          files: [],
          head: "0".repeat(64),
          hsm: "h",
          mode: "REHEARSAL",
        }),
    ];
    for (const uses of [medium, bound].map(usesOf))
      expect(uses.map(codeOf)).toEqual(uses.map(() => "E-MEDIA-GONE"));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that is pulled out under an answer does not take it for finished (F10, F15)", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf("half"));
    pull();
    answer.write(bytesOf("the bytes go nowhere"));
    expect(codeOf(() => answer.finish())).toBe("E-MEDIA-GONE");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that is exchanged under an answer does not take it for finished (F16)", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf("half"));
    pull();
    mount();
    aMedium(root);
    expect(codeOf(() => answer.finish())).toBe("E-MEDIA-OTHER");
    expect(readdirSync(folder)).toEqual(["medium.json"]);
  });

  it.skipIf(!hasStrace && !isJudging).each([
    ["before its first byte, and none lands beneath", "statx:1"],
    ["before its bytes are forced to it", "pwrite64:1"],
    ["after it was read back", "pread64:1"],
    ["before the rename", "statx:5"],
    ["after the rename (F15)", "rename:1"],
    ["at the very end", "close:5"],
  ])("that is pulled out %s is noticed (F14; needs strace)", async (_, after) => {
    const content = join(root, "content");
    writeFileSync(content, "bytes");
    const part = join(folder, "a.txt.part");
    const paths = [part, join(folder, "a.txt")];
    const child = bundleChild(root);
    const run = { child, verb: "write", root, name: "a.txt", content, paths } as const;
    const outcome = await tracedWhile(run, after, pull);
    expect(outcome).toEqual({ code: "E-MEDIA-GONE" });
    expect(readdirSync(folder)).toEqual([]);
    if (after === "statx:1") expect(logOf(run)).not.toContain("pwrite64");
  });

  it.skipIf(!hasStrace && !isJudging).each([
    ["before it is read back", "fsync:2"],
    ["before its name is reserved", "pread64:1"],
    ["after its name is read back", "close:5"],
  ])("that is pulled out %s does not finish an answer (F15; needs strace)", async (_, after) => {
    const content = join(root, "content");
    writeFileSync(content, "the answer");
    const paths = ["sd.json.partial", "sd.json"].map((name) => join(folder, name));
    const child = bundleChild(root);
    const run = { child, verb: "answer", root, name: "sd.json", content, paths } as const;
    expect(await tracedWhile(run, after, pull)).toEqual({ code: "E-MEDIA-GONE" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

function isMounted(): boolean {
  try {
    execFileSync("mountpoint", ["-q", folder]);
    return true;
  } catch {
    return false;
  }
}
