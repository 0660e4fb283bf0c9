// What the words after `npm run package`, `release` and `image` come to.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isSignedBy, readMaking } from "./making.mjs";

const folder = mkdtempSync(join(tmpdir(), "sd-making-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("nothing said: the usual folder, unsigned, this machine's Electron", async () => {
  const { out, making, has } = await readMaking([], "/usual", ["dir"]);
  expect(out).toBe("/usual");
  expect(making).toEqual({ electron: undefined, key: undefined, signature: undefined });
  expect(isSignedBy(making)).toBe(false);
  expect(has("dir")).toBe(false);
});

test("a folder, a switch, an archive and an earlier signature", async () => {
  const file = join(folder, "MANIFEST.sig");
  writeFileSync(file, "signed");
  const words = ["/asked", "--dir", "--electron", "electron.zip", "--signature", file];
  const { out, making, has } = await readMaking(words, "/usual", ["dir"]);
  expect(out).toBe("/asked");
  expect(making.electron).toBe("electron.zip");
  expect(Buffer.from(making.signature ?? []).toString()).toBe("signed");
  expect(isSignedBy(making)).toBe(true);
  expect(has("dir")).toBe(true);
});

test("what nobody knows, two folders, and two ways to sign are refused", async () => {
  for (const words of [["--dir"], ["a", "b"], ["--key", "k", "--signature", "s"]])
    await expect(readMaking(words, "/usual")).rejects.toThrow();
});
