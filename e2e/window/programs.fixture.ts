// The app's programs behind another entry, made once for each run of the tests.
import { cpSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stop } from "esbuild";
import { bundle } from "../../build/bundle.mjs";
import { madeOnce } from "../../electron/disk/made-once.fixture.ts";
import { ROOT } from "../bundle.fixture.ts";

const APP = join(ROOT, "dist", "app");

/** @returns the folder of the app that starts at `NAME-main.ts` here */
export async function programOf(name: "quick" | "production"): Promise<string> {
  const of = `${name}-app-${String(statSync(join(APP, "main.cjs")).mtimeMs)}`;
  const { home } = await madeOnce(of, async (folder) => {
    const main = join(folder, "dist", "app", "main.cjs");
    await bundle(ROOT, [{ source: `e2e/window/${name}-main.ts`, file: relative(ROOT, main) }]);
    // No process of the bundler's stays: some tests search all that they have started.
    await stop();
    cpSync(APP, join(folder, "dist", "app"), {
      recursive: true,
      filter: (path) => path !== join(APP, "main.cjs"),
    });
    const what = { name, version: "1.0.0", main: "dist/app/main.cjs" };
    writeFileSync(join(folder, "package.json"), JSON.stringify(what));
    return null;
  });
  return home;
}
