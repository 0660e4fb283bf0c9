// `sd keygen`: openssl and az take what it makes; it overwrites nothing and leaves nothing half.
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDomain } from "../../crypto/domain.fixture.ts";
import { readCertificate } from "../../crypto/index.ts";
import { FILE_CALLS, hasStrace, straceFlags } from "../disk/strace.fixture.ts";
import { checkOffline, checkTraces, readNetwork, readTraces } from "../network/network.ts";
import { az, passedOver, secretsIn } from "../rehearse/judges.fixture.ts";
import {
  CANARY,
  expectRefusal,
  PROGRAM,
  QUICK_PROGRAM,
  run,
  sd,
  sdJson,
  sdRefused,
  temporaryFolder,
  treeOf,
  warningsIn,
} from "./program.fixture.ts";
import { EXCHANGE_SHA256, vectorFile } from "./restore-blob.fixture.ts";
import { atTerminal, noTerminal } from "./terminal.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** What a fault or a kill leaves does not depend on the rounds of key derivation. */
const FEW_ROUNDS = isLong ? PROGRAM : QUICK_PROGRAM;
const quickly = (args: readonly string[]) => run(process.execPath, [FEW_ROUNDS, ...args]);

const PASSPHRASE = "correct horse battery";
/** What this very machine is warned of; a build machine is often connected. */
const NETWORK = [
  checkOffline(readNetwork(), "PRODUCTION"),
  // The program limits its own cores.
  checkTraces({ ...readTraces(), cores: false }, "PRODUCTION"),
].flatMap((found) => (found === null ? [] : [found.code.replace("E-", "W-")]));

/** Whether a program that crashes here leaves a core in its folder: else none is looked for. */
const leavesCores = ((folder) => {
  spawnSync("sh", ["-c", "ulimit -c unlimited && kill -SEGV $$"], { cwd: folder });
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  return left.length > 0;
})(mkdtempSync(join(tmpdir(), "sd-core-")));

/** A folder for the keys, and a file with the passphrase outside of it. */
function places(line = `${PASSPHRASE}\n`) {
  const [out, aside] = [temporaryFolder(), temporaryFolder()];
  const file = join(aside, "passphrase");
  writeFileSync(file, line);
  const call = (name = "cert_0", more: readonly string[] = []) => [
    "keygen",
    "--out",
    out,
    "--name",
    name,
    "--subject",
    "Officer 1",
    "--bits",
    "2048",
    "--passphrase-file",
    file,
    ...more,
  ];
  return { out, file, call, at: (name: string) => join(out, name) };
}

const openssl = (...args: readonly string[]) =>
  execFileSync("openssl", args, {
    encoding: "utf8",
    env: { ...process.env, PASS: PASSPHRASE },
    stdio: "pipe",
  });

describe("the key", () => {
  it("is openssl's to read, checked whole, for its owner alone", async () => {
    const { out, call, at } = places();
    const { code, out: said, errors } = await sd(call());
    expect({ code, warnings: warningsIn(errors) }).toEqual({ code: 0, warnings: NETWORK });
    expect(readdirSync(out).sort()).toEqual(["cert_0.cer", "cert_0.key"]);
    expect(statSync(at("cert_0.key")).mode & 0o777).toBe(0o600);
    expect(
      openssl("pkey", "-in", at("cert_0.key"), "-passin", "env:PASS", "-check", "-noout"),
    ).toContain("Key is valid");
    const text = openssl(
      "x509",
      "-in",
      at("cert_0.cer"),
      "-noout",
      "-text",
      "-fingerprint",
      "-sha256",
    );
    expect(text).toMatch(/Subject: CN ?= ?Officer 1\n/);
    expect(text).toContain("Public-Key: (2048 bit)");
    expect(text).toContain("Key Encipherment");
    expect(text).not.toContain("REHEARSAL");
    const [, fingerprint = ""] = /Fingerprint=(\S+)/i.exec(text) ?? [];
    const thumbprint = fingerprint.replaceAll(":", "").toLowerCase();
    expect(said).toContain(`\nThumbprint of the certificate: ${thumbprint}\nIn words: `);
    expect(openssl("asn1parse", "-in", at("cert_0.key"))).toMatch(/INTEGER +:0927C0\n/);
  });

  it("has the length that is asked for, and its paths are printed", async () => {
    const { call, at } = places();
    const longer = call().map((word) => (word === "2048" ? "3072" : word));
    const { code, result, warnings } = await sdJson(longer);
    expect({ code, warnings: warnings.map((warning) => warning.code), result }).toMatchObject({
      code: 0,
      warnings: NETWORK,
      result: { bits: 3072, key: at("cert_0.key"), certificate: at("cert_0.cer") },
    });
    const { bits, thumbprint } = readCertificate(readFileSync(at("cert_0.cer")));
    expect({ bits, result }).toMatchObject({
      bits: 3072,
      result: { thumbprint: { hex: thumbprint } },
    });
  });
});

