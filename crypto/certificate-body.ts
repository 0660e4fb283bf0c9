// A certificate by our own reading of its DER (RFC 5280 4.1), before any engine sees it.
import type { Refusals } from "./accept.ts";
import { equal, toBigInt, toHex } from "./bytes.ts";
import { readName } from "./certificate-name.ts";
import { readValidity, type Validity } from "./certificate-time.ts";
import { oid, parseDer, readDer, TAG, type DerProblem, type Element } from "./der.ts";
import { fault } from "./faults.ts";
import { usesOf } from "./key-usage.ts";
import { isSoundSignature } from "./signature-hash.ts";
import { isWeakModulus } from "./weak-modulus.ts";
import { fieldsOf, type Fields } from "./x509.ts";

/** What stands in a certificate, judged but for its signature. */
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
    spki: fields.key.bytes, modulus, bits, ...names, validity,
    namesItself: equal(fields.subject.bytes, fields.issuer.bytes),
    forEncryption: isForEncryption(fields.extensions),
  };
}

const CODES = {
  form: "E-CERT-DER", depth: "E-CERT-DEPTH", oid: "E-CERT-OID",
} as const satisfies Record<DerProblem, string>;

const derFault = (problem: DerProblem, at: number) => fault(CODES[problem], { at });

/** The RSA key, judged by its own numbers. */
function readKey(spki: Element): { modulus: bigint; bits: number } {
  const [algorithm, bits] = spki.children;
  const name = algorithm?.children[0];
  if (name === undefined || bits?.tag !== TAG.bitString) throw fault("E-CERT-DER", { at: 0 });
  if (!equal(name.bytes, RSA)) throw fault("E-CERT-KEYTYPE", { found: kindOfKey(algorithm) });
  const numbers = readDer(bits.content.subarray(1));
  const [n, e, more] = numbers?.children ?? [];
  const sound = numbers?.tag === TAG.sequence && more === undefined && bits.content[0] === 0
    && [n, e].every((number) => number?.tag === TAG.integer && (number.content[0] ?? 0x80) < 0x80);
  if (!sound || !n || !e) throw fault("E-CERT-DER", { at: 0 });
  const modulus = toBigInt(n.content);
  const length = modulus.toString(2).length;
  if (length < 2048 || length > 8192) throw fault("E-CERT-KEYSIZE", { found: length });
  if (toBigInt(e.content) !== EXPONENT) throw fault("E-CERT-EXPONENT");
  if (isWeakModulus(modulus)) throw fault("E-CERT-WEAK");
  return { modulus, bits: length };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["1.2.840.10045.2.1", "an EC key"], ["1.2.840.10045.3.1.7", "an EC key on P-256"],
  ["1.3.132.0.34", "an EC key on P-384"], ["1.3.132.0.35", "an EC key on P-521"],
  ["1.3.101.112", "an Ed25519 key"], ["1.3.101.113", "an Ed448 key"],
  ["1.3.101.110", "an X25519 key"], ["1.2.840.113549.1.1.10", "an RSA key for PSS alone"],
  ["1.2.840.10040.4.1", "a DSA key"],
].map(([dotted = "", kind = ""]) => [toHex(oid(dotted)), kind]));

/** In our own words; a curve says more than "EC". */
function kindOfKey(algorithm: Element | undefined): string {
  const [name, parameters] = (algorithm?.children ?? []).map(({ bytes }) => toHex(bytes));
  return KINDS.get(parameters ?? "") ?? KINDS.get(name ?? "") ?? "a key of another kind";
}

function shownNames(subject: Element, issuer: Element, refusals: Refusals) {
  const name = readName(subject);
  if (name !== null && readName(issuer) !== null) return name;
  refusals.raise(fault("E-CERT-NAME", {
    wanted: "of at most 256 characters that can all be seen",
  }));
  return readName(subject, true) ?? { commonName: "", organization: "" };
}

function isForEncryption(extensions: Fields["extensions"]): boolean {
  const uses = usesOf(extensions);
  return uses === null || uses.includes("keyEncipherment") || uses.includes("dataEncipherment");
}
