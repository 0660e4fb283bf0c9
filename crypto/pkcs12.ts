// A key with its certificate in PKCS #12 (RFC 7292), as Key Vault exports it: read strictly, with a
// passphrase or none.
import { sentence } from "../electron/text/sentence.ts";
import { agree, agreed } from "./agree.ts";
import { concat, equal, utf8, wipe } from "./bytes.ts";
import { modulusIn } from "./certificate-body.ts";
import { readCertificateDer, type Certificate } from "./certificate.ts";
import { readDer, readInteger, sequence, TAG, writeDer, type Element } from "./der.ts";
import { isFault, type Warning } from "./errors.ts";
import { fault } from "./faults.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { isWeak, openPbes2, readPbes2, type Pbes2 } from "./pbes2.ts";
import {
  explicit,
  form,
  isOid,
  members,
  NOT_STRICT,
  octets,
  OID,
  readOuter,
  roundsIn,
  type Outer,
  Work,
} from "./pkcs12-form.ts";
import { checkNumbers, UNPROTECTED, WEAK, type PrivateKey } from "./private-key.ts";

/** A bare key in a file whose passphrase is only for the MAC. */
const BARE: Warning = {
  code: UNPROTECTED.code,
  message: "This key is not encrypted, although its file has a passphrase: treat it as exposed.",
};

/** What was in the file: the key, and the certificate that belongs to it, if any. */
export interface OpenedPkcs12 extends PrivateKey {
  readonly certificate: Certificate | null;
}

const CERTIFICATES_MAX = 10;
const IMPLICIT_OCTETS = 0x80;

/** RFC 7292 B.3: the purpose of the derived bytes. */
const ID = { key: 1, iv: 2, mac: 3 } as const;

/** True when no passphrase is needed. @throws Fault E-KEY-P12, E-KEY-KDFCOST */
export function isPkcs12Open(bytes: Uint8Array): boolean {
  return fitting(readBounded(bytes), "") !== undefined;
}

/**
 * True if the key is in the file unencrypted. A passphrase may still be needed: it then only shows
 * that the file was not altered.
 * @throws Fault E-KEY-P12, E-KEY-KDFCOST
 */
export function isKeyBare(bytes: Uint8Array): boolean {
  return hasBareKey(readOuter(bytes));
}

/** The outer form, if the work that it visibly asks for is within bounds. @throws Fault E-KEY-P12, E-KEY-KDFCOST */
function readBounded(bytes: Uint8Array): Outer {
  const outer = readOuter(bytes);
  const work = workOfMac(outer);
  for (const algorithm of algorithmsIn(outer.safes)) work.spend(roundsOf(algorithm));
  return outer;
}

/** The work that is left after its MAC, whose salt is hashed too, however long it is. */
function workOfMac({ mac }: Outer): Work {
  const work = new Work();
  work.spend(mac.rounds + mac.salt.length);
  return work;
}

/** The containers, and the bags of each that is not encrypted: what can be read before any is opened. */
const safesIn = (safes: Uint8Array): readonly Element[] => readDer(safes)?.children ?? [];
const bareBags = ({ children: [type, content] }: Element): readonly Element[] => {
  const [inner] = content?.children ?? [];
  return isOid(type, OID.data) && inner ? (readDer(inner.content)?.children ?? []) : [];
};

/** How they are encrypted. Other forms are left to the opening, which refuses them. */
const algorithmsIn = (safes: Uint8Array): readonly Element[] =>
  safesIn(safes).flatMap((safe) => {
    const [type, content] = safe.children;
    if (isOid(type, OID.encryptedData)) return content?.children[0]?.children[1]?.children[1] ?? [];
    return bareBags(safe)
      .filter(({ children: [kind] }) => isOid(kind, OID.shroudedKeyBag))
      .flatMap(({ children: [, value] }) => value?.children[0]?.children[0] ?? []);
  });

/** PBKDF2 and scrypt are the engine's own: ten of their rounds take as long as one here. */
const QUICKER = 10;

