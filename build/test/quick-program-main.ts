// Before any unit: the programs that only tests run.
import { fileURLToPath } from "node:url";
import { stop } from "esbuild";
import { bundleQuickOnce } from "./quick-programs.mjs";

export default async function makeQuickPrograms(): Promise<void> {
  await bundleQuickOnce(fileURLToPath(new URL("../..", import.meta.url)));
  await stop();
}
