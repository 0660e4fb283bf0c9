// The commands of package.json: what each one is, and what it needs, which is set up before it runs.
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installElectron } from "./setup/electron.mjs";
import { installModules } from "./setup/modules.mjs";
import { plainly } from "./setup/plainly.mjs";
import { IMAGE_PACKAGES, PACKING_PACKAGES, provideFor } from "./setup/programs.mjs";
import { say } from "./setup/run.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {object} Command
 * @property {string} program from the project's folder
 * @property {readonly string[]} [first] words before those that are given
 * @property {(words: readonly string[]) => Promise<string | undefined>} [setUp] does what it needs and
 *   is not yet done, and tells what is wrong; a program without it sets up what it needs itself
 */

const packages = () => installModules(ROOT);

/** Electron is packed and not run here, so its libraries need not be here either. */
const forPackage = async (/** @type {readonly string[]} */ words) =>
  (await packages())
  ?? (words.includes("--electron") ? undefined : await installElectron(ROOT, { isRun: false }))
  ?? (words.includes("--dir") ? undefined : await provideFor(PACKING_PACKAGES));

const forImage = async (/** @type {readonly string[]} */ words) => {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "A live image is made on Debian, by root: run the same command as root.";
  return (await forPackage(words)) ?? (await provideFor(IMAGE_PACKAGES));
};

/** Without Electron it measures the rest. */
const forBench = async () => {
  const wrong = await packages();
  const lacks = wrong ?? (await installElectron(ROOT));
  if (wrong === undefined && lacks !== undefined) say(lacks);
  return wrong;
};

/** By their names in package.json. @type {Readonly<Record<string, Command>>} */
export const COMMANDS = {
  // These two say more of their set-up, and continue where a part of it cannot be had.
  start: { program: "build/start.mjs" },
  test: { program: "build/test.mjs" },
  "test:long": { program: "build/test.mjs", first: ["--long"] },
  // Of the tests; npm test runs it.
  "set-up": { program: "build/bootstrap.mjs" },
  build: { program: "build/bundle.mjs", setUp: packages },
  package: { program: "build/package.mjs", setUp: forPackage },
  release: {
    program: "build/release.mjs",
    setUp: (words) => (words.includes("--image") ? forImage(words) : forPackage(words)),
  },
  image: { program: "build/image.mjs", setUp: forImage },
  recordings: { program: "e2e/screens/record.mjs", setUp: packages },
  bench: { program: "build/bench.mjs", setUp: forBench },
  check: {
    program: "build/test.mjs",
    first: ["build/types", "build/lint", "build/tidy", "build/format"],
  },
};

/**
 * Sets up what a command needs and runs it in this process. Whatever stops it is told in plain words,
 * and the exit code is 1.
 * @param {string} name
 * @param {readonly string[]} words
 */
export async function runCommand(name, words) {
  // What is thrown where nobody waits for it.
  process.on("uncaughtException", end);
  try {
    const command = COMMANDS[name];
    if (command === undefined) throw new Error(`There is no command ${name}.`);
    const wrong = await command.setUp?.(words);
    if (wrong !== undefined) {
      say(wrong);
      throw new Error(
        `The set-up did not finish, for the reason above; npm run ${name} continues it.`,
      );
    }
    const program = join(ROOT, command.program);
    // As if Node had been started with it.
    process.argv.splice(1, process.argv.length, program, ...(command.first ?? []), ...words);
    await import(pathToFileURL(program).href);
  } catch (error) {
    end(error);
  }
}

/** @param {unknown} error */
function end(error) {
  console.error(plainly(error));
  process.exit(1);
}
