// The second opinion: the same primitives on node:crypto (native, constant time). Also the only
// source of randomness, and of PBKDF2 and scrypt.
import crypto, {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generatePrime,
  pbkdf2 as pbkdf2Callback,
  pbkdf2Sync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  scrypt as scryptCallback,
  scryptSync,
  sign,
  verify,
  X509Certificate,
} from "node:crypto";

/** Cryptographically secure random bytes. */
export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

export const sha1 = (data: Uint8Array): Uint8Array => digest("sha1", data);
export const sha256 = (data: Uint8Array): Uint8Array => digest("sha256", data);

/** SHA-256 in lower-case hex. */
export const sha256Hex = (data: Uint8Array): string => hexOf(data);

/** The same for a text's UTF-8 bytes. */
export const sha256HexOfText = (text: string): string => hexOf(text);

/** In one call, which Node 20 has since 20.12: a record has many short lines. */
const hexOf = (data: Uint8Array | string): string =>
  typeof crypto.hash === "function"
    ? crypto.hash("sha256", data, "hex")
    : crypto.createHash("sha256").update(data).digest("hex");

/** The same for a stream of bytes, where all at once would be too many. */
export async function sha256HexOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

/** HMAC-SHA-512, 64 bytes. */
export const hmac512 = (key: Uint8Array, data: Uint8Array): Uint8Array => hmac("sha512", key, data);

/** HMAC-SHA-256, 32 bytes. */
export const hmac256 = (key: Uint8Array, data: Uint8Array): Uint8Array => hmac("sha256", key, data);

/** PBKDF2 (RFC 8018). `hash` is a node digest name. */
export function pbkdf2(
  hash: string,
  passphrase: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  length: number,
): Uint8Array {
  return new Uint8Array(pbkdf2Sync(passphrase, salt, rounds, length, hash));
}

/** scrypt (RFC 7914), with only the memory that its parameters need. */
export function scrypt(
  passphrase: Uint8Array,
  salt: Uint8Array,
  cost: { N: number; r: number; p: number },
  length: number,
): Uint8Array {
  return new Uint8Array(scryptSync(passphrase, salt, length, withMemory(cost)));
}

/** As `pbkdf2`, in node's thread pool: several run side by side. */
export function pbkdf2Aside(
  hash: string,
  passphrase: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  length: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    pbkdf2Callback(passphrase, salt, rounds, length, hash, settle(resolve, reject));
  });
}

/** As `scrypt`, in node's thread pool. */
export function scryptAside(
  passphrase: Uint8Array,
  salt: Uint8Array,
  cost: { N: number; r: number; p: number },
  length: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scryptCallback(passphrase, salt, length, withMemory(cost), settle(resolve, reject));
  });
}

/** Only the memory that the parameters need. */
const withMemory = (cost: { N: number; r: number; p: number }) => ({
  ...cost,
  maxmem: 128 * cost.r * (cost.N + cost.p + 2) + (1 << 20),
});

function settle(resolve: (key: Uint8Array) => void, reject: (error: Error) => void) {
  return (error: Error | null, key: Buffer) => {
    if (error === null) resolve(new Uint8Array(key));
    else reject(error);
  };
}

/** AES-CBC with PKCS#7 padding. */
export function aesCbcEncrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv(`aes-${String(key.length * 8)}-cbc`, key, iv);
  return join(cipher.update(data), cipher.final());
}

/** AES-CBC with PKCS#7 padding; null if the padding is wrong. */
export function aesCbcDecrypt(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array | null {
  try {
    const cipher = createDecipheriv(`aes-${String(key.length * 8)}-cbc`, key, iv);
    return join(cipher.update(data), cipher.final());
  } catch {
    return null;
  }
}

/** Triple DES in CBC with PKCS#7 padding, a key of 24 bytes; null if the padding is wrong. */
export function tripleDesDecrypt(
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array | null {
  try {
    const cipher = createDecipheriv("des-ede3-cbc", key, iv);
    return join(cipher.update(data), cipher.final());
  } catch {
    return null;
  }
}

/** HMAC under a digest named as node names it. */
export const hmac = (hash: string, key: Uint8Array, data: Uint8Array): Uint8Array =>
  new Uint8Array(createHmac(hash, key).update(data).digest());

/** A digest named as node names it. */
export const digestOf = (hash: string, data: Uint8Array): Uint8Array => digest(hash, data);

/** RSAES-OAEP with SHA-256 and MGF1-SHA-256, empty label (RFC 8017 7.1). `spki` is DER. */
export function oaepEncrypt(spki: Uint8Array, data: Uint8Array): Uint8Array {
  const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
  return new Uint8Array(publicEncrypt({ key, ...OAEP }, data));
}

/** The reverse; null if it does not decrypt, whatever the reason. `pkcs8` is DER. */
export function oaepDecrypt(pkcs8: Uint8Array, data: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(privateDecrypt({ key: privateKey(pkcs8), ...OAEP }, data));
  } catch {
    return null;
  }
}

/** RSASSA-PSS with SHA-256, salt of 32 bytes (RFC 8017 8.1). */
export function pssSign(pkcs8: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign("sha256", message, { key: privateKey(pkcs8), ...PSS }));
}

/** True when the PSS signature verifies under the SPKI's key. */
export function pssVerify(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
  return verify("sha256", message, { key, ...PSS }, signature);
}

/** The numbers of an RSA private key as this engine reads them, or null if it refuses the key. */
export function readPrivateKey(pkcs8: Uint8Array): Readonly<Record<string, string>> | null {
  try {
    const { n, e, d, p, q, dp, dq, qi } = privateKey(pkcs8).export({ format: "jwk" });
    if (!n || !e || !d || !p || !q || !dp || !dq || !qi) return null;
    return { n, e, d, p, q, dp, dq, qi };
  } catch {
    return null;
  }
}

/**
 * A random prime of `bits` with its two highest bits set, so that the product of two has twice the
 * bits. Searched in node's thread pool.
 */
export function randomPrime(bits: number): Promise<bigint> {
  return new Promise((resolve, reject) => {
    generatePrime(bits, { bigint: true }, (error: Error | null | undefined, prime) => {
      // Node passes undefined where its types say null.
      if (error) reject(error);
      else resolve(prime);
    });
  });
}

/**
 * What this engine reads in a certificate: its modulus (base64url) and whether it signed itself.
 */
export function readCertificate(der: Uint8Array): { modulus: string; selfSigned: boolean } | null {
  try {
    const certificate = new X509Certificate(pemOf(der));
    const { n: modulus } = certificate.publicKey.export({ format: "jwk" });
    return { modulus: modulus ?? "", selfSigned: certificate.verify(certificate.publicKey) };
  } catch {
    return null;
  }
}

/**
 * X509Certificate looks for PEM text before it tries DER, even inside DER bytes. An exchange
 * certificate has Intel's PEM chain in its quote, and Intel's CA would be read instead.
 */
function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" } as const;
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } as const;

const privateKey = (pkcs8: Uint8Array) =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });

function digest(name: string, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash(name).update(data).digest());
}

function join(...parts: readonly Buffer[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
