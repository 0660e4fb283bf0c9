// An RSA private key file: PKCS#8 (plain or PBES2) or PKCS#1 in PEM; opened, checked, written.
import { sentence } from "../electron/text/sentence.ts";
import { agreed } from "./agree.ts";
import { equal, toBigInt, utf8, wipe } from "./bytes.ts";
import type { Certificate } from "./certificate.ts";
import {
  integer,
  isNatural,
  oid,
  readDer,
  readInteger,
  sequence,
  TAG,
  writeDer,
  type Element,
} from "./der.ts";
import type { Warning } from "./errors.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { isWeak, openPbes2, readPbes2, sealPbes2, type Pbes2, type Protection } from "./pbes2.ts";
import { readPem, writePem } from "./pem.ts";

/** An opened key: PKCS#8 in DER. A secret: it stays in a vault process, for one officer's turn. */
export interface PrivateKey {
  readonly pkcs8: Uint8Array;
  readonly warnings: readonly Warning[];
}

/** A key that needs no passphrase. */
export const UNPROTECTED: Warning = {
  code: "W-KEY-UNPROTECTED",
  message: "This key has no passphrase: treat it as exposed.",
};
/** A key whose passphrase is easier to guess than under what we write. */
export const WEAK: Warning = {
  code: "W-KEY-WEAKKDF",
  message:
    "This key is protected by fewer rounds than today's practice: a passphrase is guessed sooner.",
};

/** True when a passphrase is needed. @throws Fault E-KEY-PEM, E-KEY-WEAKKDF */
export function isProtected(pem: Uint8Array): boolean {
  return keyBlock(pem).label === "ENCRYPTED PRIVATE KEY";
}

/**
 * A ceremony refuses a key without a passphrase; a recovery by hand takes it, with a warning.
 * @throws Fault E-KEY-UNPROTECTED, E-KEY-PEM, E-KEY-WEAKKDF
 */
export function checkProtected(pem: Uint8Array): void {
  if (!isProtected(pem)) throw fault("E-KEY-UNPROTECTED");
}

/**
 * How a private key file is protected, or null if it is not; the key itself is not read.
 * @throws Fault E-KEY-PEM, -WEAKKDF, -KDFCOST, -DER, E-DOUBLE-ENTRY
 */
export function readProtection(pem: Uint8Array): {
  readonly protection: Protection | null;
  readonly warnings: readonly Warning[];
} {
  const { label, der } = keyBlock(pem);
  if (label !== "ENCRYPTED PRIVATE KEY") return { protection: null, warnings: [UNPROTECTED] };
  const pbes2 = readPbes2(der);
  return { protection: pbes2.protection, warnings: isWeak(pbes2) ? [WEAK] : [] };
}

/**
 * Opens a private key file. The passphrase is taken as UTF-8 of its NFC form.
 * @param n the key's number in messages
 * @throws Fault E-KEY-PEM, -WEAKKDF, -KDFCOST, -PASSPHRASE, -DER, -INCONSISTENT, E-DOUBLE-ENTRY
 */
export function openPrivateKey(pem: Uint8Array, passphrase: string, n: number): PrivateKey {
  const block = keyBlock(pem);
  if (block.label !== "ENCRYPTED PRIVATE KEY") {
    const pkcs8 = block.label === "PRIVATE KEY" ? block.der : wrapPkcs1(block.der);
    checkNumbers(pkcs8);
    return { pkcs8, warnings: [UNPROTECTED] };
  }
  const protection = readPbes2(block.der);
  return unlocked(protection, protection.derive(asTyped(passphrase)), n);
}

/** As `openPrivateKey`; passphrases of several keys are derived in parallel. */
export async function openPrivateKeyAside(
  pem: Uint8Array,
  passphrase: string,
  n: number,
): Promise<PrivateKey> {
  const block = keyBlock(pem);
  if (block.label !== "ENCRYPTED PRIVATE KEY") return openPrivateKey(pem, passphrase, n);
  const protection = readPbes2(block.der);
  return unlocked(protection, await protection.deriveAside(asTyped(passphrase)), n);
}

