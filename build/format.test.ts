// Every file of code is as prettier formats it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test("prettier would change nothing", { timeout: 600_000 }, () => {
  const prettier = ["node_modules/prettier/bin/prettier.cjs", "--list-different"];
  const code = "**/*.{ts,tsx,js,mjs,cjs}";
  const ended = spawnSync(process.execPath, [...prettier, code], { cwd: root, encoding: "utf8" });
  const said = `${ended.stdout}${ended.stderr}`.split("\n").filter((line) => line.trim() !== "");
  expect(said.slice(0, 40)).toEqual([]);
  expect(ended.status).toBe(0);
});
