// `--json` for every command: one object, the members of FORMAT.md and no others, errors as data.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { keyOf, rehearsedActivation, type Activation } from "./activation.fixture.ts";
import { COMMANDS } from "./commands.ts";
import { CONTOSO_FILE } from "../deployment/plan/plan.fixture.ts";
import { connectionTo, serveHsm } from "./hsm.fixture.ts";
import { CANARY, quickSd, sd, sdJson, temporaryFolder } from "./program.fixture.ts";
import { argumentsOf, expectRefused, filesOf, vectorFile } from "./restore-blob.fixture.ts";
import { atTerminal, noTerminal } from "./terminal.fixture.ts";

const format = readFileSync(fileURLToPath(new URL("FORMAT.md", import.meta.url)), "utf8");
const [commands = "", kinds = ""] = format.split("| `kind` | What it is |");
/** The last cell of each row of a table, by its first. */
const rowsOf = (table: string) =>
  new Map(
    [...table.matchAll(/^\| `([a-z-]+)` \|.*\| ([^|]*) \|$|^\| `([a-z-]+)` \| ([^|]*) \|$/gm)].map(
      ([, a, b, name = a, members = b]) => [name ?? "", members ?? ""],
    ),
  );
/** Every name of a result is in its row of FORMAT.md. */
function expectDocumented(row: string, names: readonly string[], table = commands): void {
  const text = rowsOf(table).get(row);
  expect({ row, text }).not.toEqual({ row, text: undefined });
  for (const name of names)
    expect({ row, text }).toEqual({ row, text: expect.stringContaining(`\`${name}\``) as string });
}

const keyVector = (name: string): string =>
  fileURLToPath(new URL(`../../crypto/vectors/key-attestation/${name}`, import.meta.url));
let activation: Activation;
beforeAll(async () => {
  activation = await rehearsedActivation();
});

it("the example of FORMAT.md is what is printed", async () => {
  const [, line] = /```json\n(.*)\n```/.exec(format) ?? [];
  const path = vectorFile("2of3-rsa2048", "az-restore-blob.json");
  expect((await sd(["inspect", path, "--json"])).out).toBe(`${line ?? ""}\n`);
});

describe("a result", () => {
  it("of each command has the members that are documented", async () => {
    const folder = temporaryFolder();
    const files = filesOf();
    const passphrase = join(folder, "passphrase");
    writeFileSync(passphrase, "correct horse battery\n");
    const log = join(folder, "log.json");
    writeFileSync(log, JSON.stringify([{ operationName: "KeyList" }]));
    const hsm = await serveHsm(["--dir", join(folder, "hsm"), "--name", "Contoso-HSM"]);
    const calls: Readonly<Record<string, readonly string[]>> = {
      "restore-blob": argumentsOf(files, [1, 2]),
      "attest-exchange-key": ["attest-exchange-key", files.exchange],
      "attest-key": [
        "attest-key",
        keyVector("answer.json"),
        "--rehearsal-root",
        keyVector("card-root.pem"),
        "--at",
        "2026-11-27",
      ],
      prove: ["prove", "--sd-file", files.domain, "--sd-wrapping-keys", files.key(1), files.key(2)],
      verify: ["verify", activation.record],
      heads: ["heads", "line", activation.record],
      timestamp: ["timestamp", "request", activation.record, "--out", join(folder, "head.tsq")],
      minutes: ["minutes", activation.record, "--out", join(folder, "papers")],
      custody: ["custody", activation.record],
      words: ["words", activation.record],
      keygen: [
        "keygen",
        "--out",
        folder,
        "--name",
        "k",
        "--subject",
        "a",
        "--bits",
        "2048",
        "--passphrase-file",
        passphrase,
      ],
      script: ["script", "walk", "activation"],
      plan: ["plan", "cost", CONTOSO_FILE],
      runbook: ["runbook", "list"],
      hsm: ["hsm", "status", ...connectionTo(hsm, "Contoso-HSM")],
      contact: ["contact", "look", ...connectionTo(hsm, "Contoso-HSM")],
      reconcile: ["reconcile", log, "--record", activation.record],
      help: ["help"],
      version: ["version"],
    };
    for (const [name, args] of Object.entries(calls)) {
      const { code, result } = await sdJson(args);
      expect({ name, code }).toEqual({ name, code: name === "attest-exchange-key" ? 3 : 0 });
      expectDocumented(name, Object.keys(result));
    }
    const others = ["inspect", "rehearse", "rehearsal-hsm"];
    expect([...Object.keys(calls), ...others].sort()).toEqual([...COMMANDS.keys()].sort());
  });

  it("of each kind of file has the members that are documented", async () => {
    const medium = (name: string) => join(activation.media, "transfer", name);
    for (const path of [
      activation.domain,
      activation.record,
      medium("manifest.json"),
      medium("medium.json"),
      keyOf(activation, 1),
      medium("cert_0.cer"),
      activation.domain.replace(/json$/, "received"),
      activation.passphraseFile,
    ]) {
      const { kind, size, sha256, ...members } = (await sdJson(["inspect", path])).result;
      expect({ size: typeof size, sha256 }).toMatchObject({ size: "number", sha256: {} });
      expectDocumented(String(kind), Object.keys(members), kinds);
      if (kind !== "certificate") continue;
      for (const name of Object.keys(members["certificate"] as object))
        expect(format.replaceAll(/^\|.*$/gm, "")).toContain(`\`${name}\``);
    }
  });

  it("of verify says what its words say", async () => {
    const text = (await sd(["verify", activation.record])).out;
    const { result, warnings } = await sdJson([
      "verify",
      "--head",
      /^Head: (\w+)$/m.exec(text)?.[1] ?? "",
      activation.record,
    ]);
    expect(warnings).toEqual([]);
    expect(result).toMatchObject({
      headGiven: true,
      signersKnown: false,
      unvouched: [],
      head: { hex: /^Head: (\w+)$/m.exec(text)?.[1], words: /^In words: (.*)$/m.exec(text)?.[1] },
      entries: Number(/(\d+) entries/.exec(text)?.[1]),
    });
    expect((result["signatures"] as readonly unknown[]).length).toBe(
      Number(/(\d+) signatures/.exec(text)?.[1]),
    );
  });

  it("carries its warnings, in their order, and none goes to stderr", async () => {
    const { code, result, warnings } = await sdJson(argumentsOf(filesOf(), [1, 2]));
    expect({ code, warnings: warnings.map((warning) => warning.code) }).toEqual({
      code: 0,
      warnings: ["W-XK-NOT-ATTESTED", "W-KEY-UNPROTECTED", "W-KEY-UNPROTECTED"],
    });
    const hex = expect.stringMatching(/^44f4c505/) as string;
    expect(result).toMatchObject({ exchange: { hex } });
  });

  it("is found whether the flag is before the words, after them, or between", async () => {
    const path = vectorFile("2of3-rsa2048", "sd.json");
    const wanted = (await sd(["inspect", path, "--json"])).out;
    expect((await sd(["inspect", "--json", path])).out).toBe(wanted);
    const { result } = await sdJson(["verify", activation.record]);
    const head = (result["head"] as { words: string }).words.split(" ");
    const between = ["verify", "--head", ...head, "--json", activation.record];
    expect(JSON.parse((await sd(between)).out)).toMatchObject({ headGiven: true });
    const behind = ["verify", "--head", ...head, activation.record, "--json"];
    expect(JSON.parse((await sd(behind)).out)).toMatchObject({ headGiven: true });
  });
});

