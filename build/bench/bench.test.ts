// Every part of the bench still runs, on the least input, and ends with its table. What it measures
// here says nothing.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TABLE = "| What | Ours | Theirs | Ratio | Goal | Kept |\n|---|---|---|---|---|---|\n";

/** On a machine that checks everything, what cannot be measured is a failure. */
const isOptional = process.env["CI"] !== "true";
const without = (program: string): boolean =>
  spawnSync(program, ["-help"], { stdio: "ignore" }).error !== undefined;
const withoutAz = isOptional && (without("az") || without("openssl"));
const withoutRuntime =
  isOptional && (!existsSync(join(ROOT, ".runtime", "electron.json")) || without("Xvfb"));
/** A table's rows, and what is said after it. */
const ROWS = /^(\| .+ \| \d+ ms \| .* \| at most .+ \| (yes|no) \|\n)+([^|\n].*\n)*$/;

/** How many tables each part ends with. A whole ceremony is for the long run: other tests hold one. */
const TABLES = {
  start: 1,
  ...(withoutAz ? {} : { crypto: 1 }),
  ...(withoutRuntime ? {} : { window: 2 }),
  record: 1,
  meter: 1,
  ...(process.env["LONG"] === "1" ? { activation: 1 } : {}),
};

it("npm run bench measures each of its parts", async () => {
  const words = ["build/bench.mjs", "--smallest", ...Object.keys(TABLES)];
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const [said, wrong] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  expect(wrong).toBe("");
  const [, ...tables] = said.split(TABLE);
  for (const table of tables) expect(table).toMatch(ROWS);
  expect(tables).toHaveLength(Object.values(TABLES).reduce((sum, count) => sum + count, 0));
  if (!withoutRuntime) expect(said).toContain("| first paint beside an empty window | ");
});
