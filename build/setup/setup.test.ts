// The set-up: what it did it does not do again, it says how far it is, and it uses only the runtime
// that was measured.
import { createHash } from "node:crypto";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesIn, filesIn } from "./bytes-in.mjs";
import { notFound } from "./libraries.mjs";
import { meter, ofTotal } from "./meter.mjs";
import { installModules } from "./modules.mjs";
import { hasSha512, installedRegistryRuntime } from "./registry-runtime.mjs";
import { npm, run, runShown } from "./run.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
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

test("a runtime without our stamp, or with the stamp of another recipe, is not used", () => {
  const runtime = join(folder, ".runtime", "electron");
  mkdirSync(runtime, { recursive: true });
  writeFileSync(join(runtime, "electron"), "");
  expect(installedRegistryRuntime(folder)).toBeUndefined();
  writeFileSync(join(runtime, "stamp"), "0".repeat(64));
  expect(installedRegistryRuntime(folder)).toBeUndefined();
});

test("packages are installed by the lock, once, and again when it changed", async () => {
  writeProject({ "": { dependencies }, b: {}, "node_modules/b": { resolved: "b", link: true } });
  expect(await installModules(folder)).toBeUndefined();
  const stamp = join(folder, "node_modules", ".lock-sha256");
  const first = readFileSync(stamp, "utf8");
  const witness = join(folder, "node_modules", "witness");
  writeFileSync(witness, "");
  expect(await installModules(folder)).toBeUndefined();
  expect(readdirSync(join(folder, "node_modules"))).toContain("witness");
  appendFileSync(join(folder, "package-lock.json"), "\n");
  expect(await installModules(folder)).toBeUndefined();
  expect(readdirSync(join(folder, "node_modules"))).not.toContain("witness");
  expect(readFileSync(stamp, "utf8")).not.toBe(first);
});

test("packages that another folder lends stay as they are, whatever the lock says", async () => {
  writeProject({ "": { dependencies }, b: {}, "node_modules/b": { resolved: "b", link: true } });
  const lent = join(folder, "lent");
  mkdirSync(lent);
  writeFileSync(join(lent, "witness"), "");
  symlinkSync(lent, join(folder, "node_modules"), "junction");
  expect(await installModules(folder)).toBeUndefined();
  expect(readdirSync(lent)).toEqual(["witness"]);
});

test("a lock that does not match is reported, and leaves no stamp", async () => {
  writeProject({ "": {} });
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  const failed: unknown = expect.stringMatching(/^npm ci failed:/);
  expect(await installModules(folder)).toEqual(failed);
  expect(existsSync(join(modules, ".lock-sha256"))).toBe(false);
  rmSync(modules, { recursive: true, force: true });
  expect(await installModules(folder)).toEqual(failed);
  expect(readdirSync(folder)).not.toContain("node_modules");
});

test("a program that is not there, fails or takes too long is an outcome, not an exception", () => {
  expect(run("no-such-program-here", []).ok).toBe(false);
  const failing = run(process.execPath, ["-e", "console.log(1); process.exit(3)"]);
  expect(failing).toEqual({ ok: false, output: "1\n", tail: "1" });
  const endless = ["-e", "setTimeout(() => {}, 60000)"];
  expect(run(process.execPath, endless, { seconds: 0.2 }).ok).toBe(false);
});

test("a program that is shown has the same outcome, and is ended when it no longer gets on", async () => {
  const failing = ["-e", "console.log(1); process.exit(3)"];
  const progress = { step: "a test" };
  expect(await runShown(progress, process.execPath, failing)).toEqual(
    run(process.execPath, failing),
  );
  expect((await runShown(progress, "no-such-program-here", [])).ok).toBe(false);
  const endless = ["-e", "setTimeout(() => {}, 60000)"];
  const impatient = { ...progress, done: () => 1, words: String, patience: 0.5 };
  expect((await runShown(impatient, process.execPath, endless)).ok).toBe(false);
});

