// The restore blob: the domain's data encrypted anew for the recovery HSM's exchange key.
import { fromHex, toHex, wipe, equal, utf8 } from "./bytes.ts";
import { toBase64Url } from "./base64.ts";
import type { Certificate } from "./certificate.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import { sealDirect, sealForKey, type Jwe } from "./jwe.ts";
import { deriveEntryKey } from "./kdf.ts";
import * as native from "./native.ts";
import type { OfficerShare } from "./officer-share.ts";
import { openEntries, openWithSecret, type OpenEntry } from "./quorum.ts";
import { readObject } from "./received.ts";
import {
  compact,
  object,
  onlyMembers,
  readEntries,
  readThumbprint,
  type Entry,
  type SecurityDomain,
} from "./security-domain.ts";

/** A restore blob as read: for which exchange certificate (hex SHA-256), its key, its entries. */
export interface RestoreBlob {
  readonly exchangeThumbprint: string;
  readonly wrappedKey: Jwe;
  readonly entries: readonly Entry[];
}

/**
 * Makes the blob from a quorum's shares; the finished text is opened again and compared first.
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
    checkSame(made, entries);
    wipe(...made.map(({ plaintext }) => plaintext));
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

/**
 * Reads a restore blob strictly.
 * @throws Fault E-BLOB-EMPTY, E-BLOB-FORM, E-KIND
 */
export function readRestoreBlob(bytes: Uint8Array): RestoreBlob {
  if (bytes.length === 0) throw fault("E-BLOB-EMPTY");
  try {
    const file = readObject(bytes);
    if (file["SharedKeys"] !== undefined)
      throw fault("E-KIND", { found: "a security domain file", wanted: "a restore blob" });
    onlyMembers(file, ["EncData", "WrappedKey"]);
    const wrapped = object(file, "WrappedKey");
    onlyMembers(wrapped, ["enc_key", "x5t_256"]);
    const exchangeThumbprint = readThumbprint(wrapped["x5t_256"]);
    if (exchangeThumbprint === null) throw fault("E-BLOB-FORM");
    const wrappedKey = compact(wrapped["enc_key"], "RSA-OAEP-256", "enc_key");
    return { exchangeThumbprint, wrappedKey, entries: readEntries(object(file, "EncData")) };
  } catch (error) {
    if (!isFault(error) || error.code === "E-KIND") throw error;
    throw fault("E-BLOB-FORM");
  }
}

/**
 * Checks from public bytes whether a blob is for this exchange key and complete for this domain.
 * @throws Fault E-BLOB-KEY, E-BLOB-INCOMPLETE
 */
export function checkRestoreBlob(
  blob: RestoreBlob,
  exchange: Certificate,
  domain: SecurityDomain,
): void {
  if (blob.exchangeThumbprint !== exchange.thumbprint) throw fault("E-BLOB-KEY");
  const tags = (entries: readonly Entry[]) => entries.map(({ tag }) => toHex(utf8(tag))).join();
  if (tags(blob.entries) !== tags(domain.entries)) throw fault("E-BLOB-INCOMPLETE");
}

function checkSame(made: readonly OpenEntry[], wanted: readonly OpenEntry[]): void {
  const same =
    made.length === wanted.length
    && made.every((entry, i) => {
      const other = wanted[i];
      return other?.tag === entry.tag && equal(entry.plaintext, other.plaintext);
    });
  if (!same) throw fault("E-DOUBLE-ENTRY", { what: "the restore blob" });
}
