// npm test: set up, bundle, run both runners, and end with one line that adds them up.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installModules } from "./setup/modules.mjs";
import { diskIn, plainly } from "./setup/plainly.mjs";
import { say } from "./setup/run.mjs";
import { bundleOnce } from "./start/bundle-once.mjs";
import {
  addUp,
  countPlaywright,
  countVitest,
  passedOverNothing,
  summary,
  verdict,
} from "./test/count.mjs";
import { playwright } from "./test/playwright.mjs";
import { inTemporary, isStopped, whileRunning } from "./test/temporary.mjs";
import { keepTimes } from "./test/times.mjs";
import { dropEarlier } from "./test/translated.mjs";

/** @typedef {import("./test/count.mjs").Count} Count */

/**
 * The set-up of runtime and programs, which runs beside other work.
 * @typedef {object} SetUp
 * @property {Promise<Count>} count one failure, or nothing
 * @property {() => boolean} hasEnded
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULES = join(ROOT, "node_modules");
/** What Playwright Test runs. */
const IN_WINDOWS = /^e2e\/(window|screens)\b/;

/** Tests that need no program of others: they run while these are installed, if they must be. */
const EARLY = [
  "build/lint.test.ts",
  "build/types.test.ts",
  "build/tidy.test.ts",
  "build/format.test.ts",
  "ceremony-scripts/",
  "renderer/",
];

await inTemporary(() => main(process.argv.slice(2)));

/**
 * @param {readonly string[]} args paths of tests, by their beginnings: all if there is none; or
 *   `--long`, with the names of parts of the long run
 */
async function main(args) {
  const isLong = args[0] === "--long";
  const counts = [];
  try {
    const lacks = await installModules(ROOT);
    if (lacks !== undefined) say(lacks);
    const hasModules = existsSync(MODULES);
    counts.push(counted("installing the packages", lacks !== undefined || !hasModules));
    // Even where one step of the preparation failed, what can run shows more than a bare refusal.
    if (hasModules) {
      // Beside the bundle: where everything is installed, it ends first.
      const setUp = isLong ? undefined : finishSetUp();
      if (diskIn(lacks ?? "") === undefined)
        counts.push(counted("the bundle", !(await makeBundle())));
      const run = setUp === undefined ? runParts(args.slice(1)) : runTests(args, setUp);
      counts.push(...(await run));
    }
  } catch (error) {
    console.log(plainly(error));
    if (isStopped()) return;
    counts.push(counted("the set-up", true));
  }
  const all = addUp(counts);
  const total = process.env.CI === "true" ? passedOverNothing(all) : all;
  for (const line of summary(total)) console.log(line);
  const { line, ok } = verdict(total);
  console.log(line);
  process.exitCode = ok ? 0 : 1;
}

/**
 * Everything, or what these paths name.
 * @param {readonly string[]} paths
 * @param {SetUp} setUp
 * @returns {Promise<readonly Count[]>}
 */
async function runTests(paths, setUp) {
  if (paths.length > 0) return [await setUp.count, ...(await runBoth(paths, false))];
  dropEarlier(ROOT);
  // They need no bundle: if none can be made, they say why.
  const done = setUp.hasEnded() ? [] : EARLY;
  const early =
    done.length > 0 ? [await runVitest(done, { isLong: false, needsPrograms: false })] : [];
  const prepared = await setUp.count;
  // Both at once: either waits often, for a disk or for what people must have seen. What tests start
  // from is made once for both.
  process.env["SD_ONCE"] = String(process.pid);
  const held = heldBack();
  const [units, window] = await Promise.all([
    runVitest([], { isLong: false, done }).finally(held.release),
    runPlaywright([], { isLong: false, show: held.show }),
  ]);
  const counts = [...early, prepared, units, window];
  keepTimes(ROOT, addUp(counts));
  return counts;
}

/**
 * Parts of the long run, one after the other.
 * @param {readonly string[]} names of all of them, if there is none
 * @returns {Promise<readonly Count[]>}
 */
async function runParts(names) {
  const { filesOf, isShard, longerFiles, SHARDS } = await import("./test/shards.mjs");
  const known = Object.keys(SHARDS).filter(isShard);
  const strange = names.filter((name) => !isShard(name));
  if (strange.length > 0) {
    console.log(`These are the parts of the long run: ${known.join(", ")}.`);
    return [counted(`no part is called ${strange.join(" or ")}`, true)];
  }
  const counts = [await finishSetUp(true).count];
  const longer = longerFiles(ROOT);
  for (const name of known.filter((one) => names.length === 0 || names.includes(one))) {
    const began = performance.now();
    const part = addUp(await runBoth(filesOf(name, longer), true));
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    console.log(`${name}: ${verdict(part).line}, in ${minutes} minutes`);
    counts.push(part);
  }
  return counts;
}

