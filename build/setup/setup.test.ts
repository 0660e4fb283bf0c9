// The set-up: what it did it does not do again, and it uses only the runtime that was measured.
import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installModules } from "./modules.mjs";
import { hasSha512, registryRuntimeStands } from "./registry-runtime.mjs";
import { run } from "./run.mjs";

const dependencies = { b: "file:b" };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-setup-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a file is known by its SHA-512, and by no other", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "abc");
  const right = createHash("sha512").update("abc").digest("base64");
  expect(await hasSha512(file, right)).toBe(true);
  writeFileSync(file, "abd");
  expect(await hasSha512(file, right)).toBe(false);
});

test("a runtime without our stamp, or with the stamp of another recipe, does not stand", () => {
  const runtime = join(folder, ".runtime", "electron");
  mkdirSync(runtime, { recursive: true });
  writeFileSync(join(runtime, "electron"), "");
  expect(registryRuntimeStands(folder)).toBeUndefined();
  writeFileSync(join(runtime, "stamp"), "0".repeat(64));
  expect(registryRuntimeStands(folder)).toBeUndefined();
});

test("packages are installed by the lock, once, and again when it changed", () => {
  writeProject({ "": { dependencies }, b: {}, "node_modules/b": { resolved: "b", link: true } });
  expect(installModules(folder)).toBeUndefined();
  const stamp = join(folder, "node_modules", ".lock-sha256");
  const first = readFileSync(stamp, "utf8");
  const witness = join(folder, "node_modules", "witness");
  writeFileSync(witness, "");
  expect(installModules(folder)).toBeUndefined();
  expect(readdirSync(join(folder, "node_modules"))).toContain("witness");
  appendFileSync(join(folder, "package-lock.json"), "\n");
  expect(installModules(folder)).toBeUndefined();
  expect(readdirSync(join(folder, "node_modules"))).not.toContain("witness");
  expect(readFileSync(stamp, "utf8")).not.toBe(first);
});

test("a lock that does not fit is told, and leaves no stamp", () => {
  writeProject({ "": {} });
  expect(installModules(folder)).toMatch(/^npm ci failed:/);
  expect(readdirSync(folder)).not.toContain("node_modules");
});

test("a program that is not there, fails or takes too long is an outcome, not an exception", () => {
  expect(run("no-such-program-here", []).ok).toBe(false);
  const failing = run(process.execPath, ["-e", "console.log(1); process.exit(3)"]);
  expect(failing).toEqual({ ok: false, output: "1\n", tail: "1" });
  const endless = ["-e", "setTimeout(() => {}, 60000)"];
  expect(run(process.execPath, endless, { seconds: 0.2 }).ok).toBe(false);
});

/** A project that needs one package, which lies in a folder of its own: no registry is asked. */
function writeProject(packages: object): void {
  const lock = { name: "a", lockfileVersion: 3, requires: true, packages };
  mkdirSync(join(folder, "b"));
  writeFileSync(join(folder, "b", "package.json"), '{"name":"b","version":"1.0.0"}');
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "a", dependencies }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
}
