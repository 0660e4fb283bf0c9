// A certificate revocation list as Intel publishes it (RFC 5280 5): its issuer, its date, and the
// serial numbers it names. Only the complete and direct list of one issuer is read.
import { equal, toHex } from "./bytes.ts";
import { readTime } from "./certificate-time.ts";
import { readDer, readInteger, TAG, type Element } from "./der.ts";
import { p256Verify } from "./native-ec.ts";
import { ECDSA_SHA256 } from "./pck-chain.ts";
import { readPem } from "./pem.ts";
import { readExtensions, usesOf, type X509 } from "./x509.ts";

export interface Crl {
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly issuer: Uint8Array;
  readonly issued: Date;
  readonly next: Date;
  /** Serial numbers as `X509.serial` gives them. */
  readonly revoked: ReadonlySet<string>;
}

const EXTENSIONS = 0xa0;
/** Version 2 is encoded as 1. */
const V2 = 1;

/** Reads a list in DER, or as one block of PEM; null if it has another form. */
export function readCrl(bytes: Uint8Array): Crl | null {
  const blocks = readPem(bytes);
  const [block, more] = typeof blocks === "number" ? [] : blocks;
  const isPem = block?.label === "X509 CRL" && more === undefined;
  const list = readDer(isPem ? block.der : bytes);
  const [body, outer, bits, rest] = list?.children ?? [];
  const [version, inner, issuer, from, until, ...parts] = body?.children ?? [];
  const [issued, next] = [from, until].map((time) => (time === undefined ? null : readTime(time)));
  const revoked = readRevoked(parts);
  if (
    list?.tag !== TAG.sequence
    || body?.tag !== TAG.sequence
    || rest !== undefined
    || readInteger(version) !== V2
    || issuer?.tag !== TAG.sequence
    || inner === undefined
    || outer === undefined
    || !equal(inner.bytes, outer.bytes)
    || toHex(inner.children[0]?.bytes ?? new Uint8Array()) !== ECDSA_SHA256
    || bits?.tag !== TAG.bitString
    || bits.content[0] !== 0
    || !issued
    || !next
    || revoked === null
  )
    return null;
  return {
    tbs: body.bytes,
    signature: bits.content.subarray(1),
    issuer: issuer.bytes,
    issued,
    next,
    revoked,
  };
}

/** True when this certificate's key may sign lists, and signed this one. */
export const isIssuedBy = (crl: Crl, issuer: X509): boolean =>
  equal(crl.issuer, issuer.subject)
  && usesOf(issuer.extensions)?.includes("cRLSign") === true
  && p256Verify(issuer.spki, crl.tbs, crl.signature, "der");

/** The serial numbers, or null for another form or an extension that changes what the list means. */
function readRevoked(parts: readonly Element[]): ReadonlySet<string> | null {
  const [first] = parts;
  const list = first?.tag === TAG.sequence ? first.children : [];
  const [wrapper, more] = first?.tag === TAG.sequence ? parts.slice(1) : parts;
  if (more !== undefined || (wrapper !== undefined && wrapper.tag !== EXTENSIONS)) return null;
  if (hasCritical(wrapper)) return null;
  const serials = list.map(({ children: [serial, date, extensions, extra] }) => {
    const known = serial?.tag === TAG.integer && date !== undefined && readTime(date) !== null;
    // A critical one may say that this entry is for another issuer's certificate (5.3.3).
    const isPlain = extra === undefined && !hasCritical(extensions, true);
    return known && isPlain ? toHex(serial.bytes) : null;
  });
  const found = serials.filter((serial) => serial !== null);
  return found.length === serials.length ? new Set(found) : null;
}

/** Also true if they cannot be read. @param bare not wrapped, as in an entry */
function hasCritical(extensions: Element | undefined, bare = false): boolean {
  if (extensions === undefined) return false;
  const read = readExtensions(bare ? { ...extensions, children: [extensions] } : extensions);
  return read === null || [...read.values()].some(({ critical }) => critical);
}
