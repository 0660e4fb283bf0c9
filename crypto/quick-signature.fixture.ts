// For tests that need many signatures: by node alone, each key read once. The app signs with forge,
// which is ten times slower, and verifies with node (signing-key.ts).
import { constants, createPrivateKey, sign, type KeyObject } from "node:crypto";

const keys = new WeakMap<Uint8Array, KeyObject>();

/** RSA-PSS-SHA256, salt 32, by a key as PKCS #8 in DER. */
export function quickSignature(pkcs8: Uint8Array, message: Uint8Array): Uint8Array {
  const key =
    keys.get(pkcs8) ?? createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  keys.set(pkcs8, key);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return new Uint8Array(sign("sha256", message, { key, padding, saltLength: 32 }));
}
