// Opens and seals the content of a JWE: RSA-OAEP-256 or dir, A256CBC-HS512 (RFC 7518 4.3, 4.5, 5.2).
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import { agree } from "./agree.ts";
import { toBase64Url } from "./base64.ts";
import { concat, equal, uint32, utf8, wipe } from "./bytes.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";
import { readJwe, TAG_BYTES, type Jwe } from "./jwe.ts";
import * as native from "./native.ts";

const CEK_BYTES = 64;

/**
 * Decrypts the content under its 64-byte key, by both engines.
 * One refusal for a wrong tag and for wrong padding: RFC 7518 5.2.2.2.
 * @param what this is, for the message
 * @throws Fault E-JWE-CEK-LENGTH, E-JWE-AUTH, E-DOUBLE-ENTRY
 */
export function openContent(
  jwe: Jwe,
  cek: Uint8Array,
  what: RefusalSentence = sentence("crypto-faults.encryptedEntry"),
): Uint8Array {
  if (cek.length !== CEK_BYTES) throw fault("E-JWE-CEK-LENGTH", { what });
  const sealed = authenticated(jwe.header, jwe.iv, jwe.ciphertext);
  const mac = cek.subarray(0, 32);
  const expected = agree(
    sentence("crypto-faults.engines.authenticationTag"),
    forge.hmac512(mac, sealed),
    native.hmac512(mac, sealed),
  );
  if (!equal(jwe.tag, (expected ?? new Uint8Array()).subarray(0, TAG_BYTES)))
    throw fault("E-JWE-AUTH", { what });
  const key = cek.subarray(32);
  const plaintext = agree(
    sentence("crypto-faults.engines.entry"),
    forge.aesCbcDecrypt(key, jwe.iv, jwe.ciphertext),
    native.aesCbcDecrypt(key, jwe.iv, jwe.ciphertext),
  );
  if (plaintext === null) throw fault("E-JWE-AUTH", { what });
  return plaintext;
}

/**
 * Decrypts the content key with an RSA private key (PKCS#8 DER), by both engines, then the content.
 * @param what this is, for the message
 * @throws Fault E-JWE-OAEP and those of `openContent`
 */
export function openWithPrivateKey(
  jwe: Jwe,
  pkcs8: Uint8Array,
  what: RefusalSentence = sentence("crypto-faults.wrappedKey"),
): Uint8Array {
  const cek = agree(
    sentence("crypto-faults.engines.contentKey"),
    forge.oaepDecrypt(pkcs8, jwe.encryptedKey),
    native.oaepDecrypt(pkcs8, jwe.encryptedKey),
  );
  if (cek === null) throw fault("E-JWE-OAEP", { what });
  try {
    return openContent(jwe, cek, what);
  } finally {
    wipe(cek);
  }
}

/** A JWE under a given content key (`dir`, RFC 7518 4.5). `kid` must be plain ASCII. */
export function sealDirect(plaintext: Uint8Array, cek: Uint8Array, kid: string): string {
  return seal({ alg: "dir", enc: "A256CBC-HS512", kid }, new Uint8Array(), plaintext, cek);
}

/**
 * A JWE for an RSA key (SPKI DER): RSA-OAEP-256 over a fresh content key. Both engines open the
 * content again; the wrapped content key cannot be checked without the private key.
 * @throws Fault E-DOUBLE-ENTRY
 */
export function sealForKey(plaintext: Uint8Array, spki: Uint8Array, kid: string): string {
  const cek = native.random(CEK_BYTES);
  try {
    const encryptedKey = forge.oaepEncrypt(spki, cek);
    const header = { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid };
    const sealed = seal(header, encryptedKey, plaintext, cek);
    if (!opensTo(plaintext, sealed, cek))
      throw fault("E-DOUBLE-ENTRY", { what: sentence("crypto-faults.engines.sealed") });
    return sealed;
  } finally {
    wipe(cek);
  }
}

/** Whether what was just sealed for a key opens under its content key. */
function opensTo(plaintext: Uint8Array, sealed: string, cek: Uint8Array): boolean {
  try {
    const opened = openContent(readJwe(sealed, "RSA-OAEP-256"), cek);
    const same = equal(opened, plaintext);
    wipe(opened);
    return same;
  } catch (error) {
    if (isFault(error) && error.code === "E-JWE-AUTH") return false;
    throw error;
  }
}

function seal(
  header: object,
  encryptedKey: Uint8Array,
  plaintext: Uint8Array,
  cek: Uint8Array,
): string {
  const encoded = toBase64Url(utf8(JSON.stringify(header)));
  const iv = native.random(16);
  // By node alone. Both engines open it again: `sealForKey` its content, `makeRestoreBlob` the
  // blob's entries, and the reader of what a rehearsal's HSM sealed.
  const ciphertext = native.aesCbcEncrypt(cek.subarray(32), iv, plaintext);
  const tag = native.hmac512(cek.subarray(0, 32), authenticated(encoded, iv, ciphertext));
  const parts = [encryptedKey, iv, ciphertext, tag.subarray(0, TAG_BYTES)];
  return [encoded, ...parts.map(toBase64Url)].join(".");
}

/** What the tag covers: AAD || IV || ciphertext || AL, AL = bit length of AAD in 64 bits. */
function authenticated(header: string, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const aad = utf8(header);
  return concat(aad, iv, ciphertext, uint32(0), uint32(aad.length * 8));
}
