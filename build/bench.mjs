// npm run bench: how long things take, against what was promised. On a machine with nothing else
// to do; what it had to do is printed. With words (start, crypto, window, record, meter, activation)
// only those. With --smallest everything runs once on the least input: that shows whether the bench
// itself works, and no time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchCryptography } from "./bench/cryptography.mjs";
import { benchFirstPaint } from "./bench/first-paint.mjs";
import { benchLoopLag } from "./bench/loop-lag.mjs";
import { benchMeter } from "./bench/meter.mjs";
import { benchRecord } from "./bench/record.mjs";
import { benchStart } from "./bench/start.mjs";
import { openStation } from "./bench/station.mjs";
import { tellTable } from "./bench/statistics.mjs";
import { bundle } from "./bundle/bundle.mjs";
import { bundleOnce } from "./start/bundle-once.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = join(ROOT, "dist", "sd.cjs");

/** Bits of the officers' keys, and the seconds an activation may take with them on two cores. */
const PROMISED = [
  [2048, 20],
  [4096, 60],
];

/** @typedef {import("./bench/statistics.mjs").Size} Size */

/** @type {readonly (readonly [string, (size: Size) => boolean | Promise<boolean>])[]} */
const PARTS = [
  ["start", (size) => benchStart(ROOT, size)],
  ["crypto", (size) => benchCryptography(ROOT, size)],
  ["window", benchWindow],
  ["record", (size) => benchRecord(PROGRAM, size)],
  ["meter", (size) => benchMeter(ROOT, size)],
  ["activation", benchActivation],
];

const SMALLEST = "--smallest";

await main(process.argv.slice(2));

/** @param {readonly string[]} words parts; none are all */
async function main(words) {
  const chosen = words.filter((word) => word !== SMALLEST);
  const size = { isSmallest: chosen.length < words.length };
  const unknown = chosen.find((word) => !PARTS.some(([name]) => name === word));
  if (unknown !== undefined)
    throw new Error(`choose among: ${PARTS.map(([name]) => name).join(", ")}`);
  await bundleOnce(ROOT, bundle);
  tellLoad();
  for (const [name, bench] of PARTS)
    if (chosen.length === 0 || chosen.includes(name)) {
      const isKept = await bench(size);
      if (!isKept && !size.isSmallest) process.exitCode = 1;
    }
  tellLoad();
}

/** @param {Size} size @returns {boolean} whether the promises are kept */
function benchActivation({ isSmallest }) {
  const rows = PROMISED.slice(0, isSmallest ? 1 : undefined).map(([bits = 0, promised = 0]) => ({
    what: `a rehearsed activation, RSA-${bits}`,
    ours: activate(bits),
    goal: promised * 1000,
  }));
  return tellTable(rows);
}

/**
 * What the window takes; without a runtime that is not known, and so not kept.
 * @param {Size} size
 * @returns {Promise<boolean>}
 */
async function benchWindow(size) {
  const station = await openStation(ROOT);
  if (station === undefined) {
    console.log("the window was not measured: it needs the Electron runtime and Xvfb");
    return false;
  }
  try {
    const [paint, lag] = [await benchFirstPaint(station, size), await benchLoopLag(station, size)];
    return paint && lag;
  } finally {
    await station.end();
  }
}

/** Other work on the machine falls on every number. */
function tellLoad() {
  const [minute = 0] = loadavg();
  console.log(`${cpus().length} cores; ${minute.toFixed(1)} programs at work in the last minute`);
}

/** @param {number} bits @returns {number} milliseconds; infinite when it failed */
function activate(bits) {
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  const places = ["--media", join(folder, "media"), "--out", join(folder, "out")];
  const began = performance.now();
  const args = [PROGRAM, "rehearse", "activation", "--bits", String(bits), ...places];
  const ended = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const taken = performance.now() - began;
  rmSync(folder, { recursive: true, force: true });
  return ended.status === 0 ? taken : Infinity;
}
