// Makes each program of ours one file in dist/, from the installed packages alone.
import { createHash } from "node:crypto";
import { build } from "esbuild";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIdentity, leastNode, VERIFIER } from "./identity.mjs";
import { inParts } from "./in-parts.mjs";
import { noWoff2, PDFKIT } from "./pdfkit.mjs";
import { saidBy } from "./said.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Of these a start needs only a part: one command, or the window before its desk. */
const IN_PARTS = ["electron/cli/main.ts", "electron/main/main.ts"];

/** What is before all else in a program that the user's own Node runs; Electron brings its own. */
const FIRST = new Map([["electron/cli/main.ts", "electron/cli/old-node-main.ts"]]);

/** These have the deployment's rules themselves, and take nothing from beside them. */
const WHOLE = ["dist/app/deployment.cjs", "dist/app/rehearsal-arm.cjs"];

/** It says what is on paper, and is told nothing in sentences. */
const PAPERS = "electron/evidence/papers.ts";

/** One row per program on Node or in Electron: where it starts, and the file it becomes. */
export const ENTRIES = [
  { source: "electron/cli/main.ts", file: "dist/sd.cjs" },
  { source: "electron/main/main.ts", file: "dist/app/main.cjs" },
  { source: "electron/preload/window-preload-main.ts", file: "dist/app/preload.cjs" },
  {
    source: "electron/preload/passphrase-preload-main.ts",
    file: "dist/app/passphrase-preload.cjs",
  },
  { source: "electron/vault/vault-main.ts", file: "dist/app/vault.cjs" },
  { source: "electron/people/people-main.ts", file: "dist/app/people.cjs" },
  { source: "electron/hsm/azure/connected-main.ts", file: "dist/app/connected.cjs" },
  { source: "electron/rehearsal-hsm/rehearsal-hsm-main.ts", file: "dist/app/rehearsal-hsm.cjs" },
  { source: "electron/deployment-record/deployment-main.ts", file: "dist/app/deployment.cjs" },
  { source: "electron/rehearsal-arm/rehearsal-arm-main.ts", file: "dist/app/rehearsal-arm.cjs" },
  { source: "electron/desk/checker-main.ts", file: "dist/app/checker.cjs" },
  { source: "electron/hsm/azure/sign-in.ts", file: "dist/sign-in.cjs" },
  { source: "electron/deployment/deployment.ts", file: "dist/deployment.cjs" },
  { source: "electron/hsm/azure/azure-reader.ts", file: "dist/azure-reader.cjs" },
  { source: "electron/rehearsal-arm/rehearse-deployment.ts", file: "dist/rehearsal-arm.cjs" },
  { source: PAPERS, file: "dist/app/paper.cjs" },
  { source: PAPERS, file: "dist/paper.cjs" },
];

const sourcesIn = (/** @type {string} */ folder) =>
  ENTRIES.filter(({ source, file }) => dirname(file) === folder && source !== PAPERS).map(
    ({ source }) => source,
  );

/** Those of the window's programs, with the deployment's rules, which are in two of them. */
const inApp = () => [...sourcesIn("dist/app"), "electron/deployment/deployment.ts"];

/** Programs that say or record what others told them in sentences: whose sentences they have too. */
const HEARS = new Map([
  ["electron/cli/main.ts", () => sourcesIn("dist")],
  ["electron/main/main.ts", inApp],
  ["renderer", inApp],
  ["electron/people/people-main.ts", () => ["electron/vault/vault-main.ts"]],
  ["electron/rehearsal-arm/rehearse-deployment.ts", () => ["electron/deployment/deployment.ts"]],
]);

/**
 * Nobody waits for typefaces to be read, neither for the app's first paint nor for a restore blob:
 * what makes PDFs is a file beside the program, which that loads when someone prints. So is what
 * signs in to Azure, and the deployment around an HSM, which have no business on an offline machine.
 * @param {RegExp} filter
 * @param {string} path
 */
