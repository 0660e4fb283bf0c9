// npm run bench: how long a whole rehearsed activation takes, against what was promised.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const PROGRAM = fileURLToPath(new URL("../dist/sd.cjs", import.meta.url));

/** Bits of the officers' keys, and the seconds an activation may take with them on two cores. */
const PROMISED = [[2048, 20], [4096, 60]];

await bundle();
for (const [bits = 0, promised = 0] of PROMISED) {
  const seconds = activate(bits);
  console.log(`activation --bits ${bits}: ${seconds.toFixed(1)} s (promised: under ${promised} s)`);
  if (seconds >= promised) process.exitCode = 1;
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
