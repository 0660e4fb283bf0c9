// Every part of the bench still runs, on the least input, and ends with its table. What it measures
// here says nothing.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TABLE = "| What | Ours | Theirs | Ratio | Goal | Kept |\n|---|---|---|---|---|---|\n";

/** On a machine that checks everything, what cannot be measured is a failure. */
const isOptional = process.env["CI"] !== "true";
const without = (program: string): boolean =>
  spawnSync(program, ["-help"], { stdio: "ignore" }).error !== undefined;
const withoutAz = isOptional && (without("az") || without("openssl"));
const withoutRuntime =
  isOptional && (!existsSync(join(ROOT, ".runtime", "electron.json")) || without("Xvfb"));
/** Milliseconds: the window starts five times. */
const LONG = 180_000;

async function bench(part: string): Promise<string> {
  const words = ["build/bench.mjs", "--smallest", part];
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const [said, wrong] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  expect(wrong).toBe("");
  return said;
}

const ROWS = /^(\| .+ \| \d+ ms \| .* \| at most .+ \| (yes|no) \|\n)+\d+ cores; .*\n$/;

describe("npm run bench", () => {
  // A whole ceremony twice is for the long run: other tests hold one.
  const ceremonies = process.env["LONG"] === "1" ? ["activation"] : [];

  it.each(["start", "record", "meter", ...ceremonies])("measures %s", async (part) => {
    const [, rows = ""] = (await bench(part)).split(TABLE);
    expect(rows).toMatch(ROWS);
  });

  it.skipIf(withoutAz)("measures crypto (needs az and openssl)", async () => {
    const [, rows = ""] = (await bench("crypto")).split(TABLE);
    expect(rows).toMatch(ROWS);
  });

  it.skipIf(withoutRuntime)(
    "measures window (needs Electron's runtime)",
    { timeout: LONG },
    async () => {
      const [, paint = "", lag = ""] = (await bench("window")).split(TABLE);
      expect(paint).toMatch(/^\| first paint beside an empty window \| \d+ ms \| \d+ ms \| /);
      expect(lag).toMatch(ROWS);
    },
  );
});