test("on a terminal one line says how far a step is, elsewhere a line every three seconds", () => {
  const told = (isTTY: boolean): readonly string[] => {
    const texts: string[] = [];
    let time = 0;
    const out = { isTTY, columns: 30, write: (text: string) => texts.push(text) };
    const shown = meter("runtime", out, () => time);
    for (time of [1000, 2000, 3000, 4000, 6000]) shown.show(ofTotal(time * 10_000, 80_000_000));
    shown.end(true);
    return texts;
  };
  expect(told(false)).toEqual([
    "set-up: runtime: 30 of 80 MB (37 %), 3 s\n",
    "set-up: runtime: 60 of 80 MB (75 %), 6 s\n",
    "set-up: runtime: done in 6 s\n",
  ]);
  expect(told(true)).toHaveLength(7);
  expect(told(true)[4]).toBe("\rset-up: runtime: 60 of 80 MB \u001B[K");
  expect(told(true).slice(-2).join("")).toBe("\r\u001B[Kset-up: runtime: done in 6 s\n");
});

test("a download is measured by the files that are new, also in folders inside", () => {
  expect(bytesIn(join(folder, "none"))).toBe(0);
  mkdirSync(join(folder, "a", "b"), { recursive: true });
  writeFileSync(join(folder, "a", "old"), "12");
  const before = new Set(filesIn(folder));
  writeFileSync(join(folder, "a", "b", "new"), "12345");
  expect([bytesIn(folder), bytesIn(folder, before)]).toEqual([7, 5]);
});

test("libraries that the loader does not find are read from what ldd says", () => {
  const listing = [
    "\tlinux-vdso.so.1 (0x00007f12b75eb000)",
    "\tlibgtk-3.so.0 => not found",
    "\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f12aaacf000)",
    "\tlibasound.so.2 => not found",
  ];
  expect(notFound(listing.join("\n"))).toEqual(["libgtk-3.so.0", "libasound.so.2"]);
  expect(notFound("\tnot a dynamic executable\n")).toEqual([]);
});

/** A project that needs one package, which is in a folder of its own: no registry is asked. */
function writeProject(packages: object): void {
  const lock = { name: "a", lockfileVersion: 3, requires: true, packages };
  mkdirSync(join(folder, "b"));
  writeFileSync(join(folder, "b", "package.json"), '{"name":"b","version":"1.0.0"}');
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "a", dependencies }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
}

test("no package runs a script when it is installed, as the project's settings want it (A21)", () => {
  const ran = (...more: readonly string[]): readonly string[] => {
    const project = mkdtempSync(join(folder, "canary-"));
    copyFileSync(join(ROOT, ".npmrc"), join(project, ".npmrc"));
    mkdirSync(join(project, "canary"));
    const scripts = { postinstall: "node -e \"require('fs').writeFileSync('ran','')\"" };
    const canary = { name: "canary", version: "1.0.0", scripts };
    writeFileSync(join(project, "canary", "package.json"), JSON.stringify(canary));
    const needs = { scripts, dependencies: { canary: "file:./canary" } };
    writeFileSync(join(project, "package.json"), JSON.stringify(needs));
    const install = npm(["install", "--offline", "--install-links", ...more]);
    // The project's file alone decides, not who runs this test.
    const env = { npm_config_ignore_scripts: undefined };
    expect(run(...install, { cwd: project, env }).ok).toBe(true);
    const places = [project, join(project, "node_modules", "canary")];
    return places.filter((one) => existsSync(join(one, "ran")));
  };
  expect(ran()).toEqual([]);
  expect(ran("--ignore-scripts=false")).toHaveLength(2);
});

test("the set-up runs no script of the lock's packages (A21)", async () => {
  writeProject({ "": { dependencies }, b: {}, "node_modules/b": { resolved: "b", link: true } });
  copyFileSync(join(ROOT, ".npmrc"), join(folder, ".npmrc"));
  const scripts = { postinstall: "node -e \"require('fs').writeFileSync('ran','')\"" };
  for (const place of [folder, join(folder, "b")]) {
    const file = join(place, "package.json");
    const before = JSON.parse(readFileSync(file, "utf8")) as object;
    writeFileSync(file, JSON.stringify({ ...before, scripts }));
  }
  expect(await installModules(folder)).toBeUndefined();
  expect([folder, join(folder, "b")].filter((one) => existsSync(join(one, "ran")))).toEqual([]);
});
