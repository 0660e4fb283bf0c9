// Wrong use of the command line: exit code 2, one sentence, no echo, and no file made.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  CANARY,
  expectRefusal,
  sd,
  sdRefusedIn,
  temporaryFolder,
  treeOf,
} from "../program.fixture.ts";
import { argumentsOf, filesOf } from "../restore-blob.fixture.ts";

/** Each refused as wrong use, in an empty folder that stays empty. */
const expectUsage = (...calls: readonly (readonly string[])[]): Promise<void> =>
  expectUsageOf(sdRefusedIn, calls);

async function expectUsageOf(
  start: typeof sdRefusedIn,
  calls: readonly (readonly string[])[],
): Promise<void> {
  const cwd = temporaryFolder();
  for (const args of calls) {
    const { errors, ...ended } = await start(args, cwd);
    expectRefusal({ ...ended, errors }, "E-USAGE", 2);
    expect({ args, next: errors.endsWith("\nSee: sd help.\n") }).toEqual({ args, next: true });
  }
  expect(readdirSync(cwd)).toEqual([]);
}

describe("wrong use is refused with exit code 2", () => {
  it("of the program", async () => {
    const program = (args: readonly string[], cwd: string) => sd(args, { cwd });
    await expectUsageOf(program, [
      [CANARY],
      [""],
      ["__proto__"],
      ["constructor"],
      ["Verify"],
      ["--verify"],
      ["version", CANARY],
      ["version", `--${CANARY}`],
      ["help", CANARY, CANARY],
    ]);
  });

  it("of restore-blob: a flag missing, without its value, twice, unknown, or a word too many", async () => {
    const files = filesOf();
    const before = treeOf(files.folder);
    const good = argumentsOf(files, [1, 2]);
    const without = (flag: string) =>
      good.toSpliced(good.indexOf(flag), flag === "--sd-wrapping-keys" ? 3 : 2);
    const flags = [
      "--sd-file",
      "--sd-exchange-key",
      "--sd-wrapping-keys",
      "--sd-file-restore-blob",
    ];
    await expectUsage(
      ["restore-blob"],
      ...flags.map(without),
      ...flags.map((flag) => [...without(flag), flag]),
      ...flags.map((flag) => [...good, flag, CANARY]),
      [...good, CANARY],
      [...good, `--${CANARY}`],
      [...good, `--${CANARY}=${CANARY}`],
      [...good, "--passphrase-file"],
      [...good, "--passwords"],
      [...good, "--sd-files", "x"],
      [...without("--sd-file"), "--sd-file", ""],
      [...without("--sd-file"), "--sd-file="],
    );
    expect(treeOf(files.folder)).toEqual(before);
  });

  it("of verify", async () => {
    await expectUsage(
      ["verify"],
      ["verify", CANARY, CANARY],
      ["verify", CANARY, "--head"],
      ["verify", "--head", CANARY],
      ["verify", "--officer", CANARY],
      ["verify", `--${CANARY}`],
      ["verify", CANARY, "--head", "a", "--head", "b"],
    );
  });

  it("of rehearse", async () => {
    const places = ["--media", "media", "--out", "out"];
    await expectUsage(
      ["rehearse"],
      ["rehearse", ...places],
      ["rehearse", "activation"],
      ["rehearse", "activation", "--media", "media"],
      ["rehearse", "activation", "--out", "out"],
      ["rehearse", "activation", CANARY, ...places],
      ["rehearse", "activation", ...places, CANARY],
      ["rehearse", "activation", "--media", "", "--out", "out"],
      ...["1024", "2049", "8192", "0", "-2048", "2048.5", "2e3", CANARY, ""].map((bits) => [
        "rehearse",
        "activation",
        ...places,
        "--bits",
        bits,
      ]),
      ["rehearse", "activation", ...places, "--bits"],
      ["rehearse", "activation", ...places, "--pending", "1"],
    );
  });

  it("of rehearsal-hsm", async () => {
    const dir = ["rehearsal-hsm", "--dir", "hsm"];
    await expectUsage(
      ["rehearsal-hsm"],
      ["rehearsal-hsm", "--dir"],
      ["rehearsal-hsm", CANARY],
      [...dir, CANARY],
      ...["65536", "-1", "1.5", CANARY].map((port) => [...dir, "--port", port]),
      ...["-1", CANARY, "1e9"].map((seconds) => [...dir, "--pending", seconds]),
    );
  });
});

describe("version", () => {
  it("is told on stdout with exit code 0", async () => {
    const version = await sd(["version"]);
    expect(version).toMatchObject({ code: 0, errors: "" });
    const lines = version.out.split("\n");
    expect(lines[0]).toMatch(/^sd \d+\.\d+\.\d+ \([0-9a-z-]+\)$/);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^verifier\.html has the SHA-256 \w{64}$/),
      "",
    ]);
  });
});

describe("help", () => {
  it("needs no folder that can be written and no environment", async () => {
    const cwd = temporaryFolder();
    expect(await sd(["help"], { cwd, env: {} })).toMatchObject({ code: 0, errors: "" });
    expect(readdirSync(cwd)).toEqual([]);
  });
});
