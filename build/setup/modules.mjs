// The packages of package-lock.json, installed exactly, and again only when the lock has changed.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, runShown } from "./run.mjs";

/**
 * Runs `npm ci` unless node_modules was made by it from this very lock file.
 * @param {string} root the project's folder
 * @returns {Promise<string | undefined>} what is wrong, in one sentence
 */
export async function installModules(root) {
  // Another folder lends its own: `npm ci` would empty that folder, not this one.
  if (isLent(join(root, "node_modules"))) return undefined;
  const bytes = readFileSync(join(root, "package-lock.json"));
  const lock = createHash("sha256").update(bytes).digest("hex");
  const stamp = join(root, "node_modules", ".lock-sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return undefined;
  const places = placesOf(JSON.parse(bytes.toString("utf8")));
  const progress = {
    step: "packages of package-lock.json (npm ci)",
    done: () => places.filter((place) => existsSync(join(root, place, "package.json"))).length,
    words: (/** @type {number} */ done) => `${done} of ${places.length}`,
  };
  const install = npm(["ci", "--include=dev", "--no-progress"]);
  const done = await runShown(progress, ...install, { cwd: root });
  if (!done.ok) return `npm ci failed:\n${done.tail}`;
  writeFileSync(stamp, lock);
  return undefined;
}

/** @param {string} path */
const isLent = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * Where packages will be; without those that only some systems get.
 * @param {{packages?: Record<string, {optional?: boolean}>}} lock
 * @returns {readonly string[]}
 */
function placesOf({ packages = {} }) {
  return Object.keys(packages).filter((place) => place !== "" && !packages[place]?.optional);
}
