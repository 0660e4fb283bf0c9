// What a private key or a share looks like in a file, whatever the file is called.

/** PEM labels of private keys, of every kind and of OpenPGP, encrypted or not; other tools' own. */
const LABELS = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/i,
  /PuTTY-User-Key-File-/,
  /AGE-SECRET-KEY-1/,
];
/** The private member of a key as JSON, also where that JSON is a string in another. */
const JWK = /\\?"d\\?"\s{0,20}:\s{0,20}\\?"[A-Za-z0-9_-]{40}/;
/** The beginning of DER as base64, without a label around it. */
const BARE = /(?<![A-Za-z0-9+/_-])M[A-P][A-Za-z0-9+/_-]{38}/g;
/** None of these is longer, in characters: so much is kept from one piece to the next. */
export const LONGEST_FORM = 120;

/** Whether a private key begins somewhere in this text. */
export function isSecretText(text: string): boolean {
  if (LABELS.some((label) => label.test(text)) || JWK.test(text)) return true;
  return [...text.matchAll(BARE)].some(([start]) => isSecretDer(Buffer.from(start, "base64")));
}

const [SEQUENCE, INTEGER, OCTETS, OID] = [0x30, 0x02, 0x04, 0x06] as const;
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
