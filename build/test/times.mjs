// How long each test file took in the last whole run here, for the next one to start the long ones
// first: a worker that comes to one of them last runs it alone while the others have nothing to do.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "test-times.json";

/**
 * @param {string} root the project's folder
 * @param {import("./count.mjs").Count} count of a whole run
 */
export function keepTimes(root, { files }) {
  mkdirSync(join(root, ".runtime"), { recursive: true });
  const times = Object.fromEntries(files.map(({ path, seconds }) => [path, seconds]));
  writeFileSync(join(root, ".runtime", NAME), `${JSON.stringify(times)}\n`);
}

/**
 * @param {string} root the project's folder
 * @returns {Readonly<Record<string, number>>} seconds by path; nothing before the first whole run
 */
export function readTimes(root) {
  try {
    return JSON.parse(readFileSync(join(root, ".runtime", NAME), "utf8"));
  } catch {
    return {};
  }
}
