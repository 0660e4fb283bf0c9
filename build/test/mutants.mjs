// Runs the tests beside a program over each of its mutants, and says which ones no test sees.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { mutantsOf, mutated } from "./mutate.mjs";

/** @typedef {import("./mutate.mjs").Mutant} Mutant */
/** @typedef {Mutant & {readonly path: string}} MutantOf of the file at `path`, from the root */

/** What mutants are made of: where a mistake would cost keys, or make a lie good. */
const FOLDERS = ["crypto", "electron/journal", "electron/ceremony", "electron/evidence"];
/** Only texts and data: their wording is checked elsewhere. */
const TEXTS = /(^|\/)(faults|word-list|phrases|vectors)\.ts$/;
/** A change that makes a loop endless has been seen as well. */
const LIMIT_MS = 120_000;

/** Files of which mutants are made. @param {string} root @returns {readonly string[]} */
export const mutableFiles = (root) =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path}`)
      .filter((path) => path.endsWith(".ts") && !/\.(test|fixture|d)\.ts$/.test(path))
      .filter((path) => !TEXTS.test(path)),
  ).toSorted();

/** @param {string} root @param {string} path @returns {readonly MutantOf[]} */
export const mutantsIn = (root, path) =>
  mutantsOf(path, readFileSync(join(root, path), "utf8")).map((mutant) => ({ ...mutant, path }));

/**
 * Whether some test of the room fails with this mutant in the program's place. Those named like the
 * program are asked first, then all of its room that come to it by imports.
 * @param {string} root @param {MutantOf} mutant @returns {boolean}
 */
export function isSeen(root, mutant) {
  const [own, others] = testsOf(root, mutant.path);
  return [own, others].some((tests) => tests.length > 0 && hasFailed(root, mutant, tests));
}

/** @param {string} root @param {MutantOf} mutant @param {readonly string[]} tests */
function hasFailed(root, mutant, tests) {
  const folder = mkdtempSync(join(tmpdir(), "sd-mutant-"));
  try {
    const file = join(folder, "mutant.json");
    const path = join(root, mutant.path);
    const text = mutated(readFileSync(path, "utf8"), mutant);
    writeFileSync(file, JSON.stringify({ path, text }));
    const { status } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules", "vitest", "vitest.mjs"),
        ...["run", "--config", join(root, "build", "vitest.config.ts"), "--bail=1"],
        ...tests,
      ],
      {
        cwd: root,
        env: { ...process.env, SD_MUTANT: file, LONG: "" },
        stdio: "ignore",
        timeout: LIMIT_MS,
      },
    );
    return status !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The tests of a file's room that come to it: those named like it, and the others.
 * @param {string} root @param {string} path
 * @returns {readonly [readonly string[], readonly string[]]}
 */
export function testsOf(root, path) {
  const room = FOLDERS.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path);
  const all = readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .map((name) => `${room}/${name}`)
    .filter((name) => /\.test\.ts$/.test(name) && !/\.long\.test\.ts$/.test(name))
    .filter((name) => reaches(root, name, path, new Set()))
    .toSorted();
  const stem = basename(path, ".ts");
  const isOwn = (/** @type {string} */ name) => basename(name).startsWith(`${stem}.`);
  return [all.filter(isOwn), all.filter((name) => !isOwn(name))];
}

/**
 * @param {string} root @param {string} from @param {string} to @param {Set<string>} seen
 * @returns {boolean}
 */
function reaches(root, from, to, seen) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return importsOf(root, from).some((next) => reaches(root, next, to, seen));
}

const IMPORT = /^(?:import|export) (?!type\b)(?:\{([^}]*)\}|[^;{]*?)\s*(?:from )?"(\.[^"]+\.ts)"/gm;
/** A public file that only passes on: who imports a name of it comes to where that name is from. */
const PASSES_ON = /\/(index|secret-half|ceremony)\.ts$/;

/** @type {Map<string, readonly string[]>} */
const known = new Map();

/** The files of ours that a file loads. @param {string} root @param {string} path */
function importsOf(root, path) {
  const found =
    known.get(path)
    ?? statementsOf(root, path).flatMap(({ names, from }) => {
      if (!PASSES_ON.test(from)) return [from];
      const passed = statementsOf(root, from).filter(
        (one) => one.names.length === 0 || one.names.some((name) => names.includes(name)),
      );
      return passed.map((one) => one.from);
    });
  known.set(path, found);
  return found;
}

/** @param {string} root @param {string} path */
function statementsOf(root, path) {
  const text = readFileSync(join(root, path), "utf8");
  return [...text.matchAll(IMPORT)].map(([, list = "", from = ""]) => ({
    names: list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type "))
      .map((name) => name.split(" as ")[0] ?? name),
    from: resolve("/", dirname(path), from).slice(1),
  }));
}