/** The work of decrypting; 0 for a form that the opening refuses. @throws Fault E-KEY-KDFCOST */
function roundsOf(algorithm: Element): number {
  const [scheme, parameters] = algorithm.children;
  try {
    if (isOid(scheme, OID.pbes2))
      return pbes2Of(infoOf(algorithm, new Uint8Array())).work / QUICKER;
    const [salt, count] = members(parameters);
    // Each of key and IV is derived in blocks as long as a digest.
    const blocks = Math.ceil(keyBytesOf(scheme) / DIGEST_BYTES.sha1) + 1;
    return blocks * (roundsIn(count) + octets(salt).length);
  } catch (error) {
    if (isFault(error) && error.code !== "E-KEY-KDFCOST") return 0;
    throw error;
  }
}

/** Of the old methods that are read: triple DES, or RC2 with 40 bits. */
const keyBytesOf = (scheme: Element | undefined): number => (isOid(scheme, OID.tripleDes) ? 24 : 5);

const infoOf = (algorithm: Element, sealed: Uint8Array): Uint8Array =>
  sequence(algorithm.bytes, writeDer(TAG.octetString, sealed));

/** Other forms are left to the opening, which checks the MAC first. */
const hasBareKey = ({ safes }: Outer): boolean => safesIn(safes).flatMap(bareBags).some(isBareKey);

const isBareKey = ({ children: [type] }: Element): boolean => isOid(type, OID.keyBag);

/**
 * Opens the file. Its MAC decides first whether the passphrase is right. Both engines compute the
 * derivation, the MAC and every cipher but RC2; our own DER reader reads the form.
 * @param n the key's number in messages
 * @throws Fault E-KEY-P12, E-KEY-PASSPHRASE, E-KEY-KDFCOST, E-KEY-DER, E-KEY-INCONSISTENT,
 * E-CERT-*, E-DOUBLE-ENTRY
 */
export function openPkcs12(
  bytes: Uint8Array,
  passphrase: string,
  n: number,
  accepted: readonly string[] = [],
): OpenedPkcs12 {
  const outer = readBounded(bytes);
  const fits = fitting(outer, passphrase);
  if (fits === undefined) throw fault("E-KEY-PASSPHRASE", { n });
  const weak = { found: false, work: workOfMac(outer) };
  const bags = safeContents(outer.safes, fits, weak).flatMap(bagsOf);
  const keys = bags.flatMap((bag) => keyIn(bag, fits, weak));
  const certificates = bags.flatMap(certificateIn);
  const [key, another] = keys;
  if (key === undefined || another !== undefined)
    throw form(sentence("crypto-faults.p12.keys", { n: keys.length }));
  if (certificates.length > CERTIFICATES_MAX)
    throw form(sentence("crypto-faults.p12.certificates", { n: CERTIFICATES_MAX }));
  checkNumbers(key);
  const certificate = certificateOf(key, certificates, n, accepted);
  return { pkcs8: key, certificate, warnings: warningsOf(outer, fits, weak.found) };
}

function warningsOf(outer: Outer, passphrase: string | null, isWeaklySealed: boolean): Warning[] {
  if (passphrase === null || passphrase === "") return [UNPROTECTED];
  if (hasBareKey(outer)) return [BARE];
  // A passphrase can be guessed through the MAC as fast as through the key.
  return isWeaklySealed || isWeak(outer.mac) ? [WEAK] : [];
}

/** Of several (an authority's are often included), the one that is this key's. */
function certificateOf(
  key: Uint8Array,
  ders: readonly Uint8Array[],
  n: number,
  accepted: readonly string[],
): Certificate | null {
  const modulus = forge.readPrivateKey(key)?.["n"];
  const own = ders.filter((der) => modulusIn(der) === modulus);
  const [der, another] = own;
  if (another !== undefined) throw fault("E-CERT-MULTIPLE", { found: own.length });
  if (der === undefined && ders.length > 0) throw fault("E-KEY-CERT-MISMATCH", { n });
  return der === undefined ? null : readCertificateDer(der, accepted);
}

/**
 * The passphrase as it fits the MAC, or undefined. Without one, some programs write no byte at all
 * (null) and others an empty text.
 */
