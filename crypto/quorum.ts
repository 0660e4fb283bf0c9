// A quorum of officers: proves every subset of its size on the actual bytes, and opens the data.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import { equal, utf8, wipe } from "./bytes.ts";
import { sha256Hex } from "./native.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import { openContent } from "./jwe-content.ts";
import { writeJwe } from "./jwe.ts";
import { deriveEntryKey } from "./kdf.ts";
import type { OfficerShare } from "./officer-share.ts";
import type { Entry, SecurityDomain } from "./security-domain.ts";
import { combineOrNull } from "./shamir.ts";
import { subsetsOf } from "./subsets.ts";
import { refusalOfData, refusalOfShares } from "./wrong-share.ts";

/** An opened entry: SHA-256 (hex) of its compact JWE as it is in the file. */
export interface OpenedEntry {
  readonly tag: string;
  readonly sha256: string;
}

/** What was proven, as data for a record or minutes: neither a secret nor a digest of one. */
export interface QuorumProof {
  readonly domainSha256: string;
  readonly required: number;
  /** The officers' numbers of each subset: every one opened every entry. */
  readonly subsets: readonly (readonly number[])[];
  readonly entries: number;
  readonly opened: readonly OpenedEntry[];
  /** When, by the caller's clock: ISO 8601 in UTC. */
  readonly at: string;
}

/** The domain's data in the clear, while a restore blob is made. A secret. */
export interface OpenEntry {
  readonly tag: string;
  readonly plaintext: Uint8Array;
}

/**
 * Proves that every subset of the quorum's size opens every entry of the domain. Each subset's
 * secret is combined by both implementations; the data is decrypted once, with that secret.
 * @throws Fault E-QUORUM-SAME, E-QUORUM-SHORT, E-SHARE-TWICE, E-SHARE-DAMAGED, E-SHARE-FOREIGN,
 * E-SHARE-DATA, E-SHARE-MISMATCH, E-JWE-AUTH
 */
export function proveQuorum(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
  now: Date,
): QuorumProof {
  const entries = openEntries(domain, shares);
  wipe(...entries.map(({ plaintext }) => plaintext));
  return {
    domainSha256: domain.sha256,
    required: domain.required,
    subsets: subsetsOf(
      shares.map(({ n }) => n),
      domain.required,
    ),
    entries: entries.length,
    opened: entriesIn(domain),
    at: now.toISOString(),
  };
}

/** Every entry, as it is in the file. */
export const entriesIn = ({ entries }: SecurityDomain): readonly OpenedEntry[] =>
  entries.map(({ tag, jwe }) => ({ tag, sha256: sha256Hex(utf8(writeJwe(jwe))) }));

/**
 * The domain's entries in the clear, after every subset of the given shares gave the same secret.
 * @throws Fault as `proveQuorum`
 */
export const openEntries = (
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
): readonly OpenEntry[] => withOpened(domain, shares, (_, entries) => entries);

/**
 * What is made of the secret, which is wiped afterwards, and of the entries in the clear.
 * @throws Fault as `proveQuorum`
 */
export function withOpened<Made>(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
  make: (secret: Uint8Array, entries: readonly OpenEntry[]) => Made,
): Made {
  const { required } = domain;
  checkQuorum(required, shares);
  const opens = (secret: Uint8Array) => oneOpens(domain, secret);
  const secret = commonSecret(shares, required);
  if (secret === null) throw refusalOfShares(shares, required, opens);
  try {
    return make(secret, openWithSecret(domain.entries, secret));
  } catch (error) {
    // If one entry opens, the secret is right, and another entry was altered.
    if (!isFault(error) || error.code !== "E-JWE-AUTH" || opens(secret)) throw error;
    throw refusalOfData(shares.length, shares.length, required);
  } finally {
    wipe(secret);
  }
}

/**
 * The subsets of these shares that include officer `n` and open every entry; other subsets are not
 * considered. The data is decrypted once per distinct secret.
 */
export function subsetsThatOpen(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
  n: number,
): readonly (readonly number[])[] {
  const known: { readonly secret: Uint8Array; readonly opens: boolean }[] = [];
  const whole = subsetsOf(shares, domain.required).filter((subset) =>
    subset.some((share) => share.n === n),
  );
  const opening = whole.filter((subset) => {
    const secret = combineOrNull(subset.map(({ share }) => share));
    if (secret === null) return false;
    const found = known.find((one) => equal(one.secret, secret)) ?? {
      secret,
      opens: allOpen(domain.entries, secret),
    };
    known.push({ ...found, secret });
    return found.opens;
  });
  wipe(...known.map(({ secret }) => secret));
  return opening.map((subset) => subset.map((share) => share.n));
}

/**
 * Decrypts every entry under keys derived from the secret. A refusal gives the entry's number, from
 * 1.
 * @throws Fault E-JWE-AUTH
 */
export function openWithSecret(
  entries: readonly Entry[],
  secret: Uint8Array,
): readonly OpenEntry[] {
  const opened: OpenEntry[] = [];
  try {
    for (const entry of entries)
      opened.push(
        openEntry(entry, secret, sentence("crypto-faults.dataEntry", { n: opened.length + 1 })),
      );
    return opened;
  } catch (error) {
    wipe(...opened.map(({ plaintext }) => plaintext));
    throw error;
  }
}

function openEntry({ tag, jwe }: Entry, secret: Uint8Array, what: RefusalSentence): OpenEntry {
  const key = deriveEntryKey(secret, tag);
  try {
    return { tag, plaintext: openContent(jwe, key, what) };
  } finally {
    wipe(key);
  }
}

/** Refuses the same officer twice, and too few officers. @throws E-QUORUM-SAME, E-QUORUM-SHORT */
export function checkQuorum(
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

/** The one secret that every subset gives; null if two differ or one gives none. */
function commonSecret(shares: readonly OfficerShare[], required: number): Uint8Array | null {
  const secrets = subsetsOf(shares, required).map((subset) =>
    combineOrNull(subset.map(({ share }) => share)),
  );
  const [first = null, ...others] = secrets;
  const common = first !== null && others.every((other) => other !== null && equal(other, first));
  for (const secret of common ? others : secrets) if (secret !== null) wipe(secret);
  return common ? first : null;
}

const oneOpens = (domain: SecurityDomain, secret: Uint8Array): boolean =>
  domain.entries.some((entry) => allOpen([entry], secret));

/** Whether the secret opens all of these. @throws Fault E-DOUBLE-ENTRY: no refusal to rely on */
function allOpen(entries: readonly Entry[], secret: Uint8Array): boolean {
  try {
    wipe(...openWithSecret(entries, secret).map(({ plaintext }) => plaintext));
    return true;
  } catch (error) {
    if (isFault(error) && error.code === "E-JWE-AUTH") return false;
    throw error;
  }
}
