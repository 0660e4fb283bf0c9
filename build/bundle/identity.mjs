// Which build this is: the package's version, the commit it was made from, and the verifier that
// goes with it.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The page that verifies evidence without us. It is handed out as it is here. */
export const VERIFIER = "electron/evidence/verifier/verifier.html";

/**
 * What `__BUILD__` is replaced by in bundles.
 * @param {string} root the project's folder
 * @returns {{version: string, commit: string, verifier: string}} commit: 40 hex digits, or
 *   "unknown"; verifier: SHA-256 of the page that verifies evidence, in hex. A record keeps all of it
 */
export function buildIdentity(root) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const verifier = createHash("sha256")
    .update(readFileSync(join(root, VERIFIER)))
    .digest("hex");
  return { version, commit: commitOf(root), verifier };
}

/**
 * What `__LEAST_NODE__` is replaced by: the oldest version of Node that runs `sd`, by package.json.
 * @param {string} root the project's folder
 * @returns {number}
 */
export function leastNode(root) {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Number(/\d+/.exec(engines.node)?.[0]);
}

/** @param {string} root */
function commitOf(root) {
  // Without this look, git would answer for a repository around ours.
  if (!existsSync(join(root, ".git"))) return "unknown";
  const asked = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" });
  const said = asked.status === 0 ? asked.stdout.trim() : "";
  return /^[0-9a-f]{40}$/.test(said) ? said : "unknown";
}
