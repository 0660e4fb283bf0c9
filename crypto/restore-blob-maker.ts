// Makes a restore blob, and opens it again.
import { sentence } from "../electron/text/sentence.ts";
import { toBase64Url } from "./base64.ts";
import { equal, fromHex, utf8, wipe } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { fault } from "./faults.ts";
import { sealDirect, sealForKey } from "./jwe-content.ts";
import { deriveEntryKey } from "./kdf.ts";
import * as native from "./native.ts";
import type { OfficerShare } from "./officer-share.ts";
import { openEntries, openWithSecret, type OpenEntry } from "./quorum.ts";
import { readRestoreBlob } from "./restore-blob.ts";
import type { SecurityDomain } from "./security-domain.ts";

/**
 * Makes the blob from a quorum's shares; opens the finished text again and compares it first.
 * @returns JSON text in the key order of az (`docs/azure-protocol.md` 3)
 * @throws Fault E-QUORUM-*, E-SHARE-*, E-JWE-AUTH, E-DOUBLE-ENTRY
 */
export function makeRestoreBlob(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
  exchange: Certificate,
): string {
  const entries = openEntries(domain, shares);
  const secret = native.random(32);
  try {
    const text = blobOf(entries, secret, exchange);
    const made = openWithSecret(readRestoreBlob(utf8(text)).entries, secret);
    const isSame = areSame(made, entries);
    wipe(...made.map(({ plaintext }) => plaintext));
    if (!isSame) throw fault("E-DOUBLE-ENTRY", { what: sentence("crypto-faults.engines.blob") });
    return text;
  } finally {
    wipe(secret, ...entries.map(({ plaintext }) => plaintext));
  }
}

function blobOf(entries: readonly OpenEntry[], secret: Uint8Array, exchange: Certificate): string {
  const data = entries.map(({ tag, plaintext }) => {
    const key = deriveEntryKey(secret, tag);
    const compact_jwe = sealDirect(plaintext, key, tag);
    wipe(key);
    return { compact_jwe, tag };
  });
  const x5t_256 = toBase64Url(fromHex(exchange.thumbprint) ?? new Uint8Array());
  const enc_key = sealForKey(secret, exchange.spki, "not used");
  const blob = { EncData: { data, kdf: "sp108_kdf" }, WrappedKey: { enc_key, x5t_256 } };
  return JSON.stringify(blob);
}

const areSame = (made: readonly OpenEntry[], wanted: readonly OpenEntry[]): boolean =>
  made.length === wanted.length
  && made.every((entry, i) => {
    const other = wanted[i];
    return other?.tag === entry.tag && equal(entry.plaintext, other.plaintext);
  });
