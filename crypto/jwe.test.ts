// Our JWEs and those of the jose library open each other; what is altered is refused.
import { createCipheriv, createHmac, createPrivateKey, createPublicKey } from "node:crypto";
import fc from "fast-check";
import { CompactEncrypt, compactDecrypt } from "jose";
import { expect, test } from "vitest";
import { toBase64Url } from "./base64.ts";
import { utf8 } from "./bytes.ts";
import { openContent, openWithPrivateKey, sealDirect, sealForKey } from "./jwe-content.ts";
import { readJwe } from "./jwe.ts";
import { random } from "./native.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";
import { generateRsa } from "./rsa-key.ts";

const { pkcs8, spki } = generateRsa(2048);
const secretKey = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
const publicKey = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
const plaintext = utf8("what the HSM keeps");
const cek = random(64);

test("jose opens what we seal for a key", async () => {
  const opened = await compactDecrypt(sealForKey(plaintext, spki, "not used"), secretKey);
  expect(new Uint8Array(opened.plaintext)).toEqual(plaintext);
  expect(opened.protectedHeader).toEqual({
    alg: "RSA-OAEP-256",
    enc: "A256CBC-HS512",
    kid: "not used",
  });
});

test("jose opens what we seal under a key of both", async () => {
  const opened = compactDecrypt(sealDirect(plaintext, cek, "hsm_backup"), cek);
  const bytes = opened.then((one) => new Uint8Array(one.plaintext));
  await expect(bytes).resolves.toEqual(plaintext);
});

test("we open what jose seals, both ways", async () => {
  const enc = "A256CBC-HS512";
  const wrapped = await new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: "RSA-OAEP-256", enc, kid: "a" })
    .encrypt(publicKey);
  expect(openWithPrivateKey(readJwe(wrapped, "RSA-OAEP-256"), pkcs8)).toEqual(plaintext);
  const direct = await new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: "dir", enc })
    .encrypt(cek);
  expect(openContent(readJwe(direct, "dir"), cek)).toEqual(plaintext);
});

test("any plaintext comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (data) => {
      expect(openContent(readJwe(sealDirect(data, cek, "t"), "dir"), cek)).toEqual(data);
    }),
    { numRuns: 50 },
  );
});

test("a bit flipped in header, IV, ciphertext or tag is refused with one and the same text", () => {
  const sealed = sealDirect(plaintext, cek, "hsm_backup");
  const faults = [0, 2, 3, 4].map((at) => {
    const parts = sealed.split(".");
    const bytes = Buffer.from(parts[at] ?? "", "base64url");
    const last = bytes.length - (at === 0 ? 3 : 1);
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    parts[at] = toBase64Url(new Uint8Array(bytes));
    return refusalOf(() => openContent(readJwe(parts.join("."), "dir"), cek));
  });
  expect(new Set(faults.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
  expect(faults[0]?.code).toBe("E-JWE-AUTH");
});

test("wrong padding under a valid tag is refused with the same text as a wrong tag", () => {
  const parts = sealDirect(plaintext, cek, "t").split(".");
  const [header = "", , iv = "", , tag = ""] = parts;
  const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));
  // One block that does not end in padding.
  const key = cek.subarray(32);
  const cipher = createCipheriv("aes-256-cbc", key, bytesOf(iv)).setAutoPadding(false);
  const ciphertext = new Uint8Array(
    Buffer.concat([cipher.update(new Uint8Array(16)), cipher.final()]),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(header.length * 8));
  const right = createHmac("sha512", cek.subarray(0, 32))
    .update(Buffer.concat([utf8(header), bytesOf(iv), ciphertext, length]))
    .digest()
    .subarray(0, 32);
  const sealed = (signed: string) => [header, "", iv, toBase64Url(ciphertext), signed].join(".");
  const [padded, tagged] = [right.toString("base64url"), tag].map((signed) =>
    refusalOf(() => openContent(readJwe(sealed(signed), "dir"), cek)),
  );
  expect(padded).toMatchObject({
    code: "E-JWE-AUTH",
    message: tagged?.message,
    next: tagged?.next,
  });
});

test("a content key that is not 64 bytes long is refused", () => {
  const jwe = readJwe(sealDirect(plaintext, cek, "t"), "dir");
  for (const length of [32, 63, 65])
    expect(refusalOf(() => openContent(jwe, random(length))).code).toBe("E-JWE-CEK-LENGTH");
});

test("OAEP with SHA-1 under a header that says SHA-256 does not decrypt", async () => {
  const sealed = await new CompactEncrypt(plaintext)
    .setProtectedHeader({ alg: "RSA-OAEP", enc: "A256CBC-HS512", kid: CANARY })
    .encrypt(publicKey);
  expect(refusalOf(() => readJwe(sealed, "RSA-OAEP-256")).code).toBe("E-JWE-ALG");
  const [, ...rest] = sealed.split(".");
  const header = toBase64Url(utf8('{"alg":"RSA-OAEP-256","enc":"A256CBC-HS512","kid":"t"}'));
  const jwe = readJwe([header, ...rest].join("."), "RSA-OAEP-256");
  expect(refusalOf(() => openWithPrivateKey(jwe, pkcs8)).code).toBe("E-JWE-OAEP");
});
