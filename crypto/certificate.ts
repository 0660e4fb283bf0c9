// A certificate as we read it: one per file, strict DER, RSA, both engines agreeing on its key.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import { Refusals } from "./accept.ts";
import { agreed } from "./agree.ts";
import { toBase64Url } from "./base64.ts";
import { fromBigInt, utf8 } from "./bytes.ts";
import { readCertificateBody } from "./certificate-body.ts";
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
  /** The SubjectPublicKeyInfo as it is in the certificate, DER. */
  readonly spki: Uint8Array;
  /** base64url, as in a JWK; the exponent is always 65537. */
  readonly modulus: string;
  readonly thumbprint: string;
  readonly commonName: string;
  readonly organization: string;
  readonly bits: number;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** False if it has a key usage with neither key nor data encipherment. */
  readonly forEncryption: boolean;
  /** Codes of refusals that were accepted in this reading, and needed. */
  readonly overruled: readonly string[];
}

/**
 * Reads a PEM file with exactly one certificate. Validity dates are only reported (`checkTime`),
 * unless they are invalid.
 * @param accepted codes of `ACCEPTABLE` that refuse nothing here: E-CERT-NAME
 * @throws Fault E-CERT-PEM, -KIND, -MULTIPLE and those of `readCertificateDer`
 */
export function readCertificate(pem: Uint8Array, accepted: readonly string[] = []): Certificate {
  return readCertificateDer(certificateDer(pem), accepted);
}

/**
 * The DER in a PEM file with exactly one certificate; the certificate itself is not checked.
 * @throws Fault E-CERT-PEM, -KIND, -MULTIPLE
 */
export function certificateDer(pem: Uint8Array): Uint8Array {
  const blocks = readPem(pem);
  if (typeof blocks === "number") throw notPem(pem, blocks);
  const other = blocks.find((block) => block.label !== "CERTIFICATE");
  if (other !== undefined) throw fault("E-CERT-KIND", { found: kindOf(other.label) });
  const [first, second] = blocks;
  if (first === undefined || second !== undefined)
    throw fault("E-CERT-MULTIPLE", { found: blocks.length });
  return first.der;
}

/**
 * Reads one certificate in DER: with our own reader, then with both engines; all must agree.
 * @throws Fault E-CERT-DER, -DEPTH, -OID, -KEYTYPE, -KEYSIZE, -EXPONENT, -WEAK, -HASH, -SIGNATURE,
 * -NAME, -TIME, E-DOUBLE-ENTRY
 */
export function readCertificateDer(der: Uint8Array, accepted: readonly string[] = []): Certificate {
  const refusals = new Refusals(accepted);
  const body = readCertificateBody(der, refusals);
  const [working, second] = [forge.readCertificate(der), native.readCertificate(der)];
  if (working === null || second === null) throw fault("E-CERT-DER", { at: 0 });
  const modulus = toBase64Url(fromBigInt(body.modulus));
  for (const engine of [working, second])
    agreed(sentence("crypto-faults.engines.certificateKey"), utf8(modulus), utf8(engine.modulus));
  if (body.namesItself && !(working.selfSigned && second.selfSigned))
    throw fault("E-CERT-SIGNATURE");
  const { spki, bits, commonName, organization, forEncryption, validity } = body;
  const pem = writePem("CERTIFICATE", der);
  const named = { commonName, organization, ...validity, bits, modulus, forEncryption };
  const { overruled } = refusals;
  return { der, pem, spki, thumbprint: native.sha256Hex(der), ...named, overruled };
}

/**
 * Checks the officers' certificates as a set, before the irreversible call.
 * @throws Fault E-CERT-COUNT, E-QUORUM, E-CERT-DUPLICATE, E-CERT-SAMEKEY
 */
export function checkOfficers(certificates: readonly Certificate[], required: number): void {
  const officers = certificates.length;
  if (officers < 3 || officers > 10) throw fault("E-CERT-COUNT", { found: officers });
  if (required < 2 || required > officers) throw fault("E-QUORUM", { required, officers });
  const twice = sameTwo(certificates.map(({ thumbprint }) => thumbprint));
  if (twice !== null) throw fault("E-CERT-DUPLICATE", twice);
  const shared = sameTwo(certificates.map(({ modulus }) => modulus));
  if (shared !== null) throw fault("E-CERT-SAMEKEY", shared);
}

/** The places, from 1, of the first two equal values. */
function sameTwo(values: readonly string[]): { a: number; b: number } | null {
  const at = values.findIndex((value, i) => values.indexOf(value) < i);
  return at < 0 ? null : { a: values.indexOf(values[at] ?? "") + 1, b: at + 1 };
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

/**
 * What a new signing key signs first: the wrapping key that was made with it. ASCII. An entry's
 * hash never begins like this, so one signature cannot pass for the other.
 * @param thumbprint of the wrapping certificate, lower-case hex
 */
export const bindingOf = (thumbprint: string): Uint8Array => utf8(`wrapping-key ${thumbprint}`);

/** Text that is not PEM from this line on; small letters in the first line are named. */
function notPem(pem: Uint8Array, line: number) {
  const begin = String.fromCharCode(...pem.subarray(0, 11));
  if (begin === "-----begin ")
    return fault("E-CERT-KIND", { found: sentence("crypto-faults.inside.lowerCase") });
  return fault("E-CERT-PEM", { line });
}

function kindOf(label: string): RefusalSentence {
  if (label.includes("PRIVATE KEY")) return sentence("crypto-faults.inside.privateKey");
  if (label.includes("CERTIFICATE REQUEST")) return sentence("crypto-faults.inside.request");
  if (label === "PUBLIC KEY") return sentence("crypto-faults.inside.publicKey");
  return label === "PKCS7"
    ? sentence("crypto-faults.inside.pkcs7")
    : sentence("crypto-faults.inside.otherPem");
}
