// Certificates on P-256: root, authority and leaf behind a rehearsal's quotes, like Intel's.
import { concat, utf8 } from "./bytes.ts";
import { writeTime } from "./certificate-time.ts";
import { integer, oid, sequence, TAG, writeDer } from "./der.ts";
import { sha1 } from "./native.ts";
import { p256Point, p256Sign, type P256Pair } from "./native-ec.ts";

/** What is in it. `below` is how many authorities may be under this one; null for a leaf. */
export interface EcCertificateForm {
  readonly subject: string;
  readonly issuer: string;
  readonly serial: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly below: number | null;
}

const [BOOLEAN, UTF8_STRING, SET, VERSION, EXTENSIONS, KEY_IDENTIFIER] = [
  0x01, 0x0c, 0x31, 0xa0, 0xa3, 0x80,
];
const V3 = 2;

/**
 * Makes a certificate for `spki`, signed (ECDSA with SHA-256) by the issuer's key. DER.
 * @param issuer the issuer's key pair
 */
export function makeEcCertificate(
  form: EcCertificateForm,
  spki: Uint8Array,
  issuer: P256Pair,
): Uint8Array {
  const algorithm = sequence(oid("1.2.840.10045.4.3.2"));
  const tbs = sequence(
    writeDer(VERSION, integer(V3)),
    writeDer(TAG.integer, form.serial),
    algorithm,
    name(form.issuer),
    sequence(writeTime(form.notBefore), writeTime(form.notAfter)),
    name(form.subject),
    spki,
    writeDer(EXTENSIONS, sequence(...use(form.below), ...keyNames(spki, issuer.spki))),
  );
  const signature = p256Sign(issuer.pkcs8, tbs, "der");
  return sequence(tbs, algorithm, writeDer(TAG.bitString, Uint8Array.of(0), signature));
}

function name(common: string): Uint8Array {
  const attribute = sequence(oid("2.5.4.3"), writeDer(UTF8_STRING, utf8(common)));
  return sequence(writeDer(SET, attribute));
}

/** Basic constraints and key usage, both critical, as in Intel's certificates. */
function use(below: number | null): readonly Uint8Array[] {
  const isTrue = writeDer(BOOLEAN, Uint8Array.of(0xff));
  const constraints = below === null ? sequence() : sequence(isTrue, integer(below));
  // keyCertSign and cRLSign, or digitalSignature and nonRepudiation; the first byte: unused bits.
  const usage = below === null ? Uint8Array.of(6, 0xc0) : Uint8Array.of(1, 0x06);
  return [
    extension("2.5.29.19", isTrue, constraints),
    extension("2.5.29.15", isTrue, writeDer(TAG.bitString, usage)),
  ];
}

/** Key identifiers of its own key and of the issuer's (RFC 5280 4.2.1.1 and 4.2.1.2). */
function keyNames(own: Uint8Array, issuers: Uint8Array): readonly Uint8Array[] {
  return [
    extension("2.5.29.14", writeDer(TAG.octetString, keyName(own))),
    extension("2.5.29.35", sequence(writeDer(KEY_IDENTIFIER, keyName(issuers)))),
  ];
}

/** SHA-1 of the point, with its mark for "uncompressed". */
const keyName = (spki: Uint8Array): Uint8Array =>
  sha1(concat(Uint8Array.of(4), p256Point(spki) ?? new Uint8Array()));

/** An extension; more than one part is a mark of being critical, and the value. */
export function extension(id: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const value = parts.at(-1) ?? new Uint8Array();
  return sequence(oid(id), ...parts.slice(0, -1), writeDer(TAG.octetString, value));
}
