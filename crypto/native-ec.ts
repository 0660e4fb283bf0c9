// Elliptic curves, for attestation alone: ECDSA on P-256 with SHA-256. Forge has none.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { concat, equal, fromHex } from "./bytes.ts";

/** The form of r and s: side by side, 32 bytes each (IEEE P1363), or as two INTEGERs in DER. */
export type SignatureForm = "ieee-p1363" | "der";

/** A P-256 key pair: PKCS#8 and SPKI in DER. */
export interface P256Pair {
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
}

/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to its 64 bytes x || y (RFC 5480 2). */
const SPKI_START =
  fromHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004") ?? new Uint8Array();
const POINT_BYTES = 64;

/** The SPKI of a point x || y of 64 bytes. Whether it is on the curve shows when it is used. */
export const p256Spki = (point: Uint8Array): Uint8Array => concat(SPKI_START, point);

/** The point x || y of an SPKI, or null if it is not an uncompressed P-256 key. */
export function p256Point(spki: Uint8Array): Uint8Array | null {
  const start = spki.subarray(0, SPKI_START.length);
  const known = spki.length === SPKI_START.length + POINT_BYTES && equal(start, SPKI_START);
  return known ? spki.subarray(SPKI_START.length) : null;
}

/** True when the signature verifies under this P-256 key; false for any other key too. */
export function p256Verify(
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  form: SignatureForm,
): boolean {
  if (p256Point(spki) === null) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
    return verify("sha256", message, { key, dsaEncoding: form }, signature);
  } catch {
    // A point that is not on the curve, or a signature of another form.
    return false;
  }
}

/** Signs with a P-256 key in PKCS#8. For rehearsals, whose quotes have a root of their own. */
export function p256Sign(pkcs8: Uint8Array, message: Uint8Array, form: SignatureForm): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  return new Uint8Array(sign("sha256", message, { key, dsaEncoding: form }));
}

/** A new P-256 key pair. */
export function p256Generate(): P256Pair {
  const pair = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { format: "der", type: "spki" },
    privateKeyEncoding: { format: "der", type: "pkcs8" },
  });
  return { pkcs8: new Uint8Array(pair.privateKey), spki: new Uint8Array(pair.publicKey) };
}
