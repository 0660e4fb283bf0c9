// What a certificate's key may be used for, by its key usage extension (RFC 5280 4.2.1.3).
import type { Certificate } from "./certificate.ts";
import { readDer, TAG } from "./der.ts";
import { oidKey, readX509, type Extension } from "./x509.ts";

/** The extension's name, as `oidKey` gives it. */
export const KEY_USAGE = oidKey("2.5.29.15");

/** In the order of their bits. */
const NAMES = [
  "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
  "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly",
] as const;

export type KeyUsage = (typeof NAMES)[number];

/** The named uses, or null where the certificate says nothing of them: then all are allowed. */
export const keyUsageOf = ({ der }: Certificate): readonly KeyUsage[] | null =>
  usesOf(readX509(der)?.extensions ?? new Map());

/** As `keyUsageOf`, of a certificate taken apart; what is no bit string names no use. */
export function usesOf(extensions: ReadonlyMap<string, Extension>): readonly KeyUsage[] | null {
  const usage = extensions.get(KEY_USAGE);
  if (usage === undefined) return null;
  const bits = readDer(usage.value);
  if (bits?.tag !== TAG.bitString) return [];
  // The first byte counts the unused bits, which DER wants to be zero.
  return NAMES.filter((_, i) => ((bits.content[1 + (i >> 3)] ?? 0) & (0x80 >> (i & 7))) !== 0);
}
