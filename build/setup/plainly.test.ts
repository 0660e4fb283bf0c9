// What stopped a command is said in one sentence, read from what the system itself says.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { diskIn, plainly } from "./plainly.mjs";
import { run } from "./run.mjs";

const isRoot = process.getuid?.() === 0;
const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
};

test.skipIf(process.platform !== "linux")("a full disk, as Linux says it (needs Linux)", () => {
  const said = plainly(thrownBy(() => writeFileSync("/dev/full", "text")));
  expect(said).toMatch(/^The disk of \S+ is full\. Free some space there .+ again\.$/);
});

test.skipIf(!isRoot)(
  "a folder that is not this user's, by Node and by a shell (needs root)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "sd-plainly-"));
    try {
      chmodSync(folder, 0o755);
      const asNobody = (...words: readonly string[]): string =>
        spawnSync("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", ...words], {
          encoding: "utf8",
        }).stderr;
      const write = `require("node:fs").writeFileSync(${JSON.stringify(join(folder, "new"))}, "")`;
      expect(diskIn(asNobody(process.execPath, "-e", write))).toMatch(
        new RegExp(`^${folder} may not be written by this user\\. .+ again\\.$`),
      );
      expect(diskIn(asNobody("mkdir", join(folder, "new")))).toContain("may not be written");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test.each([
  ["npm error code EACCES\nnpm error path /a/node_modules\n", "/a/node_modules may not be written"],
  ["npm ERR! code ENOSPC\nnpm ERR! path /a/b\n", "The disk of /a/b is full."],
  ["EROFS: read-only file system, mkdir '/a/dist'", "/a is on a disk that can only be read."],
  ["npm error code EACCES\nnpm error syscall mkdir\nnpm error path /a", "/a may not be written"],
  ["✘ [ERROR] Failed to write: open /a/dist/sd.cjs: permission denied", "/a/dist may not be"],
  ["mkdir: cannot create directory ‘/a/b’: Permission denied", "/a may not be written"],
  ["sh: 1: cannot create /a/b: Permission denied", "/a may not be written"],
  ["E: You don't have enough free space in /var/cache/apt/archives/.", "/archives is full."],
  ["Error: spawn /a/bin/esbuild EACCES", "/a/bin/esbuild may not be run."],
  ["npm error code 1\nnpm error Error: spawnSync /a/esbuild EACCES", "/a/esbuild may not be run."],
  ["tar: x: Cannot write: No space left on device", "is full."],
  ["/a: write error (disk full?).  Continue?", "is full."],
])("what a program says of a disk: %j", (text, said) => {
  expect(diskIn(text)).toContain(said);
});

/** What stops these is no disk, though something on the way was denied. */
const NO_DISKS = [
  "",
  "npm error code ERESOLVE",
  "404 Not Found",
  "a full disclosure",
  "W: Download is performed unsandboxed as root as file '/var/x.deb' couldn't be accessed by user '_apt'. - pkgAcquire::Run (13: Permission denied)\nE: Could not resolve 'mirror.example'",
  "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock, are you root?",
  "npm error code EACCES\nnpm error syscall spawn sh\nnpm error path /a/node_modules/esbuild",
  "npm error code 1\nnpm error path /a/node_modules/b\nnpm error sh: 1: b: Permission denied",
  "ENOSPC: System limit for number of file watchers reached, watch '/a'",
  "cp: cannot open '/a' for reading: Permission denied",
];
test.each(NO_DISKS)("what says nothing about a disk does not count as one: %j", (text) => {
  expect(diskIn(text)).toBeUndefined();
});

test.each([
  ...NO_DISKS.filter((text) => text.includes("pkgAcquire")),
  "mkdir: cannot create directory '/a/b': Permission denied",
])("a program that failed ends on its own last lines: %j", (text) => {
  const script = `process.stderr.write(${JSON.stringify(text)}); process.exit(1)`;
  const { tail } = run(process.execPath, ["-e", script]);
  const sentence = diskIn(text);
  expect(tail).toBe(sentence === undefined ? text : `${sentence}\n${text}`);
  // Said once, however often it is passed on.
  expect(plainly(new Error(`It failed:\n${tail}`))).toBe(`It failed:\n${tail}`);
});

test("a program on a disk mounted noexec: no folder is blamed", () => {
  const folder = mkdtempSync(join(tmpdir(), "sd-plainly-"));
  try {
    // As on such a disk: root too may not run it.
    writeFileSync(join(folder, "esbuild"), "#!/bin/sh\n", { mode: 0o644 });
    const { tail } = run(join(folder, "esbuild"), []);
    expect(tail).toContain(`${join(folder, "esbuild")} may not be run.`);
    expect(tail).not.toContain("may not be written");
    expect(tail).toMatch(/EACCES$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a name that leads nowhere is no mistake of ours", async () => {
  const failed = await fetch("https://no-such-name.invalid/").catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(TypeError);
  expect(plainly(failed)).toMatch(/^Nothing came over the network \(.*no-such-name\.invalid\)\./);
});

test("a refusal of ours is its sentence; only a mistake of ours has its stack", () => {
  expect(plainly(new Error("one folder, and not a b"))).toBe("one folder, and not a b");
  expect(plainly(thrownBy(() => chmodSync("/no/such/place", 0o600)))).toBe(
    "There is no /no/such/place.",
  );
  expect(plainly(new TypeError("x is undefined"))).toMatch(
    /^This is an error of the project itself\. Report it:\nTypeError: x is undefined\n +at /,
  );
});
