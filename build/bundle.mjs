// Makes each program of ours one file in dist/, from the installed packages alone (npm run build).
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIdentity } from "./identity.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** One row per program: where it starts, and the file it becomes. */
export const ENTRIES = [
  { source: "electron/cli/main.ts", file: "dist/sd.cjs" },
];

/**
 * Bundles every entry. The same sources at the same commit give the same bytes, wherever they lie.
 * @param {string} [root] the project's folder
 * @returns {Promise<void>} rejects when a source does not bundle without a warning
 */
export async function bundle(root = ROOT) {
  const define = { __BUILD__: JSON.stringify(buildIdentity(root)) };
  for (const { source, file } of ENTRIES) {
    const made = await build({
      absWorkingDir: root,
      entryPoints: [source],
      outfile: file,
      bundle: true,
      write: false,
      platform: "node",
      target: "node20",
      format: "cjs",
      loader: { ".yaml": "text" },
      define,
      legalComments: "eof",
      logLevel: "warning",
      // Electron is not on disk as a module: its own runtime answers for it.
      external: ["electron"],
    });
    if (made.warnings.length > 0) throw new Error(`${source} bundles with warnings`);
    for (const output of made.outputFiles) replace(join(root, file), output.contents);
  }
}

/** Puts a whole file in place at once: who starts it meanwhile gets the old or the new one. */
function replace(/** @type {string} */ file, /** @type {Uint8Array} */ bytes) {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = join(dirname(file), `.${basename(file)}-${process.pid}`);
  writeFileSync(fresh, bytes);
  renameSync(fresh, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundle();
  for (const { file } of ENTRIES) console.log(`made ${file}`);
}
