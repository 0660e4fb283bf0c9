// Signatures of timestamp authorities and of their certificates. RSASSA-PKCS1-v1_5 is verified by two
// engines, as those of cards are (`native-card.ts`); only node verifies RSASSA-PSS and elliptic
// curves here.
import { constants, createPublicKey, verify } from "node:crypto";
import { equal, toBigInt, toHex } from "./bytes.ts";
import { isSigned, modulusIn, spkiOf } from "./native-card.ts";
import { isWeakModulus } from "./weak-modulus.ts";

/** A hash that a timestamp may use. */
export type Hash = "sha256" | "sha384" | "sha512";

/** How a signature is made; the salt of RSASSA-PSS is as long as the hash. */
export interface Scheme {
  readonly kind: "rsa" | "ecdsa" | "pss";
  readonly hash: Hash;
}

const [BITS_MIN, BITS_MAX] = [2048, 8192];
/**
 * How the SPKI of a key on P-256, P-384 or P-521 begins, in hex, up to its point, which is not compressed; and
 * how many bytes it has.
 */
const CURVES: ReadonlyMap<string, number> = new Map([
  ["3059301306072a8648ce3d020106082a8648ce3d03010703420004", 91],
  ["3076301006072a8648ce3d020106052b8104002203620004", 120],
  ["30819b301006072a8648ce3d020106052b810400230381860004", 158],
]);

/** True when the signature verifies under the SPKI's key; false for another kind of key, or a weak one. */
export function isSignedBy(
  scheme: Scheme,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { hash } = scheme;
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
    switch (scheme.kind) {
      case "rsa":
        return isStrong(spki) && isSigned(spki, message, signature, hash);
      case "pss": {
        const padding = constants.RSA_PKCS1_PSS_PADDING;
        const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
        return isStrong(spki) && verify(hash, message, { key, padding, saltLength }, signature);
      }
      case "ecdsa":
        return isOnCurve(spki) && verify(hash, message, { key, dsaEncoding: "der" }, signature);
    }
  } catch {
    // A key or a signature that the engine cannot read.
    return false;
  }
}

/** RSA of 2048 to 8192 bits with the exponent 65537, in the one form of such a key, and not weak. */
function isStrong(spki: Uint8Array): boolean {
  const modulus = modulusIn(spki);
  if (modulus === null || !equal(spki, spkiOf(modulus))) return false;
  const number = toBigInt(modulus);
  const bits = number.toString(2).length;
  return BITS_MIN <= bits && bits <= BITS_MAX && !isWeakModulus(number);
}

const isOnCurve = (spki: Uint8Array): boolean =>
  [...CURVES].some(([start, size]) => spki.length === size && toHex(spki).startsWith(start));
