// For tests that load our sources without the bundler, `node --import` this file: it puts in place
// what the bundler does. Scripts become text, typefaces bytes, pdfkit the build that we bundle.
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { PDFKIT } from "../bundle/pdfkit.mjs";
import { buildIdentity } from "../bundle/identity.mjs";

const ROOT = new URL("../../", import.meta.url);
/** A format that nobody else loads. */
const FORMAT = /** @type {import("node:module").ModuleFormat} */ (
  /** @type {string} */ ("sd-source")
);

// The hooks below run in a thread of node's own, which loads this file as well.
if (isMainThread) {
  Object.assign(globalThis, { __BUILD__: buildIdentity(fileURLToPath(ROOT)) });
  register(import.meta.url);
}

/** @type {import("node:module").ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier === "pdfkit") return next(new URL(PDFKIT, ROOT).href, context);
  if (!/\.(yaml|ttf)$/.test(specifier)) return next(specifier, context);
  const { url } = await next(specifier, context);
  return { url, format: FORMAT, shortCircuit: true };
}

/** @type {import("node:module").LoadHook} */
export async function load(url, context, next) {
  if (context.format !== FORMAT) return next(url, context);
  const bytes = await readFile(fileURLToPath(url));
  const value = url.endsWith(".yaml")
    ? JSON.stringify(bytes.toString("utf8"))
    : `new Uint8Array(Buffer.from("${bytes.toString("base64")}", "base64"))`;
  return { format: "module", source: `export default ${value};`, shortCircuit: true };
}