const asTyped = (passphrase: string): Uint8Array => utf8(passphrase.normalize("NFC"));

function unlocked(protection: Pbes2, derived: Uint8Array, n: number): PrivateKey {
  const pkcs8 = openPbes2(protection, derived);
  // A wrong key passes the padding check once in 256 times, so the form is checked too.
  if (pkcs8 === null || readDer(pkcs8) === null) throw fault("E-KEY-PASSPHRASE", { n });
  try {
    checkNumbers(pkcs8);
  } catch (error) {
    wipe(pkcs8);
    throw error;
  }
  return { pkcs8, warnings: isWeak(protection) ? [WEAK] : [] };
}

/** A key file as we write it. @throws Fault E-PASS-POLICY */
export function writePrivateKey(
  pkcs8: Uint8Array,
  passphrase: string,
  random: (length: number) => Uint8Array,
): string {
  checkPassphrase(passphrase);
  return writePem("ENCRYPTED PRIVATE KEY", sealPbes2(pkcs8, utf8(passphrase), random));
}

/**
 * New passphrases are typed twice: 8 to 1024 printable ASCII characters, not only spaces.
 * @throws Fault E-PASS-MISMATCH, E-PASS-POLICY
 */
export function checkNewPassphrase(passphrase: string, again: string): void {
  if (passphrase !== again) throw fault("E-PASS-MISMATCH");
  checkPassphrase(passphrase);
}

function checkPassphrase(passphrase: string): void {
  if (!/^[\x20-\x7e]{8,1024}$/.test(passphrase) || passphrase.trim() === "")
    throw fault("E-PASS-POLICY");
}

/** The public half of the certificate beside another key. */
export interface Neighbour {
  readonly n: number;
  readonly modulus: string;
}

/**
 * @param others beside the other keys: if this key is one of theirs, the refusal says so
 * @throws Fault E-KEY-CERT-MISMATCH, E-CERT-EXCHANGED if the key is not the certificate's
 */
export function checkPair(
  key: PrivateKey,
  certificate: Certificate,
  n: number,
  others: readonly Neighbour[] = [],
): void {
  const numbers = forge.readPrivateKey(key.pkcs8);
  // One modulus may have keys of several exponents; certificates have only this one.
  const modulus = numbers?.["e"] === CERTIFIED_EXPONENT ? numbers["n"] : undefined;
  if (modulus === certificate.modulus) return;
  const other = others.find((neighbour) => neighbour.modulus === modulus);
  throw other === undefined
    ? fault("E-KEY-CERT-MISMATCH", { n })
    : fault("E-CERT-EXCHANGED", { n, other: other.n });
}

