// A start bundles when a source or a result has changed, and only then.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { VERIFIER } from "../bundle/identity.mjs";
import { bundleOnce } from "./bundle-once.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-bundle-once-"));
  for (const path of [VERIFIER, "renderer/main.tsx", "package-lock.json", "tsconfig.json"])
    put(path, "{}");
  put("package.json", '{"version":"1.0.0"}');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const bundles = (meanwhile: () => void = () => undefined): Promise<boolean> =>
  bundleOnce(folder, async () => {
    put("dist/sd.cjs", "program");
    put("dist/app/main.cjs", "app");
    meanwhile();
  });

test("the second start makes no bundle", async () => {
  expect([await bundles(), await bundles()]).toEqual([true, false]);
  put("dist/types/a.d.ts", "made by tsc");
  expect(await bundles()).toBe(false);
});

test.each([
  ["a source", "renderer/main.tsx"],
  ["the lock of the packages", "package-lock.json"],
  ["a result", "dist/app/main.cjs"],
  ["a program", "dist/sd.cjs"],
])("a bundle is made again when %s has changed", async (_what, path) => {
  await bundles();
  appendFileSync(join(folder, path), " ");
  expect([await bundles(), await bundles()]).toEqual([true, false]);
});

test("a new source, and a result that is missing, make a bundle again", async () => {
  await bundles();
  put("crypto/new.ts", "");
  expect(await bundles()).toBe(true);
  rmSync(join(folder, "dist", "app"), { recursive: true });
  expect(await bundles()).toBe(true);
});

test("a source that changes while the bundle is made is in the next one", async () => {
  await bundles(() => appendFileSync(join(folder, "renderer/main.tsx"), " "));
  expect([await bundles(), await bundles()]).toEqual([true, false]);
});
