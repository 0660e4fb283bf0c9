// A certificate as we read it: one a file, strict DER, RSA, both engines agreeing on its key.
import { agreed } from "./agree.ts";
import { sha256Hex } from "./digest.ts";
import { readDer } from "./der.ts";
import { equal, utf8 } from "./bytes.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { readPem, writePem } from "./pem.ts";

/**
 * What a certificate says. `thumbprint` is lower-case hex of SHA-256 over the DER, as az matches
 * it.
 */
export interface Certificate {
  readonly der: Uint8Array;
  readonly pem: string;
  /** The SubjectPublicKeyInfo as it stands in the certificate, DER. */
  readonly spki: Uint8Array;
  /** base64url, as in a JWK; the exponent is always 65537. */
  readonly modulus: string;
  readonly thumbprint: string;
  readonly commonName: string;
  readonly organization: string;
  readonly bits: number;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * Reads a PEM file with exactly one certificate. Validity dates are reported and refuse nothing.
 * @throws Fault E-CERT-PEM, -KIND, -MULTIPLE and those of `readCertificateDer`
 */
export function readCertificate(pem: Uint8Array): Certificate {
  return readCertificateDer(certificateDer(pem));
}

/**
 * The DER in a PEM file with exactly one certificate; the certificate itself is not judged.
 * @throws Fault E-CERT-PEM, -KIND, -MULTIPLE
 */
export function certificateDer(pem: Uint8Array): Uint8Array {
  const blocks = readPem(pem);
  if (blocks === null) throw fault("E-CERT-PEM");
  const other = blocks.find((block) => block.label !== "CERTIFICATE");
  if (other !== undefined) throw fault("E-CERT-KIND", { found: kindOf(other.label) });
  const [first, second] = blocks;
  if (first === undefined || second !== undefined) throw fault("E-CERT-MULTIPLE");
  return first.der;
}

/**
 * Reads one certificate in DER.
 * @throws Fault E-CERT-DER, -KEYTYPE, -KEYSIZE, -EXPONENT, -SIGNATURE, E-DOUBLE-ENTRY
 */
export function readCertificateDer(der: Uint8Array): Certificate {
  const body = readDer(der)?.children[0];
  if (body === undefined) throw fault("E-CERT-DER");
  const fields = forge.readCertificate(der);
  const second = native.readCertificate(der);
  if (second === null) throw fault("E-CERT-DER");
  if (fields === null) throw fault("E-CERT-KEYTYPE");
  if (fields.modulusBits < 2048 || fields.modulusBits > 8192) throw fault("E-CERT-KEYSIZE");
  if (fields.exponent !== 0x10001) throw fault("E-CERT-EXPONENT");
  agreed("a certificate's key", utf8(fields.modulus), utf8(second.modulus));
  // [0] version, serial, algorithm, issuer, validity, subject, key (RFC 5280 4.1); v1 has no [0].
  const [issuer, , subject, key] = body.children.slice(body.children[0]?.tag === 0xa0 ? 3 : 2);
  if (key === undefined) throw fault("E-CERT-DER");
  const ownIssuer = issuer && subject && equal(issuer.bytes, subject.bytes);
  if (ownIssuer && !(fields.selfSigned && second.selfSigned)) throw fault("E-CERT-SIGNATURE");
  const { modulus, commonName, organization, notBefore, notAfter, modulusBits: bits } = fields;
  const named = { commonName, organization, notBefore, notAfter, bits, modulus };
  const pem = writePem("CERTIFICATE", der);
  return { der, pem, spki: key.bytes, thumbprint: sha256Hex(der), ...named };
}

/**
 * Judges the officers' certificates as a set, before the irreversible call.
 * @throws Fault E-CERT-COUNT, E-QUORUM, E-CERT-DUPLICATE, E-CERT-SAMEKEY
 */
export function judgeOfficers(certificates: readonly Certificate[], required: number): void {
  const officers = certificates.length;
  if (officers < 3 || officers > 10) throw fault("E-CERT-COUNT", { found: officers });
  if (required < 2 || required > officers) throw fault("E-QUORUM", { required, officers });
  const distinct = (of: (certificate: Certificate) => string) =>
    new Set(certificates.map(of)).size;
  if (distinct((c) => c.thumbprint) < officers) throw fault("E-CERT-DUPLICATE");
  if (distinct((c) => c.modulus) < officers) throw fault("E-CERT-SAMEKEY");
}

/**
 * True when an RSA-PSS-SHA256 signature (salt 32) over `message` verifies under this certificate.
 */
export function verifySignature(
  certificate: Certificate,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return native.pssVerify(certificate.spki, message, signature);
}

function kindOf(label: string): string {
  if (label.includes("PRIVATE KEY")) return "private key";
  if (label.includes("CERTIFICATE REQUEST")) return "certificate request";
  return "PEM file of another kind";
}
