// What cryptography takes, beside what others take for the same, as one table of ratios.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEngines } from "./engines.mjs";
import { benchKeyGeneration } from "./key-generation.mjs";
import { benchProof } from "./proof.mjs";
import { benchRefusals } from "./refusals.mjs";
import { benchRestoreBlob } from "./restore-blob.mjs";
import { tellTable } from "./statistics.mjs";

/**
 * @param {string} root the project's folder, bundled
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether every goal is kept
 */
export async function benchCryptography(root, size) {
  const missing = ["az", "openssl"].filter(
    (name) => spawnSync(name, ["version"], { stdio: "ignore" }).error !== undefined,
  );
  if (missing.length > 0) {
    console.log(`cryptography was not measured: it needs ${missing.join(" and ")}`);
    return false;
  }
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    const engines = await loadEngines(root, folder);
    const isChance = await benchRefusals(engines, size);
    const kept = tellTable([
      ...(await benchRestoreBlob(root, folder, engines, size)),
      ...(await benchKeyGeneration(engines, size)),
      ...(await benchProof(engines, size)),
    ]);
    return isChance && kept;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
