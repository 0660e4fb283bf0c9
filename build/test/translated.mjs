// What the runners translated, kept for the next run: by content and translator, so that none is ever
// stale. In the temporary folder, which ends with the run, it would be gone.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** So many files of vitest's are kept: four times what a whole run translates. */
const KEPT = 12_000;

/** @param {string} root the project's folder @param {"units" | "window"} of whose tests */
export const translatedIn = (root, of) => join(root, ".runtime", "translated", of);

/**
 * Removes what was translated for the units once most of it is of earlier sources. Playwright's runner
 * does so itself, file by file; vitest never does. No runner may run.
 * @param {string} root
 * @param {number} [kept] how many files may stay
 */
export function dropEarlier(root, kept = KEPT) {
  const folder = translatedIn(root, "units");
  if (existsSync(folder) && readdirSync(folder).length > kept)
    rmSync(folder, { recursive: true, force: true });
}
