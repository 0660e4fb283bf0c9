// A certificate as our own DER reader reads it (RFC 5280 4.1), before any engine sees it.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import type { Refusals } from "./accept.ts";
import { equal, fromBigInt, toBigInt, toHex } from "./bytes.ts";
import { isReadAlike, isWellFormed, readName } from "./certificate-name.ts";
import { readValidity, type Validity } from "./certificate-time.ts";
import { toBase64Url } from "./base64.ts";
import {
  oid,
  isNatural,
  parseDer,
  readDer,
  readInteger,
  TAG,
  type DerProblem,
  type Element,
} from "./der.ts";
import { areReadAlike } from "./extension-values.ts";
import { fault } from "./faults.ts";
import { isWeakModulus } from "./weak-modulus.ts";
import { fieldsOf, usesOf, type Fields } from "./x509.ts";

/** The contents of a certificate, checked except for its signature. */
export interface CertificateBody {
  readonly spki: Uint8Array;
  readonly modulus: bigint;
  readonly bits: number;
  readonly commonName: string;
  readonly organization: string;
  readonly validity: Validity;
  /** It names itself as its issuer, so it must be self-signed. */
  readonly namesItself: boolean;
  /** False if it has a key usage with neither key nor data encipherment. */
  readonly forEncryption: boolean;
}

const RSA = oid("1.2.840.113549.1.1.1");
const EXPONENT = 65537n;

/**
 * @throws Fault E-CERT-DER, -DEPTH, -OID, -KEYTYPE, -KEYSIZE, -EXPONENT, -WEAK, -HASH, -SIGNATURE;
 *   -TIME; unless accepted, -NAME
 */
export function readCertificateBody(der: Uint8Array, refusals: Refusals): CertificateBody {
  const reading = parseDer(der);
  if (!reading.ok) throw derFault(reading.problem, reading.at);
  const fields = fieldsOf(reading.element);
  if (fields === null || !areReadAlike(fields.extensions)) throw fault("E-CERT-DER", { at: 0 });
  const { modulus, bits } = readKey(fields.key);
  const namesItself = equal(fields.subject.bytes, fields.issuer.bytes);
  if (!isSoundSignature(fields.inner, namesItself)) throw fault("E-CERT-HASH");
  // The algorithm appears twice, and only one of them is signed (RFC 5280 4.1.1.2).
  if (!equal(fields.inner.bytes, fields.outer.bytes)) throw fault("E-CERT-SIGNATURE");
  const names = shownNames(fields.subject, fields.issuer, refusals);
  const validity = readValidity(fields.validity);
  // An invalid date cannot be accepted: BoringSSL does not read such a certificate at all.
  if (validity === null) throw fault("E-CERT-TIME");
  return {
    spki: fields.key.bytes,
    modulus,
    bits,
    ...names,
    validity,
    namesItself,
    forEncryption: isForEncryption(fields.extensions),
  };
}

const CODES = {
  form: "E-CERT-DER",
  depth: "E-CERT-DEPTH",
  oid: "E-CERT-OID",
} as const satisfies Record<DerProblem, string>;

const derFault = (problem: DerProblem, at: number) => fault(CODES[problem], { at });

/**
 * The modulus of a certificate's RSA key, base64url as in a JWK, or null if there is none.
 * Nothing else of the certificate is checked.
 */
export function modulusIn(der: Uint8Array): string | null {
  const certificate = readDer(der);
  const fields = certificate === null ? null : fieldsOf(certificate);
  const numbers = fields === null ? null : rsaNumbers(fields.key);
  return numbers === null ? null : toBase64Url(fromBigInt(numbers.modulus));
}

/** The RSA key, checked by its numbers. */
function readKey(spki: Element): { modulus: bigint; bits: number } {
  const [algorithm, bits] = spki.children;
  const name = algorithm?.children[0];
  if (name === undefined || bits?.tag !== TAG.bitString) throw fault("E-CERT-DER", { at: 0 });
  if (!equal(name.bytes, RSA)) throw fault("E-CERT-KEYTYPE", { found: kindOfKey(algorithm) });
  const numbers = rsaNumbers(spki);
  if (numbers === null) throw fault("E-CERT-DER", { at: 0 });
  const { modulus, exponent } = numbers;
  const length = modulus.toString(2).length;
  if (length < 2048 || length > 8192) throw fault("E-CERT-KEYSIZE", { found: length });
  if (exponent !== EXPONENT) throw fault("E-CERT-EXPONENT");
  if (isWeakModulus(modulus)) throw fault("E-CERT-WEAK");
  return { modulus, bits: length };
}

/** RFC 3279 2.3.1 requires the NULL: OpenSSL does not insist on it, BoringSSL does. */
function rsaNumbers(spki: Element): { modulus: bigint; exponent: bigint } | null {
  const [algorithm, bits, other] = spki.children;
  const [name, none, more] = algorithm?.children ?? [];
  const isRsa =
    name !== undefined
    && equal(name.bytes, RSA)
    && none?.tag === TAG.nullValue
    && more === undefined
    && bits?.tag === TAG.bitString
    && bits.content[0] === 0
    && other === undefined;
  const numbers = isRsa ? readDer(bits.content.subarray(1)) : null;
  const [n, e, another] = numbers?.tag === TAG.sequence ? numbers.children : [];
  if (!isNatural(n) || !isNatural(e) || another !== undefined) return null;
  return { modulus: toBigInt(n.content), exponent: toBigInt(e.content) };
}

