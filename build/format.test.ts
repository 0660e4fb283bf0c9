// Every file of code is as oxfmt formats it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test("oxfmt would change nothing", () => {
  const oxfmt = ["node_modules/oxfmt/bin/oxfmt", "--list-different"];
  const ended = spawnSync(process.execPath, oxfmt, { cwd: root, encoding: "utf8" });
  const said = `${ended.stdout}${ended.stderr}`.split("\n").filter((line) => line.trim() !== "");
  expect(said.slice(0, 40)).toEqual([]);
  expect(ended.status).toBe(0);
});
