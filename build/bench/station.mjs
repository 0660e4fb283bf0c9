// A station for measuring: the app as it was bundled, a screen, and a user who is not root.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** Debian's `nobody`: Chromium's sandbox, and what it costs, is only for who is not root. */
const NOBODY = 65534;

/**
 * @typedef {object} Station
 * @property {string} folder readable by the user who runs the app
 * @property {string} app the folder of our app
 * @property {string} program starts Electron as a user who is not root
 * @property {NodeJS.ProcessEnv} env
 * @property {(name: string) => string} home makes a folder that the app may write, by its name
 * @property {() => Promise<void>} end
 */

/**
 * @param {string} root the project's folder, bundled
 * @returns {Promise<Station | undefined>} undefined where there is no runtime or no X server
 */
export async function openStation(root) {
  const note = join(root, ".runtime", "electron.json");
  const runtime = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")).path : "";
  if (!existsSync(runtime) || spawnSync("Xvfb", ["-help"]).error !== undefined) return undefined;
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  chmodSync(folder, 0o755);
  const app = join(folder, "app");
  cpSync(join(root, "dist", "app"), join(app, "dist", "app"), { recursive: true });
  cpSync(join(root, "package.json"), join(app, "package.json"));
  const program = join(folder, "start");
  const ids = `--reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  const electron = isRoot ? lent(runtime, folder) : runtime;
  const start = `${isRoot ? `setpriv ${ids} ` : ""}"${electron}"`;
  writeFileSync(program, `#!/bin/sh\nexec ${start} "$@"\n`, { mode: 0o755 });
  const { display, screen } = await openScreen();
  const home = (/** @type {string} */ name) => {
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    if (isRoot) chownSync(place, NOBODY, NOBODY);
    return place;
  };
  return {
    folder,
    app,
    program,
    home,
    env: {
      PATH: process.env.PATH,
      LANG: "C.UTF-8",
      DISPLAY: display,
      HOME: home("home"),
      TMPDIR: home("tmp"),
    },
    end: async () => {
      screen.kill();
      await once(screen, "exit");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The runtime may lie where nobody else can read. */
function lent(/** @type {string} */ runtime, /** @type {string} */ folder) {
  const copy = join(folder, "runtime");
  cpSync(dirname(runtime), copy, { recursive: true });
  return join(copy, basename(runtime));
}

/** An X server on a number that it finds itself. */
async function openScreen() {
  // Without "-noreset" it restarts when its last client ends, and loses new ones meanwhile.
  const options = [
    "-screen",
    "0",
    "1600x1000x24",
    "-ac",
    "-noreset",
    "-nolisten",
    "tcp",
    "-displayfd",
    "3",
  ];
  const screen = spawn("Xvfb", options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const pipe = /** @type {import("node:stream").Readable} */ (screen.stdio[3]);
  const [number] = await once(pipe, "data");
  return { screen, display: `:${String(number).trim()}` };
}
