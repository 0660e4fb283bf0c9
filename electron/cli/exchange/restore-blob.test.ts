// `sd restore-blob` as it should go: its blobs hold the secrets, and what it says is as promised.
import { createPrivateKey } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { secretsIn } from "../../rehearse/judges.fixture.ts";
import { keyOf, rehearsedActivation, type Activation } from "../activation.fixture.ts";
import { CANARY, expectRefusal, sd, temporaryFolder, warningsIn } from "../program.fixture.ts";
import {
  argumentsOf,
  EXCHANGE_SHA256,
  expectRefused,
  filesOf,
  passphrasesOf,
  restore,
  vectorFile,
  VECTOR_PASSPHRASE,
  type Files,
  type VectorName,
} from "../restore-blob.fixture.ts";

/** The blob is there, alone and only for its owner, and holds the secrets. */
async function expectBlob({ folder, out }: Files, name: VectorName): Promise<void> {
  const secret = JSON.parse(readFileSync(vectorFile(name, "secret.json"), "utf8")) as unknown;
  const exchangeKey = readFileSync(vectorFile(name, "exchange.key"), "utf8");
  expect(await secretsIn(readFileSync(out, "utf8"), exchangeKey)).toEqual(secret);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(statSync(out).nlink).toBe(1);
  expect(readdirSync(folder).filter((file) => file.endsWith(".part"))).toEqual([]);
}

const UNPROTECTED = "W-KEY-UNPROTECTED";
const NOT_ATTESTED = "W-XK-NOT-ATTESTED";
const rsa4096 = "2of3-rsa4096-passphrase";

describe("keys without protection", () => {
  it.each([[[1, 2]], [[3, 1]], [[2, 3]], [[1, 2, 3]]])(
    "of officers %j make the blob; each is warned of, none is asked for",
    async (officers) => {
      const files = filesOf();
      const { code, out, errors } = await restore(files, officers);
      expect({ code, warnings: warningsIn(errors) }).toEqual({
        code: 0,
        warnings: [NOT_ATTESTED, ...officers.map(() => UNPROTECTED)],
      });
      expect(errors).toContain("Key 2: This key has no passphrase: treat it as exposed.");
      expect(out).toMatch(/^The exchange key is confirmed: its SHA-256 is the one that was given/);
      expect(out).toMatch(/\nThe restore blob is written, for the exchange key [0-9a-f]{64}\.\n$/);
      await expectBlob(files, "2of3-rsa2048");
    },
  );

  it("are not asked for if a passphrase file has lines for others (B057)", async () => {
    const files = filesOf();
    const file = passphrasesOf(files, `${CANARY}\n${CANARY}\n`);
    const { code, errors } = await restore(files, [1, 2], ["--passphrase-file", file]);
    expect({ code, warnings: warningsIn(errors) }).toEqual({
      code: 0,
      warnings: [NOT_ATTESTED, UNPROTECTED, UNPROTECTED],
    });
  });

  it("are accepted in PKCS#1 form too (B057)", async () => {
    const files = filesOf();
    const key = createPrivateKey(readFileSync(files.key(1)));
    const pem = key.export({ type: "pkcs1", format: "pem" }).toString();
    expect(pem).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/);
    writeFileSync(files.key(1), pem);
    const { code, errors } = await restore(files);
    expect({ code, warnings: warningsIn(errors) }).toEqual({
      code: 0,
      warnings: [NOT_ATTESTED, UNPROTECTED, UNPROTECTED],
    });
    await expectBlob(files, "2of3-rsa2048");
  });

  it("three of five make the blob where three are needed", async () => {
    const files = filesOf("3of5-rsa3072");
    expect((await restore(files, [5, 2, 4])).code).toBe(0);
    await expectBlob(files, "3of5-rsa3072");
  });
});

