// What a certificate's key may be used for, by its key usage extension (RFC 5280 4.2.1.3).
import { equal } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import { oid, readDer, TAG } from "./der.ts";

const KEY_USAGE = "2.5.29.15";
const EXTENSIONS = 0xa3;

/** In the order of their bits. */
const NAMES = [
  "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
  "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly",
] as const;

export type KeyUsage = (typeof NAMES)[number];

/** The named uses, or null where the certificate says nothing of them: then all are allowed. */
export function keyUsageOf({ der }: Certificate): readonly KeyUsage[] | null {
  const body = readDer(der)?.children[0];
  const extensions = body?.children.find(({ tag }) => tag === EXTENSIONS)?.children[0]?.children;
  const found = extensions?.find(({ children: [name] }) =>
    name !== undefined && equal(name.bytes, oid(KEY_USAGE)));
  if (found === undefined) return null;
  const value = found.children.at(-1);
  const bits = value === undefined ? null : readDer(value.content);
  if (bits?.tag !== TAG.bitString) return [];
  // The first byte counts the unused bits, which DER wants to be zero.
  return NAMES.filter((_, i) => ((bits.content[1 + (i >> 3)] ?? 0) & (0x80 >> (i & 7))) !== 0);
}