/** rsaEncryption (RFC 8017 A.1). */
const RSA = "1.2.840.113549.1.1.1";
const ATTRIBUTES = 0xa0;
/** 65537 in base64url. */
const CERTIFIED_EXPONENT = "AQAB";
/** BoringSSL takes no larger exponent. */
const E_LIMIT = 2n ** 33n;
const KEY_LABELS = ["ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "RSA PRIVATE KEY"];

/**
 * A PEM key and the certificate in the same file, each as a file of its own; the key's reader
 * refuses anything else.
 */
export function partKeyFile(pem: Uint8Array): {
  readonly key: Uint8Array;
  readonly certificate: Uint8Array | null;
} {
  const blocks = readPem(pem);
  if (typeof blocks === "number" || blocks.length !== 2) return { key: pem, certificate: null };
  const key = blocks.find(({ label }) => KEY_LABELS.includes(label));
  const certificate = blocks.find(({ label }) => label === "CERTIFICATE");
  if (key === undefined || certificate === undefined) return { key: pem, certificate: null };
  // RFC 1421 encryption derives its key with one round of MD5.
  if (key.headers) throw fault("E-KEY-WEAKKDF");
  const part = ({ label, der }: { label: string; der: Uint8Array }) => utf8(writePem(label, der));
  return { key: part(key), certificate: part(certificate) };
}

function keyBlock(pem: Uint8Array) {
  const blocks = readPem(pem);
  if (typeof blocks === "number") throw fault("E-KEY-PEM", { line: blocks });
  const [block, extra] = blocks;
  if (block === undefined || extra !== undefined || !KEY_LABELS.includes(block.label))
    throw fault("E-KEY-PEM", { line: 1 });
  // RFC 1421 encryption derives its key with one round of MD5.
  if (block.headers) throw fault("E-KEY-WEAKKDF");
  return block;
}

/** PKCS#1 in a PKCS#8 envelope (RFC 5208 5). */
export function wrapPkcs1(pkcs1: Uint8Array): Uint8Array {
  const rsa = sequence(oid(RSA), writeDer(TAG.nullValue));
  return sequence(integer(0), rsa, writeDer(TAG.octetString, pkcs1));
}

/**
 * Reads the numbers with our own reader, then with both engines.
 * @throws Fault E-KEY-DER, E-KEY-INCONSISTENT, E-DOUBLE-ENTRY
 */
export function checkNumbers(pkcs8: Uint8Array): void {
  const [version, ...parts] = rsaParts(pkcs8);
  // Version 1 means more than two primes (RFC 8017 A.1.2).
  if (readInteger(version) === 1) throw fault("E-KEY-INCONSISTENT");
  if (readInteger(version) !== 0 || parts.length !== 8 || !parts.every(isNatural))
    throw fault("E-KEY-DER");
  if (!fitTogether(parts.map((part) => toBigInt(part.content)))) throw fault("E-KEY-INCONSISTENT");
  const [working, second] = [forge.readPrivateKey(pkcs8), native.readPrivateKey(pkcs8)];
  if (working === null && second === null) throw fault("E-KEY-DER");
  agreed(
    sentence("crypto-faults.engines.privateKey"),
    utf8(JSON.stringify(working)),
    utf8(JSON.stringify(second)),
  );
}

/** The members of the RSAPrivateKey in PKCS #8 (RFC 5208 5). @throws Fault E-KEY-DER */
function rsaParts(pkcs8: Uint8Array): readonly Element[] {
  const info = readDer(pkcs8);
  const [version, algorithm, inner, attributes, ...more] = sequenceIn(info);
  const [rsa, none, ...others] = sequenceIn(algorithm);
  const isPkcs8 =
    readInteger(version) === 0
    && inner?.tag === TAG.octetString
    && more.length === 0
    && (attributes === undefined || areAttributes(attributes));
  // RFC 8017 A.1 requires the NULL: OpenSSL does not insist on it, BoringSSL does.
  const isRsa =
    rsa !== undefined
    && equal(rsa.bytes, oid(RSA))
    && none?.tag === TAG.nullValue
    && others.length === 0;
  const parts = isPkcs8 && isRsa ? sequenceIn(readDer(inner.content)) : [];
  if (parts.length === 0) throw fault("E-KEY-DER");
  return parts;
}

/** As Windows and `openssl pkcs12 -keyex` write them: names, each with a set of values. */
const areAttributes = ({ tag, children }: Element): boolean =>
  tag === ATTRIBUTES
  && children.every((attribute) => {
    const [name, values, ...more] = sequenceIn(attribute);
    return name?.tag === TAG.oid && values?.tag === TAG.set && more.length === 0;
  });

const sequenceIn = (element: Element | null | undefined): readonly Element[] =>
  element?.tag === TAG.sequence ? element.children : [];

/** n, e, d, p, q, dp, dq, qi (RFC 8017 3.2): one altered number would leak the key when used. */
function fitTogether(numbers: readonly bigint[]): boolean {
  const [n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, qi = 0n] = numbers;
  return (
    d < n
    && e > 1n
    && e < E_LIMIT
    && p > 2n
    && q > 2n
    && p !== q
    && p * q === n
    && (e * d) % (p - 1n) === 1n
    && (e * d) % (q - 1n) === 1n
    && dp === d % (p - 1n)
    && dq === d % (q - 1n)
    && (qi * q) % p === 1n
  );
}
