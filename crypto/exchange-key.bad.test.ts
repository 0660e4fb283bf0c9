// Bad exchange keys (B065 to B072 but for attestation and the record's own rules).
import { expect, test } from "vitest";
import { certificateOf, keyUsage, nameOf, pemOf, rsaOf } from "./certificate.fixture.ts";
import { toBase64, utf8 } from "./index.ts";
import { checkExchangeSubject, readCertificateDer, readExchangeKey } from "./index.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";

const der = certificateOf({ subject: nameOf("contoso-recovery.managedhsm.azure.net") });
const certificate = readCertificateDer(der);
const jwk = { kty: "RSA", n: certificate.modulus, e: "AQAB", x5c: [toBase64(der)] };
const answerOf = (key: unknown) => utf8(JSON.stringify({ key_format: "jwk", transfer_key: key }));
const codeOf = (bytes: Uint8Array) => refusalOf(() => readExchangeKey(bytes)).code;

test("B065 an empty list of certificates, or none", () => {
  for (const x5c of [[], undefined, null, CANARY, {}])
    expect(codeOf(answerOf({ ...jwk, x5c }))).toBe("E-XK-CHAIN");
});

test("B066 a certificate that is not of the key beside it", () => {
  const n = `A${jwk.n.slice(1)}`;
  for (const change of [{ n }, { n: CANARY }, { n: undefined }, { e: "Aw" }, { e: undefined }])
    expect(codeOf(answerOf({ ...jwk, ...change }))).toBe("E-XK-MISMATCH");
});

test("B068 the key as text within the answer, as an object, or alone; nothing else", () => {
  for (const bytes of [answerOf(jwk), answerOf(JSON.stringify(jwk)), utf8(JSON.stringify(jwk))])
    expect(readExchangeKey(bytes).thumbprint).toBe(certificate.thumbprint);
  const twice = JSON.stringify(JSON.stringify(jwk));
  for (const bad of [5, null, [jwk], CANARY, twice, `${JSON.stringify(jwk)} {}`, ""])
    expect(codeOf(answerOf(bad))).toBe("E-XK-SHAPE");
  for (const x5c of [[5], ["*"], [`${toBase64(der)}=`]])
    expect(codeOf(answerOf({ ...jwk, x5c }))).toBe("E-XK-SHAPE");
  expect(codeOf(utf8(`{"transfer_key":{},"transfer_key":"${CANARY}"}`))).toBe("E-XK-SHAPE");
});

test("B069 a key that is not for encryption, in its JWK or its certificate, or too small", () => {
  for (const change of [
    { use: "sig" },
    { key_ops: ["sign", "verify"] },
    { key_ops: [] },
    { key_ops: CANARY },
    { kty: "EC" },
    { use: 5 },
  ])
    expect(codeOf(answerOf({ ...jwk, ...change }))).toBe("E-XK-USE");
  const signs = certificateOf({ extensions: [keyUsage(0x80)] });
  const small = certificateOf({ spki: rsaOf((1n << 1023n) + 1n) });
  for (const of of [signs, small]) {
    expect(codeOf(pemOf(of))).toBe("E-XK-USE");
    expect(codeOf(answerOf({ ...jwk, x5c: [toBase64(of)] }))).toBe("E-XK-USE");
  }
  for (const change of [{ use: "enc" }, { key_ops: ["encrypt", "verify"] }])
    expect(readExchangeKey(answerOf({ ...jwk, ...change })).bits).toBe(2048);
});

test("B071 the key of another HSM", () => {
  checkExchangeSubject(certificate, "Contoso-Recovery");
  for (const hsm of ["contoso", "contoso-recovery2", "contoso-recovery.managedhsm", ""])
    expect(
      refusalOf(() => {
        checkExchangeSubject(certificate, hsm);
      }).code,
    ).toBe("E-XK-WRONG-HSM");
});

test("B072 lines of 65 characters as az writes them, and no last line end", () => {
  const lines = toBase64(der).match(/.{1,65}/g) ?? [];
  const text = `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----`;
  const read = readExchangeKey(utf8(text));
  expect(read.thumbprint).toBe(certificate.thumbprint);
  expect(Math.max(...read.pem.split("\n").map(({ length }) => length))).toBe(64);
});
