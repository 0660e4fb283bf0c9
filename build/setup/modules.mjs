// The packages of package-lock.json, installed exactly, and again only when the lock has changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, say } from "./run.mjs";

/**
 * Runs `npm ci` unless node_modules was made by it from this very lock file.
 * @param {string} root the project's folder
 * @returns {string | undefined} what is wrong, in one sentence
 */
export function installModules(root) {
  const bytes = readFileSync(join(root, "package-lock.json"));
  const lock = createHash("sha256").update(bytes).digest("hex");
  const stamp = join(root, "node_modules", ".lock-sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return undefined;
  say("installing the packages of package-lock.json (npm ci)");
  const done = npm(["ci", "--include=dev", "--no-progress"], { cwd: root });
  if (!done.ok) return `npm ci failed:\n${done.tail}`;
  writeFileSync(stamp, lock);
  return undefined;
}
