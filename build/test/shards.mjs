// What `npm test` has no time for, in parts that can be run alone: `npm run test:long -- NAME`.

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Each part by the folders, or files, whose longer tests it runs; each ends within an hour. */
export const SHARDS = {
  cryptography: ["crypto/", "e2e/boringssl.test.ts"],
  evidence: [
    "electron/deployment/",
    "electron/deployment-record/",
    "electron/evidence/",
    "electron/journal/",
    "electron/meaning/",
    "e2e/lies.test.ts",
    "e2e/stranger",
    "e2e/verifier.test.ts",
  ],
  commands: ["ceremony-scripts/", "electron/cli/", "electron/rehearsal-arm/", "build/bench/"],
  crashes: ["electron/rehearse/crash-states", "electron/rehearse/failing-calls"],
  kills: ["electron/rehearse/kill"],
  rehearsals: [
    "electron/beliefs/",
    "electron/rehearse/air-gap",
    "electron/rehearse/clock-sweep",
    "electron/rehearse/hostile-folder",
    "electron/rehearse/judges",
    "electron/rehearse/memory",
    "electron/rehearse/quorums",
    "electron/rehearse/silent",
    "e2e/landed.test.ts",
  ],
  media: ["electron/media/", "electron/rehearse/exfat"],
  mutants: ["build/test/mutants", "build/test/known-primes"],
  promises: ["build/test/electron-calls", "build/test/promises", "build/test/recipes"],
  node: ["build/setup/"],
  packages: ["build/package/", "build/release/", "e2e/windows-node.long.test.ts"],
  image: ["build/image/"],
  screens: ["e2e/screens/"],
  window: ["e2e/window/", "electron/desk/"],
};

/** @typedef {keyof typeof SHARDS} Shard */

/** @param {string} name @returns {name is Shard} */
export const isShard = (name) => Object.hasOwn(SHARDS, name);

/** Folders of others' files, and of what is made. */
const OTHERS = /^(node_modules|dist|\.runtime|\.git|\.shots)\//;

/**
 * The test files that do more where LONG is set, and those for the long run alone.
 * @param {string} root the project's folder
 * @returns {readonly string[]} paths
 */
export function longerFiles(root) {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !OTHERS.test(path) && /\.test\.tsx?$/.test(path))
    .filter((path) => isLonger(path, readFileSync(join(root, path), "utf8")));
}

/**
 * Tests of commands too: in the long run they start the program for each.
 * @param {string} path @param {string} text
 */
const isLonger = (path, text) =>
  /\.long\.test\./.test(path)
  || text.includes('process.env["LONG"]')
  || text.includes('"./program.fixture.ts"');

/**
 * @param {Shard} shard
 * @param {readonly string[]} longer paths of longer tests
 * @returns {readonly string[]} those of the part
 */
export const filesOf = (shard, longer) =>
  longer.filter((path) => SHARDS[shard].some((folder) => path.startsWith(folder)));
