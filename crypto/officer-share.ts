// An officer's share: found in the domain by their certificate, or by trial; opened with their key.
import { sentence } from "../electron/text/sentence.ts";
import { Refusals } from "./accept.ts";
import { toBase64 } from "./base64.ts";
import { utf8, wipe } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { isFault, type Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import { openWithPrivateKey } from "./jwe-content.ts";
import { sha256Hex } from "./native.ts";
import type { PrivateKey } from "./private-key.ts";
import type { EncryptedShare, SecurityDomain } from "./security-domain.ts";
import { readShare, type Share } from "./shamir.ts";

/** A share opened by officer `n`, for the certificate it was made for. A secret. */
export interface OfficerShare {
  readonly n: number;
  readonly thumbprint: string;
  readonly share: Share;
}

/**
 * How a share was found: by the thumbprint of its certificate, as az does; by the SHA-256 of that
 * certificate's base64 text; or because the key opens it.
 */
export type FoundBy = "thumbprint" | "text" | "trial";

/** A share of a domain, and how it was found. */
export interface FoundShare {
  readonly share: EncryptedShare;
  readonly by: FoundBy;
}

/**
 * The names that a share may have for a certificate, in hex, the right one first. Terraform's
 * azurerm provider asks for the SHA-256 of `x5c`'s text, which is base64 with padding, and not of
 * the DER (`securityDomainDownload`, read in 2026); without padding it is accepted too.
 */
export function shareNames({ der, thumbprint }: Certificate): readonly string[] {
  const text = toBase64(der);
  return [thumbprint, sha256Hex(utf8(text)), sha256Hex(utf8(text.replace(/=+$/, "")))];
}

/** The share that is named after this certificate, or null. */
export function shareNamedBy(domain: SecurityDomain, certificate: Certificate): FoundShare | null {
  for (const [i, name] of shareNames(certificate).entries()) {
    const share = domain.shares.find(({ thumbprint }) => thumbprint === name);
    if (share !== undefined) return { share, by: i === 0 ? "thumbprint" : "text" };
  }
  return null;
}

/** The domain's share for this certificate. @throws Fault E-CERT-UNKNOWN */
export function shareFor(domain: SecurityDomain, certificate: Certificate, n: number): FoundShare {
  const found = shareNamedBy(domain, certificate);
  if (found === null) throw unknownCertificate(domain, n);
  return found;
}

/**
 * How officer `n`'s share will be found.
 * @param accepted with E-CERT-UNKNOWN, every share is tried if none is named after them
 * @throws Fault E-CERT-UNKNOWN, which two people may overrule
 */
export function wayToShare(
  domain: SecurityDomain,
  certificate: Certificate,
  n: number,
  accepted: readonly string[] = [],
): FoundBy {
  const found = shareNamedBy(domain, certificate);
  if (found !== null) return found.by;
  new Refusals(accepted).raise(unknownCertificate(domain, n));
  return "trial";
}

/** For key `n`, if no share is named after its certificate. */
export const unknownCertificate = (domain: SecurityDomain, n: number): Fault =>
  // Thumbprints are public, and show which file is missing; they are written as we write them.
  fault("E-CERT-UNKNOWN", {
    n,
    held: domain.shares.map((other) => other.thumbprint.slice(0, 8)).join(", "),
  });

/**
 * Opens officer `n`'s share with their key, by both engines; a refusal names the officer.
 * @param accepted with E-CERT-UNKNOWN, every share is tried if none is named after them
 * @throws Fault E-CERT-UNKNOWN, E-SHARE-NONE, E-JWE-*, E-SHARE-LENGTH, E-SHARE-VALUE,
 * E-DOUBLE-ENTRY
 */
export function openShare(
  domain: SecurityDomain,
  key: PrivateKey,
  certificate: Certificate,
  n: number,
  accepted: readonly string[] = [],
): OfficerShare {
  const by = wayToShare(domain, certificate, n, accepted);
  const found = by === "trial" ? shareOpenedBy(domain, key, n) : shareFor(domain, certificate, n);
  return openFound(found.share, key, n);
}

/** As `openShare`, for a share that was found. @throws Fault as `openShare` */
export function openFound(
  { jwe, thumbprint }: EncryptedShare,
  key: PrivateKey,
  n: number,
): OfficerShare {
  const plaintext = openWithPrivateKey(jwe, key.pkcs8, sentence("crypto-faults.share", { n }));
  try {
    return { n, thumbprint, share: readShare(plaintext, n) };
  } finally {
    wipe(plaintext);
  }
}

/**
 * The share whose content key this private key decrypts, whatever the share's name. RSA-OAEP proves
 * that it is this key's: nothing else decrypts under it.
 * @param n the key's number in messages
 * @throws Fault E-SHARE-NONE, E-DOUBLE-ENTRY
 */
export function shareOpenedBy(
  domain: SecurityDomain,
  { pkcs8 }: PrivateKey,
  n: number,
): FoundShare {
  const share = domain.shares.find(({ jwe }) => {
    try {
      wipe(openWithPrivateKey(jwe, pkcs8));
      return true;
    } catch (error) {
      if (!isFault(error) || error.code === "E-DOUBLE-ENTRY") throw error;
      // If the key decrypts an altered share, opening it says what is wrong.
      return error.code !== "E-JWE-OAEP";
    }
  });
  if (share === undefined) throw fault("E-SHARE-NONE", { n });
  return { share, by: "trial" };
}
