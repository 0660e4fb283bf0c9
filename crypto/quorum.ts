// A quorum of officers: shares opened, every subset proven on the very bytes, the data opened.
import { wipe, toHex } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import { openContent, openWithPrivateKey } from "./jwe.ts";
import { deriveEntryKey } from "./kdf.ts";
import type { PrivateKey } from "./private-key.ts";
import type { Entry, SecurityDomain } from "./security-domain.ts";
import { combine, readShare, type Share } from "./shamir.ts";

/** A share opened by officer `n`, for the certificate it was made for. A secret. */
export interface OfficerShare {
  readonly n: number;
  readonly thumbprint: string;
  readonly share: Share;
}

/** What was proven, as data for the record: no secret in it. */
export interface QuorumProof {
  readonly domainSha256: string;
  readonly required: number;
  readonly subsets: readonly (readonly number[])[];
  readonly entries: number;
}

/** The domain's data in the clear, for as long as a restore blob is made. A secret. */
export interface OpenEntry {
  readonly tag: string;
  readonly plaintext: Uint8Array;
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
 * Opens officer `n`'s share with his key, by both engines.
 * @throws Fault E-CERT-UNKNOWN, E-JWE-*, E-SHARE-LENGTH, E-SHARE-VALUE, E-DOUBLE-ENTRY
 */
export function openShare(
  domain: SecurityDomain,
  key: PrivateKey,
  certificate: Certificate,
  n: number,
): OfficerShare {
  const { jwe, thumbprint } = shareFor(domain, certificate, n);
  const plaintext = openWithPrivateKey(jwe, key.pkcs8);
  const share = readShare(plaintext, n);
  wipe(plaintext);
  return { n, thumbprint, share };
}

/**
 * Proves that every subset of the quorum's size opens every entry of the domain.
 * The data is decrypted once for each distinct secret.
 * @throws Fault E-QUORUM-SAME, E-QUORUM-SHORT, E-SHARE-MISMATCH, E-SHARE-FOREIGN, E-JWE-AUTH
 */
export function proveQuorum(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
): QuorumProof {
  const subsets = openEverySubset(domain, shares).map(({ officers }) => officers);
  const { sha256: domainSha256, required, entries } = domain;
  return { domainSha256, required, subsets, entries: entries.length };
}

/**
 * The domain's entries in the clear, after every subset of the given shares agreed on the secret.
 * @throws Fault as `proveQuorum`
 */
export function openEntries(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
): readonly OpenEntry[] {
  const [first] = openEverySubset(domain, shares);
  return first?.entries ?? [];
}

/** Decrypts every entry under keys derived from the secret. @throws Fault E-JWE-AUTH */
export function openWithSecret(
  entries: readonly Entry[],
  secret: Uint8Array,
): readonly OpenEntry[] {
  return entries.map(({ tag, jwe }) => {
    const key = deriveEntryKey(secret, tag);
    const plaintext = openContent(jwe, key);
    wipe(key);
    return { tag, plaintext };
  });
}

/** All subsets of `size`, in the order of their members. */
export function subsetsOf<Member>(
  members: readonly Member[],
  size: number,
): readonly (readonly Member[])[] {
  if (size === 0) return [[]];
  return members.flatMap((member, i) =>
    subsetsOf(members.slice(i + 1), size - 1).map((rest) => [member, ...rest]),
  );
}

/** Refuses the same officer twice, and too few officers. @throws E-QUORUM-SAME, E-QUORUM-SHORT */
export function judgeQuorum(
  required: number,
  officers: readonly { n: number; thumbprint: string }[],
) {
  officers.forEach(({ n, thumbprint }, i) => {
    if (officers.slice(0, i).some((other) => other.thumbprint === thumbprint))
      throw fault("E-QUORUM-SAME", { n });
  });
  if (officers.length < required)
    throw fault("E-QUORUM-SHORT", { required, given: officers.length });
}

function openEverySubset(domain: SecurityDomain, shares: readonly OfficerShare[]) {
  judgeQuorum(domain.required, shares);
  const opened = new Map<string, readonly OpenEntry[]>();
  const subsets = subsetsOf(shares, domain.required);
  return subsets.map((subset) => {
    const secret = combine(subset.map(({ share }) => share));
    const name = toHex(secret);
    const entries = opened.get(name) ?? openOrForeign(domain, secret, subsets.length > 1);
    opened.set(name, entries);
    // A second secret that opens the same authenticated data cannot come from one sharing.
    if (opened.size > 1) throw fault("E-SHARE-FOREIGN");
    wipe(secret);
    return { officers: subset.map(({ n }) => n), entries };
  });
}

/** Data that does not authenticate under shares that combined: they are not of this domain. */
function openOrForeign(domain: SecurityDomain, secret: Uint8Array, several: boolean) {
  try {
    return openWithSecret(domain.entries, secret);
  } catch (error) {
    const foreign =
      isFault(error) && error.code === "E-JWE-AUTH" && (several || !oneOpens(domain, secret));
    throw foreign ? fault("E-SHARE-FOREIGN") : error;
  }
}

/** True when at least one entry opens: then the secret is right and another entry is damaged. */
function oneOpens(domain: SecurityDomain, secret: Uint8Array): boolean {
  return domain.entries.some((entry) => {
    try {
      return openWithSecret([entry], secret).length === 1;
    } catch {
      return false;
    }
  });
}
