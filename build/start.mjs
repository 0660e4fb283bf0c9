// npm start: set up, bundle, and play an activation and a recovery with simulated people.
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = await main();

async function main() {
  if (!(await bootstrap())) return 1;
  const { bundle } = await import("./bundle.mjs");
  await bundle();
  const folder = mkdtempSync(join(tmpdir(), "sd-rehearsal-"));
  console.log("Rehearsing an activation, then the recovery of what it made.");
  for (const ceremony of ["activation", "recovery"]) {
    const code = rehearse(ceremony, folder);
    if (code !== 0) return code;
  }
  console.log(`\nThe media lie in ${join(folder, "media")},`);
  console.log(`the records in ${join(folder, "activation")} and ${join(folder, "recovery")}.`);
  return 0;
}

/** @param {string} ceremony @param {string} folder */
function rehearse(ceremony, folder) {
  console.log(`\n== ${ceremony} ==`);
  const places = ["--media", join(folder, "media"), "--out", join(folder, ceremony)];
  const program = join(ROOT, "dist", "sd.cjs");
  const args = [program, "rehearse", ceremony, ...places];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}
