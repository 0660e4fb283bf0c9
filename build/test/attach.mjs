// A program of Chromium's that runs already, and opened a port to be asked at.
import { setTimeout } from "node:timers/promises";
import { chromium, errors } from "playwright";
import { PATIENCE_MS } from "./patience.mjs";

/** Attaching to a page that Chromium still moves never answers: ask again. */
const IN_VAIN = 10_000;

/**
 * What Chromium says of its own port.
 * @param {import("node:child_process").ChildProcess} child with `--remote-debugging-port=0`
 */
export async function addressOf({ stderr }) {
  let said = "";
  for await (const bytes of stderr ?? []) {
    said += String(bytes);
    const [, address] = /DevTools listening on (ws:\S+)\s/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`it opened no port:\n${said}`);
}

/**
 * Waits until the program has a page with an address: it is asked without attaching, which would
 * delay what the page does.
 * @param {string} address of the port, by `ws` or `http`
 */
export async function untilPage(address) {
  const list = new URL("/json/list", address.replace(/^ws/, "http"));
  for (;;) {
    const answer = await (await fetch(list)).json();
    const there = /** @type {readonly {type: string, url: string}[]} */ (answer);
    if (there.some(({ type, url }) => type === "page" && url !== "")) return;
    await setTimeout(100);
  }
}

/**
 * @param {string} address as above
 * @returns {Promise<import("playwright").Page>} the first page; its browser is its context's
 */
export async function attach(address) {
  await untilPage(address);
  const browser = await attached(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("it has no window");
  context.setDefaultTimeout(PATIENCE_MS.question);
  return context.pages()[0] ?? (await context.waitForEvent("page"));
}

/** @returns {Promise<import("playwright").Browser>} */
async function attached(/** @type {string} */ address) {
  for (;;)
    try {
      return await chromium.connectOverCDP(address, { timeout: IN_VAIN });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
    }
}
