// How long from the start of the program to the first paint, and to Home, beside an empty window.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { addressOf, attach, untilPage } from "../test/attach.mjs";
import { median, tellTable } from "./statistics.mjs";

/** The least that Electron can do: one window with one word. */
const EMPTY = `const { app, BrowserWindow } = require("electron");
app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true, show: false });
  window.once("ready-to-show", () => window.show());
  void window.loadURL("data:text/html,<!doctype html><title>Empty</title><p>Empty</p>");
});
`;
const RUNS = 10;
/** What the empty window takes, times this. */
const GOAL = 1.2;
/** Milliseconds until Home is shown, once there is a page. */
const SETTLED = 2500;

/**
 * Measured: from the call that starts the program to `first-contentful-paint` in the page, both on
 * the system's clock: the app's name on its paper. Home, the largest paint, comes after it and is
 * told below it. Neither the first start of all (a cold disk) nor a desktop's compositor is in it.
 * @param {import("./station.mjs").Station} station
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the goal is kept
 */
export async function benchFirstPaint(station, { isSmallest }) {
  const empty = join(station.folder, "empty");
  mkdirSync(empty);
  writeFileSync(join(empty, "main.cjs"), EMPTY);
  const manifest = { name: "empty", version: "0.0.0", main: "main.cjs" };
  writeFileSync(join(empty, "package.json"), JSON.stringify(manifest));
  /** @type {Record<"ours" | "home" | "bare", number[]>} */
  const seconds = { ours: [], home: [], bare: [] };
  // In turn, so that whatever else the machine does falls on both.
  for (let run = 0; run <= (isSmallest ? 0 : RUNS); run++) {
    const ours = await paintOf(station, station.app, "ours");
    const bare = await paintOf(station, empty, "bare");
    // The first is a warm-up, where there are more.
    if (run === 0 && !isSmallest) continue;
    seconds.ours.push(ours.first);
    seconds.home.push(ours.largest);
    seconds.bare.push(bare.first);
  }
  const told = /** @type {const} */ ([
    ["our window", seconds.ours],
    ["Home", seconds.home],
    ["an empty window", seconds.bare],
  ]);
  for (const [what, values] of told)
    console.log(`first paint of ${what}: ${median(values).toFixed(2)} s; ${spread(values)}`);
  const [ours, theirs] = [median(seconds.ours) * 1000, median(seconds.bare) * 1000];
  return tellTable([{ what: "first paint beside an empty window", ours, theirs, goal: GOAL }]);
}

/**
 * @param {import("./station.mjs").Station} station @param {string} app @param {string} name
 * @returns {Promise<{first: number, largest: number}>} seconds
 */
async function paintOf({ program, env, home }, app, name) {
  const words = [app, `--user-data-dir=${home(name)}`, "--remote-debugging-port=0"];
  const began = performance.timeOrigin + performance.now();
  const child = spawn(program, words, { env, stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(child, "exit");
  try {
    const address = await addressOf(child);
    await untilPage(address);
    // Who attaches earlier delays the paint.
    await setTimeout(SETTLED);
    const page = await attach(address);
    const [first, largest] = /** @type {[number, number]} */ (await page.evaluate(PAINTED));
    await page.context().browser()?.close();
    return { first: (first - began) / 1000, largest: (largest - began) / 1000 };
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
}

/** Runs in the page: its first and its largest paint, in milliseconds since 1970. */
const PAINTED = `Promise.all([
  ["paint", (entries) => entries.find(({ name }) => name === "first-contentful-paint")],
  ["largest-contentful-paint", (entries) => entries.at(-1)],
].map(([type, pick]) => new Promise((resolve) => {
  new PerformanceObserver((list, observer) => {
    const entry = pick(list.getEntries());
    if (entry === undefined) return;
    observer.disconnect();
    resolve(performance.timeOrigin + entry.startTime);
  }).observe({ type, buffered: true });
})))`;

/** @param {readonly number[]} values */
function spread(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `[${least.toFixed(2)} to ${most.toFixed(2)}]`;
}
