// The parts of an X.509 certificate, by our own strict reader (RFC 5280 4.1), not validated.
import { equal, toHex } from "./bytes.ts";
import { readValidity } from "./certificate-time.ts";
import { oid, readDer, readInteger, TAG, type Element } from "./der.ts";

/** One extension: whether a reader that does not know it must refuse, and its OCTET STRING. */
export interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** The parts by name. The `inner` algorithm is signed, the `outer` one is not. */
export interface Fields {
  readonly body: Element;
  readonly inner: Element;
  readonly outer: Element;
  readonly serial: Element;
  readonly issuer: Element;
  readonly validity: Element;
  readonly subject: Element;
  readonly key: Element;
  /** A BIT STRING's bytes, without unused bits. */
  readonly signature: Uint8Array;
  /** By `oidKey`. */
  readonly extensions: ReadonlyMap<string, Extension>;
}

/** A certificate for checking chains: DER except for dates and the bare signature. */
export interface X509 {
  /** What the signature covers. */
  readonly tbs: Uint8Array;
  /** The signature algorithm's OBJECT IDENTIFIER, as `oidKey` names it. */
  readonly algorithm: string;
  readonly signature: Uint8Array;
  /** The INTEGER in hex of its DER, as in a revocation list. */
  readonly serial: string;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Uint8Array;
  readonly extensions: ReadonlyMap<string, Extension>;
}

const [VERSION, EXTENSIONS] = [0xa0, 0xa3];
const V3 = 3;
const BOOLEAN = 0x01;

/** An OBJECT IDENTIFIER as a key of maps: hex of its DER. */
export const oidKey = (dotted: string): string => toHex(oid(dotted));

/** The parts of a certificate; null if one is missing, of another kind, or duplicate. */
export function fieldsOf(certificate: Element): Fields | null {
  const [body, outer, bits, more] = certificate.children;
  const parts = body?.children ?? [];
  // [0] version, serial, algorithm, issuer, validity, subject, key, ... [3]; v1 has no [0].
  const version = parts[0]?.tag === VERSION ? readVersion(parts[0]) : 1;
  const [serial, inner, issuer, validity, subject, key, ...rest] =
    parts[0]?.tag === VERSION ? parts.slice(1) : parts;
  const sequences = [certificate, body, outer, inner, issuer, validity, subject, key];
  const sound =
    sequences.every((part) => part?.tag === TAG.sequence)
    && serial?.tag === TAG.integer
    && more === undefined
    && mayFollow(rest, version);
  const signature =
    bits?.tag === TAG.bitString && bits.content[0] === 0 ? bits.content.subarray(1) : null;
  const extensions = readExtensions(rest.find(({ tag }) => tag === EXTENSIONS));
  if (
    !sound
    || !body
    || !inner
    || !outer
    || !issuer
    || !validity
    || !subject
    || !key
    || signature === null
    || extensions === null
  )
    return null;
  return { body, inner, outer, serial, issuer, validity, subject, key, signature, extensions };
}

/** Splits a certificate into its parts; null for lax DER, another form, or invalid dates. */
export function readX509(der: Uint8Array): X509 | null {
  const certificate = readDer(der);
  const fields = certificate === null ? null : fieldsOf(certificate);
  const dates = fields === null ? null : readValidity(fields.validity);
  const algorithm = fields?.outer.children[0];
  // The algorithm appears twice, and only one of the two is signed (RFC 5280 4.1.1.2).
  if (
    fields === null
    || dates === null
    || algorithm?.tag !== TAG.oid
    || !equal(fields.inner.bytes, fields.outer.bytes)
  )
    return null;
  const { body, serial, issuer, subject, key, signature, extensions } = fields;
  return {
    tbs: body.bytes,
    algorithm: toHex(algorithm.bytes),
    signature,
    serial: toHex(serial.bytes),
    issuer: issuer.bytes,
    subject: subject.bytes,
    spki: key.bytes,
    extensions,
    ...dates,
  };
}

/** 2 or 3: version 1 is the default, which DER omits. 0 for any other. */
function readVersion({ children: [number, more] }: Element): number {
  const version = more === undefined ? (readInteger(number) ?? 0) : 0;
  return version === 1 || version === 2 ? version + 1 : 0;
}

/**
 * After the key: extensions, only in version 3 (RFC 5280 4.1). Unique identifiers, which are
 * obsolete (4.1.2.8), are read by only one of the engines, so they are refused.
 */
function mayFollow([extensions, more]: readonly Element[], version: number): boolean {
  if (version === 0 || more !== undefined) return false;
  return extensions === undefined || (version === V3 && extensions.tag === EXTENSIONS);
}

/** A duplicate extension has two meanings, so none is read (RFC 5280 4.2). */
export function readExtensions(
  wrapper: Element | undefined,
): ReadonlyMap<string, Extension> | null {
  if (wrapper === undefined) return new Map();
  const [list, more] = wrapper.children;
  if (list?.tag !== TAG.sequence || more !== undefined) return null;
  const found = new Map<string, Extension>();
  for (const {
    tag,
    children: [name, ...values],
  } of list.children) {
    const value = values.at(-1);
    const mark = values.length === 2 ? values[0] : undefined;
    const key = name?.tag === TAG.oid ? toHex(name.bytes) : "";
    if (
      tag !== TAG.sequence
      || key === ""
      || found.has(key)
      || value?.tag !== TAG.octetString
      || values.length > 2
      || (mark !== undefined && !isTrue(mark))
    )
      return null;
    found.set(key, { critical: mark !== undefined, value: value.content });
  }
  return found;
}

/** The only value that DER writes: false is the default, and omitted. */
const isTrue = ({ tag, content }: Element): boolean => tag === BOOLEAN && content[0] === 0xff;

/** The name of the key usage extension (RFC 5280 4.2.1.3), as `oidKey` gives it. */
export const KEY_USAGE = oidKey("2.5.29.15");

/** The uses, in the order of their bits. */
const USES = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
] as const;

export type KeyUsage = (typeof USES)[number];

/** The uses that a certificate names; null if it names none and allows all. */
export const keyUsageOf = ({ der }: { readonly der: Uint8Array }): readonly KeyUsage[] | null =>
  usesOf(readX509(der)?.extensions ?? new Map());

/** As `keyUsageOf`, of a parsed certificate; an invalid bit string names no use. */
export function usesOf(extensions: ReadonlyMap<string, Extension>): readonly KeyUsage[] | null {
  const usage = extensions.get(KEY_USAGE);
  if (usage === undefined) return null;
  const bits = readDer(usage.value);
  if (bits?.tag !== TAG.bitString) return [];
  // The first byte counts the unused bits, which must be zero in DER.
  return USES.filter((_, i) => ((bits.content[1 + (i >> 3)] ?? 0) & (0x80 >> (i & 7))) !== 0);
}
