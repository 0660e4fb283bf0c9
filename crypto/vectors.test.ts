// The independent implementation's files open to the byte, with every subset of officers.
import { describe, expect, test } from "vitest";
import { existsSync, readFileSync } from "node:fs";
import {
  readCertificate,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
  shareFor,
  toHex,
} from "./index.ts";
import { openEntries } from "./quorum.ts";
import { openPrivateKey, openWithPrivateKey, openWithSecret, proveQuorum } from "./secret-half.ts";
import { sharesOf, vector, VECTOR_NAMES } from "./vectors.fixture.ts";

const secretOf = (name: string) =>
  JSON.parse(new TextDecoder().decode(vector(name, "secret.json"))) as Record<string, string>;

describe.each(VECTOR_NAMES)("the vector %s", (name) => {
  test("gives secret.json, and every subset is proven", () => {
    const { domain, shares } = sharesOf(name);
    const n = shares.length;
    const expected = n === 5 ? 10 : 3;
    expect(proveQuorum(domain, shares, new Date(0)).subsets).toHaveLength(expected);
    const opened = openEntries(domain, shares);
    expect(Object.fromEntries(opened.map((e) => [e.tag, toHex(e.plaintext)]))).toEqual(
      secretOf(name),
    );
  });

  test("has a restore blob by az that opens to the same secrets", () => {
    const blob = readRestoreBlob(vector(name, "az-restore-blob.json"));
    expect(blob.exchangeThumbprint).toBe(readExchangeKey(vector(name, "exchange.pem")).thumbprint);
    const { pkcs8 } = openPrivateKey(vector(name, "exchange.key"), "", 1);
    const opened = openWithSecret(blob.entries, openWithPrivateKey(blob.wrappedKey, pkcs8));
    expect(Object.fromEntries(opened.map((e) => [e.tag, toHex(e.plaintext)]))).toEqual(
      secretOf(name),
    );
  });
});

const azure = new URL("../../shared/vectors/azure/", import.meta.url);
const real = (file: string) => new Uint8Array(readFileSync(new URL(file, azure)));

describe.runIf(existsSync(azure))("real files of Azure (needs ../shared)", () => {
  test("the security domain of 2020 names its three certificates and a quorum of two", () => {
    const domain = readSecurityDomain(real("sd-2020.json"));
    expect([domain.required, domain.shares.length, domain.entries.length]).toEqual([2, 3, 3]);
    expect(domain.entries.map(({ tag }) => tag)).toEqual([
      "hsm_backup",
      "base_enclave_backup",
      "partition_enclave_backup",
    ]);
    const held = [1, 2, 3].map(
      (n) => shareFor(domain, readCertificate(real(`sd${String(n)}.cer`)), n).share.thumbprint,
    );
    expect(new Set(held)).toEqual(new Set(domain.shares.map(({ thumbprint }) => thumbprint)));
    expect(new Set(held).size).toBe(3);
  });

  test("the exchange key of 2025 is the same as answer and as PEM", () => {
    const answer = readExchangeKey(real("transfer-key-response-2025.json"));
    expect(readExchangeKey(real("exchange-2025.pem")).thumbprint).toBe(answer.thumbprint);
    expect(answer.commonName).toMatch(/\.managedhsm\.azure\.net$/);
  });

  test("the exchange key of 2020, with lines of 65 characters, is read", () => {
    expect(readExchangeKey(real("exchange-2020.pem")).commonName).toBe("transfer-key");
  });
});
