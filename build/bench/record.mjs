// `sd verify` on a record of 100,000 entries beside `sha256sum` of the same bytes: whole processes.
// The one reads, compares and hashes entry by entry; the other hashes one stream of bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurn, median, tellTable } from "./statistics.mjs";

const ENTRIES = 100_000;
const RUNS = 9;
const GOAL = 15;

/**
 * @param {string} program the command line's own file
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether the goal is kept
 */
export async function benchRecord(program, { isSmallest }) {
  const entries = isSmallest ? 100 : ENTRIES;
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    const file = join(folder, "record.jsonl");
    const bytes = record(entries);
    writeFileSync(file, bytes);
    const taken = await inTurn(
      isSmallest ? 1 : RUNS,
      () => run(process.execPath, [program, "verify", file]),
      () => run("sha256sum", [file]),
    );
    const size = `${(bytes.length / 1024 / 1024).toFixed(0)} MiB`;
    return tellTable([
      {
        what:
          `\`sd verify\` of ${entries.toLocaleString("en")} entries (${size}) beside `
          + "`sha256sum` of the same bytes; whole processes",
        ours: median(taken.ours),
        theirs: median(taken.theirs),
        goal: GOAL,
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Entries like those of a ceremony, members in their order; closed on paper.
 * @param {number} entries
 */
function record(entries) {
  const lines = [];
  let prev = "0".repeat(64);
  for (let seq = 0; seq < entries; seq++) {
    const isLast = seq === entries - 1;
    const data = isLast
      ? { consent: {}, present: ["administrator", "witness"] }
      : { confirmedBy: "witness", note: "x".repeat(seq % 60), step: `step-${seq}` };
    const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
    const type = isLast ? "closing-on-paper" : "step-done";
    const rest = { prev, seq, station: "offline", type };
    const head = JSON.stringify({ at, by: "administrator", data });
    const tail = JSON.stringify(rest);
    const hash = createHash("sha256")
      .update(`${head.slice(0, -1)},${tail.slice(1)}`)
      .digest("hex");
    lines.push(`${head.slice(0, -1)},"hash":"${hash}",${tail.slice(1)}\n`);
    prev = hash;
  }
  return Buffer.from(lines.join(""));
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const ended = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (ended.status !== 0) throw new Error(`${command} ended with ${ended.status}`);
}
