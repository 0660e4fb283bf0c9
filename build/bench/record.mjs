// `sd verify` on a record of 100,000 entries beside `sha256sum` of the same bytes: whole processes.
// The one reads, compares and hashes entry by entry; the other hashes one stream of bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTurn, median, tellTable } from "./statistics.mjs";

const ENTRIES = 100_000;
const RUNS = 9;
const GOAL = 15;
const ADOPTION = fileURLToPath(new URL("../../e2e/landed/8-adoption.jsonl", import.meta.url));

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

/** @typedef {{ readonly type: string, readonly by: string, readonly data: { readonly step?: string } }} Event */

/**
 * The adoption of `e2e/landed`, which closes on paper and so has no signature: good by every rule.
 * One step of it began, was refused and decided to be done again, as often as is wanted.
 * @param {number} entries
 */
function record(entries) {
  /** @type {string[]} */
  const lines = [];
  let prev = "0".repeat(64);
  for (const { by, data, type } of adoption(entries)) {
    const seq = lines.length;
    const at = new Date(Date.parse(OPENED_AT) + seq * 1000).toISOString();
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

const OPENED_AT = "2026-11-27T07:45:53.000Z";
const REPEATED = "find-domain";

/**
 * @param {number} entries
 * @returns {readonly Event[]}
 */
function adoption(entries) {
  /** @type {readonly Event[]} */
  const whole = readFileSync(ADOPTION, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const at = whole.findIndex(({ type, data }) => type === "step-began" && data.step === REPEATED);
  const exception = {
    decided: "Another medium is put in, and the step is done again.",
    decidedBy: ["administrator", "witness"],
    decision: "repeat",
    expected: "The domain is on one of its two media.",
    happened: "It was on neither of them.",
    step: REPEATED,
  };
  const again = [
    ...whole.slice(at, at + 1),
    { type: "refused", by: "app", data: { code: "E-DOMAIN-NONE", step: REPEATED } },
    { type: "exception-noted", by: "administrator", data: exception },
  ];
  const times = Math.max(0, Math.ceil((entries - whole.length) / again.length));
  const repeated = Array.from({ length: times }, () => again).flat();
  return [...whole.slice(0, at), ...repeated, ...whole.slice(at)];
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const ended = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (ended.status !== 0) throw new Error(`${command} ended with ${ended.status}`);
}
