// The one moment that everything in a release says it was made at.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  lutimesSync,
  readdirSync,
  renameSync,
} from "node:fs";
import { join } from "node:path";

/** 1 January 1980: the first that a zip can say. For sources without a commit. */
const EARLIEST = 315_532_800;

/**
 * Seconds since 1970: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/),
 * else the commit's own.
 * @param {string} root the project's folder
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number}
 * @throws where `SOURCE_DATE_EPOCH` is no number of seconds
 */
export function momentOf(root, env = process.env) {
  const said = env.SOURCE_DATE_EPOCH;
  if (said !== undefined) {
    if (!/^\d{1,10}$/.test(said)) throw new Error("SOURCE_DATE_EPOCH is no number of seconds");
    return Math.max(Number(said), EARLIEST);
  }
  // Without this look, git would answer for a repository around ours.
  if (!existsSync(join(root, ".git"))) return EARLIEST;
  const asked = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: root, encoding: "utf8" });
  const committed = Number(asked.status === 0 ? asked.stdout.trim() : "");
  return Math.max(Number.isSafeInteger(committed) ? committed : 0, EARLIEST);
}

/**
 * Gives a folder and all in it that moment, rights that do not come from this user's umask, and each
 * file a name alone: what electron-builder linked would change with what it was linked from.
 * @param {string} folder @param {number} moment in seconds
 */
export function settle(folder, moment) {
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const path of [...inside.map((name) => join(folder, name)), folder]) {
    const found = lstatSync(path);
    const isOpen = found.isDirectory() || (found.mode & 0o100) !== 0;
    if (found.isFile() && found.nlink > 1) separate(path);
    if (!found.isSymbolicLink()) chmodSync(path, (found.mode & 0o6000) | (isOpen ? 0o755 : 0o644));
    lutimesSync(path, moment, moment);
  }
}

/** Gives a file with several names bytes of its own. @param {string} path */
function separate(path) {
  copyFileSync(path, `${path}.own`);
  renameSync(`${path}.own`, path);
}