describe("three keys made so", () => {
  let folder = "";
  let keys: readonly string[] = [];
  const passphrases = () => join(folder, "passphrases");
  const write = (count: number): void =>
    writeFileSync(passphrases(), `${PASSPHRASE}\n`.repeat(count));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sd-keys-"));
    write(1);
    const shared = ["--subject", "Officer 1", "--bits", "2048", "--passphrase-file", passphrases()];
    for (const n of [0, 1, 2]) {
      const args = ["keygen", "--out", folder, "--name", `cert_${n}`, ...shared];
      expect((await sd(args)).code).toBe(0);
    }
    keys = [0, 1, 2].map((n) => join(folder, `cert_${n}.key`));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("are an officer's each: sd proves their domain and makes its blob", async () => {
    write(3);
    const shared = ["--sd-file", domainOf(folder), "--sd-wrapping-keys", ...keys];
    const { result } = await sdJson(["prove", ...shared, "--passphrase-file", passphrases()]);
    expect(result).toMatchObject({
      subsets: [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
    });
  });

  it.skipIf(passedOver)("az takes them as it takes its own (needs azure-cli)", async () => {
    write(2);
    const shared = [
      "--sd-file",
      domainOf(folder),
      "--sd-exchange-key",
      vectorFile("2of3-rsa2048", "exchange.pem"),
      "--sd-wrapping-keys",
      keys[0]!,
      keys[2]!,
      "--sd-file-restore-blob",
    ];
    const [theirs, ours] = ["theirs.json", "ours.json"].map((name) => join(folder, name)) as [
      string,
      string,
    ];
    const made = await az(temporaryFolder(), [
      "keyvault",
      "security-domain",
      "restore-blob",
      ...shared,
      theirs,
      "--passwords",
      PASSPHRASE,
      PASSPHRASE,
    ]);
    expect(made).toMatchObject({ code: 0 });
    expect(
      (
        await sd([
          "restore-blob",
          ...shared,
          ours,
          "--exchange-sha256",
          EXCHANGE_SHA256["2of3-rsa2048"],
          "--passphrase-file",
          passphrases(),
        ])
      ).code,
    ).toBe(0);
    const exchangeKey = readFileSync(vectorFile("2of3-rsa2048", "exchange.key"), "utf8");
    const [a, b] = await Promise.all(
      [theirs, ours].map((path) => secretsIn(readFileSync(path, "utf8"), exchangeKey)),
    );
    expect(a).toEqual(b);
  });
});

/** A security domain for the three certificates in this folder. */
function domainOf(folder: string): string {
  const officers = [0, 1, 2].map((n) => ({
    pkcs8: new Uint8Array(),
    certificate: readCertificate(readFileSync(join(folder, `cert_${n}.cer`))),
  }));
  const path = join(folder, "sd.json");
  writeFileSync(path, makeDomain(3, 2, officers).text);
  return path;
}

describe("nothing is overwritten", () => {
  it.each(["cert_0.key", "cert_0.cer"])(
    "where %s is, and no passphrase is asked for",
    async (name) => {
      const { out, call, at } = places();
      writeFileSync(at(name), CANARY);
      const before = treeOf(out);
      for (const args of [call(), call().slice(0, -2)])
        expectRefusal(await sdRefused(args), "E-FILE-EXISTS");
      expect(treeOf(out)).toEqual(before);
    },
  );
});

describe("refused before anything is made", () => {
  it.each([
    ["a short passphrase", "1234567\n", "E-PASS-POLICY"],
    ["none", "", "E-PASS-POLICY"],
    ["spaces only", `${" ".repeat(12)}\n`, "E-PASS-POLICY"],
    ["what not every keyboard has", "pässphräse\n", "E-PASS-POLICY"],
  ])("%s", async (_, line, code) => {
    const { out, call } = places(line);
    expect(warningsIn(expectRefused(await sd(call()), code))).toEqual(NETWORK);
    expect(readdirSync(out)).toEqual([]);
  });

  it("a name that is a path, an invalid subject, a folder that is not there", async () => {
    const { out, call, file } = places();
    for (const name of ["../cert_0", "a/b", ".hidden", "con", "x".repeat(70)])
      expectRefusal(await sdRefused(call(name)), "E-MEDIA-NAME");
    const withSubject = (subject: string) =>
      call().map((word) => (word === "Officer 1" ? subject : word));
    for (const subject of ["x".repeat(65), " x", "Ö"])
      expectRefusal(await sdRefused(withSubject(subject)), "E-CERT-NAME");
    for (const folder of [join(out, CANARY), file, join(file, CANARY)])
      expectRefusal(
        await sdRefused(call().map((word) => (word === out ? folder : word))),
        "E-DIR-MISSING",
      );
    expect(readdirSync(out)).toEqual([]);
  });

  it("wrong use: an invalid length, a flag missing, a passphrase on the command line", async () => {
    const { out, call } = places();
    const without = (flag: string) => call().toSpliced(call().indexOf(flag), 2);
    for (const args of [
      without("--out"),
      without("--name"),
      without("--subject"),
      ...["1024", "4097", "0", CANARY].map((bits) =>
        call().map((word) => (word === "2048" ? bits : word)),
      ),
      call("cert_0", ["--passwords", CANARY]),
      call("cert_0", [CANARY]),
    ])
      expectRefusal(await sdRefused(args), "E-USAGE", 2);
    expect(readdirSync(out)).toEqual([]);
  });
});

/** A refusal after the warning of the network. @returns its warnings' lines */
function expectRefused(ended: Awaited<ReturnType<typeof sd>>, code: string): string {
  expectRefusal(ended, code);
  return (ended.errors.match(/^W-.*\n/gm) ?? []).join("");
}

const noStrace = process.env["CI"] !== "true" && !hasStrace;

describe.skipIf(noStrace)("a medium that fails (needs strace)", () => {
  it.each([
    ["at the certificate", "link,linkat:error=ENOSPC:when=1"],
    ["at the key", "link,linkat:error=ENOSPC:when=2"],
    ["when the certificate's name is forced to the disk", "fsync:error=EIO:when=1"],
    ["when the key's name is forced to the disk", "fsync:error=EIO:when=2"],
  ])("%s leaves nothing", async (_, fault) => {
    const { out, call, at } = places();
    const ended = await run("strace", [
      ...straceFlags(fault),
      ...FILE_CALLS,
      "-o",
      "/dev/null",
      "-P",
      out,
      "-P",
      at("cert_0.key"),
      "-P",
      at("cert_0.cer"),
      "-e",
      `inject=${fault}`,
      process.execPath,
      FEW_ROUNDS,
      ...call(),
    ]);
    expect(warningsIn(expectRefused(ended, "E-FILE-WRITE"))).toEqual(NETWORK);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe.skipIf(noStrace)("a kill (needs strace)", () => {
  /** As Linux's driver of exFAT says it. */
  const NO_LINKS = "inject=link,linkat:error=EPERM";
  /**
   * Killed at the n-th call of this kind that names the pair.
   * @param more another fault, before it
   * @returns what then is there
   */
  const killedAt = async (
    at: ReturnType<typeof places>,
    calls: string,
    n: number,
    more: readonly string[] = [],
  ) => {
    const traced = ["cert_0.key", "cert_0.cer"].flatMap((name) => ["-P", at.at(name)]);
    const inject = `inject=${calls}:signal=SIGKILL:when=${n}`;
    const { out } = await run("strace", [
      ...straceFlags(inject),
      ...FILE_CALLS,
      "-o",
      "/dev/null",
      ...traced,
      ...more.flatMap((fault) => ["-e", fault]),
      "-e",
      inject,
      process.execPath,
      FEW_ROUNDS,
      ...at.call(),
    ]);
    expect(out).toBe("");
    return readdirSync(at.out)
      .map((name) => name.replace(/[0-9a-f]{12}/, "HEX"))
      .sort();
  };
  const PARTS = [".cert_0.cer.HEX.part", ".cert_0.key.HEX.part"];

  it.each([
    ["before the certificate has its name", 1, PARTS],
    ["between the two names", 2, [...PARTS, "cert_0.cer"]],
  ])("%s leaves no key, and the same command again makes one", async (_, n, left) => {
    const at = places();
    expect(await killedAt(at, "link,linkat", n)).toEqual(left);
    expect(await quickly(at.call())).toMatchObject({ code: 0 });
    expect(readdirSync(at.out).sort()).toEqual(["cert_0.cer", "cert_0.key"]);
    openssl("pkey", "-in", at.at("cert_0.key"), "-passin", "env:PASS", "-noout");
  });

  it.each([
    ["with the certificate's name reserved", "close", 1, ["cert_0.cer"]],
    ["between the two names", "open,openat", 4, ["cert_0.cer"]],
    ["with the key's name reserved", "close", 4, ["cert_0.cer", "cert_0.key"]],
  ] as const)("%s, where there are no links, leaves no key either", async (_, call, n, names) => {
    const at = places();
    const left = await killedAt(at, call, n, [NO_LINKS]);
    expect(left.filter((name) => !name.startsWith("."))).toEqual(names);
    expect(await quickly(at.call())).toMatchObject({ code: 0 });
    expect(readdirSync(at.out).sort()).toEqual(["cert_0.cer", "cert_0.key"]);
    openssl("pkey", "-in", at.at("cert_0.key"), "-passin", "env:PASS", "-noout");
  });

  it("takes no certificate of others away, nor what only looks like ours", async () => {
    const at = places();
    await killedAt(at, "link,linkat", 2);
    unlinkSync(at.at("cert_0.cer"));
    writeFileSync(at.at("cert_0.cer"), CANARY);
    writeFileSync(at.at(".cert_1.key.0123456789ab.part"), CANARY);
    expectRefusal(await quickly(at.call()), "E-FILE-EXISTS");
    expect(readdirSync(at.out).sort()).toEqual([".cert_1.key.0123456789ab.part", "cert_0.cer"]);
    expect(readFileSync(at.at("cert_0.cer"), "utf8")).toBe(CANARY);
  });
});

describe("what is left of a kill after both names", () => {
  it("is swept, and the pair stays", async () => {
    const { out, call, at } = places();
    expect(await quickly(call())).toMatchObject({ code: 0 });
    const pair = treeOf(out);
    for (const name of ["cert_0.key", "cert_0.cer"])
      writeFileSync(at(`.${name}.0123456789ab.part`), readFileSync(at(name)));
    expectRefusal(await quickly(call()), "E-FILE-EXISTS");
    expect(treeOf(out)).toEqual(pair);
  });
});

/**
 * Makes a key, and ends the program by a signal while the key is proven, with the passphrase: both
 * files are aside then. Where it was through before anyone looked, once more.
 */
async function endedWhileProven(
  start: (words: readonly string[]) => ChildProcess,
  by: NodeJS.Signals,
) {
  for (;;) {
    const { out, call } = places();
    const child = start([PROGRAM, ...call()]);
    const ended = once(child, "exit");
    const isOver = () => child.exitCode !== null || child.signalCode !== null;
    const aside = () => readdirSync(out).filter((name) => name.endsWith(".part"));
    await expect.poll(() => isOver() || aside().length === 2, { interval: 5 }).toBe(true);
    child.kill(by);
    await ended;
    if (child.exitCode !== 0) return { by: child.signalCode, out };
  }
}

describe.skipIf(!leavesCores)("a crash (needs cores as files)", () => {
  it("while passphrase and key are in memory leaves no core", async () => {
    const folder = temporaryFolder();
    const shell = ["-c", 'ulimit -c unlimited; exec "$@"', "sh", process.execPath];
    const { by } = await endedWhileProven(
      (words) => spawn("sh", [...shell, ...words], { cwd: folder, stdio: "ignore" }),
      "SIGSEGV",
    );
    expect({ by, left: readdirSync(folder) }).toEqual({ by: "SIGSEGV", left: [] });
  });
});

describe("Ctrl-C and SIGTERM", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "%s while the key is proven leave nothing",
    async (signal) => {
      const { by, out } = await endedWhileProven(
        (words) => spawn(process.execPath, words, { stdio: "ignore" }),
        signal,
      );
      expect({ by, left: readdirSync(out) }).toEqual({ by: signal, left: [] });
    },
  );
});

describe.skipIf(noTerminal)("at a terminal (needs python3)", () => {
  const typed = (first: string, again: string) => [
    { after: "New passphrase: ", type: `${first}\r` },
    { after: "The same again: ", type: `${again}\r` },
  ];

  it("the passphrase is asked for twice, unseen", async () => {
    const { call, at } = places();
    const args = call().slice(0, -2);
    const { code, screen } = await atTerminal(args, typed(PASSPHRASE, PASSPHRASE), [PASSPHRASE]);
    expect({ code, screen }).toMatchObject({ code: 0 });
    openssl("pkey", "-in", at("cert_0.key"), "-passin", "env:PASS", "-noout");
  });

  it("two that differ are refused, and nothing is made", async () => {
    const { out, call } = places();
    const answers = typed(PASSPHRASE, `${PASSPHRASE}x`);
    const { code, screen } = await atTerminal(call().slice(0, -2), answers, [PASSPHRASE]);
    expect({ code, screen }).toMatchObject({ code: 1 });
    expect(screen).toContain("\nE-PASS-MISMATCH: ");
    expect(readdirSync(out)).toEqual([]);
  });

  it("without one it is refused", async () => {
    const { out, call } = places();
    expectRefusal(await sd(call().slice(0, -2)), "E-PASS-TERMINAL");
    expect(readdirSync(out)).toEqual([]);
  });
});
