// How long the strength meter takes for the longest passphrase that can be typed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { median, millisecondsOf, tellTable } from "./statistics.mjs";

/** 1024 characters, which no dictionary knows. */
const LONGEST = "k7#Qz9!pLm2$Wv8x".repeat(64);
const PROMISED_MS = 2000;
const RUNS = 5;

/**
 * @param {string} root the project's folder
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the promise is kept
 */
export async function benchMeter(root, { isSmallest }) {
  const [longest, runs] = isSmallest ? [LONGEST.slice(0, 16), 1] : [LONGEST, RUNS];
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    const bitsOf = await loadMeter(root, folder);
    // The first reads the dictionaries and does not count: the window does it before anyone types.
    bitsOf("first");
    const taken = [];
    for (let run = 0; run < runs; run++) taken.push(await millisecondsOf(() => bitsOf(longest)));
    const what = `the strength of ${longest.length} characters`;
    return tellTable([{ what, ours: median(taken), goal: PROMISED_MS }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} root @param {string} folder for the bundle
 * @returns {Promise<(passphrase: string) => number>}
 */
async function loadMeter(root, folder) {
  const file = join(folder, "meter.cjs");
  const {
    outputFiles: [bundled],
  } = await build({
    entryPoints: [join(root, "renderer", "passphrase", "dictionaries.ts")],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
  });
  writeFileSync(file, bundled?.contents ?? "");
  return createRequire(file)(file).bitsOf;
}
