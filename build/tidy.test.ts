// The house rules hold for the whole project.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { spell, tidy, warnings } from "./tidy.ts";
import { readTree } from "./tidy/tree.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The registry's host that npm uses here; none where it is this very machine. */
function registryHosts(): readonly string[] {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  const asked = spawnSync(command, ["config", "get", "registry"], { cwd: root, encoding: "utf8" });
  const said = asked.stdout.trim();
  const host = URL.canParse(said) ? new URL(said).hostname : "";
  return ["", "localhost", "127.0.0.1", "[::1]"].includes(host) ? [] : [host];
}

test("the project is tidy", () => {
  const files = readTree(root);
  for (const warning of warnings(files)) process.stdout.write(`warning: ${spell(warning)}\n`);
  expect(tidy(files, registryHosts()).map(spell)).toEqual([]);
});
