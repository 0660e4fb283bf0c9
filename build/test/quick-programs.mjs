// The command line as only tests run it, in .runtime/quick: with few rounds of key derivation, for
// tests that rehearse whole ceremonies or start vaults and ask nothing about these rounds; and the
// same without papers.
import process from "node:process";
import { knownPrimes, quickRounds, withoutPapers } from "./quick.mjs";

const FOLDER = ".runtime/quick";

/** Set once they are made, for all that is started from there on. */
const MADE = "SD_QUICK_MADE";

/** Each program: its source, and what it has otherwise. */
const PROGRAMS = /** @type {const} */ ({
  "sd.cjs": ["electron/cli/main.ts", [quickRounds, knownPrimes]],
  "paper.cjs": ["electron/evidence/papers.ts", [quickRounds, knownPrimes]],
  "paperless.cjs": ["electron/cli/main.ts", [quickRounds, knownPrimes, withoutPapers]],
});

/** @param {string} root the project's folder */
export async function bundleQuick(root) {
  // Loaded only now: most runs have them already.
  const { bundle } = await import("../bundle/bundle.mjs");
  for (const [name, [source, plugins]] of Object.entries(PROGRAMS))
    await bundle(root, [{ source, file: `${FOLDER}/${name}` }], plugins);
}

/** The same, unless the run that this process belongs to has made them. @param {string} root */
export async function bundleQuickOnce(root) {
  if (process.env[MADE] === "1") return;
  await bundleQuick(root);
  process.env[MADE] = "1";
}
