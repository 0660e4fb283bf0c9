// Lint finds nothing in any file.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sparing } from "./test/sparing.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

test("oxlint finds nothing", () => {
  const oxlint = ["node_modules/oxlint/bin/oxlint", "--format", "unix"];
  const ended = spawnSync(process.execPath, oxlint, {
    cwd: root,
    encoding: "utf8",
    env: sparing(),
  });
  const said = `${ended.stdout}${ended.stderr}`.split("\n").filter((line) => line.trim() !== "");
  expect(said.slice(0, 40)).toEqual([]);
  expect(ended.status).toBe(0);
});
