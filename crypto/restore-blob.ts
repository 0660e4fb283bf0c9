// The restore blob: the domain's data, encrypted for the recovery HSM's exchange key.
import { sentence } from "../electron/text/sentence.ts";
import { toHex, utf8 } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import type { Jwe } from "./jwe.ts";
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

/** A restore blob as read: its exchange certificate's SHA-256 (hex), its key, its entries. */
export interface RestoreBlob {
  readonly exchangeThumbprint: string;
  readonly wrappedKey: Jwe;
  readonly entries: readonly Entry[];
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
      throw fault("E-KIND", {
        found: sentence("crypto-faults.domainFile"),
        wanted: sentence("crypto-faults.blob"),
      });
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
 * Checks from public bytes that a blob is for this exchange key and complete for this domain.
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
