// Password-based encryption of a private key (RFC 8018 PBES2): reads what az and openssl write;
// writes only 600,000 rounds of PBKDF2-HMAC-SHA256 with AES-256-CBC.
import { sentence } from "../electron/text/sentence.ts";
import { agree, agreed } from "./agree.ts";
import { fault } from "./faults.ts";
import {
  integer,
  oid,
  readDer,
  readInteger,
  sequence,
  TAG,
  writeDer,
  type Element,
} from "./der.ts";
import { toHex, uint32, wipe } from "./bytes.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { ROUNDS } from "./rounds.ts";
import { checkOnce } from "./self-test.ts";

const ROUNDS_MIN = 1_000;
const ROUNDS_MAX = 10_000_000;
const SCRYPT_BYTES_MAX = 256 * 1024 * 1024;
const SCRYPT_WORK_MAX = 1 << 25;
const OID = {
  pbes2: "1.2.840.113549.1.5.13",
  pbkdf2: "1.2.840.113549.1.5.12",
  scrypt: "1.3.6.1.4.1.11591.4.11",
  sha256: "1.2.840.113549.2.9",
  aes256: "2.16.840.1.101.3.4.1.42",
};
const HASHES = table({
  "1.2.840.113549.2.7": "sha1",
  [OID.sha256]: "sha256",
  "1.2.840.113549.2.10": "sha384",
  "1.2.840.113549.2.11": "sha512",
});
const KEY_BYTES = table({
  "2.16.840.1.101.3.4.1.2": 16,
  "2.16.840.1.101.3.4.1.22": 24,
  [OID.aes256]: 32,
});

/** How a key is protected, to be shown. `rounds` is null for scrypt, whose cost is in `kdf`. */
export interface Protection {
  readonly kdf: string;
  readonly rounds: number | null;
  readonly cipher: string;
}

/** What an EncryptedPrivateKeyInfo asks for, checked before any work is done. */
export interface Pbes2 {
  readonly protection: Protection;
  readonly derive: (passphrase: Uint8Array) => Uint8Array;
  /** The same in node's thread pool: several passphrases are derived side by side. */
  readonly deriveAside: (passphrase: Uint8Array) => Promise<Uint8Array>;
  readonly rounds: number;
  /** What deriving costs, in rounds of PBKDF2. */
  readonly work: number;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** True for fewer rounds than we write, of a key or its MAC (openssl writes 2,048). */
export const isWeak = ({ rounds }: { readonly rounds: number }): boolean => rounds < ROUNDS;

/**
 * Reads the outer form of an encrypted PKCS#8 key.
 * @throws Fault E-KEY-DER, E-KEY-WEAKKDF (not PBES2 with AES, or under 1,000 rounds), E-KEY-KDFCOST
 */
export function readPbes2(info: Uint8Array): Pbes2 {
  const [algorithm, data] = pairIn(readDer(info));
  const [scheme, parameters] = pairIn(algorithm);
  if (data.tag !== TAG.octetString) throw fault("E-KEY-DER");
  if (oidOf(scheme) !== hexOid(OID.pbes2)) throw fault("E-KEY-WEAKKDF");
  const [kdf, cipher] = pairIn(parameters);
  const [cipherName, { tag: ivTag, content: iv }] = pairIn(cipher);
  const keyBytes = KEY_BYTES.get(oidOf(cipherName));
  if (keyBytes === undefined) throw fault("E-KEY-WEAKKDF");
  if (ivTag !== TAG.octetString || iv.length !== 16) throw fault("E-KEY-DER");
  const [kdfName, { children: values }] = pairIn(kdf);
  const aes = `AES-${String(keyBytes * 8)}-CBC`;
  const sealed = { iv, ciphertext: data.content };
  if (oidOf(kdfName) === hexOid(OID.scrypt)) {
    const { name, ...scrypt } = readScrypt(values, keyBytes);
    return { protection: { kdf: name, rounds: null, cipher: aes }, ...scrypt, ...sealed };
  }
  if (oidOf(kdfName) !== hexOid(OID.pbkdf2)) throw fault("E-KEY-WEAKKDF");
  const { name, salt, ...derivation } = readPbkdf2(values, keyBytes);
  const { rounds } = derivation;
  agreeWithForge(info, salt, rounds, iv);
  return { protection: { kdf: name, rounds, cipher: aes }, ...derivation, ...sealed };
}

/** The members of a sequence of exactly two. @throws Fault E-KEY-DER */
function pairIn(element: Element | null): readonly [Element, Element] {
  const [first, second, ...more] = element?.tag === TAG.sequence ? element.children : [];
  if (!first || !second || more.length > 0) throw fault("E-KEY-DER");
  return [first, second];
}

/**
 * Decrypts under the derived key, by both engines; null if the key is wrong. The derived key is
 * wiped.
 */
export function openPbes2({ iv, ciphertext }: Pbes2, key: Uint8Array): Uint8Array | null {
  try {
    if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) return null;
    return agree(
      sentence("crypto-faults.engines.keyFile"),
      forge.aesCbcDecrypt(key, iv, ciphertext),
      native.aesCbcDecrypt(key, iv, ciphertext),
    );
  } finally {
    wipe(key);
  }
}

