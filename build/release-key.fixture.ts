// For tests: release keys, made for them alone.
import { generateKeyPairSync } from "node:crypto";

export const PASSPHRASE = "of a test alone";

/** A release key of tests: both halves in PEM, the private one encrypted. */
export interface ReleaseKey {
  readonly publicKey: string;
  readonly key: { readonly pem: string; readonly passphrase: string };
}

export function releaseKey(modulusLength = 3072): ReleaseKey {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: {
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: PASSPHRASE,
    },
  });
  return { publicKey, key: { pem: privateKey, passphrase: PASSPHRASE } };
}
