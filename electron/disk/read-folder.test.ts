// A folder that is handed in: plain files of fit size are read, all else is told and not touched.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, it, onTestFinished } from "vitest";
import { readFolder } from "./read-folder.ts";

function folderWith(make: (root: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), "read-folder-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  make(root);
  return root;
}

/** What was read, as text; null where nothing was. */
const readAll = (root: string, limits = { bytes: 10, files: 10 }) =>
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

it("what is too large, or one too many, is not read", () => {
  const root = folderWith((at) => {
    for (const [name, text] of [
      ["a", "0123456789"],
      ["b", "0123456789x"],
      ["c", "c"],
    ] as const)
      writeFileSync(join(at, name), text);
  });
  expect(readAll(root)).toEqual({ a: "0123456789", b: null, c: "c" });
  expect(
    Object.values(readAll(root, { bytes: 10, files: 1 })).filter((one) => one !== null),
  ).toHaveLength(1);
});

it("files that are only said to be large cost no more than what may be held of all", () => {
  const root = folderWith((at) => {
    for (let n = 0; n < 30; n++) {
      writeFileSync(join(at, `sparse-${n}`), "");
      truncateSync(join(at, `sparse-${n}`), 60 * 1024 * 1024);
    }
  });
  const read = [...readFolder(root, { bytes: 64 * 1024 * 1024, files: 500 }).values()];
  expect(read).toHaveLength(30);
  expect(read.filter((bytes) => bytes !== null).length).toBeLessThanOrEqual(4);
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