describe("an error", () => {
  it("is data on stdout, with the exit code and the sentences as without", async () => {
    const files = filesOf();
    const [plain] = (await expectRefused(files, "E-QUORUM-SHORT", [1])).errors
      .split("\n")
      .filter((line) => line.startsWith("E-"));
    const { code, error, warnings } = await sdJson(argumentsOf(files, [1]));
    expect(code).toBe(1);
    expect(`${error?.code ?? ""}: ${error?.message ?? ""}`).toBe(plain);
    expect(error?.next).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(error ?? {})).toEqual(["code", "message", "next"]);
    expect(warnings.map((warning) => warning.code)).toEqual(["W-XK-NOT-ATTESTED"]);
  });

  it("of use is one too, with exit code 2, and echoes nothing", async () => {
    for (const args of [
      [CANARY],
      ["verify"],
      ["inspect", CANARY, CANARY],
      ["version", `--${CANARY}`],
      ["help", CANARY],
      ["keygen", "--bits", CANARY],
    ]) {
      const answer = await sdJson(args);
      expect({ args, answer }).toMatchObject({
        args,
        answer: { code: 2, error: { code: "E-USAGE", next: "See: sd help." } },
      });
      expect(JSON.stringify(answer)).not.toContain(CANARY);
    }
    const valued = await sd(["version", `--json=${CANARY}`]);
    expect(valued).toMatchObject({ code: 2, out: "" });
  });
});

describe("rehearse", () => {
  it("tells each line as an object, and the head and the folder at the end", async () => {
    // A finished one whose record was not delivered yet: the same command continues from there.
    const [folder, out] = [temporaryFolder(), join(temporaryFolder(), "out")];
    cpSync(activation.media, folder, { recursive: true });
    rmSync(join(folder, ".ceremonies", "1-activation", "delivered"));
    const {
      code,
      out: said,
      errors,
    } = await quickSd(["rehearse", "activation", "--media", folder, "--out", out, "--json"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const objects = said
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    const story = objects.slice(0, -1);
    expect(story.length).toBeGreaterThan(2);
    for (const line of story)
      expect(line).toEqual({ told: expect.stringMatching(/^REHEARSAL {2}/) as string });
    const { result } = await sdJson(["verify", out]);
    expect(objects.at(-1)).toEqual({ head: result["head"], folder: out, warnings: [] });
    expectDocumented("rehearse", ["head", "folder", "told"]);
    expect(await sdJson(["rehearse", "activation", "--media", folder, "--out", out])).toMatchObject(
      { code: 1, error: { code: "E-REHEARSE-DONE" } },
    );
  });
});

describe("rehearsal-hsm", () => {
  it("prints its one line as always, and an error as data", async () => {
    const dir = join(temporaryFolder(), "hsm");
    const hsm = await serveHsm(["--dir", dir, "--json"]);
    expect(await sdJson(["rehearsal-hsm", "--dir", dir])).toMatchObject({
      code: 1,
      error: { code: "E-RHSM-LOCK" },
    });
    expect(await hsm.end("SIGTERM")).toEqual({ code: 0, errors: "" });
    expect(hsm.out()).toBe(`${JSON.stringify(hsm.address)}\n`);
  });
});

it.skipIf(noTerminal)("prompts still go to the terminal (needs python3)", async () => {
  const files = filesOf("2of3-rsa4096-passphrase");
  const args = [...argumentsOf(files, [1, 2]), "--json"];
  const { code, screen } = await atTerminal(
    args,
    [{ after: "Passphrase of key 1: ", type: "\u0003" }],
    [],
  );
  expect(code).toBe(1);
  expect(screen).toMatch(/^Passphrase of key 1: \n\{"error":\{"code":"E-PASS-STOPPED",/);
});
