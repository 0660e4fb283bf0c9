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
import { namedParts } from "../bundle/in-parts.mjs";
import { layOutCommand } from "./command.mjs";
import { writeParts } from "./parts.mjs";

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
      "sd.parts",
      "sign-in.cjs",
      "start.cjs",
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

  it("brings its code as V8 makes it, of what sd.cjs is, and the same each time", () => {
    const command = join(folder, "command");
    const program = join(command, "sd.cjs");
    const again = join(folder, "again.parts");
    writeParts(join(command, "node"), program, again);
    const made = readFileSync(join(command, "sd.parts"));
    expect(readFileSync(again).equals(made)).toBe(true);
    const text = made.toString("latin1");
    for (const [, code] of namedParts(readFileSync(program, "utf8"))) expect(text).toContain(code);
  });

  it("compiles nothing of a short command, and starts with code of another V8 too", () => {
    const command = join(folder, "command");
    const refused = (
      parts: string,
    ): { readonly said: string; readonly refused: readonly boolean[] } => {
      const run = `process.argv.splice(2); process.argv.push("help"); const refused = [];
        process.on("exit", () => process.stderr.write(JSON.stringify(refused)));
        require(process.argv[1]).start(${JSON.stringify(parts)}, ${JSON.stringify(join(command, "sd.cjs"))},
          (_, script) => refused.push(script.cachedDataRejected ?? true));`;
      const { stdout, stderr } = spawnSync(
        join(command, "node"),
        ["-e", run, join(command, "start.cjs")],
        { encoding: "utf8" },
      );
      return { said: stdout, refused: JSON.parse(stderr) as readonly boolean[] };
    };
    const own = refused(join(command, "sd.parts"));
    expect(own.said).toContain("sd restore-blob");
    expect([own.refused.length > 5, own.refused.some((one) => one)]).toEqual([true, false]);
    // Its flags make another V8 of this one.
    const seeded = spawnSync(
      join(command, "node"),
      ["--hash-seed=7", join(command, "start.cjs"), "help"],
      { encoding: "utf8" },
    );
    expect(seeded.stdout).toBe(own.said);
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
