// Independent programs: openssl, azure-cli and Microsoft's client accept what a rehearsal made.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  keyOf,
  PASSPHRASES,
  rehearsedActivation,
  type Activation,
} from "../cli/activation.fixture.ts";
import { serveHsm } from "../cli/hsm.fixture.ts";
import { sha256OfExchange } from "../cli/exchange.fixture.ts";
import { PROGRAM, run, sd, temporaryFolder } from "../cli/program.fixture.ts";
import {
  vectorFile,
  VECTOR_NAMES,
  VECTOR_PASSPHRASE,
  type VectorName,
} from "../cli/restore-blob.fixture.ts";
import { textOf, type Client } from "../rehearsal-hsm/hsm.fixture.ts";
import { az, passedOver, PYTHON, secretsIn } from "./judges.fixture.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const hasOpenssl = existsSync("/usr/bin/openssl") || process.env["CI"] === "true";
const officers = [1, 2, 3] as const;
/** `npm test` asks az for one pair and one vector; the long run for all. */
const isLong = process.env["LONG"] === "1";
const PAIRS = [
  [1, 2],
  [1, 3],
  [2, 3],
] as const;
const VECTORS: readonly (readonly [VectorName, readonly number[]])[] = [
  [VECTOR_NAMES[1]!, [2, 1]],
  [VECTOR_NAMES[0]!, [0, 2]],
  [VECTOR_NAMES[2]!, [4, 0, 3]],
];
const some = <T>(all: readonly T[]): readonly T[] => (isLong ? all : all.slice(0, 1));

let activation: Activation;
beforeAll(async () => {
  activation = await rehearsedActivation();
});

const certificateOf = (n: number): string => keyOf(activation, n).replace(/key$/, "cer");

/** The arguments that az and our command share. */
const blobArguments = (
  domain: string,
  exchange: string,
  keys: readonly string[],
  out: string,
): readonly string[] => [
  "--sd-file",
  domain,
  "--sd-exchange-key",
  exchange,
  "--sd-wrapping-keys",
  ...keys,
  "--sd-file-restore-blob",
  out,
];

/** The blob that az makes; passphrases as az takes them, none for unprotected keys. */
async function azBlob(
  domain: string,
  exchange: string,
  keys: readonly string[],
  passphrases: readonly string[],
): Promise<string> {
  const home = temporaryFolder();
  const out = join(home, "blob.json");
  const passwords = passphrases.length === 0 ? [] : ["--passwords", ...passphrases];
  const { code, errors } = await az(home, [
    "keyvault",
    "security-domain",
    "restore-blob",
    ...blobArguments(domain, exchange, keys, out),
    ...passwords,
  ]);
  expect({ code, errors }).toMatchObject({ code: 0 });
  return read(out);
}

/** The blob that we make of the same files. */
async function ourBlob(
  domain: string,
  exchange: string,
  keys: readonly string[],
  passphrases: readonly string[],
): Promise<string> {
  const folder = temporaryFolder();
  const [out, file] = [join(folder, "blob.json"), join(folder, "passphrases")];
  writeFileSync(file, passphrases.map((one) => `${one}\n`).join(""));
  const { code, errors } = await sd([
    "restore-blob",
    ...blobArguments(domain, exchange, keys, out),
    "--exchange-sha256",
    sha256OfExchange(exchange),
    "--passphrase-file",
    file,
  ]);
  expect({ code, errors }).toMatchObject({ code: 0 });
  return read(out);
}

/** The exchange key file as az init-recovery writes it: lines of 65 characters. */
async function exchangeFile({ ask }: Client): Promise<string> {
  const answer = (await ask("GET", "/securitydomain/upload")).body;
  const {
    x5c: [der = ""],
  } = JSON.parse(textOf(answer["transfer_key"])) as { x5c: string[] };
  const path = join(temporaryFolder(), "exchange.cer");
  const lines = der.match(/.{1,65}/g) ?? [];
  const whole = ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----"];
  writeFileSync(path, whole.join("\n"));
  return path;
}

const viewOf = async ({ ask }: Client, name: string): Promise<string> =>
  (await ask("GET", `/providers/Microsoft.KeyVault/managedHSMs/${name}`)).text;

describe.skipIf(!hasOpenssl)("openssl (needs openssl)", () => {
  it("opens each officer's key with its passphrase alone, and finds it sound", async () => {
    for (const n of officers)
      for (const backup of [false, true]) {
        const open = async (passphrase: string) => {
          const file = join(temporaryFolder(), "passphrase");
          writeFileSync(file, `${passphrase}\n`);
          return run("openssl", [
            "pkey",
            "-in",
            keyOf(activation, n, backup),
            "-passin",
            `file:${file}`,
            "-check",
            "-noout",
          ]);
        };
        expect(await open(PASSPHRASES[n - 1]!)).toMatchObject({ code: 0, out: "Key is valid\n" });
        for (const other of PASSPHRASES.filter((_, i) => i !== n - 1))
          expect((await open(other)).code).not.toBe(0);
      }
  });

  it("finds the keys protected as we promise", async () => {
    for (const n of officers) {
      const { out } = await run("openssl", ["asn1parse", "-in", keyOf(activation, n)]);
      for (const part of [":PBES2", ":PBKDF2", ":0927C0", ":hmacWithSHA256", ":aes-256-cbc"])
        expect(out).toContain(part);
      expect(out).toMatch(/OCTET STRING +\[HEX DUMP\]:[0-9A-F]{32}\n/);
    }
  });

  it("reads each certificate, of the form we promise, and finds the key in it", async () => {
    for (const n of officers) {
      const args = ["x509", "-in", certificateOf(n), "-noout"];
      const { code, out } = await run("openssl", [...args, "-text"]);
      expect(code).toBe(0);
      for (const part of [
        "Version: 3 (0x2)",
        "Signature Algorithm: sha256WithRSAEncryption",
        "Public-Key: (2048 bit)",
        "Exponent: 65537 (0x10001)",
        "REHEARSAL",
        "X509v3 Key Usage: critical\n                Key Encipherment\n",
      ])
        expect(out).toContain(part);
      expect(out.match(/X509v3 .*:/g)).toEqual(["X509v3 extensions:", "X509v3 Key Usage:"]);
      const inCertificate = await run("openssl", [...args, "-pubkey"]);
      const pass = `pass:${PASSPHRASES[n - 1]!}`;
      const ofKey = ["pkey", "-in", keyOf(activation, n), "-passin", pass, "-pubout"];
      expect((await run("openssl", ofKey)).out).toBe(inCertificate.out);
    }
  });
});

