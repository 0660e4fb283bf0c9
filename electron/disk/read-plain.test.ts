// What is read of a file from outside, and what is not even waited for.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { readPlain } from "./read-plain.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "read-plain-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

it("a plain file is read whole, up to the limit and no byte beyond", () => {
  for (const size of [0, 1, 10]) {
    writeFileSync(at("file"), "x".repeat(size));
    expect(readPlain(at("file"), 10)).toEqual(new Uint8Array(size).fill(120));
  }
  writeFileSync(at("file"), "x".repeat(11));
  expect(readPlain(at("file"), 10)).toBeNull();
});

it("no memory is reserved for a size that a file only claims", () => {
  writeFileSync(at("sparse"), "");
  truncateSync(at("sparse"), 2 ** 40);
  expect(readPlain(at("sparse"), 64 * 1024 * 1024)).toBeNull();
});

it.skipIf(process.platform === "win32")(
  "pipes, devices and folders are refused without waiting",
  () => {
    execFileSync("mkfifo", [at("pipe")]);
    symlinkSync("/dev/zero", at("zero"));
    mkdirSync(at("folder"));
    for (const name of ["pipe", "zero", "folder"]) expect(readPlain(at(name), 1000)).toBeNull();
  },
);

it.skipIf(process.platform === "win32")("a link counts only where it may", () => {
  writeFileSync(at("file"), "x");
  symlinkSync(at("file"), at("link"));
  expect(readPlain(at("link"), 10)).toHaveLength(1);
  expect(() => readPlain(at("link"), 10, false)).toThrow(/ELOOP/);
});

it("a link that may not be followed is also refused on Windows, which opens its target", () => {
  writeFileSync(at("file"), "x");
  symlinkSync(at("file"), at("link"));
  const own = Object.getOwnPropertyDescriptor(process, "platform")!;
  onTestFinished(() => void Object.defineProperty(process, "platform", own));
  Object.defineProperty(process, "platform", { ...own, value: "win32" });
  expect(readPlain(at("link"), 10)).toHaveLength(1);
  expect(readPlain(at("link"), 10, false)).toBeNull();
  expect(readPlain(at("file"), 10, false)).toHaveLength(1);
});

it("a missing file is the system's own error", () => {
  expect(() => readPlain(at("none"), 10)).toThrow(/ENOENT/);
});
