// The app's programs behind another entry, made once for each run of the tests.
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stop, type Plugin } from "esbuild";
import { knownPrimes, quickRounds, withoutPapers } from "../../build/test/quick.mjs";
import { madeOnce } from "../../electron/disk/made-once.fixture.ts";
import { ROOT } from "../bundle.fixture.ts";

const APP = join(ROOT, "dist", "app");

/** What is not as in the product: where the app starts, the rounds of a rehearsal's keys, its HSM's primes. */
const QUICKLY = {
  "vault.cjs": "electron/vault/vault-main.ts",
  "rehearsal-hsm.cjs": "electron/rehearsal-hsm/rehearsal-hsm-main.ts",
};
const OTHERS = {
  quick: { "main.cjs": "e2e/window/quick-main.ts", ...QUICKLY },
  watched: { "main.cjs": "e2e/window/watched-main.ts", ...QUICKLY },
  production: { "main.cjs": "e2e/window/production-main.ts" },
};

/** Names the windows' files as they are beside the program: to bundle them takes as long as all the rest. */
const pagesIn = (folder: string): Plugin => ({
  name: "pages-as-bundled",
  setup: (build) => {
    build.onLoad({ filter: /[/\\]electron[/\\]main[/\\]page-files\.ts$/ }, () => {
      const digests = readdirSync(folder).map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]);
      return {
        contents: `export const PAGE_FILES = ${JSON.stringify(Object.fromEntries(digests))};`,
      };
    });
  },
});

/** @returns the folder of the app that starts at `NAME-main.ts` here */
export async function programOf(name: keyof typeof OTHERS): Promise<string> {
  const of = `${name}-app-${String(statSync(join(APP, "main.cjs")).mtimeMs)}`;
  const { home } = await madeOnce(of, async (folder) => {
    const app = join(folder, "dist", "app");
    cpSync(APP, app, { recursive: true });
    const entries = Object.entries(OTHERS[name]).map(([file, source]) => ({
      source,
      file: relative(ROOT, join(app, file)),
    }));
    // In the long run a ceremony that ends leaves its papers.
    const isQuick = name === "quick" && process.env["LONG"] !== "1";
    // Loaded only now: most workers find the programs made.
    const { bundle } = await import("../../build/bundle/bundle.mjs");
    const pages = pagesIn(join(app, "renderer"));
    const others = [quickRounds, knownPrimes, ...(isQuick ? [withoutPapers] : [])];
    await bundle(ROOT, entries, [pages, ...others]);
    // No process of the bundler's stays: some tests search all that they have started.
    await stop();
    const what = { name, version: "1.0.0", main: "dist/app/main.cjs" };
    writeFileSync(join(folder, "package.json"), JSON.stringify(what));
    return null;
  });
  return home;
}
