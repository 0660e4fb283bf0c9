// Starts other programs for the set-up, with a time limit and the right npm, and says how far they
// are.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { meter } from "./meter.mjs";
import { diskIn } from "./plainly.mjs";

/** Milliseconds between two looks at how far a program is. */
const LOOK = 250;

/**
 * @typedef {object} Outcome
 * @property {boolean} ok exit code 0 within the time limit
 * @property {string} output standard output
 * @property {string} tail the last lines of both outputs, for a person to read; where a disk stopped
 *   it, before them that in plain words
 */

/**
 * @typedef {object} How
 * @property {string} [cwd]
 * @property {number} [seconds] the time limit
 * @property {NodeJS.ProcessEnv} [env] added to ours
 */

/**
 * @typedef {object} Progress
 * @property {string} step what is done, as people read it
 * @property {() => number} [done] how much of it is done; called four times a second
 * @property {(done: number) => string} [words] that number in words
 * @property {number} [patience] seconds after which a program is ended if `done` has not changed
 */

/**
 * Runs a program to its end. It never throws: a program that cannot be started is an outcome too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {How} [how]
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
  return outcome(ended.status, ended.stdout ?? "", ended.stderr ?? "", ended.error?.message);
}

/**
 * Does the same as `run`, and says meanwhile how far the program is.
 * @param {Progress} progress
 * @param {string} command
 * @param {readonly string[]} args
 * @param {How} [how]
 * @returns {Promise<Outcome>}
 */
export async function runShown(progress, command, args, { cwd, seconds = 600, env = {} } = {}) {
  const { step, done = () => 0, words = () => "", patience = Infinity } = progress;
  const shown = meter(step);
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    timeout: seconds * 1000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { output: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.errors += text));
  let [last, changed] = [0, Date.now()];
  const timer = setInterval(() => {
    const now = done();
    if (now !== last) [last, changed] = [now, Date.now()];
    if (Date.now() - changed > patience * 1000) child.kill();
    shown.show(now > 0 ? words(now) : "");
  }, LOOK);
  /** @type {{status: number | null, why?: string}} */
  const { status, why } = await new Promise((resolve) => {
    child.on("error", ({ message }) => resolve({ status: null, why: message }));
    child.on("close", (code) => resolve({ status: code }));
  });
  clearInterval(timer);
  const ended = outcome(status, said.output, said.errors, why);
  shown.end(ended.ok);
  return ended;
}

/**
 * The command that runs npm: the very one that started us, else the one on the path.
 * @param {readonly string[]} args
 * @returns {readonly [command: string, args: readonly string[]]}
 */
export function npm(args) {
  const ours = process.env.npm_execpath;
  // Loud enough to say why it failed, also under `npm --silent`.
  const loud = [...args, "--loglevel=error"];
  if (ours?.endsWith(".js")) return [process.execPath, [ours, ...loud]];
  if (process.platform === "win32") return ["cmd", ["/c", "npm", ...loud]];
  return ["npm", loud];
}

/**
 * @param {string} program
 * @returns {string | undefined} the first program of this name on the path
 */
export function pathOf(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** @param {string} program @returns {boolean} whether a program of this name is on the path */
export const onPath = (program) => pathOf(program) !== undefined;

/**
 * Says one step of the set-up.
 * @param {string} line
 */
export function say(line) {
  console.log(`set-up: ${line}`);
}

/**
 * @param {number | null} status @param {string} output @param {string} errors
 * @param {string} [why] that the program could not be started, or was ended
 * @returns {Outcome}
 */
function outcome(status, output, errors, why) {
  const text = `${output}\n${errors}${why === undefined ? "" : `\n${why}`}`;
  const ok = status === 0;
  const last = text.trim().split("\n").slice(-15).join("\n");
  const disk = ok ? undefined : diskIn(text);
  return { ok, output, tail: disk === undefined ? last : `${disk}\n${last}` };
}
