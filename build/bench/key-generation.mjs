// Key generation beside `openssl genrsa`.
import { spawnSync } from "node:child_process";
import { inTurn, mean, median, millisecondsOf } from "./statistics.mjs";

/** Bits, and how many keys: how long a key takes varies by a factor of ten, so many are made. */
const KEYS = /** @type {const} */ ([
  [2048, 120],
  [4096, 60],
]);
const STARTS = 15;
const GOAL = 1.3;

/**
 * Ours: made in this process, as the officer's vault makes it, to PKCS #8 in DER. Theirs: a process
 * per key, minus the time of the same program for one random byte, so that no start is counted.
 * @param {import("./engines.mjs").Engines} engines
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<import("./statistics.mjs").Row[]>} means of many keys
 */
export async function benchKeyGeneration({ makeRsaKey }, { isSmallest }) {
  const starts = [];
  for (let i = 0; i < STARTS; i++) starts.push(await millisecondsOf(() => openssl("rand", "1")));
  const start = median(starts);
  const rows = [];
  for (const [bits, many] of isSmallest ? KEYS.slice(0, 1) : KEYS) {
    const keys = isSmallest ? 1 : many;
    const taken = await inTurn(
      keys,
      () => makeRsaKey(bits),
      () => openssl("genrsa", String(bits)),
    );
    rows.push({
      what: `a key of RSA-${bits} beside \`openssl genrsa\`, mean of ${keys}; no process start`,
      ours: mean(taken.ours),
      theirs: mean(taken.theirs) - start,
      goal: GOAL,
    });
  }
  return rows;
}

/** @param {...string} args */
function openssl(...args) {
  const { status, error } = spawnSync("openssl", args, { stdio: "ignore" });
  if (status !== 0) throw error ?? new Error("openssl failed");
}
