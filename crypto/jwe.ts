// The compact form of a JWE (RFC 7516, RFC 7518): RSA-OAEP-256 or dir, with A256CBC-HS512 and
// nothing else. No key is used here, so that reading a file loads no engine.
import { Refusals } from "./accept.ts";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { fault } from "./faults.ts";
import { isObject, readJson } from "./json.ts";

export type JweAlgorithm = "RSA-OAEP-256" | "dir";

/** A compact JWE in its parts; nothing in it is trusted before `openContent`. */
export interface Jwe {
  readonly header: string;
  readonly kid: string;
  readonly encryptedKey: Uint8Array;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** The first half of an HMAC-SHA-512 (RFC 7518 5.2.2.1). */
export const TAG_BYTES = 32;
const HEADER_MEMBERS = ["alg", "enc", "kid"];
/** Registered members that change how the rest is read: refused, whatever was accepted. */
const MEANING = [
  "zip",
  "crit",
  "b64",
  "epk",
  "apu",
  "apv",
  "iv",
  "tag",
  "p2s",
  "p2c",
  "jku",
  "jwk",
  "x5u",
  "x5c",
];

/**
 * Parses a compact JWE and checks its form before any cryptography.
 * @param refusals if E-JWE-HEADER is accepted, unknown members that change no meaning pass
 * @throws Fault E-JWE-PARTS, -BASE64, -HEADER, -ALG, -ENC, -TAG-LENGTH, -SHAPE
 */
export function readJwe(compact: string, alg: JweAlgorithm, refusals = new Refusals()): Jwe {
  const parts = compact.split(".");
  if (parts.length !== 5) throw fault("E-JWE-PARTS", { found: parts.length });
  const [header = "", ...rest] = parts;
  const [encryptedKey, iv, ciphertext, tag] = rest.map(part) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const kid = readHeader(part(header), alg, refusals);
  if (tag.length !== TAG_BYTES) throw fault("E-JWE-TAG-LENGTH");
  const blocks = ciphertext.length > 0 && ciphertext.length % 16 === 0;
  const wrapped = alg === "dir" ? encryptedKey.length === 0 : encryptedKey.length >= 256;
  if (iv.length !== 16 || !blocks || !wrapped) throw fault("E-JWE-SHAPE");
  return { header, kid, encryptedKey, iv, ciphertext, tag };
}

/** The compact form again: strict base64url has one way to write each part. */
export function writeJwe({ header, encryptedKey, iv, ciphertext, tag }: Jwe): string {
  return [header, ...[encryptedKey, iv, ciphertext, tag].map(toBase64Url)].join(".");
}

function part(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (typeof bytes === "number") throw fault("E-JWE-BASE64");
  return bytes;
}

/**
 * The header's `kid`; others than alg, enc and kid (zip, crit, ...) change the meaning: refused.
 */
function readHeader(bytes: Uint8Array, alg: JweAlgorithm, refusals: Refusals): string {
  const reading = readJson(bytes);
  if (!reading.ok || !isObject(reading.value)) throw fault("E-JWE-HEADER");
  const header = reading.value;
  const unknown = Object.keys(header).filter((name) => !HEADER_MEMBERS.includes(name));
  if (unknown.some((name) => MEANING.includes(name))) throw fault("E-JWE-HEADER");
  if (unknown.length > 0) refusals.raise(fault("E-JWE-HEADER"));
  if (header["alg"] !== alg) throw fault("E-JWE-ALG", { wanted: alg });
  if (header["enc"] !== "A256CBC-HS512") throw fault("E-JWE-ENC");
  // A null is not a missing kid: other readers take it for the word "null" or refuse it.
  const kid = header["kid"] === undefined ? "" : header["kid"];
  if (typeof kid !== "string" || !/^[\x20-\x7e]{0,200}$/.test(kid)) throw fault("E-JWE-HEADER");
  return kid;
}
