// npm start: set up, bundle, and open the rehearsal in its window.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} args passed on to Electron */
async function main(args) {
  if (!(await bootstrap())) return 1;
  const { bundle } = await import("./bundle.mjs");
  await bundle();
  const note = join(ROOT, ".runtime", "electron.json");
  if (!existsSync(note)) {
    console.log("There is no Electron to open a window with. The rehearsal without a window:");
    console.log("  node dist/sd.cjs rehearse activation --media media --out activation");
    return 1;
  }
  const { path } = JSON.parse(readFileSync(note, "utf8"));
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.log("There is no screen here: start this from a desktop, or with xvfb-run npm start.");
    return 1;
  }
  return openWindow(path, args);
}

/** @param {string} electron @param {readonly string[]} args */
function openWindow(electron, args) {
  const root = process.getuid?.() === 0;
  if (root) {
    console.log("Started by root: Chromium's sandbox is off. Start it as another user instead.");
  }
  console.log("The rehearsal opens in its window.");
  const ended = spawnSync(electron, [...(root ? ["--no-sandbox"] : []), ROOT, ...args], {
    // What Chromium says of buses and graphics is of no use here.
    stdio: ["ignore", "inherit", "ignore"],
  });
  return ended.status ?? 1;
}
