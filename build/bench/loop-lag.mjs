// How long main keeps its window waiting while an officer's key of 4,096 bits is made; of the least
// length where nothing is measured.
import { _electron } from "playwright";
import { PATIENCE_MS } from "../test/patience.mjs";
import { tellTable } from "./statistics.mjs";

/** Milliseconds. */
const PROMISED = 50;
/** How often main's loop is checked, in milliseconds. */
const EVERY = 5;
/** What the second person presses, once the first one's step is on record. */
const CONFIRM = /^(Witness|Administrator): confirm$/;
const PASSPHRASE = "Harbour lantern a 1 violet";

/**
 * @typedef {{p50: number, p99: number, max: number}} Lag in milliseconds, beyond what a quiet loop
 * takes to come round
 */

/**
 * Measured in main itself, by libuv's own timer, in two parts: while the officer comes and types
 * (a vault and a window are opened then), and from the press that gives the passphrase to the end
 * of the step (two keys are made, written to two media, read back and opened).
 * @param {import("./station.mjs").Station} station
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the promise is kept
 */
export async function benchLoopLag(station, { isSmallest }) {
  const app = await _electron.launch({
    executablePath: station.program,
    args: [station.app, `--user-data-dir=${station.home("lag")}`],
    env: /** @type {Record<string, string>} */ (station.env),
    chromiumSandbox: true,
    timeout: PATIENCE_MS.question,
  });
  try {
    app.context().setDefaultTimeout(PATIENCE_MS.question);
    const page = await app.firstWindow({ timeout: PATIENCE_MS.question });
    const bits = isSmallest ? 2048 : 4096;
    await openWithKeysOf(page, bits);
    await page.waitForTimeout(1000);
    const idle = await during(app, () => page.waitForTimeout(3000));
    const small = { page };
    const coming = await during(app, async () => {
      small.page = await sitDown(app, page);
    });
    const making = await during(app, async () => {
      await small.page
        .getByRole("button", { name: "Use this passphrase" })
        .click()
        .catch(() => {
          // The window may be gone before the click says that it was one.
        });
      await page.getByRole("button", { name: CONFIRM }).waitFor();
    });
    tell("at rest", idle);
    tell("an officer comes and types", coming);
    tell(`a ${bits}-bit key is made`, making);
    const ours = Math.max(coming.max, making.max);
    return tellTable([{ what: "the longest time that main is busy", ours, goal: PROMISED }]);
  } finally {
    await app.close();
  }
}

/** @param {import("playwright").Page} page @param {number} bits */
async function openWithKeysOf(page, bits) {
  await page.getByRole("button", { name: /^Activate/ }).click();
  await page
    .locator("label")
    .filter({ hasText: new RegExp(`^${bits}`) })
    .click();
  await page.getByRole("button", { name: "Open the ceremony" }).click();
  await page.getByRole("button", { name: "It is all correct: open" }).click();
  await page.getByRole("button", { name: CONFIRM }).click();
  for (const name of ["The projector is covered", "No camera sees the keyboard"])
    await page.locator("label").filter({ hasText: name }).click();
}

/**
 * The officer comes, and types twice.
 * @param {import("playwright").ElectronApplication} app
 * @param {import("playwright").Page} page
 */
async function sitDown(app, page) {
  await page.getByRole("button", { name: /^Officer 1, make the key$/ }).click();
  const opened = app.context().waitForEvent("page");
  await page.getByRole("button", { name: /^I am .*, alone at the screen$/ }).click();
  const small = await opened;
  for (const name of ["Passphrase", "Repeat passphrase"]) {
    await small.getByRole("textbox", { name, exact: true }).click();
    await small.keyboard.type(PASSPHRASE);
  }
  await small.waitForTimeout(500);
  return small;
}

/**
 * @param {import("playwright").ElectronApplication} app
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Lag>}
 */
async function during(app, work) {
  await app.evaluate((_, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule("node:perf_hooks");
    const lag = monitorEventLoopDelay({ resolution });
    lag.enable();
    Object.assign(globalThis, { lag });
  }, EVERY);
  await work();
  const [p50 = 0, p99 = 0, max = 0] = await app.evaluate(() => {
    const { lag } = /** @type {any} */ (globalThis);
    lag.disable();
    return [lag.percentile(50), lag.percentile(99), lag.max];
  });
  const beyond = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - EVERY);
  return { p50: beyond(p50), p99: beyond(p99), max: beyond(max) };
}

/** @param {string} what @param {Lag} lag */
function tell(what, { p50, p99, max }) {
  const [half, most, worst] = [p50, p99, max].map((value) => value.toFixed(1));
  console.log(`main's loop, ${what}: p50 ${half} ms, p99 ${most} ms, max ${worst} ms`);
}
