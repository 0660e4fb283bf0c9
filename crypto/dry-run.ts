// A dry run of recovery: makes an exchange key that nobody else ever has and the restore blob for
// it, and opens that blob, all in the memory of one process.
import { sentence } from "../electron/text/sentence.ts";
import { fault } from "./faults.ts";
import { equal, utf8, wipe } from "./bytes.ts";
import { makeCertificate } from "./certificate-maker.ts";
import { readExchangeKey } from "./exchange-key.ts";
import { openWithPrivateKey } from "./jwe-content.ts";
import { random } from "./native.ts";
import type { OfficerShare } from "./officer-share.ts";
import { entriesIn, openEntries, openWithSecret, type OpenedEntry } from "./quorum.ts";
import { makeRestoreBlob } from "./restore-blob-maker.ts";
import { checkRestoreBlob, readRestoreBlob } from "./restore-blob.ts";
import { makeRsaKey } from "./rsa-key.ts";
import type { SecurityDomain } from "./security-domain.ts";

/** What a dry run showed, as data for a record: neither a secret nor a digest of one. */
export interface DryRun {
  readonly domainSha256: string;
  readonly required: number;
  /** The number of entries that came out of the blob unchanged. */
  readonly entries: number;
  readonly opened: readonly OpenedEntry[];
}

/** The size of a Managed HSM's exchange key. */
const BITS = 4096;
const NAME = "Dry run of recovery";

/**
 * Makes an exchange key and, from a quorum's shares, the restore blob for it; opens the blob with
 * that key as the new HSM would, and compares every entry with the domain's own. Arrays with
 * secrets are wiped; the rest ends with the process.
 * @throws Fault E-QUORUM-*, E-SHARE-*, E-JWE-*, E-BLOB-*, E-DOUBLE-ENTRY
 */
export async function dryRun(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
  now: Date,
): Promise<DryRun> {
  const pkcs8 = await makeRsaKey(BITS);
  const bare = [pkcs8];
  try {
    const identity = { commonName: NAME, rehearsal: true, now, random };
    const { pem } = makeCertificate(identity, "keyEncipherment", pkcs8);
    const exchange = readExchangeKey(utf8(pem));
    const blob = readRestoreBlob(utf8(makeRestoreBlob(domain, shares, exchange)));
    checkRestoreBlob(blob, exchange, domain);
    const secret = openWithPrivateKey(blob.wrappedKey, pkcs8);
    bare.push(secret);
    const out = openWithSecret(blob.entries, secret);
    bare.push(...out.map(({ plaintext }) => plaintext));
    const kept = openEntries(domain, shares);
    bare.push(...kept.map(({ plaintext }) => plaintext));
    const isSame =
      out.length === kept.length
      && out.every(({ tag, plaintext }, i) => {
        const other = kept[i];
        return tag === other?.tag && equal(plaintext, other.plaintext);
      });
    if (!isSame) throw fault("E-DOUBLE-ENTRY", { what: sentence("crypto-faults.engines.dryRun") });
    const { sha256: domainSha256, required } = domain;
    return { domainSha256, required, entries: out.length, opened: entriesIn(domain) };
  } finally {
    wipe(...bare);
  }
}
