// npm run package [-- FOLDER]: the app as one folder that starts by itself, out of the runtime at
// hand.
import { build, Platform } from "electron-builder";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, ENTRIES } from "./bundle.mjs";
import { FUSES } from "./package/fuses.mjs";
import { notices } from "./package/notices.mjs";
import { runtimeNote, sha256Of } from "./package/runtime-note.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Name of the program, of its package and of its id. */
export const NAME = "security-domain-ceremony";
/** The bundle's folder: all that the app is made of. */
const APP = "dist/app";
/** What a runtime has of its own when it stands alone: an app to start with, and its papers. */
const LEFTOVERS = ["version", "stamp", "resources/default_app.asar"];

/**
 * Packs the bundle as it lies in dist/app. Nothing is downloaded.
 * @param {string} out the folder in which `linux-unpacked` (or its like) is made anew
 * @param {string} [root] the project's folder
 * @returns {Promise<string>} the packed app's folder; rejects when its program is not the one that
 *   the app in it was told of
 */
export async function packageApp(out, root = ROOT) {
  const runtime = runtimeOf(root);
  const note = await runtimeNote(runtime);
  const stage = mkdtempSync(join(tmpdir(), "sd-package-"));
  let folder = "";
  try {
    layOut(root, stage);
    writeFileSync(join(stage, APP, "runtime.json"), `${JSON.stringify(note)}\n`);
    await build({
      projectDir: stage,
      targets: Platform.current().createTarget("dir"),
      publish: "never",
      config: {
        appId: NAME,
        productName: NAME,
        directories: { output: out, buildResources: "build" },
        files: [`${APP}/**`, "package.json"],
        extraResources: [{ from: "NOTICES.txt", to: "NOTICES.txt" }],
        asar: true,
        npmRebuild: false,
        electronDist: dirname(runtime.path),
        electronVersion: runtime.version,
        electronLanguages: ["en-US"],
        electronFuses: FUSES,
        linux: { icon: "build/icon.png", executableName: NAME, category: "Utility" },
        afterPack: ({ appOutDir }) => {
          folder = appOutDir;
          for (const name of LEFTOVERS) rmSync(join(appOutDir, name), { force: true });
        },
      },
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  if ((await sha256Of(join(folder, NAME))) !== note.sha256)
    throw new Error("the packed program is not the runtime at hand with its fuses set");
  return folder;
}

/**
 * Lays out what goes in. Without dependencies in its package.json there are none to collect: all
 * code is in the bundle.
 * @param {string} root @param {string} stage
 */
function layOut(root, stage) {
  const { name, version, description, license, type, main } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const manifest = { name, version, description, license, author: name, private: true, type, main };
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(stage, "NOTICES.txt"), notices(root));
  mkdirSync(join(stage, "build"));
  copyFileSync(join(root, "build", "icon.png"), join(stage, "build", "icon.png"));
  const files = ENTRIES.map(({ file }) => file).filter((file) => file.startsWith(`${APP}/`));
  for (const file of [...files, `${APP}/renderer`])
    cpSync(join(root, file), join(stage, file), { recursive: true });
}

/** @param {string} root @returns {import("./setup/registry-runtime.mjs").Runtime} */
function runtimeOf(root) {
  const note = join(root, ".runtime", "electron.json");
  const runtime = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : undefined;
  if (runtime === undefined || !existsSync(runtime.path))
    throw new Error("there is no Electron runtime: run node build/bootstrap.mjs");
  return runtime;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundle();
  const folder = await packageApp(resolve(process.argv[2] ?? join(ROOT, "dist", "package")));
  console.log(`made ${folder}`);
  if (runtimeOf(ROOT).source === "registry")
    console.log("Its Electron is a registry's, for development: it offers rehearsals only.");
}
