// The alterations of Wycheproof's JWE file, in JWEs of our own: each is refused with its code.
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { utf8 } from "./bytes.ts";
import { openContent, openWithPrivateKey, sealDirect, sealForKey } from "./jwe-content.ts";
import { readJwe } from "./jwe.ts";
import { random } from "./native.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";
import { generateRsa } from "./rsa-key.ts";
import { sealedUnder, wrapUnder, type Wrapping } from "./sealed.fixture.ts";

const { pkcs8, spki } = generateRsa(2048);
const cek = random(64);
const plaintext = utf8(`what the HSM keeps ${CANARY}`);

type Parts = readonly [Buffer, Buffer, Buffer, Buffer, Buffer];

/** One part of a compact JWE's five. */
const [HEADER, KEY, IV, CIPHERTEXT, TAG] = [0, 1, 2, 3, 4] as const;

/** Seals for an officer's key, and for an entry; both as in a domain. */
const KINDS = [
  [
    "a share",
    () => sealForKey(plaintext, spki, "not used"),
    (jwe: string) => openWithPrivateKey(readJwe(jwe, "RSA-OAEP-256"), pkcs8),
  ],
  [
    "an entry",
    () => sealDirect(plaintext, cek, "hsm_backup"),
    (jwe: string) => openContent(readJwe(jwe, "dir"), cek),
  ],
] as const;

/** The JWE with one part changed as bytes. */
function changed(at: keyof Parts, change: (bytes: Buffer) => Buffer) {
  return (jwe: string): string =>
    jwe
      .split(".")
      .map((text, i) =>
        i === at ? change(Buffer.from(text, "base64url")).toString("base64url") : text,
      )
      .join(".");
}

/** The JWE without one part; with its dot, or without. */
const without =
  (at: number, dot: "dot" | "no dot") =>
  (jwe: string): string =>
    dot === "dot"
      ? jwe
          .split(".")
          .map((text, i) => (i === at ? "" : text))
          .join(".")
      : jwe
          .split(".")
          .filter((_, i) => i !== at)
          .join(".");

const flip =
  (at: number) =>
  (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at < 0 ? copy.length + at : at]! ^= 1;
    return copy;
  };
const shorter =
  (by: number) =>
  (bytes: Buffer): Buffer =>
    bytes.subarray(0, bytes.length - by);
const longer = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(3)]);

/** Flattened JSON serialization (RFC 7516 7.2.2) in place of the compact one. */
const asJson = (jwe: string): string => {
  const [protectedHeader, encrypted_key, iv, ciphertext, tag] = jwe.split(".");
  return JSON.stringify({ protected: protectedHeader, encrypted_key, iv, ciphertext, tag });
};

