// Private keys in DER or BER, at any offset: RFC 8017 (PKCS#1), 5958 (PKCS#8, also encrypted), 5915
// (SEC 1), 7292 (PKCS#12), and OpenSSL's for DSA. Only tags, lengths and names are checked;
// certificates, requests, revocation lists and public keys begin differently.

const [SEQUENCE, INTEGER, OCTETS, OID] = [0x30, 0x02, 0x04, 0x06] as const;
/** Object identifiers by their first bytes: PKCS#7's content types, and key encryption. */
const PKCS7 = "2a864886f70d0107";
const ENCRYPTION = ["2a864886f70d0105", "2a864886f70d010c01"];
/** Whether a private key begins anywhere in these bytes. */
export function hasKeyDer(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = buffer.indexOf(SEQUENCE); at >= 0; at = buffer.indexOf(SEQUENCE, at + 1))
    if (isKeyDer(buffer, at)) return true;
  return false;
}

function isKeyDer(bytes: Uint8Array, start: number): boolean {
  const at = contentAt(bytes, start);
  // An algorithm, then what it encrypted.
  if (bytes[at] === SEQUENCE)
    return ENCRYPTION.some((oid) => hasOid(bytes, contentAt(bytes, at), oid));
  if (bytes[at] !== INTEGER || bytes[at + 1] !== 1) return false;
  const version = bytes[at + 2] ?? 0xff;
  const next = at + 3;
  if (version === 3)
    return bytes[next] === SEQUENCE && hasOid(bytes, contentAt(bytes, next), PKCS7);
  return version <= 1 && isKeyBody(bytes, next);
}

/** After a version: an algorithm and a key, the private number of a curve, or those of RSA or DSA. */
function isKeyBody(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === INTEGER) return hasLongNumbers(bytes, at);
  const behind = contentAt(bytes, at) + lengthAt(bytes, at);
  if (bytes[at] === SEQUENCE)
    return bytes[contentAt(bytes, at)] === OID && (bytes[behind] ?? OCTETS) === OCTETS;
  if (bytes[at] !== OCTETS) return false;
  const length = lengthAt(bytes, at);
  // After a curve's number comes its name or its public point, or nothing.
  return length >= 20 && length <= 66 && [0xa0, 0xa1, undefined].includes(bytes[behind]);
}

/**
 * A modulus followed by the exponent, or the first two numbers of DSA. A file that ends within them
 * is the beginning of a key.
 */
function hasLongNumbers(bytes: Uint8Array, at: number): boolean {
  const length = lengthAt(bytes, at);
  if (length < 0x40 || length > 4096) return false;
  const next = contentAt(bytes, at) + length;
  if (next >= bytes.length) return isLead(bytes, at);
  const second = lengthAt(bytes, next);
  return bytes[next] === INTEGER && second > 0 && second <= 0x40;
}

/** A positive number in the fewest bytes. */
function isLead(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(contentAt(bytes, at));
  return first === 0 ? second >= 0x80 : first < 0x80;
}

/** Where the content begins: after tag and length. */
function contentAt(bytes: Uint8Array, at: number): number {
  const length = bytes[at + 1] ?? 0;
  return at + 2 + (length > 0x80 && length <= 0x84 ? length - 0x80 : 0);
}

/** The length at this offset; -1 in an encoding that keys do not have. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1] ?? 0;
  if (first < 0x80) return first;
  if (first === 0x81) return bytes[at + 2] ?? -1;
  return first === 0x82 ? (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0) : -1;
}

const hasOid = (bytes: Uint8Array, at: number, oid: string): boolean =>
  bytes[at] === OID
  && Buffer.from(bytes.subarray(at + 2, at + 2 + oid.length / 2)).toString("hex") === oid;