const beside = (filter, path) => ({
  name: `beside-${path}`,
  setup: (/** @type {import("esbuild").PluginBuild} */ { onResolve }) => {
    onResolve({ filter }, ({ kind, importer }) =>
      kind === "dynamic-import" || BESIDE_TOO.test(importer) ? { path, external: true } : undefined,
    );
  },
});
/** What a deployment's rehearsal and record take from the deployment, `sd` takes from that file. */
const BESIDE_TOO = /[/\\]electron[/\\](?:rehearsal-arm|deployment-record)[/\\]/;
const DEPLOYMENT = /\/deployment\/deployment\.ts$/;
const BESIDE = [
  beside(/\/evidence\/papers\.ts$/, "./paper.cjs"),
  beside(/\/azure\/sign-in\.ts$/, "./sign-in.cjs"),
  beside(DEPLOYMENT, "./deployment.cjs"),
  beside(/\/azure\/azure-reader\.ts$/, "./azure-reader.cjs"),
  beside(/\/rehearsal-arm\/rehearse-deployment\.ts$/, "./rehearsal-arm.cjs"),
];

/** The two windows: pages as they are, and what their scripts and styles become. */
export const PAGES = {
  folder: "dist/app/renderer",
  html: {
    "index.html": "renderer/index.html",
    "passphrase.html": "renderer/passphrase/passphrase.html",
  },
  scripts: { renderer: "renderer/main.tsx", passphrase: "renderer/passphrase/passphrase-main.tsx" },
};

/**
 * Bundles every entry. The same sources at the same commit give the same bytes, wherever they lie.
 * @param {string} [root] the project's folder
 * @param {readonly {readonly source: string, readonly file: string}[]} [entries]
 * @param {readonly import("esbuild").Plugin[]} [plugins] of programs that only tests run
 * @returns {Promise<void>} rejects when a source does not bundle without a warning
 */
export async function bundle(root = ROOT, entries = ENTRIES, plugins = []) {
  const pages = pagesOnce(root);
  const define = {
    __BUILD__: JSON.stringify(buildIdentity(root)),
    __LEAST_NODE__: JSON.stringify(leastNode(root)),
    // pdfkit asks where it lies, to find a colour profile that we do not use.
    "import.meta.url": JSON.stringify("file:///"),
  };
  for (const { source, file } of entries) {
    /** @type {import("esbuild").BuildOptions} */
    const options = {
      absWorkingDir: root,
      platform: "node",
      target: "node20",
      // A program beside is required, not imported: before it imports a script, Node parses it whole
      // for the names it exports, a quarter of a second for what makes papers.
      supported: { "dynamic-import": false },
      loader: { ".yaml": "text", ".ttf": "binary" },
      alias: { pdfkit: PDFKIT },
      plugins: [...plugins, pages, ...(WHOLE.includes(file) ? [] : [noWoff2, ...BESIDE])],
      define,
      // Electron is not on disk as a module: its own runtime answers for it.
      external: ["electron", "original-fs"],
    };
    const contents = IN_PARTS.includes(source)
      ? await inParts(source, file, options, made, DEPLOYMENT)
      : await inOne(source, file, options);
    const first = FIRST.get(source);
    replace(
      join(root, file),
      first === undefined
        ? contents
        : Buffer.concat([await inOne(first, file, { ...options, ...ANCIENT }), contents]),
    );
  }
  for (const folder of ["dist", "dist/app"])
    replace(join(root, folder, basename(VERIFIER)), readFileSync(join(root, VERIFIER)));
}

/**
 * Bundles the windows' files when a program serves them, and names them to it.
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
function pagesOnce(root) {
  /** @type {ReturnType<typeof bundlePages> | undefined} */
  let files;
  return {
    name: "pages",
    setup: ({ onLoad }) => {
      onLoad({ filter: /[/\\]electron[/\\]main[/\\]page-files\.ts$/ }, async () => ({
        contents: `export const PAGE_FILES = ${JSON.stringify(await (files ??= bundlePages(root)))};`,
      }));
    },
  };
}

