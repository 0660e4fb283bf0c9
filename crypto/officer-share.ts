// An officer's share: found in the domain by their certificate, opened with their key.
import { wipe } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { fault } from "./faults.ts";
import { openWithPrivateKey } from "./jwe.ts";
import type { PrivateKey } from "./private-key.ts";
import type { SecurityDomain } from "./security-domain.ts";
import { readShare, type Share } from "./shamir.ts";

/** A share opened by officer `n`, for the certificate it was made for. A secret. */
export interface OfficerShare {
  readonly n: number;
  readonly thumbprint: string;
  readonly share: Share;
}

/** Which share of the domain this certificate holds, or throws. @throws Fault E-CERT-UNKNOWN */
export function shareFor(domain: SecurityDomain, certificate: Certificate, n: number) {
  const share = domain.shares.find(({ thumbprint }) => thumbprint === certificate.thumbprint);
  // Thumbprints are public, and say which file is missing; they are told as we write them.
  const held = domain.shares.map((other) => other.thumbprint.slice(0, 8)).join(", ");
  if (share === undefined) throw fault("E-CERT-UNKNOWN", { n, held });
  return share;
}

/**
 * Opens officer `n`'s share with their key, by both engines; what is wrong names them.
 * @throws Fault E-CERT-UNKNOWN, E-JWE-*, E-SHARE-LENGTH, E-SHARE-VALUE, E-DOUBLE-ENTRY
 */
export function openShare(
  domain: SecurityDomain,
  key: PrivateKey,
  certificate: Certificate,
  n: number,
): OfficerShare {
  const { jwe, thumbprint } = shareFor(domain, certificate, n);
  const plaintext = openWithPrivateKey(jwe, key.pkcs8, `The share of officer ${String(n)}`);
  const share = readShare(plaintext, n);
  wipe(plaintext);
  return { n, thumbprint, share };
}