const KINDS: ReadonlyMap<string, RefusalSentence> = new Map(
  (
    [
      ["1.2.840.10045.2.1", sentence("crypto-faults.keyOf", { algorithm: "EC" })],
      ["1.2.840.10045.3.1.7", sentence("crypto-faults.ecKeyOn", { curve: "P-256" })],
      ["1.3.132.0.34", sentence("crypto-faults.ecKeyOn", { curve: "P-384" })],
      ["1.3.132.0.35", sentence("crypto-faults.ecKeyOn", { curve: "P-521" })],
      ["1.3.101.112", sentence("crypto-faults.keyOf", { algorithm: "Ed25519" })],
      ["1.3.101.113", sentence("crypto-faults.keyOf", { algorithm: "Ed448" })],
      ["1.3.101.110", sentence("crypto-faults.keyOf", { algorithm: "X25519" })],
      ["1.2.840.113549.1.1.10", sentence("crypto-faults.pssKey")],
      ["1.2.840.10040.4.1", sentence("crypto-faults.dsaKey")],
    ] as const
  ).map(([dotted, kind]) => [toHex(oid(dotted)), kind]),
);

/** The name of a curve says more than "EC". */
function kindOfKey(algorithm: Element | undefined): RefusalSentence {
  const [name, parameters] = (algorithm?.children ?? []).map(({ bytes }) => toHex(bytes));
  return KINDS.get(parameters ?? "") ?? KINDS.get(name ?? "") ?? sentence("crypto-faults.otherKey");
}

function shownNames(subject: Element, issuer: Element, refusals: Refusals) {
  if (!isReadAlike(subject) || !isReadAlike(issuer)) throw fault("E-CERT-DER", { at: 0 });
  const [name, issuerName] = [readName(subject), readName(issuer)];
  if (name === null || issuerName === null)
    refusals.raise(fault("E-CERT-NAME", { wanted: sentence("crypto-faults.visibleName") }));
  if (!isWellFormed(subject) || !isWellFormed(issuer)) throw fault("E-CERT-DER", { at: 0 });
  return name ?? readName(subject, true) ?? { commonName: "", organization: "" };
}

function isForEncryption(extensions: Fields["extensions"]): boolean {
  const uses = usesOf(extensions);
  return uses === null || uses.includes("keyEncipherment") || uses.includes("dataEncipherment");
}

const hexOf = (dotted: string): string => toHex(oid(dotted));

/** Signatures over SHA-256, -384, -512 with RSA, whose parameters are NULL (RFC 4055 5). */
const BY_RSA = new Set(
  ["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13"].map(hexOf),
);
/** ecdsa-with-SHA256, -384, -512; Ed25519, which has a hash of its own. */
const BY_OTHERS = new Set(
  ["1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", "1.3.101.112"].map(hexOf),
);
const PSS = hexOf("1.2.840.113549.1.1.10");
const MGF1 = hexOf("1.2.840.113549.1.1.8");
/** A hash of the SHA-2 family and its bytes. */
const SHA2: ReadonlyMap<string, number> = new Map([
  [hexOf("2.16.840.1.101.3.4.2.1"), 32],
  [hexOf("2.16.840.1.101.3.4.2.2"), 48],
  [hexOf("2.16.840.1.101.3.4.2.3"), 64],
]);

/**
 * Whether an AlgorithmIdentifier of a signature names a hash of the SHA-2 family.
 * @param isOwn the certificate's own signature, which the engines verify
 */
function isSoundSignature(algorithm: Element, isOwn: boolean): boolean {
  const [name, parameters, more] = algorithm.children;
  const named = name?.tag === TAG.oid ? toHex(name.bytes) : "";
  if (more !== undefined) return false;
  if (named === PSS) return isSoundPss(parameters, isOwn);
  if (BY_OTHERS.has(named)) return true;
  return BY_RSA.has(named) && (parameters === undefined || parameters.tag === TAG.nullValue);
}

/**
 * RSASSA-PSS-params (RFC 4055 3.1): omitted members mean SHA-1, and are refused. A certificate's
 * own signature BoringSSL verifies in one form only: one hash, and a salt of its length.
 */
function isSoundPss(parameters: Element | undefined, isOwn: boolean): boolean {
  const members = parameters?.tag === TAG.sequence ? parameters.children : [];
  const tags = members.map(({ tag }) => tag).join();
  const [hash, mask, salt, trailer] = members.map(({ children: [one, more] }) =>
    more === undefined ? one : undefined,
  );
  const [maskName, maskHash, more] = mask?.children ?? [];
  const bytes = lengthOf(hash);
  const isMask = maskName !== undefined && toHex(maskName.bytes) === MGF1 && more === undefined;
  const sound =
    bytes !== null && mask?.tag === TAG.sequence && isMask && lengthOf(maskHash) !== null;
  if (isOwn)
    return (
      sound
      && tags === PSS_MEMBERS
      && firstOf(maskHash) === firstOf(hash)
      && readInteger(salt) === bytes
    );
  return (
    sound && [PSS_MEMBERS, `${PSS_MEMBERS},163`].includes(tags) && (readInteger(trailer) ?? 1) === 1
  );
}

/** [0], [1], [2]; a [3] that says 1 is not written in DER. */
const PSS_MEMBERS = "160,161,162";

/** The bytes of a hash of the SHA-2 family, whose parameters are NULL or none; else null. */
function lengthOf(algorithm: Element | undefined): number | null {
  const [, parameters, more] = algorithm?.children ?? [];
  const isBare = parameters === undefined || parameters.tag === TAG.nullValue;
  const isAlgorithm = algorithm?.tag === TAG.sequence && isBare && more === undefined;
  return (isAlgorithm ? SHA2.get(firstOf(algorithm)) : null) ?? null;
}

const firstOf = (element: Element | undefined): string =>
  toHex(element?.children[0]?.bytes ?? new Uint8Array());
