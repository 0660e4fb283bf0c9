// Tries patches on the tests that their rows name: each must make one of these fail, by what it asserts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { stripVTControlCharacters } from "node:util";
import { createVitest } from "vitest/node";
import { PATIENCE_MS } from "./patience.mjs";
import { playwright } from "./playwright.mjs";
import { IN_WINDOWS } from "./promises.mjs";
import { Tree } from "./promises-tree.mjs";

/** @typedef {import("./promises.mjs").Patch} Patch */
/** @typedef {import("./promises.mjs").Named} Named */

/**
 * What came of a patch: the test that failed, and why in a line; or why it counts for nothing.
 * @typedef {{ readonly test: string, readonly why: string } | { readonly lives: string }} Outcome
 */

/** A test that failed, and whether by what it asserts. @typedef {{ test: string, why: string, asserts: boolean }} Failed */

const IS_LONG = /\.long\.test\./;
/** These read what the bundle makes; others may start programs that only tests run. */
const OF_THE_BUNDLE = /^e2e\//;
const QUICK = /\.runtime\/quick\b/;
const PRODUCT = /\bdist\/\w/;
const FIXTURE = /from "(\.[^"]+\.fixture\.ts)"/g;
/** What a title has where each of its tests has a value. */
const PLACES = /%[sdifjoO]|\$\{[^}]*\}|\$[\w.]+/;
const LONGEST = 160;

/** The whole titles of tests that a title stands for, at their end. @param {readonly Named[]} tests */
const titles = (tests) =>
  `(?:${tests
    .map(({ title }) =>
      title
        .replaceAll("%%", "%")
        .split(PLACES)
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
        .join("[^]*"),
    )
    .join("|")})$`;

export class Promises {
  /** @type {Tree} */
  #tree;
  /** @type {import("vitest/node").Vitest} */
  #vitest;

