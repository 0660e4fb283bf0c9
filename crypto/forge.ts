// The only importer of node-forge: bytes in, bytes out, every option given explicitly.
//
// Forge keeps bytes in JavaScript strings, which cannot be overwritten. What passes through here
// therefore stays in this process's memory until the process ends; that is why secrets live only
// in a vault process that ends with the officer's turn. Forge's own generator is never used.
// Its parts for TLS, SSH, PKCS #7 and #12 stay away: each start of the program would pay for them.
// Of PKCS #12 only the derivation is here (`pbe.js`); the file is read by our own strict reader.
import type library from "node-forge";
import parts from "node-forge/lib/forge.js";
import "node-forge/lib/hmac.js";
import "node-forge/lib/pbe.js";
import "node-forge/lib/sha512.js";
import "node-forge/lib/x509.js";
import { commonDivisor, inverse, power } from "./big-numbers.ts";
import { fromHex, toHex } from "./bytes.ts";
import { random } from "./native.ts";
import { toBase64Url } from "./base64.ts";

/** One attribute of a distinguished name, by forge's short names (CN, O). */
export interface NameAttribute {
  readonly shortName: "CN" | "O";
  readonly value: string;
}

/** What is in a certificate that we make. */
export interface CertificateForm {
  readonly subject: readonly NameAttribute[];
  readonly issuer: readonly NameAttribute[];
  readonly serial: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** By forge's names; one that forge does not know has an `id` and its `value` as bytes. */
  readonly extensions: readonly Readonly<Record<string, unknown>>[];
}

/** What forge reads in a certificate. */
export interface CertificateFields {
  /** base64url, as in a JWK. */
  readonly modulus: string;
  readonly selfSigned: boolean;
}

const forge = withBigIntegers(withNodesRandom(parts as typeof library));
const raw = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
const bytesOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  Buffer.from(bytes.buffer).write(text, "latin1");
  return bytes;
};

/** HMAC-SHA-512, 64 bytes. */
export const hmac512 = (key: Uint8Array, data: Uint8Array): Uint8Array => hmac("sha512", key, data);

/** AES-CBC with PKCS#7 padding. */
export function aesCbcEncrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = forge.cipher.createCipher("AES-CBC", raw(key));
  cipher.start({ iv: raw(iv) });
  cipher.update(forge.util.createBuffer(raw(data)));
  cipher.finish();
  return bytesOf(cipher.output.getBytes());
}

