// Clocks that jump both ways, at any step of every ceremony: whatever the app wrote, every
// take-over and every rule accepts; or it refused before writing, and the same command continues.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { QUICK_PROGRAM } from "../cli/program.fixture.ts";

/** One after the other on the same media: those that carry the record between stations too. */
const SCRIPTS: readonly (readonly (readonly string[])[])[] = [
  [
    ["activation"],
    ["hand-off"],
    ["dry-run"],
    ["attestation-part", "--officer", "2"],
    ["attestation"],
    ["replacement", "--officer", "3"],
    ["recovery"],
  ],
  [["adoption"]],
  [["activation"], ["recovery-alone"]],
];

/** Seconds by which the clock is off after a jump. */
const JUMPS = [-9 * 3600, -3600, -90, -59, -5, 0, 0, 30, 61, 1800, 7200];

/**
 * A module, as an address, that makes the process's clock jump at each line of output, by a seed.
 * `performance.now()` does not jump.
 */
const jumping = (seed: number): string =>
  `data:text/javascript,${encodeURIComponent(`
    const jumps = ${JSON.stringify(JUMPS)};
    let state = ${seed} >>> 0;
    const draw = () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    let offset = 0;
    const now = Date.now.bind(Date);
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) {
        if (given.length === 0) super(now() + offset);
        else super(...given);
      }
      static now() {
        return now() + offset;
      }
    };
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text, ...others) => {
      if (draw() < 0.3) offset = jumps[Math.floor(draw() * jumps.length)] * 1000;
      return write(text, ...others);
    };
  `)}`;

/** What refuses a clock: the record, and the pre-flight, which compares it with the HSM's. */
const OF_CLOCKS = /^E-(CLOCK-BACK|PREFLIGHT)$/;

interface Swept {
  /** How often the command ended with a refusal, and was run again. */
  readonly refused: readonly string[];
  readonly types: readonly string[];
}

/** Runs one ceremony to its end, however often that takes. */
function sweep(root: string, args: readonly string[], seed: number): Swept {
  const out = join(root, `out-${args.join("-")}`);
  const refused: string[] = [];
  for (let run = 0; ; run++) {
    const more = ["--media", join(root, "media"), "--out", out, "--bits", "2048"];
    const command = [
      "--import",
      jumping(seed * 100 + run),
      QUICK_PROGRAM,
      "rehearse",
      ...args,
      ...more,
    ];
    const { status, stderr } = spawnSync(process.execPath, command, {
      encoding: "utf8",
      env: { ...process.env, TMPDIR: join(root, "tmp") },
    });
    if (status === 0) break;
    const code = /E-[A-Z0-9-]+/.exec(stderr)?.[0] ?? stderr;
    refused.push(code);
    expect(code, `${args.join(" ")}, seed ${seed}: ${stderr}`).toMatch(OF_CLOCKS);
    expect(run, args.join(" ")).toBeLessThan(60);
  }
  const verdict = verifyRecord(new Uint8Array(readFileSync(join(out, "record.jsonl"))));
  expect(verdict.closed).toBe(true);
  expect(rely(verdict).meaning.breaches).toEqual([]);
  return { refused, types: verdict.entries.map(({ type }) => type) };
}

const SEEDS = [1, 2];

it.each(SEEDS)(
  "no clock makes a record that is refused later: every ceremony, seed %i",
  (seed) => {
    const jumped: string[] = [];
    for (const chain of SCRIPTS) {
      const root = mkdtempSync(join(tmpdir(), "clock-sweep-"));
      mkdirSync(join(root, "tmp"));
      try {
        for (const [n, args] of chain.entries()) {
          const { refused, types } = sweep(root, args, seed * 10 + n);
          process.stdout.write(
            `${args.join(" ")}, seed ${seed}: ${types.filter((one) => one === "clock-jumped").length} `
              + `jumps told, ${refused.length} refusals before anything was written\n`,
          );
          if (types.includes("clock-jumped")) jumped.push(args[0] ?? "");
        }
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    }
    expect(new Set(jumped).size).toBeGreaterThan(5);
  },
  3_600_000,
);
