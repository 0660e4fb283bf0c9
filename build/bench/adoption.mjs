// The adoption of `e2e/landed`, which closes on paper and so has no signature: its entries can be chained again,
// and are good by every rule.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ADOPTION = fileURLToPath(new URL("../../e2e/landed/8-adoption.jsonl", import.meta.url));

/** @typedef {{ readonly type: string, readonly by: string, readonly data: { readonly step?: string } }} Event */

/** @returns {readonly Event[]} */
export const landed = () =>
  readFileSync(ADOPTION, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/**
 * A record of these, one each second.
 * @param {readonly Event[]} events @param {number} from milliseconds of the first
 */
export function chained(events, from) {
  /** @type {string[]} */
  const lines = [];
  let prev = "0".repeat(64);
  for (const { by, data, type } of events) {
    const seq = lines.length;
    const at = new Date(from + seq * 1000).toISOString();
    const head = JSON.stringify({ at, by, data });
    const tail = JSON.stringify({ prev, seq, station: "offline", type });
    const hash = createHash("sha256")
      .update(`${head.slice(0, -1)},${tail.slice(1)}`)
      .digest("hex");
    lines.push(`${head.slice(0, -1)},"hash":"${hash}",${tail.slice(1)}\n`);
    prev = hash;
  }
  return Buffer.from(lines.join(""));
}
