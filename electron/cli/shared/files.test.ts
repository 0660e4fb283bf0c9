// The output of `sd restore-blob`: whole or not there, and never over anything.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { checkFree } from "./files.ts";
import { CANARY, expectRefusal, sd, treeOf } from "../program.fixture.ts";
import {
  argumentsOf,
  expectRefused,
  filesOf,
  restore,
  type Files,
} from "../restore-blob.fixture.ts";

const isRoot = process.getuid?.() === 0;
const needsRoot = !isRoot && process.env["CI"] !== "true";
const inFolder = ({ folder }: Files, ...names: readonly string[]) => join(folder, ...names);

/** An empty disk in memory over a folder, for the time of the test. */
function mount(folder: string, how: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", how, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
}

describe("what is at the output's place already stays as it is", () => {
  it("a file, an empty one too, before anything else is checked", async () => {
    for (const content of [CANARY, ""]) {
      const files = filesOf();
      writeFileSync(files.out, content);
      expect((await expectRefused(files, "E-FILE-EXISTS", [1])).warnings).toEqual([]);
      expect(readFileSync(files.out, "utf8")).toBe(content);
    }
  });

  it("an input", async () => {
    const files = filesOf();
    for (const out of [files.domain, files.exchange, files.key(1), files.certificate(2)])
      await expectRefused({ ...files, out }, "E-FILE-EXISTS");
  });

  it("a folder, a pipe, a device", async () => {
    const files = filesOf();
    const [folder, pipe] = [inFolder(files, "folder"), inFolder(files, "pipe")];
    mkdirSync(folder);
    for (const out of [folder, `${folder}/`])
      await expectRefused({ ...files, out }, "E-FILE-EXISTS");
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [pipe]);
    for (const out of [pipe, "/dev/full", "/dev/null"])
      expect((await expectRefused({ ...files, out }, "E-FILE-EXISTS")).seconds).toBeLessThan(5);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("a link to a file, and a link to nothing", async () => {
    const files = filesOf();
    const target = inFolder(files, "elsewhere");
    symlinkSync(target, files.out);
    await expectRefused(files, "E-FILE-EXISTS");
    expect(existsSync(target)).toBe(false);
    writeFileSync(target, CANARY);
    await expectRefused(files, "E-FILE-EXISTS");
  });

  it("a blob: the same command again is refused", async () => {
    const files = filesOf();
    expect((await restore(files)).code).toBe(0);
    await expectRefused(files, "E-FILE-EXISTS");
  });
});

describe("a place where nothing can be looked up", () => {
  it("is refused before a secret is asked for", () => {
    const { domain, folder } = filesOf();
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o600 });
    const places = [join(domain, CANARY), join(folder, "n".repeat(300))];
    // Permissions do not stop root.
    if (!isRoot) places.push(join(closed, "blob.json"));
    for (const place of places) expect(codeOf(() => checkFree(place, "out"))).toBe("E-FILE-WRITE");
    expect(codeOf(() => checkFree(join(folder, "free"), "out"))).toBe("nothing thrown");
  });
});

describe("an output that cannot be written leaves nothing", () => {
  it("in a folder that is missing, or below a file", async () => {
    const files = filesOf();
    await expectRefused({ ...files, out: inFolder(files, "missing", CANARY) }, "E-FILE-WRITE");
    await expectRefused({ ...files, out: join(files.domain, CANARY) }, "E-FILE-WRITE");
  });

  it("under a name that is too long", async () => {
    const files = filesOf();
    await expectRefused({ ...files, out: inFolder(files, "n".repeat(300)) }, "E-FILE-WRITE");
  });

  it.skipIf(process.platform !== "linux")("where nobody can make files", async () => {
    await expectRefused({ ...filesOf(), out: join("/proc", CANARY) }, "E-FILE-WRITE");
  });

  it.skipIf(process.platform === "win32")("in a folder that may only be read", async () => {
    const files = filesOf();
    const folder = inFolder(files, "closed");
    mkdirSync(folder, { mode: 0o500 });
    // Permissions do not stop root; a mount does.
    if (isRoot) mount(folder, "ro");
    await expectRefused({ ...files, out: join(folder, "blob.json") }, "E-FILE-WRITE");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(needsRoot)("on a disk that is full (needs root)", async () => {
    const files = filesOf();
    const disk = inFolder(files, "disk");
    mkdirSync(disk);
    mount(disk, "size=16k,mode=0700");
    await expectRefused({ ...files, out: join(disk, "blob.json") }, "E-FILE-WRITE");
    expect(readdirSync(disk)).toEqual([]);
    execFileSync("mount", ["-o", "remount,size=1m", disk]);
    expect((await restore({ ...files, out: join(disk, "blob.json") })).code).toBe(0);
    expect(readdirSync(disk)).toEqual(["blob.json"]);
  });
});

describe("names", () => {
  it("may be relative, with spaces, and begin with a hyphen after an equals sign", async () => {
    const files = filesOf();
    const out = "-a blob.json";
    const args = argumentsOf({ ...files, out }, [1, 2]).slice(0, -2);
    const before = treeOf(files.folder);
    const given = [...args, `--sd-file-restore-blob=${out}`];
    expect(await sd(given, { cwd: files.folder })).toMatchObject({ code: 0 });
    const after = treeOf(files.folder);
    expect(Object.keys(after).filter((path) => !(path in before))).toEqual([
      join(files.folder, out),
    ]);
    expectRefusal(await sd(given, { cwd: files.folder }), "E-FILE-EXISTS");
  });
});
