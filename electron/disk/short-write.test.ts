// A disk that takes three bytes at a time, as it may (write(2)).
import type * as Fs from "node:fs";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { writeAll } from "./disk.ts";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof Fs>();
  const writeSync = (file: number, bytes: Uint8Array, from: number, length: number, at: number) =>
    fs.writeSync(file, bytes, from, Math.min(length, 3), at);
  return { ...fs, writeSync };
});

it.each([null, 0, 5])("a short write is continued where it ended, from offset %s", (place) => {
  const folder = mkdtempSync(join(tmpdir(), "short-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = openSync(join(folder, "file"), "wx");
  writeAll(file, utf8("the bytes that must be whole"), place);
  closeSync(file);
  const before = "\0".repeat(place ?? 0);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe(`${before}the bytes that must be whole`);
});
