// Whether the time of a refusal is an oracle (A25): 10,000 refusals of two kinds, as a step refuses.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadEngines } from "./engines.mjs";
import { chanceOfRefusals } from "./refusals.mjs";
import { rankSum } from "./statistics.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
/** A tenth of a millisecond in a refusal of ten would come out far below; chance, once in a million. */
const TOLD_APART = 1e-6;

describe("the time of a refusal", () => {
  const folder = mkdtempSync(join(tmpdir(), "sd-refusals-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("does not tell why a content key was refused", async () => {
    const engines = await loadEngines(ROOT, folder);
    expect(await chanceOfRefusals(engines, 5000)).toBeGreaterThan(TOLD_APART);
  });

  it("would be distinguished if one kind took a hundredth longer", () => {
    // Times spread by a tenth, as on a busy machine.
    const times = Array.from({ length: 5000 }, (_, i) => 10 + ((i * 7919) % 1000) / 1000);
    const longer = times.map((time) => time * 1.01);
    expect(rankSum(times, longer)).toBeLessThan(TOLD_APART);
  });
});
