// For tests: the secrets of a security domain on media, in every form in which they may be in
// memory: each officer's share, and the secret that a quorum of shares gives.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readCertificate, readSecurityDomain } from "../../crypto/index.ts";
import { openShare, writeShare, type Share } from "../../crypto/secret-half.ts";
import { combineOrNull } from "../../crypto/shamir.ts";
import { formsOfNumber, formsOfNumbers, type Needles } from "./secret-forms.fixture.ts";

/** An officer's files as they are, and what opens them; null for a key that is open. */
export interface OfficerFiles {
  readonly keyPem: Uint8Array;
  readonly certificatePem: Uint8Array;
  readonly passphrase: string | null;
}

/**
 * The shares of those officers who have one in this domain, each by the officer's place in the list,
 * and the domain's secret where they are a quorum.
 */
export function secretsOfDomain(bytes: Uint8Array, officers: readonly OfficerFiles[]): Needles {
  const domain = readSecurityDomain(bytes);
  const shares = officers.flatMap(({ keyPem, certificatePem, passphrase }, i) => {
    const { fingerprint256 } = new X509Certificate(certificatePem);
    const thumbprint = fingerprint256.replaceAll(":", "").toLowerCase();
    if (!domain.shares.some((share) => share.thumbprint === thumbprint)) return [];
    const key = createPrivateKey({
      key: Buffer.from(keyPem),
      ...(passphrase === null ? {} : { passphrase }),
    });
    const pkcs8 = new Uint8Array(key.export({ type: "pkcs8", format: "der" }));
    const opened = openShare(
      domain,
      { pkcs8, warnings: [] },
      readCertificate(certificatePem),
      i + 1,
    );
    return [{ name: `share ${String(i + 1)}`, share: opened.share }];
  });
  const quorum = shares.slice(0, domain.required).map(({ share }) => share);
  const secret = shares.length < domain.required ? null : combineOrNull(quorum);
  return {
    ...Object.fromEntries(shares.map(({ name, share }) => [name, formsOfShare(share)])),
    ...(secret === null
      ? {}
      : { secret: [...formsOfNumber(secret), ...formsOfNumbers([...secret])] }),
  };
}

/** The bytes that an officer's key opens, and the values as a vault has and sends them. */
const formsOfShare = (share: Share): readonly Uint8Array[] => [
  ...formsOfNumber(writeShare(share)),
  ...formsOfNumbers(share.values),
];
