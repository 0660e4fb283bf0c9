// A folder from outside: plain files of acceptable size are read, others only listed.
import { execFileSync } from "node:child_process";
import fs, {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, it, onTestFinished, vi } from "vitest";
import { FolderTooLarge, readFolder, type FolderLimits } from "./read-folder.ts";

vi.mock("node:fs", { spy: true });

function folderWith(make: (root: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), "read-folder-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  make(root);
  return root;
}

/** What was read, as text; null for what was not. */
const readAll = (root: string, limits = { bytes: 10, allBytes: 100, files: 10 }) =>
  Object.fromEntries(
    [...readFolder(root, limits)].map(([path, bytes]) => [
      path,
      bytes === null ? null : Buffer.from(bytes).toString(),
    ]),
  );

it("a folder is read with the folders in it, by path", () => {
  const root = folderWith((at) => {
    mkdirSync(join(at, "papers"));
    writeFileSync(join(at, "papers", "minutes.pdf"), "pdf");
    writeFileSync(join(at, "record.jsonl"), "");
  });
  expect(readAll(root)).toEqual({ "papers/minutes.pdf": "pdf", "record.jsonl": "" });
});

it("a file that is too large is not read; with too many files none is", () => {
  const root = folderWith((at) => {
    for (const [name, text] of [
      ["a", "0123456789"],
      ["b", "0123456789x"],
      ["c", "c"],
    ] as const)
      writeFileSync(join(at, name), text);
  });
  expect(readAll(root)).toEqual({ a: "0123456789", b: null, c: "c" });
  const tooMuch = (limits: FolderLimits) => () => readAll(root, limits);
  expect(tooMuch({ bytes: 10, allBytes: 100, files: 2 })).toThrow(new FolderTooLarge("files"));
  expect(tooMuch({ bytes: 10, allBytes: 21, files: 3 })).toThrow(new FolderTooLarge("bytes"));
  expect(tooMuch({ bytes: 10, allBytes: 22, files: 3 })).not.toThrow();
});

it("files that only claim to be large are refused before one byte is read", () => {
  const root = folderWith((at) => {
    for (let n = 0; n < 30; n++) {
      writeFileSync(join(at, `sparse-${n}`), "");
      truncateSync(join(at, `sparse-${n}`), 60 * 1024 * 1024);
    }
  });
  const reads = vi.mocked(fs.readSync).mock.calls.length;
  const limits = { bytes: 64 * 1024 * 1024, allBytes: 128 * 1024 * 1024, files: 500 };
  expect(() => readFolder(root, limits)).toThrow(new FolderTooLarge("bytes"));
  expect(vi.mocked(fs.readSync).mock.calls).toHaveLength(reads);
});

it.skipIf(process.platform === "win32")("links, pipes and deeper folders are not read", () => {
  const root = folderWith((at) => {
    mkdirSync(join(at, "papers", "deeper"), { recursive: true });
    symlinkSync("/etc/hostname", join(at, "link"));
    symlinkSync("/etc", join(at, "folder"));
    execFileSync("mkfifo", [join(at, "pipe")]);
  });
  expect(readAll(root)).toEqual({ "papers/deeper": null, link: null, folder: null, pipe: null });
});
