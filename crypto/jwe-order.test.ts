// The order in which a JWE is opened: timing must not show why it was refused (A25).
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toBase64Url } from "./base64.ts";
import { utf8 } from "./bytes.ts";
import * as forge from "./forge.ts";
import { openContent, openWithPrivateKey, sealDirect } from "./jwe-content.ts";
import { readJwe } from "./jwe.ts";
import * as native from "./native.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { generateRsa } from "./rsa-key.ts";
import { sealedUnder, wrapUnder } from "./sealed.fixture.ts";

vi.mock("./forge.ts", { spy: true });
vi.mock("./native.ts", { spy: true });
beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const plaintext = utf8("what the HSM keeps");
const cek = native.random(64);
const { pkcs8, spki } = generateRsa(2048);

/** The same with one bit changed in the last byte of this part: 1 wrapped key, 3 ciphertext, 4 tag. */
function altered(sealed: string, part: number): string {
  const parts = sealed.split(".");
  const bytes = new Uint8Array(Buffer.from(parts[part] ?? "", "base64url"));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return parts.with(part, toBase64Url(bytes)).join(".");
}

/** How often each engine decrypted content, and content keys. */
const decrypted = (what: "aesCbcDecrypt" | "oaepDecrypt"): readonly number[] =>
  [forge, native].map((engine) => vi.mocked(engine[what]).mock.calls.length);

test("content is decrypted by neither engine before its tag is right", () => {
  const sealed = sealDirect(plaintext, cek, "t");
  for (const part of [3, 4]) {
    const jwe = readJwe(altered(sealed, part), "dir");
    expect(refusalOf(() => openContent(jwe, cek)).code).toBe("E-JWE-AUTH");
    expect(decrypted("aesCbcDecrypt")).toEqual([0, 0]);
  }
  expect(openContent(readJwe(sealed, "dir"), cek)).toEqual(plaintext);
  expect(decrypted("aesCbcDecrypt")).toEqual([1, 1]);
});

test("a content key is decrypted once by each engine, whatever the result", () => {
  const wrapped = (bytes: Uint8Array): string =>
    sealedUnder(
      { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: "t" },
      wrapUnder("OAEP-SHA-256", spki, bytes),
      cek,
      plaintext,
    );
  for (const [code, sealed] of [
    ["E-JWE-OAEP", altered(wrapped(cek), 1)],
    ["E-JWE-CEK-LENGTH", wrapped(cek.subarray(0, 48))],
    ["E-JWE-AUTH", wrapped(native.random(64))],
    ["nothing", wrapped(cek)],
  ] as const) {
    vi.clearAllMocks();
    const open = (): Uint8Array => openWithPrivateKey(readJwe(sealed, "RSA-OAEP-256"), pkcs8);
    if (code === "nothing") expect(open()).toEqual(plaintext);
    else expect(refusalOf(open).code).toBe(code);
    expect(decrypted("oaepDecrypt"), code).toEqual([1, 1]);
  }
});
