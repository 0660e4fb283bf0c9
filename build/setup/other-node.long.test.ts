// The units on the current long-term release of Node: what is developed on an older one runs on it too.
// On a Node that is too old everything says so, and nothing else.
import { spawnSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../electron/cli/commands.ts";
import { COMMANDS as NPM_COMMANDS } from "../commands.mjs";
import { otherNode } from "./other-node.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
/** Rooms whose tests are units, and the programs of the command line. */
const ROOMS = [
  "ceremony-scripts/",
  "crypto/",
  "electron/ceremony/",
  "electron/cli/",
  "electron/deployment/",
  "electron/disk/",
  "electron/evidence/",
  "electron/hsm/",
  "electron/journal/",
  "electron/meaning/",
  "electron/media/",
  "electron/rehearsal-hsm/",
];

describe.skipIf(process.platform !== "linux")("Node 24 (needs Linux)", () => {
  let node = "";
  beforeAll(async () => {
    node = await otherNode(ROOT, "longTerm");
  });

  test("is a long-term release", () => {
    const asked = spawnSync(node, ["-p", "process.release.lts ?? 'none'"], { encoding: "utf8" });
    expect(asked.stdout.trim()).toBe("Krypton");
  });

  test.each(ROOMS)("runs the tests of %s", (room) => {
    const words = ["node_modules/vitest/vitest.mjs", "run", "-c", "build/vitest.config.ts", room];
    const { PATH = "", HOME } = process.env;
    const { status, stdout } = spawnSync(node, words, {
      cwd: ROOT,
      encoding: "utf8",
      // Programs that tests start by the name `node` are that one too.
      env: { PATH: `${dirname(node)}:${PATH}`, HOME, NO_COLOR: "1" },
    });
    expect(status, stdout.slice(-3000)).toBe(0);
  });
});

describe.skipIf(process.platform !== "linux").each([
  ["18", "tooOld"],
  ["12", "farTooOld"],
] as const)("Node %s (needs Linux)", (version, which) => {
  let node = "";
  beforeAll(async () => {
    node = await otherNode(ROOT, which);
  });
  const runOn = (...words: readonly string[]) =>
    spawnSync(node, words, { cwd: ROOT, encoding: "utf8", env: { PATH: dirname(node) } });

  test.each([...COMMANDS.keys(), "no-such-command"])("is too old for sd %s, in a code", (name) => {
    const { status, stdout, stderr } = runOn("dist/sd.cjs", name);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      new RegExp(`^E-NODE-OLD: This is Node ${version}, and sd needs Node 20 or newer\\.\n.+\n$`),
    );
    const told = JSON.parse(runOn("dist/sd.cjs", name, "--json").stdout) as object;
    expect(told).toMatchObject({ error: { code: "E-NODE-OLD" }, warnings: [] });
  });

  test.each(Object.keys(NPM_COMMANDS))("is too old for npm run %s", (name) => {
    const { status, stdout, stderr } = runOn("build/command-main.cjs", name);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      new RegExp(`^This is Node ${version}\\.\\S+, and Node 20 or newer is needed\\.\n.+\n$`),
    );
  });
});