/** AES-CBC with PKCS#7 padding; null if the padding is wrong. */
export function aesCbcDecrypt(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array | null {
  const cipher = forge.cipher.createDecipher("AES-CBC", raw(key));
  cipher.start({ iv: raw(iv) });
  return finished(cipher, data);
}

/** Triple DES in CBC with PKCS#7 padding, a key of 24 bytes; null if the padding is wrong. */
export function tripleDesDecrypt(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array | null {
  const cipher = forge.cipher.createDecipher("3DES-CBC", raw(key));
  cipher.start({ iv: raw(iv) });
  return finished(cipher, data);
}

/** RC2 in CBC under 40 bits (RFC 2268), which node lacks; null if the padding is wrong. */
export function rc2Decrypt40(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array | null {
  const cipher = (forge as unknown as { readonly rc2: Rc2 }).rc2.createDecryptionCipher(
    raw(key),
    40,
  );
  cipher.start(raw(iv));
  return finished(cipher, data);
}

type Blocks = Pick<library.cipher.BlockCipher, "update" | "finish" | "output">;

/** What forge has and its types lack. */
interface Rc2 {
  readonly createDecryptionCipher: (
    key: string,
    bits: number,
  ) => Blocks & { readonly start: (iv: string) => void };
}

function finished(cipher: Blocks, data: Uint8Array): Uint8Array | null {
  // Padding is never empty (RFC 5652 6.3), but forge checks it only if there is a block.
  if (data.length === 0 || data.length % 8 !== 0) return null;
  cipher.update(forge.util.createBuffer(raw(data)));
  return cipher.finish() ? bytesOf(cipher.output.getBytes()) : null;
}

/** HMAC under one of forge's digests. */
export function hmac(hash: Pkcs12Hash, key: Uint8Array, data: Uint8Array): Uint8Array {
  const made = forge.hmac.create();
  made.start(hash, raw(key));
  made.update(raw(data));
  return bytesOf(made.digest().getBytes());
}

/** The digests of PKCS #12 that we take, as both engines name them. */
export type Pkcs12Hash = "sha1" | "sha256" | "sha384" | "sha512";

/**
 * The key derivation of PKCS #12 (RFC 7292 B.2).
 * @param passphrase null is no passphrase at all: no bytes, where an empty one is two zero bytes
 * @param id 1 for a key, 2 for an IV, 3 for a MAC
 */
export function pkcs12Key(
  hash: Pkcs12Hash,
  passphrase: string | null,
  salt: Uint8Array,
  id: number,
  rounds: number,
  length: number,
): Uint8Array {
  const { pbe } = forge as unknown as { readonly pbe: Pbe };
  const digest = forge.md[hash].create();
  const buffer = forge.util.createBuffer(raw(salt));
  const made = pbe.generatePkcs12Key(passphrase, buffer, id, rounds, length, digest);
  return bytesOf(made.getBytes());
}

/** What forge has and its types lack. */
interface Pbe {
  readonly generatePkcs12Key: (
    password: string | null,
    salt: library.util.ByteStringBuffer,
    id: number,
    rounds: number,
    length: number,
    digest: library.md.MessageDigest,
  ) => library.util.ByteStringBuffer;
}

/** RSAES-OAEP with SHA-256 and MGF1-SHA-256, empty label; the seed is node's. */
export function oaepEncrypt(spki: Uint8Array, data: Uint8Array): Uint8Array {
  const key = forge.pki.publicKeyFromAsn1(forge.asn1.fromDer(raw(spki)));
  return bytesOf(key.encrypt(raw(data), "RSA-OAEP", oaep()));
}

/** The reverse; null if it does not decrypt, whatever the reason. */
export function oaepDecrypt(pkcs8: Uint8Array, data: Uint8Array): Uint8Array | null {
  try {
    return bytesOf(privateKey(pkcs8).decrypt(raw(data), "RSA-OAEP", oaep()));
  } catch {
    return null;
  }
}

/** RSASSA-PSS with SHA-256 and a salt of 32 random bytes. */
export function pssSign(pkcs8: Uint8Array, message: Uint8Array): Uint8Array {
  const md = forge.md.sha256.create();
  md.update(raw(message));
  const sha256 = forge.md.sha256.create();
  const mgf: unknown = forge.mgf.mgf1.create(sha256);
  const pss: unknown = forge.pss.create({ md: sha256, mgf, saltLength: 32 });
  return bytesOf(privateKey(pkcs8).sign(md, pss));
}

/** The numbers of an RSA private key, base64url as in a JWK, or null if forge refuses the key. */
export function readPrivateKey(pkcs8: Uint8Array): Readonly<Record<string, string>> | null {
  try {
    const { n, e, d, p, q, dP, dQ, qInv } = privateKey(pkcs8);
    const [jn, je, jd, jp, jq, jdp, jdq, jqi] = [n, e, d, p, q, dP, dQ, qInv].map(base64UrlUInt);
    if (!jn || !je || !jd || !jp || !jq || !jdp || !jdq || !jqi) return null;
    return { n: jn, e: je, d: jd, p: jp, q: jq, dp: jdp, dq: jdq, qi: jqi };
  } catch {
    return null;
  }
}

/** SPKI in DER of a private key. */
export function publicOf(pkcs8: Uint8Array): Uint8Array {
  const { n, e } = privateKey(pkcs8);
  return spkiOf(forge.pki.setRsaPublicKey(n, e));
}

/** Makes and signs (RSA PKCS#1 v1.5 with SHA-256) a certificate for `spki`. DER. */
export function makeCertificate(
  form: CertificateForm,
  spki: Uint8Array,
  signer: Uint8Array,
): Uint8Array {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromAsn1(forge.asn1.fromDer(raw(spki)));
  certificate.serialNumber = toHex(form.serial);
  certificate.validity.notBefore = form.notBefore;
  certificate.validity.notAfter = form.notAfter;
  certificate.setSubject(form.subject.map(attribute));
  certificate.setIssuer(form.issuer.map(attribute));
  certificate.setExtensions(
    form.extensions.map((extension) => {
      const { value } = extension;
      return value instanceof Uint8Array ? { ...extension, value: raw(value) } : extension;
    }),
  );
  certificate.sign(privateKey(signer), forge.md.sha256.create());
  return bytesOf(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes());
}

/** Key identifier (RFC 5280 4.2.1.2 (1)) of an SPKI, as forge wants it in an extension. */
export function keyIdentifier(spki: Uint8Array): string {
  const key = forge.pki.publicKeyFromAsn1(forge.asn1.fromDer(raw(spki)));
  return forge.pki
    .getPublicKeyFingerprint(key, { md: forge.md.sha1.create(), type: "RSAPublicKey" })
    .getBytes();
}

/**
 * What forge reads in a certificate, or null if it refuses it (a key that is not RSA, among
 * others).
 */
export function readCertificate(der: Uint8Array): CertificateFields | null {
  try {
    const certificate = forge.pki.certificateFromAsn1(forge.asn1.fromDer(raw(der)));
    const key = certificate.publicKey as library.pki.rsa.PublicKey;
    return { modulus: base64UrlUInt(key.n), selfSigned: isSelfSigned(certificate) };
  } catch {
    return null;
  }
}

/** PBES2 with PBKDF2 parameters as forge reads them, or null. */
export function readPbes2(
  encryptedInfo: Uint8Array,
): { salt: Uint8Array; rounds: number; iv: Uint8Array } | null {
  try {
    const info = forge.asn1.fromDer(raw(encryptedInfo));
    const [kdf, cipher] = children(children(children(info)[0])[1]);
    const [salt, rounds] = children(children(kdf)[1]);
    const iv = children(cipher)[1];
    const count = Number.parseInt(toHex(content(rounds)), 16);
    return { salt: content(salt), rounds: count, iv: content(iv) };
  } catch {
    return null;
  }
}

function children(of: library.asn1.Asn1 | undefined): readonly library.asn1.Asn1[] {
  return Array.isArray(of?.value) ? of.value : [];
}

function content(of: library.asn1.Asn1 | undefined): Uint8Array {
  return bytesOf(typeof of?.value === "string" ? of.value : "");
}

function isSelfSigned(certificate: library.pki.Certificate): boolean {
  try {
    const { hash } = certificate.signatureParameters as {
      readonly hash?: { algorithmOid: string };
    };
    const name = forge.pki.oids[hash?.algorithmOid ?? ""];
    // Under RSASSA-PSS forge uses SHA-256 whatever the parameters say, unless a digest is given.
    if (name === "sha256" || name === "sha384" || name === "sha512") {
      const md = forge.md[name].create();
      md.update(forge.asn1.toDer(certificate.tbsCertificate).getBytes());
      certificate.md = md;
    }
    return certificate.verify(certificate);
  } catch {
    return false;
  }
}

function attribute(from: NameAttribute): library.pki.CertificateField {
  // UTF8String: PrintableString has no "@" or "_", and readers take both.
  const valueTagClass = forge.asn1.Type.UTF8 as unknown as library.asn1.Class;
  return { shortName: from.shortName, value: from.value, valueTagClass };
}

function oaep() {
  return { md: forge.md.sha256.create(), mgf1: { md: forge.md.sha256.create() } };
}

function privateKey(pkcs8: Uint8Array): library.pki.rsa.PrivateKey {
  const asn1 = forge.asn1.fromDer(raw(pkcs8));
  return forge.pki.privateKeyFromAsn1(asn1);
}

function spkiOf(key: library.pki.rsa.PublicKey): Uint8Array {
  return bytesOf(forge.asn1.toDer(forge.pki.publicKeyToAsn1(key)).getBytes());
}

function base64UrlUInt(value: library.jsbn.BigInteger): string {
  const hex = value.toString(16);
  return toBase64Url(fromHex(hex.length % 2 === 0 ? hex : `0${hex}`) ?? new Uint8Array());
}

/** Forge seeds its generator lossily in node; blinding and seeds must use node's instead. */
function withNodesRandom(of: typeof library): typeof library {
  of.random.getBytesSync = (count: number) => of.util.binary.raw.encode(random(count));
  const getBytes = (count: number, callback?: (error: Error | null, bytes: string) => void) => {
    const bytes = of.random.getBytesSync(count);
    callback?.(null, bytes);
    return bytes;
  };
  of.random.getBytes = getBytes as typeof of.random.getBytes;
  return of;
}

/** Forge raises, inverts and divides with native big integers; the rest of it is unchanged. */
function withBigIntegers(of: typeof library): typeof library {
  const big = (value: library.jsbn.BigInteger) => BigInt(`0x${value.toString(16)}`);
  const back = (value: bigint) => new of.jsbn.BigInteger(value.toString(16), 16);
  const numbers = of.jsbn.BigInteger.prototype;
  numbers.modPow = function (exponent, modulus) {
    return back(power(big(this), big(exponent), big(modulus)));
  };
  numbers.modInverse = function (modulus) {
    return back(inverse(big(this), big(modulus)));
  };
  numbers.gcd = function (other) {
    return back(commonDivisor(big(this), big(other)));
  };
  return of;
}
