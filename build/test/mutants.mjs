// Runs the tests beside a program over each of its mutants, and says which ones no test sees.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { createVitest } from "vitest/node";
import { namesIn, passedOn } from "../bundle/re-exports.mjs";
import { mutantsOf, mutated, sampleOf } from "./mutate.mjs";
import { PATIENCE_MS } from "./patience.mjs";

/** @typedef {import("./mutate.mjs").Mutant} Mutant */
/** @typedef {Mutant & {readonly path: string}} MutantOf of the file at `path`, from the root */

/** What mutants are made of: where a mistake would cost keys, or make a lie good. */
const FOLDERS = ["crypto", "electron/journal", "electron/ceremony", "electron/evidence"];
/** Only texts and data: their wording is checked elsewhere. */
const TEXTS = /(^|\/)(faults|word-list|phrases|vectors)\.ts$/;
/** Files of which the long run tries every mutant; each survivor has its reason on the page. */
export const WHOLE = [
  "crypto/pck-chain.ts",
  "crypto/restore-blob-maker.ts",
  "crypto/restore-blob.ts",
  "crypto/sgx-quote.ts",
  "electron/journal/signatures.ts",
  "electron/journal/vouching.ts",
];
/** Of the others it tries a sample, the same in each run, that fits into the hour. */
const [ONE_IN, SEED] = [128, "security domain"];

/** Files of which mutants are made. @param {string} root @returns {readonly string[]} */
export const mutableFiles = (root) =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path}`)
      .filter((path) => path.endsWith(".ts") && !/\.(test|fixture|d)\.ts$/.test(path))
      .filter((path) => !TEXTS.test(path)),
  ).toSorted();

/** What the long run tries. @param {string} root @returns {readonly MutantOf[]} */
export const chosenIn = (root) =>
  mutableFiles(root).flatMap((path) => {
    const mutants = mutantsIn(root, path);
    return WHOLE.includes(path) ? mutants : sampleOf(mutants, ONE_IN, SEED);
  });

/** @param {string} root @param {string} path @returns {readonly MutantOf[]} */
export const mutantsIn = (root, path) =>
  mutantsOf(path, readFileSync(join(root, path), "utf8")).map((mutant) => ({ ...mutant, path }));

/**
 * Tries mutants one after the other in one vitest, which keeps what it has read of all other files.
 * Tests named like the program are asked first, then all of its room that come to it by imports.
 */
export class Trial {
  /** @type {import("vitest/node").Vitest} */
  #vitest;
  #root;
  #folder = mkdtempSync(join(tmpdir(), "sd-mutant-"));

  /** @param {string} root @param {import("vitest/node").Vitest} vitest */
  constructor(root, vitest) {
    this.#root = root;
    this.#vitest = vitest;
  }

  /** @param {string} root @returns {Promise<Trial>} to be closed */
  static async open(root) {
    const config = join(root, "build", "vitest.config.ts");
    const vitest = await createVitest("test", {
      ...{ root, config, watch: false, bail: 1, reporters: [{}], silent: true },
      // Kept by the text on the disk: a mutant would be taken for the file that it changes.
      experimental: { fsModuleCache: false },
    });
    return new Trial(root, vitest);
  }

  /**
   * Of the programs as they are no test may fail; the file that takes longest says how long a test
   * may take that is given a mutant.
   * @param {readonly string[]} paths
   * @returns {Promise<boolean>}
   */
  async areGood(paths) {
    this.#grant(PATIENCE_MS.long);
    const tests = paths.flatMap((path) => testsOf(this.#root, path).flat());
    const { modules, isGood } = await this.#run(tests);
    const longest = Math.max(0, ...modules.map((module) => module.diagnostic().duration));
    // A mistake that makes a test wait for ever is seen then.
    this.#grant(Math.max(PATIENCE_MS.mutant, 2 * longest));
    return isGood;
  }

  /** @param {number} patience of each test, in milliseconds */
  #grant(patience) {
    for (const { config } of this.#vitest.projects)
      Object.assign(config, { testTimeout: patience, hookTimeout: patience });
  }

  /**
   * @param {MutantOf} mutant
   * @returns {Promise<boolean>} whether some test fails
   */
  async isSeen(mutant) {
    const path = join(this.#root, mutant.path);
    const file = join(this.#folder, "mutant.json");
    writeFileSync(
      file,
      JSON.stringify({ path, text: mutated(readFileSync(path, "utf8"), mutant) }),
    );
    process.env["SD_MUTANT"] = file;
    this.#vitest.invalidateFile(path);
    try {
      for (const tests of testsOf(this.#root, mutant.path))
        if (!(await this.#run(tests)).isGood) return true;
      return false;
    } finally {
      // Else another file's mutants would be tried beside this one.
      delete process.env["SD_MUTANT"];
      this.#vitest.invalidateFile(path);
    }
  }

  /** @param {readonly string[]} tests paths of files */
  async #run(tests) {
    // Where none is named, vitest would run all that there are.
    if (tests.length === 0) return { modules: [], isGood: true };
    const specifications = await this.#vitest.globTestSpecifications([...new Set(tests)]);
    const { testModules, unhandledErrors } =
      await this.#vitest.runTestSpecifications(specifications);
    // What ran for another file before is told again.
    const asked = new Set(specifications.map(({ moduleId }) => moduleId));
    const modules = testModules.filter(({ moduleId }) => asked.has(moduleId));
    const isGood = unhandledErrors.length === 0 && modules.every((module) => module.ok());
    return { modules, isGood };
  }

  async close() {
    rmSync(this.#folder, { recursive: true, force: true });
    await this.#vitest.close();
  }
}

/**
 * The tests of a file's room that come to it: those named like it, and the others.
 * @param {string} root @param {string} path
 * @returns {readonly [readonly string[], readonly string[]]}
 */
export function testsOf(root, path) {
  const room = FOLDERS.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path);
  const all = readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .map((name) => `${room}/${name}`)
    .filter((name) => /\.test\.ts$/.test(name) && !/\.long\.test\.ts$/.test(name))
    .filter((name) => reaches(root, name, path, new Set()))
    .toSorted();
  const stem = basename(path, ".ts");
  const isOwn = (/** @type {string} */ name) => basename(name).startsWith(`${stem}.`);
  return [all.filter(isOwn), all.filter((name) => !isOwn(name))];
}

/**
 * @param {string} root @param {string} from @param {string} to @param {Set<string>} seen
 * @returns {boolean}
 */
function reaches(root, from, to, seen) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return importsOf(root, from).some((next) => reaches(root, next, to, seen));
}

const IMPORT = /^(?:import|export) (?!type\b)(?:\{([^}]*)\}|[^;{]*?)\s*(?:from )?"(\.[^"]+\.ts)"/gm;

/** @type {Map<string, readonly string[]>} */
const known = new Map();

/**
 * The files of ours that a file loads: through a public file, those that declare what it asks for.
 * @param {string} root @param {string} path
 */
function importsOf(root, path) {
  const found =
    known.get(path)
    ?? [...readFileSync(join(root, path), "utf8").matchAll(IMPORT)].flatMap(
      ([, names, from = ""]) => {
        const file = resolve(root, dirname(path), from);
        if (names === undefined) return [relative(root, file)];
        const passed = passedOn(file);
        return namesIn(names).map(([name]) => relative(root, passed.get(name)?.path ?? file));
      },
    );
  known.set(path, found);
  return found;
}
