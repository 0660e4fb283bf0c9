// An officer's signing key: RSA-3072, RSASSA-PSS. It signs heads of records and nothing else.
import { sentence } from "../electron/text/sentence.ts";
import { wipe } from "./bytes.ts";
import { makeCertificate, type Identity } from "./certificate-maker.ts";
import { verifySignature, type Certificate } from "./certificate.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";
import { writePrivateKey, type PrivateKey } from "./private-key.ts";
import { makeRsaKey } from "./rsa-key.ts";
import type { KeyFiles } from "./wrapping-key.ts";

const BITS = 3072;

/** Makes a signing key with its certificate. @throws Fault E-PASS-POLICY, E-CERT-NAME */
export async function makeSigningKey(identity: Identity, passphrase: string): Promise<KeyFiles> {
  const pkcs8 = await makeRsaKey(BITS);
  try {
    const certificate = makeCertificate(identity, "digitalSignature", pkcs8);
    return { keyPem: writePrivateKey(pkcs8, passphrase, identity.random), certificate };
  } finally {
    wipe(pkcs8);
  }
}

/**
 * RSA-PSS-SHA256, salt 32, by forge; verified by node before it leaves.
 * @throws Fault E-DOUBLE-ENTRY
 */
export function signMessage(
  key: PrivateKey,
  certificate: Certificate,
  message: Uint8Array,
): Uint8Array {
  const signature = forge.pssSign(key.pkcs8, message);
  if (!verifySignature(certificate, message, signature))
    throw fault("E-DOUBLE-ENTRY", { what: sentence("crypto-faults.engines.signature") });
  return signature;
}
