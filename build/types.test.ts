// TypeScript has no complaint about any room, its tests included.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test("every room compiles", () => {
  // Several checkers would each learn the same types: it takes half as much again of the processors.
  const how = ["--pretty", "false", "--checkers", "1"];
  const tsc = ["node_modules/typescript-native/bin/tsc", "-b", ...how];
  const ended = spawnSync(process.execPath, tsc, { cwd: root, encoding: "utf8" });
  expect(
    ended.stdout
      .split("\n")
      .filter((line) => line !== "")
      .slice(0, 20),
  ).toEqual([]);
  expect(ended.status).toBe(0);
});
