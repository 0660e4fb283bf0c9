// What a private key or a share looks like in a file, whatever the file is called.

const [SEQUENCE, INTEGER, OCTETS, OID] = [0x30, 0x02, 0x04, 0x06] as const;
/** PEM labels of private keys, of every kind and of OpenPGP, encrypted or not; other tools' own. */
const LABELS = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/i,
  /PuTTY-User-Key-File-/,
  /AGE-SECRET-KEY-1/,
];
/** The private member of a key as JSON, also where that JSON is a string in another. */
const JWK = /\\?"d\\?"\s{0,20}:\s{0,20}\\?"[A-Za-z0-9_-]{40}/;
/** As `openssl rsa -text` prints one, and as .NET writes one in XML. */
const SPELLED = [
  /\bprivateExponent:\s{1,8}(?:[0-9a-f]{2}:){8}/i,
  /<(?:D|InverseQ)>\s{0,8}[A-Za-z0-9+/]{40}/,
];
/** The beginning of DER as base64, without a label around it, in lines of any length. */
const BARE = /(?<![A-Za-z0-9+/_-])M[A-P](?:[\r\n]{0,2}[A-Za-z0-9+/_-]){38}/g;
/** The beginning of DER as hexadecimal, in pairs of any kind. */
const HEX = /(?<![0-9A-Fa-f])30(?:[:\s]{0,2}[0-9A-Fa-f]{2}){29}/g;
/** A PEM label as base64, as mail and Kubernetes carry whole files. */
const PACKED = /LS0tLS1CRUdJTi(?:[\r\n]{0,2}[A-Za-z0-9+/]){10,90}/g;
/** One character as JSON, HTML, an address or a mail escapes it. */
const ESCAPED = /\\u00([0-9a-f]{2})|&#x([0-9a-f]{2});|%([0-9a-f]{2})|=([0-9A-F]{2})/gi;
const DECIMAL = /&#(\d{2,3});/g;
/** None of these is longer, in characters: so much is kept from one piece to the next. */
export const LONGEST_FORM = 400;

/** Whether a private key begins somewhere in this text, also where its signs are escaped. */
export function isSecretText(text: string): boolean {
  const plain = unescaped(text);
  return isPlainSecret(text) || (plain !== text && isPlainSecret(plain));
}

function isPlainSecret(text: string): boolean {
  if ([...LABELS, JWK, ...SPELLED].some((form) => form.test(text))) return true;
  const unpacked = [...text.matchAll(PACKED)].map(([start]) =>
    fromBase64(start).toString("latin1"),
  );
  return (
    [...text.matchAll(BARE)].some(([start]) => isSecretDer(fromBase64(start)))
    || [...text.matchAll(HEX)].some(([start]) => isSecretDer(fromHexPairs(start)))
    || unpacked.some((inner) => LABELS.some((label) => label.test(inner)))
  );
}

const fromBase64 = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ""), "base64");
const fromHexPairs = (text: string): Buffer => Buffer.from(text.replace(/[:\s]/g, ""), "hex");

const unescaped = (text: string): string =>
  text
    .replace(ESCAPED, (_, json?: string, html?: string, address?: string, mail?: string) =>
      String.fromCharCode(Number.parseInt(json ?? html ?? address ?? mail ?? "", 16)),
    )
    .replace(DECIMAL, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("\\/", "/");

/** Bytes that may stand before a key in a file of another kind. */
const LEADING_MAX = 64;

/** Whether a file begins with a private key, or with a few bytes and then one. */
export function startsSecret(start: Uint8Array): boolean {
  if (isSecretDer(start)) return true;
  // A certificate is DER as well, and what stands in it is no key.
  if (start[0] === SEQUENCE) return false;
  return Array.from({ length: LEADING_MAX }, (_, i) => i + 1).some((at) =>
    isSecretDer(start.subarray(at, at + 64)),
  );
}

/** Object identifiers by their first bytes: PKCS#7's content types, and what encrypts a key. */
const PKCS7 = "2a864886f70d0107";
const ENCRYPTION = ["2a864886f70d0105", "2a864886f70d010c01"];
/** Java's key stores. */
const STORES = ["feedfeed", "cececece"];

/**
 * Whether a file that begins with these bytes is a private key in DER or BER: PKCS#1, PKCS#8 (open
 * or encrypted), SEC 1, or a PKCS#12 file; or a Java key store. A certificate, a public key and a
 * request begin otherwise.
 * @param start 30 bytes or more, or the whole file
 */
export function isSecretDer(start: Uint8Array): boolean {
  if (STORES.includes(hexAt(start, 0, 4))) return true;
  if (start[0] !== SEQUENCE) return false;
  const at = contentAt(start, 0);
  // An algorithm, then what it encrypted.
  if (start[at] === SEQUENCE)
    return ENCRYPTION.some((oid) => hasOid(start, contentAt(start, at), oid));
  if (start[at] !== INTEGER || start[at + 1] !== 1) return false;
  const version = start[at + 2] ?? 0xff;
  const next = at + 3;
  if (version === 3)
    return start[next] === SEQUENCE && hasOid(start, contentAt(start, next), PKCS7);
  return version <= 1 && isKeyBody(start, next);
}

/** After a version: a modulus, an algorithm's name, or the private number of a curve. */
function isKeyBody(start: Uint8Array, at: number): boolean {
  const length = start[at + 1] ?? 0;
  if (start[at] === SEQUENCE) return start[contentAt(start, at)] === OID;
  if (start[at] === INTEGER) return length > 0x3f;
  return start[at] === OCTETS && length >= 20 && length <= 66;
}

/** Where the content begins of what stands here: behind its tag and its length. */
function contentAt(bytes: Uint8Array, at: number): number {
  const length = bytes[at + 1] ?? 0;
  return at + 2 + (length > 0x80 ? length - 0x80 : 0);
}

const hasOid = (bytes: Uint8Array, at: number, oid: string): boolean =>
  bytes[at] === OID && hexAt(bytes, at + 2, oid.length / 2) === oid;

const hexAt = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.subarray(at, at + length)).toString("hex");

/** A share: 32 words of 16 bits, little-endian; its number in 7 bits, a value up to 256 in 9. */
const SHARE_BYTES = 64;
/** The longest way to write one: hexadecimal, on lines, with an end of line. */
export const SHARE_FILE_MAX = 200;

/** Whether a small file is one opened share and nothing else: as bytes, or written in letters. */
export function isShareFile(bytes: Uint8Array): boolean {
  if (isShare(bytes)) return true;
  const text = Buffer.from(bytes).toString("latin1").replace(/\s/g, "");
  if (/^[0-9a-f]{128}$/i.test(text)) return isShare(Buffer.from(text, "hex"));
  return /^[A-Za-z0-9+/_-]{86}={0,2}$/.test(text) && isShare(Buffer.from(text, "base64"));
}

function isShare(bytes: Uint8Array): boolean {
  if (bytes.length !== SHARE_BYTES) return false;
  const words = Array.from(
    { length: SHARE_BYTES / 2 },
    (_, i) => (bytes[2 * i] ?? 0) + 256 * (bytes[2 * i + 1] ?? 0),
  );
  const number = (words[0] ?? 0) >> 9;
  return number > 0 && words.every((word) => word >> 9 === number && (word & 0x1ff) <= 256);
}
