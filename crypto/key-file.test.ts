// The three forms of a key file: each is recognised by its bytes before a passphrase is asked for.
import { createPrivateKey } from "node:crypto";
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { refusalOf } from "./refusal.fixture.ts";
import { utf8 } from "./index.ts";
import { random } from "./native.ts";
import { makePool } from "./pool.fixture.ts";
import { writePrivateKey } from "./private-key.ts";
import { readKeyFile } from "./secret-half.ts";

const [officer] = await makePool([2048]);
const { pkcs8, certificate } = officer!;
const PASSPHRASE = "correct horse battery";
const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
const pem = key.export({ format: "pem", type: "pkcs8" }).toString();

/** What the real openssl makes of key and certificate. */
const pkcs12 = (passphrase: string, ...words: readonly string[]) =>
  new Uint8Array(
    execFileSync("openssl", ["pkcs12", "-export", "-passout", "env:PASS", ...words], {
      input: `${pem}${certificate.pem}`,
      env: { ...process.env, PASS: passphrase },
    }),
  );

test("A bare key in PEM needs no passphrase, and its certificate is searched beside it", async () => {
  const file = readKeyFile(utf8(pem));
  expect(file).toMatchObject({ isProtected: false, holdsCertificate: false, certificate: null });
  const opened = await file.open("", 1);
  expect(Buffer.from(opened.pkcs8).equals(Buffer.from(pkcs8))).toBe(true);
  expect(opened.certificate).toBeNull();
});

test("A key in PEM with its certificate shows the certificate before it is opened", async () => {
  const file = readKeyFile(utf8(`${certificate.pem}${pem}`));
  expect(file).toMatchObject({ isProtected: false, holdsCertificate: true });
  expect(file.certificate?.thumbprint).toBe(certificate.thumbprint);
  expect((await file.open("", 1)).certificate?.thumbprint).toBe(certificate.thumbprint);
});

test("PKCS #12 of openssl needs its passphrase, and only then shows its certificate", async () => {
  const file = readKeyFile(pkcs12(PASSPHRASE));
  expect(file).toMatchObject({ isProtected: true, holdsCertificate: true, certificate: null });
  const opened = await file.open(PASSPHRASE, 1);
  expect(opened.certificate?.thumbprint).toBe(certificate.thumbprint);
  expect(Buffer.from(opened.pkcs8).equals(Buffer.from(pkcs8))).toBe(true);
});

test("A bare key in a file needs nothing but the file, whatever the passphrase is for", () => {
  const bare = pkcs12(PASSPHRASE, "-keypbe", "NONE");
  for (const [bytes, needed, isExposed] of [
    [bare, true, true],
    [pkcs12(PASSPHRASE), true, false],
    [pkcs12(""), false, true],
    [utf8(pem), false, true],
    [utf8(writePrivateKey(pkcs8, PASSPHRASE, random)), true, false],
  ] as const)
    expect(readKeyFile(bytes)).toMatchObject({ isProtected: needed, isExposed });
});

test("Any other file is refused before a passphrase is asked for", () => {
  for (const bytes of [new Uint8Array(), utf8("no key"), utf8(certificate.pem)])
    expect(refusalOf(() => readKeyFile(bytes)).code).toBe("E-KEY-PEM");
});
