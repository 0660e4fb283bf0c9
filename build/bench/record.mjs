// `sd verify` on a record of 100,000 entries beside `sha256sum` of the same bytes: whole processes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurn, median } from "./statistics.mjs";

const ENTRIES = 100_000;
const RUNS = 5;
/** Seconds within which a person still waits for it. */
const PROMISED = 10;

/**
 * @param {string} program the command line's own file
 * @returns {Promise<boolean>} whether the promise is kept
 */
export async function benchRecord(program) {
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    const file = join(folder, "record.jsonl");
    const bytes = record();
    writeFileSync(file, bytes);
    const taken = await inTurn(RUNS,
      () => run(process.execPath, [program, "verify", file]), () => run("sha256sum", [file]));
    const [ours, theirs] = [median(taken.ours), median(taken.theirs)];
    console.log(`a record of ${ENTRIES.toLocaleString("en")} entries `
      + `(${(bytes.length / 1024 / 1024).toFixed(0)} MiB): sd verify ${(ours / 1000).toFixed(1)} s `
      + `(promised: under ${PROMISED} s), sha256sum of the same bytes ${theirs.toFixed(0)} ms, `
      + `ratio ${(ours / theirs).toFixed(1)}`);
    return ours < PROMISED * 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Entries like those of a ceremony, members in their order; closed on paper. */
function record() {
  const lines = [];
  let prev = "0".repeat(64);
  for (let seq = 0; seq < ENTRIES; seq++) {
    const isLast = seq === ENTRIES - 1;
    const data = isLast ? { consent: {}, present: ["administrator", "witness"] }
      : { confirmedBy: "witness", note: "x".repeat(seq % 60), step: `step-${seq}` };
    const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
    const type = isLast ? "closing-on-paper" : "step-done";
    const rest = { prev, seq, station: "offline", type };
    const head = JSON.stringify({ at, by: "administrator", data });
    const tail = JSON.stringify(rest);
    const hash = createHash("sha256").update(`${head.slice(0, -1)},${tail.slice(1)}`).digest("hex");
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
