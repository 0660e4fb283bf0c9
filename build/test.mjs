// npm test: set up, bundle, run every runner, and end with one line that adds them up.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { addUp, countVitest, verdict } from "./test/count.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs the words from the third on: only loopback there, and the first bound to the second. */
const ALONE = [
  "unshare", "--net", "--mount", "sh", "-c",
  'ip link set lo up && mount --bind "$1" "$2" && shift 2 && exec "$@"', "sh",
];

await main(process.argv.slice(2));

/** @param {readonly string[]} args `--long` for the longer sweeps; the rest goes to vitest */
async function main(args) {
  const long = args.includes("--long");
  const filters = args.filter((argument) => argument !== "--long");
  const counts = [await prepare()];
  // Even where one step of the preparation failed, what can run shows more than a bare refusal.
  if (existsSync(join(ROOT, "node_modules"))) {
    counts.push(runVitest("vitest.config.ts", filters, long));
    counts.push(runVitest("vitest.window.config.ts", filters, long));
  }
  const total = addUp(counts);
  for (const name of total.skipped) console.log(`passed over: ${name}`);
  const { line, ok } = verdict(total, process.env.CI === "true");
  console.log(line);
  process.exitCode = ok ? 0 : 1;
}

/**
 * Sets up and bundles; each that fails counts as one failure.
 * @returns {Promise<import("./test/count.mjs").Count>}
 */
async function prepare() {
  let failed = 0;
  if (!(await bootstrap())) failed += 1;
  try {
    // Loaded only now: it needs the packages that the set-up installs.
    const { bundle } = await import("./bundle.mjs");
    await bundle();
  } catch (error) {
    failed += 1;
    const [reason] = String(error).split("\n");
    console.log(`the bundle could not be made: ${reason}`);
  }
  return { passed: 0, failed, skipped: [] };
}

/**
 * Runs the tests of one configuration. Those of the window run where there is no network: by root
 * in a namespace that has loopback only, with the project bound to a place that others may enter,
 * for the app then belongs to nobody.
 * @param {string} config @param {readonly string[]} filters @param {boolean} long
 */
function runVitest(config, filters, long) {
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
      process.execPath, join(ROOT, "node_modules", "vitest", "vitest.mjs"), "run",
      "--config", join("build", config), "--passWithNoTests",
      "--reporter=default", "--reporter=json", `--outputFile.json=${report}`,
      ...filters,
    ];
    const [command = "", ...args] = alone ? [...ALONE, ROOT, project, ...vitest] : vitest;
    const env = { ...process.env, SD_PROJECT: project, ...(long ? { LONG: "1" } : {}) };
    const ended = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env });
    const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
    return countVitest(text === undefined ? undefined : JSON.parse(text), ended.status ?? 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
