// The lock of the live image's packages.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readLock, WANTED } from "./debian.mjs";

const folder = mkdtempSync(join(tmpdir(), "sd-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("has every package once, with all that is wanted and nothing that makes a network", () => {
  const names = readLock(join(import.meta.dirname, "packages.lock")).map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  for (const name of WANTED) expect(names).toContain(name);
  expect(
    names.filter((name) => /network-manager|wpa|ifupdown|dhc|bluez|ssh|cups-daemon/.test(name)),
  ).toEqual([]);
});

it("is refused if a line is invalid", () => {
  const file = join(folder, "lock");
  const good = `a-name 1:2.0-3 amd64 ${"5d".repeat(32)}`;
  writeFileSync(file, `# words\n${good}\n`);
  expect(readLock(file)).toEqual([
    { name: "a-name", version: "1:2.0-3", architecture: "amd64", sha256: "5d".repeat(32) },
  ]);
  for (const strange of [
    good.slice(0, -1),
    good.replace("amd64", "arm64"),
    good.replace(" 1:2.0-3", ""),
  ]) {
    writeFileSync(file, `${strange}\n`);
    expect(() => readLock(file)).toThrow("a line that is none");
  }
});
