// The command line in a package: its bundles, the Node that runs them, and what starts it.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENTRIES } from "../bundle/bundle.mjs";
import { VERIFIER } from "../bundle/identity.mjs";
import { run } from "../setup/run.mjs";
import { writeParts } from "./parts.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** The folder beside the launcher. */
export const COMMAND = "command";
/** What `sd` is made of: itself, and the files that it looks for beside itself. */
const FILES = [...ENTRIES.map(({ file }) => file), `dist/${basename(VERIFIER)}`].filter(
  (file) => dirname(file) === "dist",
);
/** Libraries that each desktop Linux has; with any other, Node is in pieces. */
const EVERYWHERE = /^(linux-vdso|ld-linux.*|lib(c|m|dl|pthread|rt|stdc\+\+|gcc_s|atomic))\.so/;

/**
 * The launchers of this system, by their place beside the app's program.
 * @param {NodeJS.Platform} platform
 * @returns {readonly string[]} paths from this folder
 */
export const launchers = (platform) =>
  platform === "win32" ? ["windows/sd.cmd"] : ["linux/sd", "linux/start"];

/**
 * Lays out `sd` so that it starts without an installed Node. One executable in place of Node and
 * bundles would lose the files that `sd` loads from beside itself, and itself as what it starts
 * again for a vault.
 * @param {string} root the project's folder, bundled
 * @param {string} folder where the launchers and the folder `command` are made
 * @param {string} [node] the program of a Node; the one that runs this
 * @returns {string} the licences of that Node
 * @throws where that Node does not run by itself, or comes without its licences
 */
export function layOutCommand(root, folder, node = process.execPath) {
  const strange = librariesOf(node).filter((name) => !EVERYWHERE.test(name));
  if (strange.length > 0)
    throw new Error(
      `this Node needs ${strange.join(", ")}, which a package does not bring: use Node's own release`,
    );
  const command = join(folder, COMMAND);
  mkdirSync(command, { recursive: true });
  const program = process.platform === "win32" ? "node.exe" : "node";
  copyFileSync(node, join(command, program));
  chmodSync(join(command, program), 0o755);
  for (const file of FILES) copyFileSync(join(root, file), join(command, basename(file)));
  copyFileSync(join(HERE, "start-main.cjs"), join(command, "start.cjs"));
  writeParts(join(command, program), join(command, "sd.cjs"), join(command, "sd.parts"));
  for (const path of launchers(process.platform)) {
    copyFileSync(join(HERE, path), join(folder, basename(path)));
    chmodSync(join(folder, basename(path)), 0o755);
  }
  const licences = licencesOf(node);
  writeFileSync(join(command, "LICENSE.node.txt"), licences);
  return licences;
}

/** @param {string} program @returns {readonly string[]} */
function librariesOf(program) {
  if (process.platform !== "linux") return [];
  return [...run("ldd", [program]).output.matchAll(/^\s*(?:\S*\/)?([^\s/]+)(?: =>| \()/gm)].map(
    ([, name = ""]) => name,
  );
}

/**
 * Where Node's own release has them, a registry's package, and Debian's like.
 * @param {string} node
 */
function licencesOf(node) {
  const folder = dirname(node);
  const places = [
    join(folder, "LICENSE"),
    join(folder, "..", "LICENSE"),
    "/usr/share/doc/nodejs/LICENSE",
    "/usr/share/doc/nodejs/copyright",
  ];
  const place = places.find((path) => existsSync(path));
  if (place === undefined) throw new Error("this Node comes without its licences");
  return readFileSync(place, "utf8");
}
