// npm test: set up, bundle, run every runner, and end with one line that adds them up.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { addUp, countVitest, verdict } from "./test/count.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

await main(process.argv.slice(2));

/** @param {readonly string[]} args `--long` for the longer sweeps; the rest goes to vitest */
async function main(args) {
  const long = args.includes("--long");
  const filters = args.filter((argument) => argument !== "--long");
  const counts = [await prepare()];
  // Even where one step of the preparation failed, what can run shows more than a bare refusal.
  if (existsSync(join(ROOT, "node_modules"))) counts.push(runVitest(filters, long));
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

/** @param {readonly string[]} filters @param {boolean} long */
function runVitest(filters, long) {
  const folder = mkdtempSync(join(tmpdir(), "sd-vitest-"));
  try {
    const report = join(folder, "report.json");
    const ended = spawnSync(process.execPath, [
      join(ROOT, "node_modules", "vitest", "vitest.mjs"), "run",
      "--config", join("build", "vitest.config.ts"),
      "--reporter=default", "--reporter=json", `--outputFile.json=${report}`,
      ...filters,
    ], { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...(long ? { LONG: "1" } : {}) } });
    const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
    return countVitest(text === undefined ? undefined : JSON.parse(text), ended.status ?? 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