  /** @param {Tree} tree @param {import("vitest/node").Vitest} vitest */
  constructor(tree, vitest) {
    [this.#tree, this.#vitest] = [tree, vitest];
  }

  /** @param {string} from the project's folder @returns {Promise<Promises>} to be closed */
  static async open(from) {
    const tree = new Tree(from);
    process.chdir(tree.root);
    process.env["SD_QUICK_MADE"] = "1";
    const config = join(tree.root, "build", "vitest.config.ts");
    const vitest = await createVitest("test", {
      ...{ root: tree.root, config, watch: false, reporters: [{}], silent: true },
    });
    // A test that waits for what never comes has not seen anything.
    for (const { config: one } of vitest.projects)
      Object.assign(one, {
        testTimeout: 2 * PATIENCE_MS.mutant,
        hookTimeout: 2 * PATIENCE_MS.mutant,
      });
    return new Promises(tree, vitest);
  }

  /**
   * The patches that do not compile, each with the first error. Those that change different files are
   * compiled together.
   * @param {readonly Patch[]} patches
   * @returns {ReadonlyMap<Patch, string>}
   */
  uncompiled(patches) {
    const found = new Map();
    for (let rest = patches; rest.length > 0;) {
      const batch = apart(rest);
      rest = rest.filter((patch) => !batch.includes(patch));
      const before = new Map(batch.flatMap((patch) => [...this.#tree.make(patch)]));
      const errors = this.#tree.typeErrors();
      this.#tree.takeBack(before);
      if (errors.length === 0) continue;
      if (batch.length === 1) found.set(batch[0], errors[0]);
      else
        for (const patch of batch)
          for (const [one, why] of this.uncompiled([patch])) found.set(one, why);
    }
    return found;
  }

  /** Makes the programs that these tests start. @param {readonly Named[]} tests */
  async #bundle(tests) {
    const names = (/** @type {RegExp} */ programs) =>
      tests.some(({ path }) => OF_THE_BUNDLE.test(path) || this.#names(programs, path));
    if (names(PRODUCT)) await this.#tree.bundle("all");
    else if (names(QUICK)) await this.#tree.bundle("quick");
  }

  /**
   * Whether a test, or a fixture that it comes to, names such programs.
   * @param {RegExp} programs @param {string} path @param {Set<string>} seen fixtures may name each other
   * @returns {boolean}
   */
  #names(programs, path, seen = new Set()) {
    if (seen.has(path)) return false;
    seen.add(path);
    const text = this.#tree.read(path);
    const fixtures = [...text.matchAll(FIXTURE)].map(([, from = ""]) => join(path, "..", from));
    return programs.test(text) || fixtures.some((one) => this.#names(programs, one, seen));
  }

  /**
   * Those of these tests that fail as the programs are: they could not show anything.
   * @param {readonly Named[]} tests @returns {Promise<readonly Failed[]>}
   */
  async failing(tests) {
    await this.#bundle(tests);
    const failed = [];
    for (const some of inTurn(tests)) failed.push(...(await this.#run(some)));
    return failed;
  }

  /**
   * Tries one patch on its row's tests: units first, then those of the window, then what the long run
   * has alone, until one fails by what it asserts.
   * @param {Patch} patch @param {readonly Named[]} tests @returns {Promise<Outcome>}
   */
  async try(patch, tests) {
    const before = this.#tree.make(patch);
    const invalidate = () => {
      for (const path of before.keys()) this.#vitest.invalidateFile(join(this.#tree.root, path));
    };
    invalidate();
    try {
      await this.#bundle(tests);
      /** @type {Failed[]} */
      const others = [];
      for (const some of inTurn(tests)) {
        const failed = await this.#run(some);
        const by = failed.find(({ asserts }) => asserts);
        if (by !== undefined) return { test: by.test, why: by.why };
        others.push(...failed);
      }
      const [other] = others;
      return {
        lives:
          other === undefined
            ? "no test fails"
            : `not by what it asserts: ${other.test}: ${other.why}`,
      };
    } catch (error) {
      return { lives: `it cannot be tried: ${firstLine(String(error))}` };
    } finally {
      this.#tree.takeBack(before);
      invalidate();
    }
  }

  /** @param {readonly Named[]} tests @returns {Promise<readonly Failed[]>} */
  async #run(tests) {
    if (tests.length === 0) return [];
    if (tests.some(({ path }) => IN_WINDOWS.test(path))) return this.#runPlaywright(tests);
    return tests.some(({ path }) => IS_LONG.test(path))
      ? this.#runLong(tests)
      : this.#runVitest(tests);
  }

  /** @param {readonly Named[]} tests @returns {Promise<readonly Failed[]>} */
  async #runVitest(tests) {
    this.#vitest.setGlobalTestNamePattern(new RegExp(titles(tests)));
    const paths = [...new Set(tests.map(({ path }) => join(this.#tree.root, path)))];
    const found = await this.#vitest.globTestSpecifications(paths);
    const asked = found.filter(({ moduleId }) => paths.includes(moduleId));
    const { testModules } = await this.#vitest.runTestSpecifications(asked);
    return testModules
      .filter(({ moduleId }) => paths.includes(moduleId))
      .flatMap((module) => {
        const path = module.moduleId.slice(this.#tree.root.length + 1);
        const own = tests.filter((one) => one.path === path);
        const broken = module
          .errors()
          .map((error) => ({ test: path, why: firstLine(error.message), asserts: false }));
        const failed = [...module.children.allTests("failed")]
          .filter(({ fullName }) => new RegExp(titles(own)).test(fullName))
          .map((test) => {
            const [error] = test.result().errors ?? [];
            return {
              test: `${path}: ${test.name}`,
              why: firstLine(error?.message ?? ""),
              asserts: isAssertion(error),
            };
          });
        const ran = [...module.children.allTests()].filter(
          (test) => !["skipped", "pending"].includes(test.result().state),
        );
        const idle = own
          .filter((one) => !ran.some(({ fullName }) => new RegExp(titles([one])).test(fullName)))
          .map(({ title }) => ({
            test: `${path}: ${title}`,
            why: "it did not run",
            asserts: false,
          }));
        return [...failed, ...broken, ...idle];
      });
  }

  /** Units of the long run, by a runner of their own. @param {readonly Named[]} tests */
  async #runLong(tests) {
    return inFolder(async (folder) => {
      const report = join(folder, "report.json");
      const vitest = join("node_modules", "vitest", "vitest.mjs");
      const words = [
        vitest,
        "run",
        "--config",
        join("build", "vitest.config.ts"),
        "--reporter=json",
        `--outputFile.json=${report}`,
        "-t",
        titles(tests),
        ...tests.map(({ path }) => path),
      ];
      await this.#end(process.execPath, words, { LONG: "1" });
      const { testResults = [] } = read(report);
      return testResults.flatMap((/** @type {any} */ file) =>
        file.assertionResults
          .filter((/** @type {any} */ { status }) => status === "failed")
          .map((/** @type {any} */ { title, failureMessages: [why = ""] }) => ({
            test: `${file.name.slice(this.#tree.root.length + 1)}: ${title}`,
            why: firstLine(why.replace(/^AssertionError: /, "")),
            asserts: /^AssertionError/.test(why),
          })),
      );
    });
  }

  /** @param {readonly Named[]} tests @returns {Promise<readonly Failed[]>} */
  async #runPlaywright(tests) {
    return inFolder(async (folder) => {
      const report = join(folder, "report.json");
      const words = [...new Set(tests.map(({ path }) => path))];
      const { command, args, env } = playwright(this.#tree.root, folder, [
        ...words,
        "-g",
        titles(tests),
        "-x",
      ]);
      const isLong = tests.some(({ path }) => IS_LONG.test(path));
      await this.#end(command, args, {
        ...env,
        SD_REPORT: report,
        ...(isLong ? { LONG: "1" } : {}),
      });
      const { suites = [], errors = [] } = read(report);
      if (errors.length > 0 && suites.length === 0)
        return [{ test: words.join(), why: firstLine(errors[0].message ?? ""), asserts: false }];
      return suites.flatMap(failedIn);
    });
  }

  /** @param {string} command @param {readonly string[]} args @param {Readonly<Record<string, string>>} env */
  async #end(command, args, env) {
    const child = spawn(command, args, {
      cwd: this.#tree.root,
      stdio: "ignore",
      env: { ...process.env, ...env },
    });
    await once(child, "exit");
  }

  async close() {
    await this.#vitest.close();
    this.#tree.remove();
  }
}

/** As many patches, in their order, as change no file twice. @param {readonly Patch[]} patches */
function apart(patches) {
  const taken = new Set();
  return patches.filter(({ hunks }) => {
    const paths = hunks.map(({ path }) => path);
    if (paths.some((path) => taken.has(path))) return false;
    for (const path of paths) taken.add(path);
    return true;
  });
}

/** The tests by who runs them, the quickest first. @param {readonly Named[]} tests */
const inTurn = (tests) =>
  [false, true].flatMap((isLong) =>
    [false, true].map((inWindow) =>
      tests.filter(
        ({ path }) => IS_LONG.test(path) === isLong && IN_WINDOWS.test(path) === inWindow,
      ),
    ),
  );

/** fast-check wraps what failed. @param {unknown} error @returns {boolean} */
const isAssertion = (error) =>
  typeof error === "object"
  && error !== null
  && (Reflect.get(error, "name") === "AssertionError" || isAssertion(Reflect.get(error, "cause")));

/** @param {string} text */
function firstLine(text) {
  const [said = ""] = stripVTControlCharacters(text).split("\n");
  // Where something was on this computer says nothing.
  const line = said.replaceAll(/(?<=^|[\s'"(<])\/[\w./-]+/g, "…");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** @param {any} suite @returns {readonly Failed[]} */
const failedIn = ({ file, specs, suites = [] }) => [
  ...specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests
      .filter((/** @type {any} */ { status }) => status === "unexpected")
      .map((/** @type {any} */ { results, projectName }) => {
        const why = stripVTControlCharacters(results.at(-1)?.error?.message ?? "");
        const folder = projectName === "screens" ? "e2e/screens" : "e2e/window";
        return {
          test: `${folder}/${file}: ${title}`,
          why: firstLine(why.replace(/^Error: /, "")),
          asserts: /\bexpect\(|^(Error: )?expect\b|\bexpect\.poll/.test(why),
        };
      }),
  ),
  ...suites.flatMap(failedIn),
];

/** @template T @param {(folder: string) => Promise<T>} work in a folder that is gone afterwards */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "sd-promises-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a runner has written, or not. @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
