// Certificates are read strictly; a set of officers' certificates is checked before it is used.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeOfficer } from "./domain.fixture.ts";
import {
  checkOfficers,
  readCertificate,
  readExchangeKey,
  checkExchangeSubject,
  utf8,
  type Certificate,
} from "./index.ts";
import { writePem } from "./pem.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";

const officers = [1, 2, 3].map((n) => makeOfficer(`officer ${String(n)}`).certificate);
const [one, two, three] = officers as [Certificate, Certificate, Certificate];
const codeOf = (pem: string) => refusalOf(() => readCertificate(utf8(pem))).code;

test("what we make reads back as itself", () => {
  expect(readCertificate(utf8(one.pem))).toEqual(one);
});

test("two certificates, a key, a request, other text", () => {
  expect(codeOf(one.pem + two.pem)).toBe("E-CERT-MULTIPLE");
  expect(codeOf(writePem("PRIVATE KEY", one.der))).toBe("E-CERT-KIND");
  expect(codeOf(writePem("CERTIFICATE REQUEST", one.der))).toBe("E-CERT-KIND");
  for (const text of ["", CANARY, `${CANARY}\n${one.pem}`]) expect(codeOf(text)).toBe("E-CERT-PEM");
});

test("a trailing byte, an altered byte, a cut one", () => {
  expect(codeOf(writePem("CERTIFICATE", Uint8Array.of(...one.der, 0)))).toBe("E-CERT-DER");
  expect(codeOf(writePem("CERTIFICATE", one.der.slice(0, -1)))).toBe("E-CERT-DER");
  const altered = one.der.slice();
  altered[altered.length - 9] = (altered.at(-9) ?? 0) ^ 1;
  expect(codeOf(writePem("CERTIFICATE", altered))).toBe("E-CERT-SIGNATURE");
});

test("officers: three to ten, all different, with a quorum that is possible", () => {
  checkOfficers(officers, 2);
  const refused = (set: readonly Certificate[], required: number) =>
    refusalOf(() => {
      checkOfficers(set, required);
    }).code;
  expect(refused([one, two], 2)).toBe("E-CERT-COUNT");
  expect(refused(officers, 5)).toBe("E-QUORUM");
  expect(refused(officers, 1)).toBe("E-QUORUM");
  expect(refused([one, two, one], 2)).toBe("E-CERT-DUPLICATE");
  expect(refused([one, two, { ...one, thumbprint: three.thumbprint }], 2)).toBe("E-CERT-SAMEKEY");
});

test("an exchange key names the recovery HSM, or belongs to another", () => {
  const named = { ...one, commonName: "Contoso-Recovery.managedhsm.azure.net" };
  checkExchangeSubject(named, "contoso-recovery");
  checkExchangeSubject(named, "contoso-recovery.managedhsm.azure.net");
  const twin = { ...one, commonName: "contoso-recovery.managedhsm.azure.cn" };
  checkExchangeSubject(twin, "Contoso-Recovery.managedhsm.azure.cn");
  const bare = { ...one, commonName: "contoso-recovery" };
  for (const [key, hsm] of [
    [named, "contoso"],
    [named, "contoso-recovery.managedhsm.azure.cn"],
    [twin, "contoso-recovery"],
    [bare, "contoso-recovery"],
  ] as const)
    expect(
      refusalOf(() => {
        checkExchangeSubject(key, hsm);
      }).code,
    ).toBe("E-XK-WRONG-HSM");
});

test("an exchange key's answer is read and checked in both forms", () => {
  const der = Buffer.from(one.der).toString("base64");
  const jwk = { kty: "RSA", n: one.modulus, e: "AQAB", x5c: [der] };
  const answer = (of: unknown) =>
    readExchangeKey(utf8(JSON.stringify({ key_format: "jwk", transfer_key: of })));
  for (const form of [jwk, JSON.stringify(jwk)])
    expect(answer(form).thumbprint).toBe(one.thumbprint);
  const text = JSON.stringify(jwk);
  expect(readExchangeKey(utf8(`\r\n ${text}\n`)).thumbprint).toBe(one.thumbprint);
  expect(refusalOf(() => readExchangeKey(utf8(`\ufeff${text}`))).code).toBe("E-XK-SHAPE");
  expect(refusalOf(() => answer({ ...jwk, x5c: [] })).code).toBe("E-XK-CHAIN");
  expect(refusalOf(() => answer({ ...jwk, n: two.modulus })).code).toBe("E-XK-MISMATCH");
  expect(refusalOf(() => answer({ ...jwk, kty: "EC" })).code).toBe("E-XK-USE");
  for (const bad of [5, CANARY, [jwk]])
    expect(refusalOf(() => answer(bad)).code).toBe("E-XK-SHAPE");
});

test("no code is in two tables, and each row has a sentence and a next step", () => {
  const text = readFileSync(new URL("faults.ts", import.meta.url), "utf8");
  const codes = text.match(/^ {2}"E-[A-Z0-9-]+"/gm) ?? [];
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(60);
});
