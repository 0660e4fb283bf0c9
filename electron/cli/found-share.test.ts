// A share whose name az does not know is found by other means, and it is said how.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectRefusal, sd, sdJson, warningsIn } from "./program.fixture.ts";
import {
  changeDomain,
  expectRefused,
  filesOf,
  passphrasesOf,
  restore,
  VECTOR_PASSPHRASE,
  type Files,
} from "./restore-blob.fixture.ts";

const FOUND = "W-SHARE-FOUND";
const OPEN = "W-KEY-UNPROTECTED";
const EVERY = ["--try-every-share"];

/** Names every share after its certificate's base64 text, as Terraform's azurerm does. */
function nameByText(files: Files, after = "="): void {
  changeDomain(files, ({ SharedKeys: { enc_shares } }) => {
    enc_shares.forEach((share, i) => {
      const pem = readFileSync(files.certificate(i + 1), "utf8");
      const text = pem.replaceAll(/-----[^-]+-----|\s/g, "");
      share.x5t_256 = createHash("sha256").update(text).digest("base64url") + after;
    });
  });
}

const prove = (files: Files, officers: readonly number[], more: readonly string[] = []) =>
  sdJson([
    "prove",
    "--sd-file",
    files.domain,
    "--sd-wrapping-keys",
    ...officers.map(files.key),
    ...more,
  ]);

/** Puts key and certificate `n` into one PKCS #12 file in place of the key. */
function intoPkcs12(files: Files, n: number, ...words: readonly string[]): void {
  const given = ["-inkey", files.key(n), "-in", files.certificate(n), "-out", files.key(n)];
  const passwords = ["-passin", `pass:${VECTOR_PASSPHRASE}`];
  execFileSync("openssl", ["pkcs12", "-export", ...given, ...passwords, ...words]);
  rmSync(files.certificate(n));
}

describe("shares named after the certificate's base64 text", () => {
  it("open, with a warning for each that says how the share was found", async () => {
    const files = filesOf();
    nameByText(files);
    const { result, warnings } = await prove(files, [1, 2, 3]);
    expect(result).toMatchObject({
      officers: [1, 2, 3].map((n) => ({ officer: n, key: n, foundBy: "text" })),
      subsets: [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
    });
    expect(warnings.filter(({ code }) => code === FOUND).map(({ message }) => message)).toEqual(
      [1, 2, 3].map(
        (n) =>
          `Key ${n}: share ${n} is named after its certificate's base64 text, as Terraform's `
          + "azurerm names it, not after its thumbprint: az does not find it.",
      ),
    );
    const { code, errors } = await restore(files);
    expect([code, [...warningsIn(errors)].sort()]).toEqual([
      0,
      [OPEN, OPEN, FOUND, FOUND, "W-XK-NOT-ATTESTED"].sort(),
    ]);
  });
});

describe("a share of an unknown name", () => {
  const renamed = () => {
    const files = filesOf();
    changeDomain(files, ({ SharedKeys: { enc_shares } }) => {
      enc_shares[0]!.x5t_256 = "A".repeat(43);
    });
    return files;
  };

  it("is refused, and opened when every share may be tried", async () => {
    const files = renamed();
    await expectRefused(files, "E-CERT-UNKNOWN");
    const { result, warnings } = await prove(files, [2, 1], EVERY);
    expect(result).toMatchObject({
      officers: [
        { officer: 1, key: 2, foundBy: "trial" },
        { officer: 2, key: 1, foundBy: "thumbprint" },
        { officer: 3, key: null, foundBy: null },
      ],
    });
    expect(warnings.map(({ code }) => code)).toContain(FOUND);
    for (const more of [EVERY, ["--accept", "E-CERT-UNKNOWN"]]) {
      expect((await restore(files, [1, 2], more)).code).toBe(0);
      rmSync(files.out);
    }
  });

  it("is opened by a key whose certificate is lost", async () => {
    const files = filesOf();
    rmSync(files.certificate(3));
    await expectRefused(files, "E-FILE-MISSING", [1, 3]);
    const { code, errors } = await restore(files, [1, 3], EVERY);
    expect([code, warningsIn(errors)]).toEqual([0, expect.arrayContaining([FOUND])]);
    expect(errors).toContain(
      "without a certificate, it was tried on every share and opened share 3",
    );
  });

  it("B162 is not opened by a key of another domain, nor twice by one key", async () => {
    const files = renamed();
    const other = filesOf("3of5-rsa3072");
    rmSync(other.certificate(1));
    const keys = (paths: readonly string[]) =>
      sd(["prove", "--sd-file", files.domain, "--sd-wrapping-keys", ...paths, ...EVERY]);
    expectRefusal(await keys([files.key(1), other.key(1)]), "E-SHARE-NONE");
    rmSync(files.certificate(1));
    const twice = await keys([files.key(1), files.key(1)]);
    expectRefusal(twice, "E-QUORUM-SAME");
  });
});

describe("a key with its certificate in one file", () => {
  it("opens its share as PKCS #12 without a passphrase, with one, and as PEM", async () => {
    const files = filesOf("2of3-rsa4096-passphrase");
    intoPkcs12(files, 1, "-passout", "pass:");
    intoPkcs12(files, 2, "-passout", "pass:another", "-legacy");
    appendFileSync(files.key(3), readFileSync(files.certificate(3)));
    rmSync(files.certificate(3));
    const lines = passphrasesOf(files, `\nanother\n${VECTOR_PASSPHRASE}\n`);
    const { result, warnings } = await prove(files, [1, 2, 3], ["--passphrase-file", lines]);
    expect(result).toMatchObject({
      officers: [1, 2, 3].map((n) => ({ officer: n, key: n, foundBy: "thumbprint" })),
      untested: [],
    });
    expect(warnings.map(({ code }) => code)).toEqual([OPEN, "W-KEY-WEAKKDF", "W-KEY-WEAKKDF"]);
  });

  it("B161 is refused with a wrong passphrase, two certificates, or another's certificate", async () => {
    const files = filesOf("2of3-rsa4096-passphrase");
    intoPkcs12(files, 1, "-passout", "pass:another");
    const lines = passphrasesOf(files, `wrong\n${VECTOR_PASSPHRASE}\n`);
    await expectRefused(files, "E-KEY-PASSPHRASE", [1, 2], ["--passphrase-file", lines]);
    const plain = filesOf();
    const pem = readFileSync(plain.key(1));
    const [own, others] = [1, 2].map((n) => readFileSync(plain.certificate(n)));
    writeFileSync(plain.key(1), Buffer.concat([pem, own!, others!]));
    await expectRefused(plain, "E-KEY-PEM");
    writeFileSync(plain.key(1), Buffer.concat([pem, readFileSync(plain.certificate(3))]));
    await expectRefused(plain, "E-KEY-CERT-MISMATCH");
  });
});
