// `sd` in a package: its own Node and nobody else's, with what it looks for beside it.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layOutCommand } from "./command.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
let folder = "";

describe.skipIf(process.platform !== "linux")("sd in a package (needs Linux)", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sd-command-"));
    layOutCommand(ROOT, folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("has every bundle that it loads from beside itself, and the licences of its Node", () => {
    expect(readdirSync(join(folder, "command")).toSorted()).toEqual([
      "LICENSE.node.txt",
      "azure-reader.cjs",
      "deployment.cjs",
      "node",
      "paper.cjs",
      "rehearsal-arm.cjs",
      "sd.cjs",
      "sign-in.cjs",
      "verifier.html",
    ]);
    expect(readFileSync(join(folder, "command", "LICENSE.node.txt"), "utf8")).toContain("Node.js");
  });

  it("starts by a link from elsewhere, without a Node on the path and whatever it is told", () => {
    const evil = join(folder, "evil.cjs");
    writeFileSync(evil, "process.exit(9)");
    const link = join(folder, "link");
    symlinkSync(join(folder, "sd"), link);
    const bin = mkdtempSync(join(folder, "bin-"));
    writeFileSync(join(bin, "node"), "#!/bin/sh\nexit 8\n");
    chmodSync(join(bin, "node"), 0o755);
    const env = { PATH: `${bin}:/usr/bin:/bin`, NODE_OPTIONS: `--require=${evil}`, NODE_PATH: bin };
    const { status, stdout } = spawnSync(link, ["version"], { env, encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^sd \d/);
  });

  it("writes no core file, neither it nor what it starts", () => {
    const launcher = readFileSync(join(folder, "sd"), "utf8").replace(/exec .*/, "ulimit -c");
    expect(spawnSync("sh", ["-c", launcher, join(folder, "sd")], { encoding: "utf8" }).stdout).toBe(
      "0\n",
    );
  });

  it("is refused with a Node that is in pieces", () => {
    // As that of some distributions is.
    expect(() => layOutCommand(ROOT, folder, "/usr/bin/openssl")).toThrow(
      /this Node needs libssl\S*/,
    );
  });
});
