// What vitest translated is kept, but not for ever.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dropEarlier, translatedIn } from "./translated.mjs";

test("what was translated is dropped once there is too much of it", () => {
  const root = mkdtempSync(join(tmpdir(), "sd-translated-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const [units, window] = [translatedIn(root, "units"), translatedIn(root, "window")];
  dropEarlier(root, 2);
  expect(existsSync(units)).toBe(false);
  for (const folder of [units, window]) {
    mkdirSync(folder, { recursive: true });
    for (const name of ["a", "b"]) writeFileSync(join(folder, name), name);
  }
  dropEarlier(root, 2);
  expect(existsSync(join(units, "a"))).toBe(true);
  dropEarlier(root, 1);
  expect([existsSync(units), existsSync(join(window, "a"))]).toEqual([false, true]);
});
