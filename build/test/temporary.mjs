// What tests put into the temporary folder is gone when they have ended: passed, failed or stopped.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** @typedef {import("node:child_process").ChildProcess} Child */

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** @type {Set<Child>} */
const running = new Set();
/** @type {NodeJS.Signals | null} */
let stopped = null;

/**
 * Lends this process, and all that it starts, a temporary folder of its own. Where it is stopped by a
 * signal, it ends by it, after its programs and without the folder.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTemporary(work) {
  // Short: sockets are in it, whose paths may have 100 bytes. Not `sd-`, which vaults remove.
  const folder = mkdtempSync(join(tmpdir(), "sdt-"));
  // As the folder that all share: some tests act as another user.
  chmodSync(folder, 0o1777);
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work();
  } finally {
    // A browser that was stopped writes for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    for (const signal of SIGNALS) process.off(signal, stop);
    if (stopped !== null) process.kill(process.pid, stopped);
  }
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  stopped = signal;
  // A terminal's Ctrl-C reaches them by itself, and a second one would not let them end in order.
  if (signal !== "SIGINT") for (const child of running) child.kill(signal);
}

/** Whether a signal has stopped the tests: what follows is not begun. */
export const isStopped = () => stopped !== null;

/**
 * Counts a program among those that a signal stops.
 * @template T
 * @param {Child} child
 * @param {Promise<T>} ended
 * @returns {Promise<T>} rejects when the tests were stopped
 */
export async function whileRunning(child, ended) {
  running.add(child);
  const value = await ended.finally(() => running.delete(child));
  if (isStopped()) throw new Error(`The tests were stopped by ${stopped}.`);
  return value;
}
