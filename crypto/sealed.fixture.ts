// For tests: JWEs under any header and RSA padding, otherwise well-formed.
import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import { toBase64Url } from "./base64.ts";
import { concat, uint32, utf8 } from "./bytes.ts";
import { aesCbcEncrypt, hmac512, random } from "./native.ts";

/** A256CBC-HS512 under a content key of 64 bytes, with a valid tag over this header. */
export function sealedUnder(
  header: object,
  wrapped: Uint8Array,
  cek: Uint8Array,
  content: Uint8Array,
): string {
  const encoded = toBase64Url(utf8(JSON.stringify(header)));
  const iv = random(16);
  const data = aesCbcEncrypt(cek.subarray(32), iv, content);
  const length = concat(uint32(0), uint32(encoded.length * 8));
  const tag = hmac512(cek.subarray(0, 32), concat(utf8(encoded), iv, data, length));
  return [encoded, ...[wrapped, iv, data, tag.subarray(0, 32)].map(toBase64Url)].join(".");
}

/** How a content key may be wrapped with RSA. */
export type Wrapping = "OAEP-SHA-256" | "OAEP-SHA-1" | "PKCS#1 v1.5";

export function wrapUnder(wrapping: Wrapping, spki: Uint8Array, cek: Uint8Array): Uint8Array {
  const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
  if (wrapping === "PKCS#1 v1.5")
    return new Uint8Array(publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, cek));
  const oaepHash = wrapping === "OAEP-SHA-1" ? "sha1" : "sha256";
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return new Uint8Array(publicEncrypt({ key, padding, oaepHash }, cek));
}
