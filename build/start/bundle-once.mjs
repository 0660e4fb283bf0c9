// Bundles unless the sources, and what the last bundle made of them, are unchanged since then.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { buildIdentity } from "../bundle/identity.mjs";
import { filesIn } from "../setup/bytes-in.mjs";

/** Folders whose files decide what a bundle is. */
const SOURCES = ["build", "ceremony-scripts", "crypto", "electron", "renderer"];
/** Files that do so as well; the lock identifies all packages. */
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json"];

/**
 * A package that was changed by hand is not noticed: `npm run build` bundles always.
 * @param {string} root the project's folder
 * @param {() => Promise<void>} bundle makes all of it
 * @returns {Promise<boolean>} whether it was necessary
 */
export async function bundleOnce(root, bundle) {
  const stamp = join(root, ".runtime", "bundle-sha256");
  // Read before the bundle is made: a file that changes meanwhile makes the next start bundle again.
  const sources = digestOfSources(root);
  const now = () => `${sources} ${digestOfResult(root)}\n`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now()) return false;
  await bundle();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now());
  return true;
}

/** @param {string} root @returns {string} */
function digestOfSources(root) {
  const files = SOURCES.flatMap((folder) => filesIn(join(root, folder)));
  const settings = SETTINGS.map((name) => join(root, name));
  return digestOf(root, [...files, ...settings], JSON.stringify(buildIdentity(root)));
}

/** The programs and the windows' files; packages and types are made elsewhere in this folder. */
function digestOfResult(/** @type {string} */ root) {
  const folder = join(root, "dist");
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const programs = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  return digestOf(root, [...programs, ...filesIn(join(folder, "app"))]);
}

/**
 * @param {string} root @param {readonly string[]} files @param {string} [more]
 * @returns {string} the SHA-256, in hex, of the files with their paths
 */
function digestOf(root, files, more = "") {
  const hash = createHash("sha256").update(more);
  for (const file of [...files].sort()) {
    const bytes = readFileSync(file);
    hash.update(`\0${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
