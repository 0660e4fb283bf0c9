// Which build this is: the package's version and the commit it was made from.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What `__BUILD__` is replaced by in bundles.
 * @param {string} root the project's folder
 * @returns {{version: string, commit: string}} commit: 40 hex digits, or "unknown"
 */
export function buildIdentity(root) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return { version, commit: commitOf(root) };
}

/** @param {string} root */
function commitOf(root) {
  // Without this look, git would answer for a repository around ours.
  if (!existsSync(join(root, ".git"))) return "unknown";
  const asked = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" });
  const said = asked.status === 0 ? asked.stdout.trim() : "";
  return /^[0-9a-f]{40}$/.test(said) ? said : "unknown";
}
