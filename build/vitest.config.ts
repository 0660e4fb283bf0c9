// How tests run: the whole tree, two workers, and the same replacements the bundle makes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { PDFKIT } from "./bundle.mjs";
import { buildIdentity } from "./identity.mjs";
import { LongestFirst } from "./test/longest.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  define: { __BUILD__: JSON.stringify(buildIdentity(root)) },
  resolve: { alias: { pdfkit: join(root, PDFKIT) } },
  plugins: [{
    name: "typeface-as-bytes",
    enforce: "pre",
    load: (id) => id.endsWith(".ttf")
      ? `export default new Uint8Array(Buffer.from("${readFileSync(id, "base64")}", "base64"));`
      : undefined,
  }, {
    name: "yaml-as-text",
    enforce: "pre",
    transform: (code, id) => id.endsWith(".yaml")
      ? { code: `export default ${JSON.stringify(code)};`, map: null }
      : undefined,
  }],
  test: {
    include: ["**/*.test.ts", "**/*.test.tsx"],
    // The tests of the window have a configuration of their own.
    exclude: ["**/node_modules/**", "dist/**", ".runtime/**", "e2e/window/**"],
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