describe.skipIf(passedOver)("az keyvault security-domain restore-blob (needs azure-cli)", () => {
  it.each(some(PAIRS))(
    "makes a blob with officers %i and %i, which a fresh HSM takes",
    async (first, second) => {
      const name = `Fresh-${first}${second}-HSM`;
      const dir = join(temporaryFolder(), "hsm");
      const { client } = await serveHsm(["--dir", dir, "--name", name, "--pending", "1"]);
      const pair = [first, second];
      const blob = await azBlob(
        activation.domain,
        await exchangeFile(client),
        pair.map((n) => keyOf(activation, n)),
        pair.map((n) => PASSPHRASES[n - 1]!),
      );
      expect(await viewOf(client, name)).toContain('"NotActivated"');
      const { status } = await client.ask("POST", "/securitydomain/upload", { value: blob });
      expect(status).toBe(202);
      expect(await client.wait("/securitydomain/upload/pending")).toEqual({
        status: "Success",
        status_details: "The resource is active.",
      });
      expect(await viewOf(client, name)).toContain('"Active"');
    },
  );

  it("and ours give equal secrets for the rehearsed files", async () => {
    const [domain, keys] = [activation.domain, [keyOf(activation, 3), keyOf(activation, 1, true)]];
    const passphrases = [PASSPHRASES[2], PASSPHRASES[0]];
    const exchange = vectorFile("2of3-rsa2048", "exchange.pem");
    const exchangeKey = read(vectorFile("2of3-rsa2048", "exchange.key"));
    const [theirs, ours] = [
      await azBlob(domain, exchange, keys, passphrases),
      await ourBlob(domain, exchange, keys, passphrases),
    ];
    const secrets = await secretsIn(theirs, exchangeKey);
    expect(await secretsIn(ours, exchangeKey)).toEqual(secrets);
    expect(Object.keys(secrets)).toHaveLength(3);
  });

  it.each(some(VECTORS))("and ours give the secrets of the vector %s", async (name, seats) => {
    const keys = seats.map((seat) => vectorFile(name, `cert_${seat}.key`));
    const isProtected = name === "2of3-rsa4096-passphrase";
    const passphrases = isProtected ? seats.map(() => VECTOR_PASSPHRASE) : [];
    const [domain, exchange] = [vectorFile(name, "sd.json"), vectorFile(name, "exchange.pem")];
    const secrets = JSON.parse(read(vectorFile(name, "secret.json"))) as unknown;
    const exchangeKey = read(vectorFile(name, "exchange.key"));
    const theirs = await azBlob(domain, exchange, keys, passphrases);
    const ours = await ourBlob(domain, exchange, keys, passphrases);
    expect(await secretsIn(theirs, exchangeKey)).toEqual(secrets);
    expect(await secretsIn(ours, exchangeKey)).toEqual(secrets);
    // Equal secrets, but different blobs: each has a key of its own.
    expect(sha256(ours)).not.toBe(sha256(theirs));
  });
});

describe.skipIf(passedOver)("Microsoft's Python client (needs python3-azure)", () => {
  it("takes two HSMs through activation and recovery with the rehearsed officers", async () => {
    const folder = temporaryFolder();
    const serve = async (name: string) =>
      (
        await serveHsm([
          "--dir",
          join(folder, name),
          "--store",
          join(folder, "store"),
          "--name",
          name,
          "--pending",
          "1",
        ])
      ).address;
    const [source, recovered] = [await serve("A-HSM"), await serve("B-HSM")];
    const [bundle, passphrases] = [join(folder, "authorities.pem"), join(folder, "passphrases")];
    writeFileSync(bundle, [source, recovered].map(({ caFile }) => read(caFile)).join("\n"));
    writeFileSync(passphrases, `${PASSPHRASES[1]}\n${PASSPHRASES[2]}\n`);
    mkdirSync(join(folder, "files"));
    const plan = {
      source,
      recovered: { ...recovered, name: "B-HSM" },
      passphrases,
      folder: join(folder, "files"),
      sd: [process.execPath, PROGRAM],
      certificates: officers.map(certificateOf),
      wrapping: [2, 3].map((n) => keyOf(activation, n)),
    };
    const driver = fileURLToPath(new URL("judges.fixture.py", import.meta.url));
    const { code, out, errors } = await run(PYTHON, [driver, JSON.stringify(plan)], {
      env: { REQUESTS_CA_BUNDLE: bundle, HOME: folder, PATH: "/usr/bin:/bin" },
    });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out.trim().split("\n")).toEqual([
      "activation",
      "recovery",
      "a blob is used up",
      "the same keys",
    ]);
  });
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
