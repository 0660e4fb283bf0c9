// Programs for these tests, bundled from the sources as they are now, the way the build does it.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Bundles `source` into `file`; returns the names of everything it loads when run. */
export async function bundleProgram(source: string, file: string): Promise<readonly string[]> {
  const made = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    loader: { ".yaml": "text", ".ttf": "binary" },
    external: ["electron"],
    define: { __BUILD__: JSON.stringify({ version: "0.0.0", commit: "test", verifier: "" }) },
    logLevel: "silent",
    metafile: true,
  });
  const loaded = Object.values(made.metafile.outputs).flatMap(({ imports }) => imports);
  return [...new Set(loaded.map(({ path }) => path))].sort();
}
