// Under Electron's own cryptography (BoringSSL) everything comes out as under Node's (OpenSSL).
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRestoreBlob, toHex } from "../crypto/index.ts";
import { openPrivateKey, openWithPrivateKey, openWithSecret } from "../crypto/secret-half.ts";
import { sha256OfExchange } from "../electron/cli/exchange.fixture.ts";
import { PROGRAM } from "../electron/cli/program.fixture.ts";
import { ROOT } from "./bundle.fixture.ts";
import { runtime, withoutRuntime } from "./runtime.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** Tests of the engine itself; the rest of `crypto/` is run under it in the long run. */
const ENGINE = ["agreement", "double-entry", "jwe.bad", "known-answers", "private-key", "quorum"];
const JUDGES = isLong ? ["crypto/"] : ENGINE.map((name) => `crypto/${name}`);
const VECTORS = join(ROOT, "crypto", "vectors", "independent");

/** Of these none may be missing. */
const testFiles = (): readonly string[] =>
  readdirSync(join(ROOT, "crypto")).filter(
    (name) =>
      name.endsWith(".test.ts") && (isLong || ENGINE.some((judge) => name.startsWith(judge))),
  );

let folder = "";

/** Runs a program in the runtime, which is then Node with another engine. */
function underElectron(args: readonly string[]) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_)/.test(name));
  const env = { ...Object.fromEntries(inherited), ELECTRON_RUN_AS_NODE: "1" };
  return spawnSync(runtime ?? "no runtime", args, { cwd: ROOT, encoding: "utf8", env });
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** The flags of `sd restore-blob` for a quorum of a vector's officers. */
function restoreBlobOf(name: string, officers: readonly number[], passphrase: string, out: string) {
  const passphrases = join(folder, "passphrases");
  writeFileSync(passphrases, officers.map(() => `${passphrase}\n`).join(""));
  const of = (file: string): string => join(VECTORS, name, file);
  return [
    PROGRAM,
    "restore-blob",
    "--sd-file",
    of("sd.json"),
    "--sd-exchange-key",
    of("exchange.pem"),
    "--sd-wrapping-keys",
    ...officers.map((i) => of(`cert_${i}.key`)),
    "--exchange-sha256",
    sha256OfExchange(of("exchange.pem")),
    "--sd-file-restore-blob",
    out,
    "--passphrase-file",
    passphrases,
  ];
}

describe.skipIf(withoutRuntime)("Electron's cryptography (needs its runtime)", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sd-boringssl-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("passes the tests of crypto/", () => {
    const report = join(folder, "report.json");
    const ended = underElectron([
      join(ROOT, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--config",
      join("build", "vitest.config.ts"),
      "--reporter=json",
      `--outputFile=${report}`,
      // One process loads the room once; others of this run have the other core.
      "--maxWorkers=1",
      ...JUDGES,
      "e2e/engine.test.ts",
    ]);
    const { testResults, numPassedTests } = JSON.parse(readFileSync(report, "utf8")) as Report;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = results.filter(({ status }) => status === "failed");
    expect(failed.map(({ fullName }) => fullName)).toEqual([]);
    expect(ended.status).toBe(0);
    const engine = testResults.find(({ name }) => name.endsWith("/e2e/engine.test.ts"));
    expect(engine?.assertionResults.map(({ status }) => status)).toEqual(["passed"]);
    expect(numPassedTests).toBeGreaterThan(isLong ? 650 : 100);
    const passed = testResults
      .filter(({ assertionResults }) => assertionResults.some(({ status }) => status === "passed"))
      .map(({ name }) => basename(name));
    expect(passed).toEqual(expect.arrayContaining([...testFiles()]));
  });

  it.each([
    ["2of3-rsa2048", [0, 2], ""],
    ["2of3-rsa4096-passphrase", [1, 2], "three officers, two keys"],
    ["3of5-rsa3072", [0, 2, 4], ""],
  ])("makes a restore blob of %s that opens to its secrets", (name, officers, passphrase) => {
    const out = join(folder, `${name}.json`);
    const ended = underElectron(restoreBlobOf(name, officers, passphrase, out));
    expect(ended.stderr).not.toContain("E-");
    expect(ended.status).toBe(0);
    const blob = readRestoreBlob(bytesOf(out));
    const { pkcs8 } = openPrivateKey(bytesOf(join(VECTORS, name, "exchange.key")), "", 1);
    const opened = openWithSecret(blob.entries, openWithPrivateKey(blob.wrappedKey, pkcs8));
    const secrets = Object.fromEntries(opened.map((one) => [one.tag, toHex(one.plaintext)]));
    expect(secrets).toEqual(JSON.parse(readFileSync(join(VECTORS, name, "secret.json"), "utf8")));
  });

  it("refuses a wrong passphrase in the same words as Node", () => {
    const out = join(folder, "none.json");
    const args = restoreBlobOf("2of3-rsa4096-passphrase", [0, 1], "not the passphrase", out);
    const [here, there] = [underElectron(args), spawnSync(process.execPath, args)];
    expect(here.stderr).toContain("E-KEY-PASSPHRASE: ");
    expect([here.status, here.stderr]).toEqual([there.status, there.stderr.toString()]);
  });
});

/** What is read here of vitest's report. */
interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}
