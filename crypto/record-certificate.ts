// The certificates that count in a record: those of the one form that this app makes.
import { fromBase64 } from "./base64.ts";
import { equal, fromUtf8, utf8 } from "./bytes.ts";
import type { KeyUse } from "./certificate-maker.ts";
import { isCommonName } from "./certificate-name.ts";
import { readValidity, writeTime, type Validity } from "./certificate-time.ts";
import { readCertificateDer, type Certificate } from "./certificate.ts";
import { integer, oid, readDer, sequence, TAG, writeDer, type Element } from "./der.ts";
import { isFault } from "./errors.ts";
import { writePem } from "./pem.ts";

/** A certificate that counts, and what its key is for: a signing or a wrapping certificate. */
export interface RecordCertificate extends Certificate {
  readonly use: KeyUse;
}

/** The longest text of this form, in characters. */
const TEXT_MAX = 4096;

/** What was read lately: a record's chain and its rules both ask, and two engines read each. */
const read = new Map<string, RecordCertificate | null>();
const READ_MAX = 256;

/**
 * Reads a text of a record as a certificate of the one form that counts there:
 * `electron/journal/FORMAT.md`, "A certificate that counts". Every value has only one encoding, so the
 * text is written again from its values and must be the same.
 * @returns null for any other text
 */
export function readRecordCertificate(pem: string): RecordCertificate | null {
  if (pem.length > TEXT_MAX) return null;
  const known = read.get(pem);
  if (known !== undefined) return known;
  const certificate = readText(pem);
  if (read.size === READ_MAX) read.clear();
  read.set(pem, certificate);
  return certificate;
}

function readText(pem: string): RecordCertificate | null {
  const der = derIn(pem);
  const parts = der === null ? null : partsOf(der);
  if (der === null || parts === null) return null;
  const use = USES.find((one) => equal(certificateOf(parts, one), der));
  const certificate = use === undefined ? null : readOrNull(der);
  return use === undefined || certificate === null ? null : { ...certificate, use };
}

const USES = ["digitalSignature", "keyEncipherment"] as const satisfies readonly KeyUse[];

/** A KeyUsage (RFC 5280 4.2.1.3) of one bit: the count of unused bits, and the bits. */
const BITS = {
  digitalSignature: Uint8Array.of(7, 0x80),
  keyEncipherment: Uint8Array.of(5, 0x20),
} as const satisfies Record<KeyUse, Uint8Array>;

/** The DER in the only PEM text that its bytes have, or null. */
function derIn(pem: string): Uint8Array | null {
  const body = pem.split("\n").slice(1, -2).join("");
  const der = fromBase64(body);
  return typeof der !== "number" && writePem("CERTIFICATE", der) === pem ? der : null;
}

/** The values that differ from certificate to certificate. */
interface Parts {
  readonly serial: Uint8Array;
  readonly organization: string | null;
  readonly commonName: string;
  readonly validity: Validity;
  readonly modulus: Uint8Array;
  readonly signature: Uint8Array;
}

/** These values, if they have the right form; everything else is ignored. */
function partsOf(der: Uint8Array): Parts | null {
  const [body, , bits] = readDer(der)?.children ?? [];
  const [, serial, , name, dates, , key] = body?.children ?? [];
  const validity = dates === undefined ? null : readValidity(dates);
  const numbers = readDer(key?.children[1]?.content.subarray(1) ?? new Uint8Array());
  const [modulus, signature] = [numbers?.children[0]?.content, bits?.content.subarray(1)];
  const [first, last] = name?.children ?? [];
  if (!serial || !first || validity === null || !modulus || !signature) return null;
  const [organization, commonName] = last
    ? [textIn(first), textIn(last)]
    : ([null, textIn(first)] as const);
  const sound =
    isSerial(serial.content)
    && (organization === null || organization === "REHEARSAL")
    && isCommonName(commonName)
    && validity.notBefore.getUTCFullYear() >= 1950
    && validity.notBefore <= validity.notAfter
    && [256, 384, 512].includes(modulus.length - 1)
    && signature.length === modulus.length - 1;
  return sound
    ? { serial: serial.content, organization, commonName, validity, modulus, signature }
    : null;
}

/** 16 bytes, positive, the second highest bit set: as random ones are made. */
const isSerial = (bytes: Uint8Array): boolean =>
  bytes.length === 16 && (bytes[0] ?? 0) >= 0x40 && (bytes[0] ?? 0) < 0x80;

function textIn({ children: [attribute] }: Element): string {
  try {
    return fromUtf8(attribute?.children[1]?.content ?? new Uint8Array());
  } catch {
    return "";
  }
}

const NOTHING = writeDer(TAG.nullValue);
const SHA256_RSA = sequence(oid("1.2.840.113549.1.1.11"), NOTHING);
const RSA = sequence(oid("1.2.840.113549.1.1.1"), NOTHING);
const [UTF8_STRING, SET, VERSION, EXTENSIONS] = [0x0c, 0x31, 0xa0, 0xa3];

/** The certificate of these values, in DER. */
function certificateOf(parts: Parts, use: KeyUse): Uint8Array {
  const { serial, organization, commonName, validity, modulus, signature } = parts;
  const name = sequence(
    ...(organization === null ? [] : [attribute("2.5.4.10", organization)]),
    attribute("2.5.4.3", commonName),
  );
  const numbers = sequence(writeDer(TAG.integer, modulus), integer(65537));
  const usage = sequence(
    oid("2.5.29.15"),
    writeDer(TAG.boolean, Uint8Array.of(0xff)),
    writeDer(TAG.octetString, writeDer(TAG.bitString, BITS[use])),
  );
  const body = sequence(
    writeDer(VERSION, integer(2)),
    writeDer(TAG.integer, serial),
    SHA256_RSA,
    name,
    sequence(writeTime(validity.notBefore), writeTime(validity.notAfter)),
    name,
    sequence(RSA, bitString(numbers)),
    writeDer(EXTENSIONS, sequence(usage)),
  );
  return sequence(body, SHA256_RSA, bitString(signature));
}

const bitString = (bytes: Uint8Array): Uint8Array =>
  writeDer(TAG.bitString, Uint8Array.of(0), bytes);

const attribute = (type: string, text: string): Uint8Array =>
  writeDer(SET, sequence(oid(type), writeDer(UTF8_STRING, utf8(text))));

/** Read by both engines, self-signed, its modulus not weak; else null. */
function readOrNull(der: Uint8Array): Certificate | null {
  try {
    return readCertificateDer(der);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