/**
 * Encrypts a PKCS#8 key as we write it: 16-byte salt, 600,000 rounds. EncryptedPrivateKeyInfo DER.
 */
export function sealPbes2(
  pkcs8: Uint8Array,
  passphrase: Uint8Array,
  random: (length: number) => Uint8Array,
): Uint8Array {
  const salt = random(16);
  const iv = random(16);
  checkOnce();
  const key = native.pbkdf2("sha256", passphrase, salt, ROUNDS, 32);
  const prf = sequence(oid(OID.sha256), writeDer(TAG.nullValue));
  const kdf = sequence(
    oid(OID.pbkdf2),
    sequence(writeDer(TAG.octetString, salt), integer(ROUNDS), prf),
  );
  const cipher = sequence(oid(OID.aes256), writeDer(TAG.octetString, iv));
  const algorithm = sequence(oid(OID.pbes2), sequence(kdf, cipher));
  const sealed = forge.aesCbcEncrypt(key, iv, pkcs8);
  wipe(key);
  return sequence(algorithm, writeDer(TAG.octetString, sealed));
}

function readPbkdf2(values: readonly Element[], keyBytes: number) {
  const [saltElement, roundsElement, ...rest] = values;
  const salt = saltElement?.tag === TAG.octetString ? saltElement.content : null;
  const rounds = readInteger(roundsElement);
  if (salt === null || rounds === null) throw fault("E-KEY-DER");
  // keyLength is optional; the PRF's default is HMAC-SHA-1 (RFC 8018 A.2).
  const prf = rest.find((element) => element.tag === TAG.sequence);
  const hash = prf === undefined ? "sha1" : HASHES.get(oidOf(prf.children[0]));
  if (hash === undefined || rounds < ROUNDS_MIN) throw fault("E-KEY-WEAKKDF");
  if (rounds > ROUNDS_MAX) throw fault("E-KEY-KDFCOST");
  const derive = (passphrase: Uint8Array) => {
    checkOnce();
    return native.pbkdf2(hash, passphrase, salt, rounds, keyBytes);
  };
  const deriveAside = (passphrase: Uint8Array) => {
    checkOnce();
    return native.pbkdf2Aside(hash, passphrase, salt, rounds, keyBytes);
  };
  const name = `PBKDF2-HMAC-${hash.toUpperCase().replace("SHA", "SHA-")}`;
  return { name, salt, rounds, work: rounds, derive, deriveAside };
}

/** scrypt-params: salt, N, r, p, keyLength? (RFC 7914 7.1). */
function readScrypt(values: readonly Element[], keyBytes: number) {
  const salt = values[0]?.tag === TAG.octetString ? values[0].content : null;
  const [N, r, p] = [1, 2, 3].map((i) => readInteger(values[i]));
  if (salt === null || !N || !r || !p) throw fault("E-KEY-DER");
  // N is a power of two below 2^(16 r) (RFC 7914 6).
  if ((N & (N - 1)) !== 0 || N >= 2 ** Math.min(16 * r, 53)) throw fault("E-KEY-DER");
  if (
    128 * N * r > SCRYPT_BYTES_MAX
    || 128 * r * p > SCRYPT_BYTES_MAX
    || N * r * p > SCRYPT_WORK_MAX
  )
    throw fault("E-KEY-KDFCOST");
  if (N < 1 << 14) throw fault("E-KEY-WEAKKDF");
  const derive = (passphrase: Uint8Array) => {
    checkOnce();
    return native.scrypt(passphrase, salt, { N, r, p }, keyBytes);
  };
  const deriveAside = (passphrase: Uint8Array) => {
    checkOnce();
    return native.scryptAside(passphrase, salt, { N, r, p }, keyBytes);
  };
  const name = `scrypt (N ${String(N)}, r ${String(r)}, p ${String(p)})`;
  // At its limit it takes about as long as the most rounds of PBKDF2.
  const work = ((N * r * p) / SCRYPT_WORK_MAX) * ROUNDS_MAX;
  return { name, derive, deriveAside, rounds: Number.MAX_SAFE_INTEGER, work };
}

/** The second reading of the parameters, by forge's parser. */
function agreeWithForge(info: Uint8Array, salt: Uint8Array, rounds: number, iv: Uint8Array): void {
  const read = forge.readPbes2(info);
  if (read === null)
    throw fault("E-DOUBLE-ENTRY", { what: sentence("crypto-faults.engines.keyFile") });
  agreed(sentence("crypto-faults.engines.keyFile"), salt, read.salt);
  agreed(sentence("crypto-faults.engines.keyFile"), iv, read.iv);
  agreed(sentence("crypto-faults.engines.keyFile"), uint32(rounds), uint32(read.rounds));
}

function hexOid(dotted: string): string {
  return toHex(oid(dotted));
}

function oidOf(element: Element | undefined): string {
  return element === undefined ? "" : toHex(element.bytes);
}

function table<Value>(byOid: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(byOid).map(([dotted, value]) => [hexOid(dotted), value]));
}
