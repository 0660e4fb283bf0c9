// Starts other programs for the set-up: quietly, with a time limit, and the right npm.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * @typedef {object} Outcome
 * @property {boolean} ok exit code 0 within the time limit
 * @property {string} output standard output
 * @property {string} tail the last lines of both outputs, for a person to read
 */

/**
 * Runs a program to its end. It never throws: a program that cannot be started is an outcome too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, seconds?: number, env?: NodeJS.ProcessEnv}} [how] `env` is added to ours
 * @returns {Outcome}
 */
export function run(command, args, { cwd, seconds = 600, env = {} } = {}) {
  const ended = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: seconds * 1000,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = ended.stdout ?? "";
  const late = ended.error ? `\n${ended.error.message}` : "";
  const tail = lastLines(`${output}\n${ended.stderr ?? ""}${late}`, 15);
  return { ok: ended.status === 0, output, tail };
}

/**
 * Runs npm: the very one that started us, else the one on the path.
 * @param {readonly string[]} args
 * @param {{cwd?: string, seconds?: number}} [how]
 * @returns {Outcome}
 */
export function npm(args, how) {
  const ours = process.env.npm_execpath;
  // Loud enough to say why it failed, also under `npm --silent`.
  const loud = [...args, "--loglevel=error"];
  if (ours?.endsWith(".js")) return run(process.execPath, [ours, ...loud], how);
  if (process.platform === "win32") return run("cmd", ["/c", "npm", ...loud], how);
  return run("npm", loud, how);
}

/**
 * @param {string} program
 * @returns {boolean} whether a program of this name stands on the path
 */
export function onPath(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => folder !== "" && existsSync(join(folder, program)));
}

/**
 * Tells one step of the set-up.
 * @param {string} line
 */
export function say(line) {
  console.log(`set-up: ${line}`);
}

/** @param {string} text @param {number} count */
function lastLines(text, count) {
  return text.trim().split("\n").slice(-count).join("\n");
}
