// The security domain's download: the request body, byte for byte as Microsoft's own tool sends it,
// and the security domain in the answer.
import { brotliDecompressSync, unzipSync } from "node:zlib";
import {
  FILE_BYTES_MAX,
  isArray,
  isObject,
  readJson,
  sha1,
  sha256Hex,
  fromHex,
  toBase64,
  toBase64Url,
  type Json,
  type JsonObject,
} from "../../crypto/index.ts";
import { UnreadFault, unreadMember } from "./faults.ts";
import { sentence } from "../text/sentence.ts";
import type { OfficerCertificate } from "./hsm.ts";

export { UnreadFault } from "./faults.ts";

/**
 * The JSON body of POST securitydomain/download (docs/azure-protocol.md 2), with Python's spacing
 * as recorded. The caller has checked the set (crypto's checkOfficers): 3 to 10, different, quorum.
 */
export const downloadRequest = (
  certificates: readonly OfficerCertificate[],
  required: number,
): string => spaced({ certificates: certificates.map(jwkOf), required });

/** Members and their order as recorded; the service rejects `kid` (seen), which its spec has. */
const jwkOf = ({ der, modulus }: OfficerCertificate): Json => ({
  kty: "RSA",
  key_ops: ["verify", "encrypt", "wrapKey"],
  n: modulus,
  e: "AQAB",
  x5c: [toBase64(der)],
  x5t: toBase64Url(sha1(der)),
  "x5t#S256": toBase64Url(fromHex(sha256Hex(der)) ?? new Uint8Array()),
  alg: "RSA-OAEP-256",
});

function spaced(value: Json): string {
  if (isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${spaced(member ?? null)}`,
  );
  return `{${members.join(", ")}}`;
}

/**
 * The `value` of a download's answer: the security domain as text, not yet checked. Recorded answers
 * have it as a string; an object, or the domain without a `value`, is read as well. An answer that
 * came compressed without being asked to is decompressed; the stored bytes are the original ones.
 * @throws Fault E-HSM-BODY if the bytes are not strict JSON with a security domain in `value`
 */
export function readAnswer(bytes: Uint8Array): string {
  const reading = readJson(unpacked(bytes));
  if (!reading.ok || !isObject(reading.value))
    throw new UnreadFault(sentence("hsm-faults.bodyJson"));
  const { value } = reading.value;
  // The specification types the exchange key as an object, and the HSM sends it as a string: either
  // may come here too. It is then written as Azure writes a domain: compact.
  const bare = value === undefined ? reading.value : value;
  if (isObject(bare) && hasEntries(bare)) return JSON.stringify(bare);
  if (typeof value !== "string" || value === "") throw unreadMember("value");
  return value;
}

const hasEntries = ({ EncData: entries }: JsonObject): boolean =>
  isObject(entries ?? null) && isArray((entries as JsonObject)["data"] ?? null);

/** JSON is unchanged; else gzip, zlib or brotli (RFC 9110, 8.4.1), whichever succeeds. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x7b) return bytes;
  for (const unpack of [unzipSync, brotliDecompressSync])
    try {
      return new Uint8Array(unpack(bytes, { maxOutputLength: FILE_BYTES_MAX }));
    } catch {
      // It was not compressed in this way, or only in part.
    }
  return bytes;
}
