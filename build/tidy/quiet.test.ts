// A module that does something when it is imported is refused.
import { expect, test } from "vitest";
import { quiet } from "./quiet.ts";
import { findings } from "../tidy.fixture.ts";

test.each([
  ["start();", "runs on import"],
  ["await start();", "runs on import"],
  ["state.x = 1;", "runs on import"],
  ["if (a) { b(); }", "runs on import"],
  ["for (const a of b) a();", "runs on import"],
  [
    'import { readFileSync } from "node:fs";\nconst a = String(readFileSync("b"));',
    "reaches outside on import",
  ],
  ["const a = await load();", "reaches outside on import"],
  ["const began = Date.now();", "reaches outside on import"],
  ["const began = new Date();", "reaches outside on import"],
  ["export const room = { home: process.env.HOME };", "reaches outside on import"],
])("a module with %s at its top is refused", (text, says) => {
  const line = text.split("\n").length;
  expect(findings(quiet, "electron/media/find.ts", text)).toEqual([
    `electron/media/find.ts:${line}: ${says}`,
  ]);
  expect(findings(quiet, "electron/cli/main.ts", text)).toEqual([]);
});
