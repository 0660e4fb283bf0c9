// What `electron FOLDER` and `electron FILE` mean in the registry's runtime, which came without it.
// It is ESM with a top-level await: Electron holds back `ready` until the app's own module has run.
import { app as documented } from "electron";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Two setters that Electron keeps for its default app and does not document.
 * @type {typeof documented & {setAppPath(path: string): void, setVersion(version: string): void}}
 */
const app = Object.assign(documented);

await main(process.argv.slice(1));

/** @param {readonly string[]} args */
async function main(args) {
  const { modules, target, answer } = readArguments(args);
  if (answer !== undefined) {
    console.log(answer);
    process.exit(0);
  }
  const load = createRequire(join(process.cwd(), "electron"));
  for (const module of modules) load(module);
  if (target === undefined) {
    console.error("usage: electron [-r MODULE] FOLDER-OR-FILE");
    process.exit(2);
  }
  await start(resolve(target));
}

/** Reads what is before the app: `-r MODULE`, `-v`, `-a`; other switches are Chromium's. */
function readArguments(/** @type {readonly string[]} */ args) {
  /** @type {string[]} */
  const modules = [];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? "";
    if (argument === "-v" || argument === "--version") {
      return { modules, answer: `v${process.versions.electron}` };
    }
    if (argument === "-a" || argument === "--abi") {
      return { modules, answer: process.versions.modules };
    }
    if (argument === "-r" || argument === "--require") modules.push(args[++i] ?? "");
    else if (!argument.startsWith("-")) return { modules, target: argument };
  }
  return { modules };
}

/** Runs the app as Electron's own default app does: named by its package.json, not as packaged. */
async function start(/** @type {string} */ target) {
  Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
  const file = join(target, "package.json");
  if (!existsSync(file)) {
    app.setAppPath(dirname(target));
    await import(pathToFileURL(target).href);
    return;
  }
  const { name, productName, version, main = "index.js" } = JSON.parse(readFileSync(file, "utf8"));
  if (version) app.setVersion(version);
  if (productName ?? name) app.setName(productName ?? name);
  app.setDesktopName(`${app.getName()}.desktop`);
  app.setAppPath(target);
  await import(pathToFileURL(join(target, main)).href);
}
