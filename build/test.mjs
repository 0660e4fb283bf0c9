// npm test: set up, bundle, run every runner, and end with one line that adds them up.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installModules } from "./setup/modules.mjs";
import { say } from "./setup/run.mjs";
import { addUp, countVitest, summary, verdict } from "./test/count.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs the words from the third on: only loopback there, and the first bound to the second. */
const ALONE = [
  "unshare",
  "--net",
  "--mount",
  "sh",
  "-c",
  'ip link set lo up && mount --bind "$1" "$2" && shift 2 && exec "$@"',
  "sh",
];

/** Tests that need no program and no bundle: they run while programs are installed. */
const EARLY = [
  "build/types.test.ts",
  "build/tidy.test.ts",
  "build/format.test.ts",
  "ceremony-scripts/",
  "renderer/",
];

await main(process.argv.slice(2));

/** @param {readonly string[]} args `--long` for the longer sweeps; the rest goes to vitest */
async function main(args) {
  const long = args.includes("--long");
  const filters = args.filter((argument) => argument !== "--long");
  const counts = [...(await prepare(filters, long))];
  // Even where one step of the preparation failed, what can run shows more than a bare refusal.
  if (existsSync(join(ROOT, "node_modules"))) {
    const played = filters.length === 0 ? EARLY : [];
    counts.push(await runVitest("vitest.config.ts", filters, long, played));
    counts.push(await runVitest("vitest.window.config.ts", filters, long));
  }
  const total = addUp(counts);
  for (const line of summary(total)) console.log(line);
  const { line, ok } = verdict(total, process.env.CI === "true");
  console.log(line);
  process.exitCode = ok ? 0 : 1;
}

/**
 * Sets up and bundles; the early tests run beside it, where all are to run.
 * @param {readonly string[]} filters @param {boolean} long
 * @returns {Promise<readonly import("./test/count.mjs").Count[]>}
 */
async function prepare(filters, long) {
  const lacks = await installModules(ROOT);
  if (lacks !== undefined) say(lacks);
  if (!existsSync(join(ROOT, "node_modules"))) return [counted("installing the packages", true)];
  const isBundled = await makeBundle();
  const setUp =
    lacks === undefined ? end(process.execPath, [join(ROOT, "build", "bootstrap.mjs")]) : 1;
  const early = filters.length === 0 ? [await runVitest("vitest.config.ts", EARLY, long)] : [];
  return [counted("the bundle", !isBundled), counted("the set-up", (await setUp) !== 0), ...early];
}

/** @returns {Promise<boolean>} whether it was made */
async function makeBundle() {
  try {
    // Loaded only now: it needs the packages that the set-up installs.
    const { bundle } = await import("./bundle.mjs");
    await bundle();
    return true;
  } catch (error) {
    const [reason] = String(error).split("\n");
    console.log(`the bundle could not be made: ${reason}`);
    return false;
  }
}

/**
 * A step of the preparation counts as one failure, or as nothing.
 * @param {string} step @param {boolean} hasFailed @returns {import("./test/count.mjs").Count}
 */
function counted(step, hasFailed) {
  const failures = hasFailed ? [step] : [];
  return { passed: 0, failed: failures.length, skipped: [], failures, files: [] };
}

/**
 * Runs a program to its end, shown as it comes.
 * @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
async function end(command, args, env = process.env) {
  const [code] = await once(spawn(command, args, { cwd: ROOT, stdio: "inherit", env }), "exit");
  return code ?? 1;
}

/**
 * Runs the tests of one configuration. Those of the window run where there is no network: by root
 * in a namespace that has loopback only, with the project bound to a place that others may enter,
 * for the app then belongs to nobody.
 * @param {string} config @param {readonly string[]} filters @param {boolean} long
 * @param {readonly string[]} played paths of tests that are not to be played again
 */
async function runVitest(config, filters, long, played = []) {
  const folder = mkdtempSync(join(tmpdir(), "sd-vitest-"));
  try {
    const report = join(folder, "report.json");
    const alone = config === "vitest.window.config.ts" && process.getuid?.() === 0;
    const project = alone ? join(folder, "project") : ROOT;
    if (alone) {
      mkdirSync(project);
      chmodSync(folder, 0o711);
    }
    const vitest = [
      process.execPath,
      join(ROOT, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--config",
      join("build", config),
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...filters,
    ];
    const [command = "", ...args] = alone ? [...ALONE, ROOT, project, ...vitest] : vitest;
    const env = {
      ...process.env,
      SD_PROJECT: project,
      ...(long ? { LONG: "1" } : {}),
      ...(played.length > 0 ? { SD_PLAYED: played.join(",") } : {}),
    };
    const code = await end(command, args, env);
    const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
    return countVitest(text === undefined ? undefined : JSON.parse(text), code, ROOT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