describe("a passphrase file", () => {
  it.each([
    ["with LF", `${VECTOR_PASSPHRASE}\n${VECTOR_PASSPHRASE}\n`],
    ["with CRLF", `${VECTOR_PASSPHRASE}\r\n${VECTOR_PASSPHRASE}\r\n`],
    ["without an end to its last line", `${VECTOR_PASSPHRASE}\n${VECTOR_PASSPHRASE}`],
    ["with more lines than keys", `${VECTOR_PASSPHRASE}\n`.repeat(9)],
  ])("%s opens the keys, old rounds are warned of", async (_, text) => {
    const files = filesOf(rsa4096);
    const file = passphrasesOf(files, text);
    const { code, errors } = await restore(files, [1, 2], ["--passphrase-file", file]);
    expect({ code, warnings: warningsIn(errors) }).toEqual({
      code: 0,
      warnings: [NOT_ATTESTED, "W-KEY-WEAKKDF", "W-KEY-WEAKKDF"],
    });
    await expectBlob(files, rsa4096);
  });

  it("has an empty line if a key has none, LF or CRLF", async () => {
    for (const end of ["\n", "\r\n"]) {
      const files = filesOf(rsa4096);
      const key = { key: readFileSync(files.key(1)), passphrase: VECTOR_PASSPHRASE };
      writeFileSync(files.key(1), createPrivateKey(key).export({ type: "pkcs8", format: "pem" }));
      const file = passphrasesOf(files, `${end}${VECTOR_PASSPHRASE}${end}`);
      const { code, errors } = await restore(files, [1, 2], ["--passphrase-file", file]);
      expect({ code, warnings: warningsIn(errors) }).toEqual({
        code: 0,
        warnings: [NOT_ATTESTED, UNPROTECTED, "W-KEY-WEAKKDF"],
      });
      await expectBlob(files, rsa4096);
    }
  });

  it("that lacks a line, or has an empty one, does not open a protected key", async () => {
    for (const text of ["", `${VECTOR_PASSPHRASE}\n`, `${VECTOR_PASSPHRASE}\n\r\n`]) {
      const files = filesOf(rsa4096);
      const more = ["--passphrase-file", passphrasesOf(files, text)];
      await expectRefused(files, "E-KEY-PASSPHRASE", [1, 2], more);
    }
  });
});

describe("--passwords", () => {
  it("opens the keys as with az, under a warning", async () => {
    const files = filesOf(rsa4096);
    const more = ["--passwords", VECTOR_PASSPHRASE, VECTOR_PASSPHRASE];
    const { code, errors } = await restore(files, [2, 3], more);
    const warnings = ["W-PASS-ARGV", NOT_ATTESTED, "W-KEY-WEAKKDF", "W-KEY-WEAKKDF"];
    expect({ code, warnings: warningsIn(errors) }).toEqual({ code: 0, warnings });
    await expectBlob(files, rsa4096);
  });

  it("is not taken together with a passphrase file", async () => {
    const files = filesOf(rsa4096);
    const more = ["--passwords", CANARY, "--passphrase-file", passphrasesOf(files, "x\ny\n")];
    expectRefusal(await sd(argumentsOf(files, [1, 2], more)), "E-USAGE", 2);
  });
});

describe("a rehearsed activation", () => {
  let activation: Activation;
  beforeAll(async () => {
    activation = await rehearsedActivation();
  });

  it("gives the blob from both media of its officers, their keys unblamed", async () => {
    const blob = async (...keys: readonly string[]) => {
      const out = join(temporaryFolder(), "blob.json");
      const { code, errors } = await sd([
        "restore-blob",
        "--sd-file",
        activation.domain,
        "--sd-exchange-key",
        vectorFile("2of3-rsa2048", "exchange.pem"),
        "--sd-wrapping-keys",
        ...keys,
        "--passphrase-file",
        activation.passphraseFile,
        "--exchange-sha256",
        EXCHANGE_SHA256["2of3-rsa2048"],
        "--sd-file-restore-blob",
        out,
      ]);
      expect({ code, warnings: warningsIn(errors) }).toEqual({
        code: 0,
        warnings: [NOT_ATTESTED, "W-CERT-REHEARSAL"],
      });
      const exchangeKey = readFileSync(vectorFile("2of3-rsa2048", "exchange.key"), "utf8");
      return secretsIn(readFileSync(out, "utf8"), exchangeKey);
    };
    const first = await blob(keyOf(activation, 1), keyOf(activation, 2));
    const backup = (n: number) => keyOf(activation, n, true);
    expect(await blob(backup(1), backup(2), backup(3))).toEqual(first);
    expect(Object.keys(first)).toEqual([
      "hsm_backup",
      "base_enclave_backup",
      "partition_enclave_backup",
    ]);
  });
});
