// Before any unit: the command line with few rounds of key derivation, for tests that rehearse whole
// ceremonies or start vaults, and ask neither about these rounds.
import { fileURLToPath } from "node:url";
import { stop } from "esbuild";
import { bundle } from "../bundle.mjs";
import { quickRounds } from "./quick-rounds.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export default async function makeQuickProgram(): Promise<void> {
  const made = (name: string, source: string) => ({ source, file: `.runtime/quick/${name}` });
  const entries = [
    made("sd.cjs", "electron/cli/main.ts"),
    made("paper.cjs", "electron/evidence/papers.ts"),
  ];
  await bundle(ROOT, entries, [quickRounds]);
  await stop();
}