/**
 * Bundles the windows' files into a folder that holds nothing else.
 * @param {string} root
 * @returns {Promise<Readonly<Record<string, string>>>} each file's name with its SHA-256, in hex
 */
async function bundlePages(root) {
  const folder = join(root, PAGES.folder);
  const files = await pageFiles(root);
  const stale = existsSync(folder) ? readdirSync(folder).filter((name) => !files.has(name)) : [];
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, bytes] of files) replace(join(folder, name), bytes);
  return Object.fromEntries(
    [...files]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]),
  );
}

/**
 * The windows' files, by name.
 * @param {string} root
 * @param {readonly import("esbuild").Plugin[]} [plugins] of pages that only tests show
 * @returns {Promise<ReadonlyMap<string, Uint8Array>>}
 */
export async function pageFiles(root, plugins = []) {
  const { html, scripts } = PAGES;
  const outputs = await made("renderer", {
    absWorkingDir: root,
    entryPoints: scripts,
    // The programs that it hears are divided as they are built.
    plugins: [...BESIDE, ...plugins],
    outdir: PAGES.folder,
    platform: "browser",
    target: "chrome130",
    format: "esm",
    // The word lists are a half of their own, fetched after the first paint.
    splitting: true,
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".ttf": "file" },
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  // The styles of what is fetched later are in those of its page already.
  const styles = Object.keys(scripts).map((name) => `${name}.css`);
  const files = new Map(outputs.map(({ path, contents }) => [basename(path), contents]));
  for (const name of files.keys())
    if (name.endsWith(".css") && !styles.includes(name)) files.delete(name);
  for (const [name, source] of Object.entries(html)) {
    files.set(name, readFileSync(join(root, source)));
  }
  return files;
}

/** @param {string} source @param {string} file @param {import("esbuild").BuildOptions} options */
async function inOne(source, file, options) {
  const whole = { format: /** @type {const} */ ("cjs"), ...options };
  const [output] = await made(source, { ...whole, entryPoints: [source], outfile: file });
  if (output === undefined) throw new Error(`${source} bundles to nothing`);
  return output.contents;
}

/**
 * What esbuild makes, in memory.
 * @param {string} source for the message when it warns
 * @param {import("esbuild").BuildOptions} options
 */
async function made(source, options) {
  const plugins = options.plugins ?? [];
  const { warnings, outputFiles = [] } = await build({
    ...options,
    plugins: [...(await sayingOf(source, options)), ...plugins],
    bundle: true,
    write: false,
    legalComments: "eof",
    // Packages that are lent by another folder are named by ours, so that the bytes are the same.
    preserveSymlinks: true,
    logLevel: "warning",
  });
  if (warnings.length > 0) throw new Error(`${source} bundles with warnings`);
  return outputFiles;
}

/**
 * Leaves the sentences out that a program does not say; those of tests have all.
 * @param {string} source
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<readonly import("esbuild").Plugin[]>}
 */
async function sayingOf(source, { absWorkingDir = ROOT, entryPoints = {}, plugins = [] }) {
  const ours = [...ENTRIES.map((one) => one.source), ...FIRST.values(), ...HEARS.keys()];
  if (!ours.includes(source)) return [];
  const entries = Object.values(entryPoints).map((one) => (typeof one === "string" ? one : one.in));
  const sources = [...entries, ...(HEARS.get(source)?.() ?? [])];
  return [
    await saidBy(
      absWorkingDir,
      sources,
      plugins.filter((one) => BESIDE.includes(one)),
    ),
  ];
}

/** For a Node that nobody should have any more, in a scope of its own before another program. */
const ANCIENT = /** @type {const} */ ({ format: "iife", target: "es2017", minifySyntax: true });

/** Puts a whole file in place at once: who starts it meanwhile gets the old or the new one. */
function replace(/** @type {string} */ file, /** @type {Uint8Array} */ bytes) {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = join(dirname(file), `.${basename(file)}-${process.pid}`);
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}
