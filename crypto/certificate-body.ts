// A certificate by our own reading of its DER (RFC 5280 4.1), before any engine sees it.
import type { Refusals } from "./accept.ts";
import { equal, toBigInt, toHex } from "./bytes.ts";
import { readName } from "./certificate-name.ts";
import { readValidity, type Validity } from "./certificate-time.ts";
import { oid, parseDer, readDer, readInteger, TAG, type DerProblem, type Element } from "./der.ts";
import { fault } from "./faults.ts";
import { isWeakModulus } from "./weak-modulus.ts";
import { fieldsOf, usesOf, type Fields } from "./x509.ts";

/** What stands in a certificate, checked but for its signature. */
export interface CertificateBody {
  readonly spki: Uint8Array;
  readonly modulus: bigint;
  readonly bits: number;
  readonly commonName: string;
  readonly organization: string;
  readonly validity: Validity;
  /** It names itself as its issuer: then its signature must be its own. */
  readonly namesItself: boolean;
  /** False where a key usage stands that has neither key nor data encipherment. */
  readonly forEncryption: boolean;
}

const RSA = oid("1.2.840.113549.1.1.1");
const EXPONENT = 65537n;

/**
 * @throws Fault E-CERT-DER, -DEPTH, -OID, -KEYTYPE, -KEYSIZE, -EXPONENT, -WEAK, -HASH, -SIGNATURE;
 *   -TIME; unless accepted, -NAME, and -TIME for an end before the beginning
 */
export function readCertificateBody(der: Uint8Array, refusals: Refusals): CertificateBody {
  const reading = parseDer(der);
  if (!reading.ok) throw derFault(reading.problem, reading.at);
  const fields = fieldsOf(reading.element);
  if (fields === null) throw fault("E-CERT-DER", { at: 0 });
  const { modulus, bits } = readKey(fields.key);
  if (!isSoundSignature(fields.inner)) throw fault("E-CERT-HASH");
  // The algorithm stands twice, and only one of them is signed (RFC 5280 4.1.1.2).
  if (!equal(fields.inner.bytes, fields.outer.bytes)) throw fault("E-CERT-SIGNATURE");
  const names = shownNames(fields.subject, fields.issuer, refusals);
  const validity = readValidity(fields.validity);
  // What is no date cannot be accepted: BoringSSL does not read such a certificate at all.
  if (validity === null) throw fault("E-CERT-TIME");
  return {
    spki: fields.key.bytes,
    modulus,
    bits,
    ...names,
    validity,
    namesItself: equal(fields.subject.bytes, fields.issuer.bytes),
    forEncryption: isForEncryption(fields.extensions),
  };
}

const CODES = {
  form: "E-CERT-DER",
  depth: "E-CERT-DEPTH",
  oid: "E-CERT-OID",
} as const satisfies Record<DerProblem, string>;

const derFault = (problem: DerProblem, at: number) => fault(CODES[problem], { at });

/** The RSA key, checked by its own numbers. */
function readKey(spki: Element): { modulus: bigint; bits: number } {
  const [algorithm, bits] = spki.children;
  const name = algorithm?.children[0];
  if (name === undefined || bits?.tag !== TAG.bitString) throw fault("E-CERT-DER", { at: 0 });
  if (!equal(name.bytes, RSA)) throw fault("E-CERT-KEYTYPE", { found: kindOfKey(algorithm) });
  const numbers = readDer(bits.content.subarray(1));
  const [n, e, more] = numbers?.children ?? [];
  const sound =
    numbers?.tag === TAG.sequence
    && more === undefined
    && bits.content[0] === 0
    && [n, e].every((number) => number?.tag === TAG.integer && (number.content[0] ?? 0x80) < 0x80);
  if (!sound || !n || !e) throw fault("E-CERT-DER", { at: 0 });
  const modulus = toBigInt(n.content);
  const length = modulus.toString(2).length;
  if (length < 2048 || length > 8192) throw fault("E-CERT-KEYSIZE", { found: length });
  if (toBigInt(e.content) !== EXPONENT) throw fault("E-CERT-EXPONENT");
  if (isWeakModulus(modulus)) throw fault("E-CERT-WEAK");
  return { modulus, bits: length };
}

const KINDS: ReadonlyMap<string, string> = new Map(
  [
    ["1.2.840.10045.2.1", "an EC key"],
    ["1.2.840.10045.3.1.7", "an EC key on P-256"],
    ["1.3.132.0.34", "an EC key on P-384"],
    ["1.3.132.0.35", "an EC key on P-521"],
    ["1.3.101.112", "an Ed25519 key"],
    ["1.3.101.113", "an Ed448 key"],
    ["1.3.101.110", "an X25519 key"],
    ["1.2.840.113549.1.1.10", "an RSA key for PSS alone"],
    ["1.2.840.10040.4.1", "a DSA key"],
  ].map(([dotted = "", kind = ""]) => [toHex(oid(dotted)), kind]),
);

/** In our own words; a curve says more than "EC". */
function kindOfKey(algorithm: Element | undefined): string {
  const [name, parameters] = (algorithm?.children ?? []).map(({ bytes }) => toHex(bytes));
  return KINDS.get(parameters ?? "") ?? KINDS.get(name ?? "") ?? "a key of another kind";
}

function shownNames(subject: Element, issuer: Element, refusals: Refusals) {
  const name = readName(subject);
  if (name !== null && readName(issuer) !== null) return name;
  refusals.raise(
    fault("E-CERT-NAME", { wanted: "of at most 256 characters that can all be seen" }),
  );
  return readName(subject, true) ?? { commonName: "", organization: "" };
}

function isForEncryption(extensions: Fields["extensions"]): boolean {
  const uses = usesOf(extensions);
  return uses === null || uses.includes("keyEncipherment") || uses.includes("dataEncipherment");
}

const hexOf = (dotted: string): string => toHex(oid(dotted));

/**
 * Signatures by a hash of SHA-2: sha256, sha384, sha512 with RSA; ecdsa-with-SHA256, -384, -512;
 * Ed25519 (it brings its own).
 */
const SOUND = new Set(
  [
    "1.2.840.113549.1.1.11",
    "1.2.840.113549.1.1.12",
    "1.2.840.113549.1.1.13",
    "1.2.840.10045.4.3.2",
    "1.2.840.10045.4.3.3",
    "1.2.840.10045.4.3.4",
    "1.3.101.112",
  ].map(hexOf),
);
const PSS = hexOf("1.2.840.113549.1.1.10");
const SHA2 = new Set(
  ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"].map(hexOf),
);

/** Whether an AlgorithmIdentifier of a signature names a hash of the SHA-2 family. */
function isSoundSignature(algorithm: Element): boolean {
  const [name, parameters] = algorithm.children;
  const named = name?.tag === TAG.oid ? toHex(name.bytes) : "";
  return SOUND.has(named) || (named === PSS && isSoundPss(parameters));
}

/** RSASSA-PSS-params (RFC 4055 3.1): what is left out there is SHA-1, and so refused. */
function isSoundPss(parameters: Element | undefined): boolean {
  const field = (wanted: number) =>
    parameters?.children.find(({ tag }) => tag === wanted)?.children[0];
  const [hash, mask, trailer] = [field(0xa0), field(0xa1), field(0xa3)];
  const sound = (of: Element | undefined) => {
    const name = of?.children[0];
    return name !== undefined && SHA2.has(toHex(name.bytes));
  };
  return (
    sound(hash) && sound(mask?.children[1]) && (trailer === undefined || readInteger(trailer) === 1)
  );
}
