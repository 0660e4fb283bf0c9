// Before any unit: the command line with few rounds of key derivation, for tests that rehearse whole
// ceremonies or start vaults, and ask neither about these rounds; and once more without papers.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { stop } from "esbuild";
import { bundle } from "../bundle/bundle.mjs";
import { knownPrimes, quickRounds, withoutPapers } from "./quick.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Set for runners that a test starts, and for tests that need no program. */
const MADE = "SD_QUICK_MADE";

export default async function makeQuickProgram(): Promise<void> {
  if (process.env[MADE] === "1") return;
  process.env[MADE] = "1";
  const made = (name: string, source: string) => ({ source, file: `.runtime/quick/${name}` });
  const entries = [
    made("sd.cjs", "electron/cli/main.ts"),
    made("paper.cjs", "electron/evidence/papers.ts"),
  ];
  await bundle(ROOT, entries, [quickRounds, knownPrimes]);
  const paperless = made("paperless.cjs", "electron/cli/main.ts");
  await bundle(ROOT, [paperless], [quickRounds, knownPrimes, withoutPapers]);
  await stop();
}
