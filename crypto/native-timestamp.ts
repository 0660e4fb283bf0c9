// Signatures of timestamp authorities and of their certificates. RSASSA-PKCS1-v1_5 is verified by two
// engines, as those of cards are (`native-card.ts`); only node verifies RSASSA-PSS and elliptic
// curves here.
import { constants, createPublicKey, verify, type KeyObject } from "node:crypto";
import { isSigned, modulusIn } from "./native-card.ts";

/** A hash that a timestamp may use. */
export type Hash = "sha256" | "sha384" | "sha512";

/** How a signature is made. */
export type Scheme =
  | { readonly kind: "rsa" | "ecdsa"; readonly hash: Hash }
  | { readonly kind: "pss"; readonly hash: Hash; readonly saltBytes: number };

const MODULUS_MIN = 256;
const CURVES: readonly (string | undefined)[] = ["prime256v1", "secp384r1", "secp521r1"];

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
        const saltLength = scheme.saltBytes;
        return isStrong(spki) && verify(hash, message, { key, padding, saltLength }, signature);
      }
      case "ecdsa":
        return isKnownCurve(key) && verify(hash, message, { key, dsaEncoding: "der" }, signature);
    }
  } catch {
    // A key or a signature that the engine cannot read.
    return false;
  }
}

/** RSA of 2048 bits or more, with the exponent 65537. */
const isStrong = (spki: Uint8Array): boolean => (modulusIn(spki)?.length ?? 0) >= MODULUS_MIN;

const isKnownCurve = (key: KeyObject): boolean =>
  key.asymmetricKeyType === "ec" && CURVES.includes(key.asymmetricKeyDetails?.namedCurve);