function fitting({ safes, mac }: Outer, passphrase: string): string | null | undefined {
  const typed = passphrase.normalize("NFC");
  const { hash, digest, salt, rounds } = mac;
  const length = DIGEST_BYTES[hash];
  for (const candidate of typed === "" ? [null, ""] : [typed]) {
    const asked = [hash, candidate, salt, ID.mac, rounds, length] as const;
    const second = deriveNatively(...asked);
    if (!equal(native.hmac(hash, second, safes), digest)) continue;
    // Forge derives slowly, so it derives only for the passphrase that fits.
    const key = agreed(
      sentence("crypto-faults.engines.derived"),
      forge.pkcs12Key(...asked),
      second,
    );
    agreed(sentence("crypto-faults.engines.mac"), digest, forge.hmac(hash, key, safes));
    return candidate;
  }
  return undefined;
}

/** What was seen while opening: a weak method, and what may still be derived. */
interface Seen {
  found: boolean;
  readonly work: Work;
}

/** The contents of each safe, decrypted. @throws Fault E-KEY-P12, E-KEY-KDFCOST, E-KEY-DER */
function safeContents(
  safes: Uint8Array,
  passphrase: string | null,
  weak: Seen,
): readonly Uint8Array[] {
  return members(readDer(safes)).map((safe) => {
    const [type, content] = members(safe);
    if (isOid(type, OID.data)) return octets(explicit(content));
    if (!isOid(type, OID.encryptedData)) throw form(sentence("crypto-faults.p12.part"));
    const [version, info] = members(explicit(content));
    const [inner, algorithm, sealed] = members(info);
    if (readInteger(version) !== 0 || !isOid(inner, OID.data)) throw form(NOT_STRICT);
    if (algorithm === undefined || sealed?.tag !== IMPLICIT_OCTETS) throw form(NOT_STRICT);
    return decrypted(algorithm, sealed.content, passphrase, weak, hasKey);
  });
}

/** A safe is for certificates, and may have a key in it. @throws Fault E-KEY-P12 */
const hasKey = (contents: Uint8Array): boolean => bagsOf(contents).some(isBareKey);

/** @throws Fault E-KEY-P12 */
const bagsOf = (contents: Uint8Array): readonly Element[] => members(readDer(contents));

/** The private key of a bag, PKCS #8 in DER; none in a bag of another kind. */
function keyIn(bag: Element, passphrase: string | null, weak: Seen): readonly Uint8Array[] {
  const [type, value] = members(bag);
  if (isOid(type, OID.keyBag)) return [explicit(value).bytes];
  if (!isOid(type, OID.shroudedKeyBag)) return [];
  const [algorithm, sealed] = members(explicit(value));
  if (algorithm === undefined) throw form(NOT_STRICT);
  return [decrypted(algorithm, octets(sealed), passphrase, weak, () => true)];
}

/** The certificate of a bag in DER; none in a key's bag. No other kind of bag is accepted. */
function certificateIn(bag: Element): readonly Uint8Array[] {
  const [type, value] = members(bag);
  if (isOid(type, OID.keyBag) || isOid(type, OID.shroudedKeyBag)) return [];
  if (!isOid(type, OID.certificateBag)) throw form(sentence("crypto-faults.p12.more"));
  const [kind, content] = members(explicit(value));
  if (!isOid(kind, OID.x509)) throw form(sentence("crypto-faults.p12.certificate"));
  return [octets(explicit(content))];
}

const OUTDATED = sentence("crypto-faults.p12.outdated");

/**
 * Decrypts under PBES2, or under the old methods of Appendix C that exports still use: triple DES,
 * and RC2 with 40 bits for certificates, which are not secret.
 * @param isSecret whether what was decrypted contains a key
 * @throws Fault E-KEY-P12 if it does not decrypt or the method is none of these, E-KEY-KDFCOST,
 * E-KEY-DER
 */
function decrypted(
  algorithm: Element,
  sealed: Uint8Array,
  passphrase: string | null,
  weak: Seen,
  isSecret: (plain: Uint8Array) => boolean,
): Uint8Array {
  const [scheme, parameters] = members(algorithm);
  weak.work.spend(roundsOf(algorithm));
  const isOld = !isOid(scheme, OID.pbes2);
  const plain = isOld
    ? byOldMethod(scheme, parameters, sealed, passphrase)
    : byPbes2(algorithm, sealed, passphrase, weak);
  if (plain === null) throw form(sentence("crypto-faults.p12.undecrypted"));
  if (isOld && isSecret(plain)) {
    if (isOid(scheme, OID.rc2of40Bits)) throw form(OUTDATED);
    weak.found = true;
  }
  return plain;
}

