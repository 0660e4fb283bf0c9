// A copy of the project in which one patch after the other is made and taken back.
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bundle } from "../bundle/bundle.mjs";
import { patched } from "./promises.mjs";
import { bundleQuick } from "./quick-programs.mjs";

/** @typedef {import("./promises.mjs").Patch} Patch */

/** Of the set-up, what tests need and none of them changes. */
const SET_UP = ["electron"];
const TSC = ["typescript-native", "bin", "tsc"];

/** A mistake that makes a test wait for ever is seen sooner. */
const PATIENCE = `// In the copy a test waits for less.
export const PATIENCE_MS = { test: 120_000, long: 900_000, question: 30_000, mutant: 120_000 };
`;

/** The copy, in a folder of its own. */
export class Tree {
  /** @readonly */
  root;

  /** @param {string} from the project's folder */
  constructor(from) {
    this.root = mkdtempSync(join(tmpdir(), "sd-promises-"));
    // The app belongs to nobody there, and must find it.
    chmodSync(this.root, 0o755);
    const listed = [
      ...["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      // Where it is a link, the list of what is ignored does not name it.
      ...["--exclude", "node_modules"],
    ];
    const names = execFileSync("git", listed, { cwd: from, encoding: "utf8" }).split("\0");
    for (const name of names.filter((one) => one !== "")) {
      mkdirSync(dirname(join(this.root, name)), { recursive: true });
      cpSync(join(from, name), join(this.root, name));
    }
    symlinkSync(join(from, "node_modules"), join(this.root, "node_modules"));
    const setUp = join(from, ".runtime");
    for (const name of SET_UP) linked(join(setUp, name), join(this.root, ".runtime", name));
    writeFileSync(join(this.root, "build", "test", "patience.mjs"), PATIENCE);
    this.#write(
      "electron.json",
      readFileSync(join(setUp, "electron.json"), "utf8").replace(
        /"path":"[^"]*(\/\.runtime\/)/,
        `"path":"${this.root}$1`,
      ),
    );
  }

  /** @param {string} name @param {string} text */
  #write(name, text) {
    writeFileSync(join(this.root, ".runtime", name), text);
  }

  /** A file's text now; "" if there is none. @param {string} path from the root */
  read = (path) =>
    existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), "utf8") : "";

  /**
   * Makes a patch.
   * @param {Patch} patch
   * @returns {ReadonlyMap<string, string>} the files that it changed, as they were before
   */
  make(patch) {
    const files = patched(patch, this.read);
    const before = new Map([...files.keys()].map((path) => [path, this.read(path)]));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
    return before;
  }

  /** Takes it back. @param {ReadonlyMap<string, string>} before */
  takeBack(before) {
    for (const [path, text] of before)
      if (text === "") rmSync(join(this.root, path));
      else writeFileSync(join(this.root, path), text);
  }

  /** What the compiler says of it. @returns {readonly string[]} a line for each error */
  typeErrors() {
    const tsc = join(this.root, "node_modules", ...TSC);
    const words = [tsc, "-b", "--pretty", "false"];
    const { stdout } = spawnSync(process.execPath, words, { cwd: this.root, encoding: "utf8" });
    return stdout.split("\n").filter((line) => /\berror TS\d+:/.test(line));
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Rebuilds the programs. @param {"quick" | "all"} which those of tests, or the product's too */
  async bundle(which) {
    await bundleQuick(this.root);
    if (which === "all") await bundle(this.root);
  }
}

/** A folder of links to the same files. @param {string} from @param {string} to */
function linked(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const there = join(to, path.slice(from.length));
    mkdirSync(dirname(there), { recursive: true });
    try {
      linkSync(path, there);
    } catch {
      // It is on another disk.
      cpSync(path, there);
    }
  }
}
