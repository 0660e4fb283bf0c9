// TypeScript has no complaint about any room, its tests included.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sparing } from "./test/sparing.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

test("every room compiles", () => {
  const how = ["--pretty", "false", "--checkers", "1"];
  const tsc = ["node_modules/typescript-native/bin/tsc", "-b", ...how];
  const ended = spawnSync(process.execPath, tsc, { cwd: root, encoding: "utf8", env: sparing() });
  expect(
    ended.stdout
      .split("\n")
      .filter((line) => line !== "")
      .slice(0, 20),
  ).toEqual([]);
  expect(ended.status).toBe(0);
});
