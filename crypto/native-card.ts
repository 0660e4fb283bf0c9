// Signatures of cards and of their certificates, RSA with SHA-256, and of timestamps: verified by two engines. node:crypto is
// one; the other raises the signature with our own numbers, and compares the whole block. Apart from
// `native.ts`, because no officer's key passes through here.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  privateEncrypt,
  publicDecrypt,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { power } from "./big-numbers.ts";
import { concat, fromBigInt, fromHex, toBigInt, toHex } from "./bytes.ts";
import { oid, readDer, sequence, TAG, writeDer } from "./der.ts";
import { digestOf, sha256 } from "./native.ts";

const padding = constants.RSA_PKCS1_PADDING;
/** What is before a digest (RFC 8017 9.2, note 1). */
const DIGEST_INFO = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
} as const;
const E = 65537n;

const publicKey = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
const privateKey = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });

/** True when the RSASSA-PKCS1-v1_5 signature (RFC 8017 8.2) verifies under the SPKI's key. */
export const isSigned = (
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  hash: keyof typeof DIGEST_INFO = "sha256",
): boolean =>
  verify(hash, message, { key: publicKey(spki), padding }, signature)
  && isBlock(
    spki,
    concat(fromHex(DIGEST_INFO[hash]) ?? new Uint8Array(), digestOf(hash, message)),
    signature,
  );

/** True when the signature is the bare digest, padded by type 1 without DigestInfo. */
export function isSignedBare(
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const digest = sha256(message);
  try {
    const opened = publicDecrypt({ key: publicKey(spki), padding }, signature);
    return opened.equals(digest) && isBlock(spki, digest, signature);
  } catch {
    return false;
  }
}

/** Whether it is the private power of this block: 00 01, ff up to its length, 00, `ended`. */
function isBlock(spki: Uint8Array, ended: Uint8Array, signature: Uint8Array): boolean {
  const modulus = modulusIn(spki);
  if (modulus === null || signature.length !== modulus.length) return false;
  const number = toBigInt(modulus);
  const filled = new Uint8Array(modulus.length - ended.length - 3).fill(0xff);
  const block = concat(Uint8Array.of(0, 1), filled, Uint8Array.of(0), ended);
  const raised = toBigInt(signature);
  return raised < number && power(raised, E, number) === toBigInt(block);
}

/** The modulus of an RSA key with exponent 65537, without a leading zero; null for any other key. */
export function modulusIn(spki: Uint8Array): Uint8Array | null {
  const bits = readDer(spki)?.children[1]?.content.subarray(1) ?? new Uint8Array();
  const [modulus, exponent] = readDer(bits)?.children ?? [];
  const isKnown = modulus !== undefined && toHex(exponent?.bytes ?? bits) === "0203010001";
  return isKnown ? fromBigInt(toBigInt(modulus.content)) : null;
}

/** The SubjectPublicKeyInfo (DER) of an RSA key with this modulus and the exponent 65537. */
export function spkiOf(modulus: Uint8Array): Uint8Array {
  const number = concat(Uint8Array.of(0), modulus);
  const integer = writeDer(TAG.integer, (modulus[0] ?? 0) < 0x80 ? modulus : number);
  const key = sequence(integer, writeDer(TAG.integer, Uint8Array.of(1, 0, 1)));
  const algorithm = sequence(oid("1.2.840.113549.1.1.1"), writeDer(TAG.nullValue));
  return sequence(algorithm, writeDer(TAG.bitString, Uint8Array.of(0), key));
}

/** As `isSigned` wants it. */
export const signed = (pkcs8: Uint8Array, message: Uint8Array): Uint8Array =>
  new Uint8Array(sign("sha256", message, privateKey(pkcs8)));

/** As `isSignedBare` wants it. */
export const signedBare = (pkcs8: Uint8Array, message: Uint8Array): Uint8Array =>
  new Uint8Array(privateEncrypt({ key: privateKey(pkcs8), padding }, sha256(message)));
