// A file that was read back is the written one, in length and in each byte.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { holds } from "./uncached.ts";

const folder = mkdtempSync(join(tmpdir(), "sd-holds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => i % 251);
const path = join(folder, "file");
const device = statSync(folder, { bigint: true }).dev;
/** Whether a file with these bytes counts as the written one. */
const counts = (there: Uint8Array): boolean => {
  writeFileSync(path, there);
  return holds(path, bytes, device);
};

it("is found by one byte, wherever that is, and by its length", () => {
  expect(counts(bytes)).toBe(true);
  for (const at of [0, 1, 4095, 1_048_575, 1_048_576, bytes.length - 1]) {
    const other = bytes.slice();
    other[at] = (other[at] ?? 0) ^ 1;
    expect(counts(other), String(at)).toBe(false);
  }
  for (const length of [0, 1, 4096, 1_048_576, bytes.length - 1])
    expect(counts(bytes.slice(0, length)), String(length)).toBe(false);
  expect(counts(Uint8Array.of(...bytes.subarray(0, 0), 0))).toBe(false);
});
