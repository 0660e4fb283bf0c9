// Any X.509 certificate taken apart by our own strict reader (RFC 5280 4.1); nothing in it is judged.
import { fromUtf8, toHex } from "./bytes.ts";
import { oid, readDer, TAG, type Element } from "./der.ts";

/** One extension: whether who does not know it must refuse, and what its OCTET STRING holds. */
export interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** The parts of a certificate, each as it stands: DER but for dates and the bare signature. */
export interface X509 {
  /** What the signature covers. */
  readonly tbs: Uint8Array;
  /** The signature algorithm's OBJECT IDENTIFIER, as `oidKey` names it. */
  readonly algorithm: string;
  readonly signature: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Uint8Array;
  /** By `oidKey`. */
  readonly extensions: ReadonlyMap<string, Extension>;
}

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const BOOLEAN = 0x01;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/** An OBJECT IDENTIFIER as a key of maps: hex of its DER. */
export const oidKey = (dotted: string): string => toHex(oid(dotted));

/** Takes a certificate apart, or null: no strict DER, another form, or an extension twice. */
export function readX509(der: Uint8Array): X509 | null {
  const [body, outer, bits, more] = readDer(der)?.children ?? [];
  if (body === undefined || outer === undefined || more !== undefined) return null;
  // [0] version, serial, algorithm, issuer, validity, subject, key, ... [3] extensions.
  const fields = body.children[0]?.tag === VERSION ? body.children.slice(1) : body.children;
  const [serial, inner, issuer, validity, subject, key, ...rest] = fields;
  const [notBefore, notAfter] = validity?.children.map(readTime) ?? [];
  const signature = readBits(bits);
  const extensions = readExtensions(rest.find(({ tag }) => tag === EXTENSIONS));
  const algorithm = outer.children[0];
  // The algorithm stands twice, and only one of the two is signed.
  const sameAlgorithm = inner !== undefined && toHex(inner.bytes) === toHex(outer.bytes);
  if (
    serial?.tag !== TAG.integer || algorithm?.tag !== TAG.oid || !sameAlgorithm || !notBefore
    || !notAfter || issuer === undefined || subject === undefined || key === undefined
    || signature === null || extensions === null
  ) return null;
  return {
    tbs: body.bytes, algorithm: toHex(algorithm.bytes), signature,
    issuer: issuer.bytes, subject: subject.bytes, notBefore, notAfter, spki: key.bytes, extensions,
  };
}

/** The bytes of a BIT STRING without unused bits. */
function readBits(element: Element | undefined): Uint8Array | null {
  const content = element?.tag === TAG.bitString ? element.content : null;
  return content?.[0] === 0 ? content.subarray(1) : null;
}

/** UTCTime or GeneralizedTime in the one form that RFC 5280 4.1.2.5 allows: to the second, Z. */
function readTime({ tag, content }: Element): Date | null {
  const text = toText(content);
  const century = tag === UTC_TIME ? (text < "5" ? "20" : "19") : "";
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) return null;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(century + text);
  if (parts === null) return null;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const date = new Date(iso);
  // A 31st of February would be carried over into March.
  return Number.isNaN(date.getTime()) || date.toISOString() !== iso ? null : date;
}

function toText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return "";
  }
}

function readExtensions(wrapper: Element | undefined): ReadonlyMap<string, Extension> | null {
  const list = wrapper === undefined ? [] : wrapper.children[0]?.children ?? [];
  const found = new Map<string, Extension>();
  for (const { tag, children } of list) {
    const [name, ...values] = children;
    const value = values.at(-1);
    const critical = values.length === 2 ? values[0] : undefined;
    const isTrue = critical?.tag === BOOLEAN && toHex(critical.content) === "ff";
    const key = name?.tag === TAG.oid ? toHex(name.bytes) : "";
    if (
      tag !== TAG.sequence || key === "" || found.has(key) || value?.tag !== TAG.octetString
      || values.length > 2 || (critical !== undefined && !isTrue)
    ) return null;
    found.set(key, { critical: isTrue, value: value.content });
  }
  return found;
}
