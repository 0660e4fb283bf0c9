// How Playwright Test is started: by root where there is no network.
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { translatedIn } from "./translated.mjs";

/**
 * Runs the words from the third on: only loopback there, and the first bound to the second. Screens
 * have their names in the network and their files in a folder: one there, not seen from here.
 */
const ALONE = [
  "unshare",
  "--net",
  "--mount",
  "sh",
  "-c",
  "ip link set lo up && install -d -m 1777 /tmp/.X11-unix && "
    + "mount -t tmpfs -o mode=1777 screens /tmp/.X11-unix && "
    + 'mount --bind "$1" "$2" && shift 2 && exec "$@"',
  "sh",
];

/**
 * The command for the tests of the window: by root in a namespace that has loopback only, with the
 * project bound to a place that others may enter, for the app then belongs to nobody.
 * @param {string} root the project's folder
 * @param {string} folder a new one, which is gone afterwards
 * @param {readonly string[]} words for the runner
 * @returns {{ command: string, args: readonly string[], env: Readonly<Record<string, string>> }}
 */
export function playwright(root, folder, words) {
  const alone = process.getuid?.() === 0;
  const project = alone ? join(folder, "project") : root;
  if (alone) {
    mkdirSync(project);
    chmodSync(folder, 0o711);
  }
  const run = [
    process.execPath,
    "--import",
    join(root, "build", "test", "sources-main.mjs"),
    join(root, "node_modules", "playwright", "cli.js"),
    "test",
    "--config",
    join("build", "playwright.config.ts"),
    ...words,
  ];
  const [command = "", ...args] = alone ? [...ALONE, root, project, ...run] : run;
  return {
    command,
    args,
    env: { SD_PROJECT: project, PLAYWRIGHT_TRANSFORM_CACHE_DIR: translatedIn(root, "window") },
  };
}
