// What is made by a recipe of CONTRIBUTING.md is whole: it compiles, the house rules hold for it, and so
// do the tests beside it.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { spell, tidy } from "../tidy.ts";
import { readTree } from "../tidy/tree.ts";
import { Tree } from "./promises-tree.mjs";
import { allRecipes, type Patch } from "./promises.mjs";

const tree = new Tree(resolve(import.meta.dirname, "..", ".."));
afterAll(() => tree.remove());

/** What would see that something is missing, by the recipe. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  "a ceremony": [
    "ceremony-scripts",
    "electron/desk/trainer.test.ts",
    "electron/meaning/declared.test.ts",
  ],
  "a kind": [
    "ceremony-scripts/kinds.test.ts",
    "electron/meaning/declared.test.ts",
    "renderer/steps",
  ],
  "a rule": [
    "electron/meaning/declared.test.ts",
    "electron/meaning/lies.test.ts",
    "e2e/stranger.test.ts",
  ],
  "a command": ["electron/cli/help.test.ts", "-t", "the table of commands"],
  "a question": ["electron/bridge", "electron/preload"],
  "a language": ["electron/text"],
  "a runbook step": [
    "electron/deployment/proofs",
    "electron/deployment/runbooks",
    "electron/deployment/reading",
    "electron/rehearsal-arm/rehearse-deployment.test.ts",
  ],
  "an entry": [
    "electron/ceremony/entries/entries.test.ts",
    "electron/evidence/pseudo-papers.test.ts",
    "electron/meaning/declared.test.ts",
    "renderer/text/ledger.test.ts",
  ],
};

/** A language is a folder and a row: here with the German sentences. */
const language: Patch = {
  row: "a language",
  words: "French, as yet in German",
  hunks: [
    ...readdirSync(join(tree.root, "electron", "text", "de")).map((name) => ({
      path: `electron/text/fr/${name.replace(/^de\.ts$/, "fr.ts")}`,
      lines: tree
        .read(`electron/text/de/${name}`)
        .replace("const DE:", "const FR:")
        .trimEnd()
        .split("\n")
        .map((line) => `+${line}`),
    })),
    ...[
      [' import { DE } from "./de/de.ts";', '+import { FR } from "./fr/fr.ts";'],
      [
        '   { id: "de", name: "Deutsch", tag: "de-DE", rows: DE },',
        '+  { id: "fr", name: "Fran\u00e7ais", tag: "fr-FR", rows: FR },',
      ],
    ].map((lines) => ({ path: "electron/text/languages.ts", lines })),
  ],
};

it.each([...allRecipes(tree.root), language])("$row", (recipe) => {
  const before = tree.make(recipe);
  try {
    expect(tree.typeErrors()).toEqual([]);
    expect(tidy(readTree(tree.root), []).map(spell)).toEqual([]);
    const vitest = join("node_modules", "vitest", "vitest.mjs");
    const words = [
      "run",
      "--config",
      join("build", "vitest.config.ts"),
      ...(TESTS[recipe.row] ?? []),
    ];
    if (words.length === 3) return;
    const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, ...words], {
      cwd: tree.root,
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
      encoding: "utf8",
    });
    expect(status, `${stdout}${stderr}`).toBe(0);
  } finally {
    tree.takeBack(before);
  }
});
