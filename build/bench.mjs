// npm run bench: how long things take, against what was promised. On a machine with nothing else
// to do; what it had to do is printed. With words (crypto, window, record, meter, activation) only
// those.
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
import { openStation } from "./bench/station.mjs";
import { bundle } from "./bundle.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = join(ROOT, "dist", "sd.cjs");

/** Bits of the officers' keys, and the seconds an activation may take with them on two cores. */
const PROMISED = [
  [2048, 20],
  [4096, 60],
];

const PARTS = new Map([
  ["crypto", () => benchCryptography(ROOT)],
  ["window", benchWindow],
  ["record", () => benchRecord(PROGRAM)],
  ["meter", () => benchMeter(ROOT)],
  ["activation", benchActivation],
]);

await main(process.argv.slice(2));

/** @param {readonly string[]} chosen parts; none are all */
async function main(chosen) {
  const unknown = chosen.find((name) => !PARTS.has(name));
  if (unknown !== undefined) throw new Error(`choose among: ${[...PARTS.keys()].join(", ")}`);
  await bundle();
  tellLoad();
  for (const [name, bench] of PARTS)
    if ((chosen.length === 0 || chosen.includes(name)) && !(await bench())) process.exitCode = 1;
  tellLoad();
}

/** @returns {Promise<boolean>} whether the promises are kept */
async function benchActivation() {
  let kept = true;
  for (const [bits = 0, promised = 0] of PROMISED) {
    const seconds = activate(bits);
    console.log(
      `activation --bits ${bits}: ${seconds.toFixed(1)} s (promised: under ${promised} s)`,
    );
    kept &&= seconds < promised;
  }
  return kept;
}

/**
 * What the window takes; without a runtime that is not known, and so not kept.
 * @returns {Promise<boolean>}
 */
async function benchWindow() {
  const station = await openStation(ROOT);
  if (station === undefined) {
    console.log("the window was not measured: it needs the Electron runtime and Xvfb");
    return false;
  }
  try {
    const [paint, lag] = [await benchFirstPaint(station), await benchLoopLag(station)];
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

/** @param {number} bits @returns {number} seconds; infinite when it failed */
function activate(bits) {
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  const places = ["--media", join(folder, "media"), "--out", join(folder, "out")];
  const began = performance.now();
  const args = [PROGRAM, "rehearse", "activation", "--bits", String(bits), ...places];
  const ended = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return ended.status === 0 ? seconds : Infinity;
}
