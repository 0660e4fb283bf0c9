// An officer's wrapping key: made, opened, proven. It decrypts one share and never signs.
import { equal, wipe } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { makeCertificate, type Identity } from "./certificate-maker.ts";
import { fault } from "./faults.ts";
import { isFault } from "./errors.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { checkPair, openPrivateKey, writePrivateKey, type PrivateKey } from "./private-key.ts";
import { makeRsaKey } from "./rsa-key.ts";

/** A key as stored on the medium; the key file is protected by the passphrase. */
export interface KeyFiles {
  readonly keyPem: string;
  readonly certificate: Certificate;
}

export const WRAPPING_KEY_BITS = [2048, 3072, 4096] as const;

/** Makes a wrapping key of `bits` with its certificate. @throws Fault E-PASS-POLICY, E-CERT-NAME */
export async function makeWrappingKey(
  identity: Identity,
  bits: number,
  passphrase: string,
): Promise<KeyFiles> {
  const pkcs8 = await makeRsaKey(bits);
  try {
    const certificate = makeCertificate(identity, "keyEncipherment", pkcs8);
    return { keyPem: writePrivateKey(pkcs8, passphrase, identity.random), certificate };
  } finally {
    wipe(pkcs8);
  }
}

/**
 * Opens a key file and checks that it belongs to its certificate.
 * @throws Fault those of `openPrivateKey`, E-KEY-CERT-MISMATCH
 */
export function openKeyFile(
  pem: Uint8Array,
  certificate: Certificate,
  passphrase: string,
  n: number,
): PrivateKey {
  const key = openPrivateKey(pem, passphrase, n);
  checkPair(key, certificate, n);
  return key;
}

/**
 * Proves a key file as it is on the medium: the passphrase opens it, a passphrase with one
 * character changed does not, and what is encrypted for the certificate decrypts, by both engines.
 * @throws Fault those of `openKeyFile`, E-KEY-INCONSISTENT
 */
export function proveKeyFile(
  pem: Uint8Array,
  certificate: Certificate,
  passphrase: string,
  n: number,
): void {
  const { pkcs8 } = openKeyFile(pem, certificate, passphrase, n);
  try {
    if (opens(pem, oneCharacterChanged(passphrase))) throw fault("E-KEY-INCONSISTENT");
    const challenge = native.random(64);
    const sealed = forge.oaepEncrypt(certificate.spki, challenge);
    for (const answer of [forge.oaepDecrypt(pkcs8, sealed), native.oaepDecrypt(pkcs8, sealed)])
      if (answer === null || !equal(answer, challenge)) throw fault("E-KEY-INCONSISTENT");
  } finally {
    wipe(pkcs8);
  }
}

function opens(pem: Uint8Array, passphrase: string): boolean {
  try {
    wipe(openPrivateKey(pem, passphrase, 0).pkcs8);
    return true;
  } catch (error) {
    if (isFault(error) && error.code === "E-KEY-PASSPHRASE") return false;
    throw error;
  }
}

function oneCharacterChanged(passphrase: string): string {
  return passphrase.slice(0, -1) + (passphrase.endsWith("x") ? "y" : "x");
}