describe.each(KINDS)("of %s", (kind, seal, open) => {
  const asShare = kind === "a share";

  test("the unaltered one is opened", () => {
    expect(open(seal())).toEqual(plaintext);
  });

  test.each<readonly [string, string, (jwe: string) => string]>([
    ["a modified tag", "E-JWE-AUTH", changed(TAG, flip(0))],
    ["a tag modified at its end", "E-JWE-AUTH", changed(TAG, flip(-1))],
    ["a tag that is too long", "E-JWE-TAG-LENGTH", changed(TAG, longer)],
    ["a tag cut by 1 byte", "E-JWE-TAG-LENGTH", changed(TAG, shorter(1))],
    ["a tag cut by 4 bytes", "E-JWE-TAG-LENGTH", changed(TAG, shorter(4))],
    ["a tag cut by 8 bytes", "E-JWE-TAG-LENGTH", changed(TAG, shorter(8))],
    ["no tag", "E-JWE-TAG-LENGTH", without(TAG, "dot")],
    ["no tag and no dot", "E-JWE-PARTS", without(TAG, "no dot")],
    ["a modified ciphertext", "E-JWE-AUTH", changed(CIPHERTEXT, flip(0))],
    ["no ciphertext", "E-JWE-SHAPE", without(CIPHERTEXT, "dot")],
    ["no ciphertext and no dot", "E-JWE-PARTS", without(CIPHERTEXT, "no dot")],
    ["a modified IV", "E-JWE-AUTH", changed(IV, flip(0))],
    ["no IV", "E-JWE-SHAPE", without(IV, "dot")],
    ["no IV and no dot", "E-JWE-PARTS", without(IV, "no dot")],
    ["no encrypted key and no dot", "E-JWE-PARTS", without(KEY, "no dot")],
    ["a header modified in its kid", "E-JWE-AUTH", changed(HEADER, flip(-3))],
    ["no header", "E-JWE-HEADER", without(HEADER, "dot")],
    ["no header and no dot", "E-JWE-PARTS", without(HEADER, "no dot")],
    ["JSON serialization", "E-JWE-PARTS", asJson],
    ["a character in it that is none of base64url", "E-JWE-BASE64", (jwe) => `${jwe}*`],
  ])("%s is refused with %s", (_, code, change) => {
    expect(refusalOf(() => open(change(seal()))).code).toBe(code);
  });

  test("an encrypted key that is missing, not empty, or modified is refused", () => {
    const codeOf = (change: (jwe: string) => string) => refusalOf(() => open(change(seal()))).code;
    expect(codeOf(asShare ? without(KEY, "dot") : changed(KEY, longer))).toBe("E-JWE-SHAPE");
    if (asShare) expect(codeOf(changed(KEY, flip(0)))).toBe("E-JWE-OAEP");
  });
});

const wrap = (wrapping: Wrapping): Uint8Array => wrapUnder(wrapping, spki, cek);
const sealed = (header: object, wrapped: Uint8Array, content = plaintext): string =>
  sealedUnder(header, wrapped, cek, content);

const enc = "A256CBC-HS512";
const openShare = (jwe: string) => openWithPrivateKey(readJwe(jwe, "RSA-OAEP-256"), pkcs8);
const oaep256 = { alg: "RSA-OAEP-256", enc };

test("what is sealed here under any header opens if the header is ours", () => {
  expect(openShare(sealed(oaep256, wrap("OAEP-SHA-256")))).toEqual(plaintext);
});

test.each([
  ["PKCS #1 v1.5 under its own name", "E-JWE-ALG", "RSA1_5", wrap("PKCS#1 v1.5")],
  ["PKCS #1 v1.5 under OAEP's name", "E-JWE-OAEP", "RSA-OAEP-256", wrap("PKCS#1 v1.5")],
  ["OAEP with SHA-1 under its own name", "E-JWE-ALG", "RSA-OAEP", wrap("OAEP-SHA-1")],
  ["OAEP with SHA-1 under the name of SHA-256", "E-JWE-OAEP", "RSA-OAEP-256", wrap("OAEP-SHA-1")],
])("a key wrapped with %s is refused with %s", (_, code, alg, wrapped) => {
  expect(refusalOf(() => openShare(sealed({ alg, enc }, wrapped))).code).toBe(code);
});

test("compressed content is refused before anything is decrypted", () => {
  const compressed = new Uint8Array(deflateRawSync(plaintext));
  const jwe = sealed({ ...oaep256, zip: "DEF" }, wrap("OAEP-SHA-256"), compressed);
  expect(refusalOf(() => openShare(jwe)).code).toBe("E-JWE-HEADER");
});

test.each([
  ["null", null],
  ["a number", 1],
  ["an object", {}],
])("a kid that is %s is refused, one left out is not", (_, kid) => {
  const of = (header: object) => openShare(sealed(header, wrap("OAEP-SHA-256")));
  expect(of(oaep256)).toEqual(plaintext);
  expect(refusalOf(() => of({ ...oaep256, kid })).code).toBe("E-JWE-HEADER");
});

test.each(["A128CBC-HS256", "A192CBC-HS384", "A128GCM", "A256GCM", "none"])(
  "another cipher, %s, is refused",
  (name) => {
    const jwe = sealed({ ...oaep256, enc: name }, wrap("OAEP-SHA-256"));
    expect(refusalOf(() => openShare(jwe)).code).toBe("E-JWE-ENC");
  },
);