function byPbes2(
  algorithm: Element,
  sealed: Uint8Array,
  passphrase: string | null,
  weak: Seen,
): Uint8Array | null {
  const pbes2 = pbes2Of(infoOf(algorithm, sealed));
  weak.found ||= isWeak(pbes2);
  return openPbes2(pbes2, pbes2.derive(utf8(passphrase ?? "")));
}

/** The advice of E-KEY-WEAKKDF is for PEM: openssl pkcs8 does not read PKCS #12. */
function pbes2Of(info: Uint8Array): Pbes2 {
  try {
    return readPbes2(info);
  } catch (error) {
    throw isFault(error) && error.code === "E-KEY-WEAKKDF" ? form(OUTDATED) : error;
  }
}

function byOldMethod(
  scheme: Element | undefined,
  parameters: Element | undefined,
  sealed: Uint8Array,
  passphrase: string | null,
): Uint8Array | null {
  const isTripleDes = isOid(scheme, OID.tripleDes);
  if (!isTripleDes && !isOid(scheme, OID.rc2of40Bits)) throw form(OUTDATED);
  const [saltOctets, count] = members(parameters);
  const [salt, rounds] = [octets(saltOctets), roundsIn(count)];
  const bytes = (id: number, length: number) => {
    const asked = ["sha1", passphrase, salt, id, rounds, length] as const;
    const derived = [forge.pkcs12Key(...asked), deriveNatively(...asked)] as const;
    return agreed(sentence("crypto-faults.engines.derived"), ...derived);
  };
  const [key, iv] = [bytes(ID.key, keyBytesOf(scheme)), bytes(ID.iv, 8)];
  try {
    if (!isTripleDes) return forge.rc2Decrypt40(key, iv, sealed);
    return agree(
      sentence("crypto-faults.engines.keyFile"),
      forge.tripleDesDecrypt(key, iv, sealed),
      native.tripleDesDecrypt(key, iv, sealed),
    );
  } finally {
    wipe(key);
  }
}

const DIGEST_BYTES = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
/** The block size of a digest, in bytes. */
const BLOCK_BYTES = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 } as const;

/** RFC 7292 B.2 with node's digests, in the standard's own steps and letters. */
function deriveNatively(
  hash: forge.Pkcs12Hash,
  passphrase: string | null,
  salt: Uint8Array,
  id: number,
  rounds: number,
  length: number,
): Uint8Array {
  const v = BLOCK_BYTES[hash];
  const D = new Uint8Array(v).fill(id);
  const I = concat(repeated(salt, v), repeated(asBmp(passphrase), v));
  const derived: Uint8Array[] = [];
  for (let made = 0; made < length; made += DIGEST_BYTES[hash]) {
    let A = native.digestOf(hash, concat(D, I));
    for (let round = 1; round < rounds; round++) A = native.digestOf(hash, A);
    derived.push(A);
    const B = repeated(A, v).subarray(0, v);
    for (let at = 0; at < I.length; at += v) addOne(I.subarray(at, at + v), B);
  }
  return concat(...derived).subarray(0, length);
}

/** Repeated to whole blocks of `v` bytes; empty stays empty. */
function repeated(bytes: Uint8Array, v: number): Uint8Array {
  const full = new Uint8Array(Math.ceil(bytes.length / v) * v);
  return full.map((_, i) => bytes[i % bytes.length] ?? 0);
}

/** block = block + B + 1, modulo its size, big endian. */
function addOne(block: Uint8Array, B: Uint8Array): void {
  let carry = 1;
  for (let i = block.length - 1; i >= 0; i--) {
    carry += (block[i] ?? 0) + (B[i] ?? 0);
    block[i] = carry & 0xff;
    carry >>= 8;
  }
}

/** UTF-16, big endian, followed by two zero bytes (RFC 7292 B.1). */
function asBmp(passphrase: string | null): Uint8Array {
  if (passphrase === null) return new Uint8Array();
  const bytes = new Uint8Array(2 * passphrase.length + 2);
  for (let i = 0; i < passphrase.length; i++) {
    const unit = passphrase.charCodeAt(i);
    bytes[2 * i] = unit >> 8;
    bytes[2 * i + 1] = unit & 0xff;
  }
  return bytes;
}
