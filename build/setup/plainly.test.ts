// What stopped a command is said in one sentence, read from what the system itself says.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { diskIn, plainly } from "./plainly.mjs";

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
  ["tar: x: Cannot write: No space left on device", "is full."],
  ["/a: write error (disk full?).  Continue?", "is full."],
])("what a program says of a disk: %j", (text, said) => {
  expect(diskIn(text)).toContain(said);
});

test("what says nothing of a disk is not taken for one", () => {
  for (const text of ["", "npm error code ERESOLVE", "404 Not Found", "a full disclosure"])
    expect(diskIn(text)).toBeUndefined();
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