/** @param {readonly string[]} paths @param {boolean} isLong @returns {Promise<readonly Count[]>} */
async function runBoth(paths, isLong) {
  const window = paths.filter((path) => IN_WINDOWS.test(path));
  const units = paths.filter((path) => !IN_WINDOWS.test(path));
  return [
    ...(units.length > 0 ? [await runVitest(units, { isLong })] : []),
    ...(window.length > 0 ? [await runPlaywright(window, { isLong })] : []),
  ];
}

/**
 * Installs the runtime and the programs.
 * @param {boolean} [isLong] those of the longer tests too
 * @returns {SetUp}
 */
function finishSetUp(isLong = false) {
  const words = isLong ? ["--long"] : [];
  const command = join(ROOT, "build", "command-main.cjs");
  let isOver = false;
  const ended = end(process.execPath, [command, "set-up", ...words]);
  const count = ended.then((code) => counted("the set-up", code !== 0));
  // Why it was stopped hears who waits for the count.
  void count.catch(() => undefined).finally(() => (isOver = true));
  return { count, hasEnded: () => isOver };
}

/** @returns {Promise<boolean>} whether it was made */
async function makeBundle() {
  try {
    // Loaded only now: they need the packages that the set-up installs.
    const [{ bundle }, { bundleQuickOnce }] = await Promise.all([
      import("./bundle/bundle.mjs"),
      import("./test/quick-programs.mjs"),
    ]);
    // `npm start`, which a test runs, then knows that it is made.
    await bundleOnce(ROOT, bundle);
    await bundleQuickOnce(ROOT);
    return true;
  } catch (error) {
    // No test could write either.
    if (diskIn(String(error)) !== undefined) throw error;
    const [reason] = String(error).split("\n");
    console.log(`the bundle could not be made: ${reason}`);
    return false;
  }
}

/**
 * A step of the preparation counts as one failure, or as nothing.
 * @param {string} step @param {boolean} hasFailed @returns {Count}
 */
function counted(step, hasFailed) {
  const failures = hasFailed ? [step] : [];
  return { passed: 0, failed: failures.length, skipped: [], failures, files: [] };
}

/** What a program says, kept until `release`, and from then on shown as it comes. */
function heldBack() {
  /** @type {Uint8Array[] | null} */
  let kept = [];
  return {
    show: (/** @type {Uint8Array} */ said) => {
      if (kept === null) process.stdout.write(said);
      else kept.push(said);
    },
    release: () => {
      for (const said of kept ?? []) process.stdout.write(said);
      kept = null;
    },
  };
}

/**
 * Runs a program to its end, shown as it comes.
 * @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env]
 * @param {(said: Uint8Array) => void} [show] what it says, where it is not to be shown at once
 * @returns {Promise<number>} its exit code
 */
async function end(command, args, env = process.env, show) {
  const stdio = show === undefined ? "inherit" : "pipe";
  const child = spawn(command, args, { cwd: ROOT, stdio, env });
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (/** @type {Uint8Array} */ said) => show?.(said));
  const ended = once(child, show === undefined ? "exit" : "close");
  const [code] = await whileRunning(child, ended);
  return code ?? 1;
}

/**
 * @param {readonly string[]} paths
 * @param {{isLong: boolean, needsPrograms?: boolean, done?: readonly string[]}} how `done`: paths
 *   that ran already
 * @returns {Promise<Count>}
 */
async function runVitest(paths, { isLong, needsPrograms = true, done = [] }) {
  return withFolder(async (folder) => {
    const report = join(folder, "report.json");
    const args = [
      join(MODULES, "vitest", "vitest.mjs"),
      "run",
      "--config",
      join("build", "vitest.config.ts"),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...paths,
    ];
    const code = await end(process.execPath, args, {
      ...process.env,
      ...(isLong ? { LONG: "1" } : {}),
      ...(needsPrograms ? {} : { SD_QUICK_MADE: "1" }),
      ...(done.length > 0 ? { SD_DONE: done.join(",") } : {}),
    });
    return countVitest(readReport(report), code, ROOT);
  });
}

/**
 * @param {readonly string[]} paths
 * @param {{isLong: boolean, show?: (said: Uint8Array) => void}} how `show`: what the runner says,
 *   where it is not to be shown at once
 * @returns {Promise<Count>}
 */
async function runPlaywright(paths, { isLong, show }) {
  return withFolder(async (folder) => {
    const report = join(folder, "report.json");
    const { command, args, env: where } = playwright(ROOT, folder, paths);
    const env = {
      ...process.env,
      ...where,
      SD_REPORT: report,
      // Pictures for people: where they ask for these tests.
      ...(isLong || paths.length > 0 ? { SD_PICTURES: "1" } : {}),
      ...(isLong ? { LONG: "1" } : {}),
    };
    const code = await end(command, args, env, show);
    return countPlaywright(readReport(report), code, "build");
  });
}

/** @template T @param {(folder: string) => Promise<T>} work in a folder that is gone afterwards */
async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "sd-tests-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file what a runner has written, or not */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
