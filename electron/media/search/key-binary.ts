// Private keys in binary formats of their own: Microsoft's, OpenSSH's, OpenPGP's, Java's key stores.

/** Signatures at any offset, long enough not to match by chance. */
const SIGNS: readonly Buffer[] = [
  // OpenSSH's, new and old.
  "openssh-key-v1\0",
  "SSH PRIVATE KEY FILE FORMAT 1.1\n\0",
  // NSS: the tables of key4.db.
  "nssPrivate",
].map((sign) => Buffer.from(sign, "latin1"));

/** Microsoft's: PRIVATEKEYBLOB (wincrypt.h) and CNG's blobs (bcrypt.h) by their first word. */
const PRIVATE_BLOB = Buffer.from("0702000000", "hex");
const PVK = Buffer.from("1ef1b5b000000000", "hex");
const CNG_RSA = ["RSA2", "RSA3"];
const CNG_EC = ["ECS2", "ECS4", "ECS6", "ECK2", "ECK4", "ECK6", "ECDV", "ECPV"];
/** As ssh writes a key, public or private: Dropbear's, an agent's. */
const SSH_RSA = Buffer.from("\0\0\0\u0007ssh-rsa", "latin1");
/** Java's key stores, of two kinds; the head of an encrypted key of ssh.com. */
const AT_START = ["feedfeed0000000", "cececece0000000", "3f6ff9eb"];

/** Whether a private key of one of these forms is in these bytes. */
export function hasKeyBinary(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = buffer.subarray(0, 8).toString("hex");
  return (
    SIGNS.some((sign) => buffer.includes(sign))
    || AT_START.some((sign) => start.startsWith(sign))
    || some(buffer, PVK, isPvk)
    || some(buffer, PRIVATE_BLOB, isPrivateBlob)
    || CNG_RSA.some((sign) => some(buffer, Buffer.from(sign), isCngRsa))
    || CNG_EC.some((sign) => some(buffer, Buffer.from(sign), isCngEc))
    || some(buffer, SSH_RSA, isSshKey)
    || isOpenPgp(buffer)
    || isBouncyCastle(buffer)
  );
}

function some(buffer: Buffer, sign: Buffer, is: (buffer: Buffer, at: number) => boolean): boolean {
  for (let at = buffer.indexOf(sign); at >= 0; at = buffer.indexOf(sign, at + 1))
    if (is(buffer, at)) return true;
  return false;
}

const word = (buffer: Buffer, at: number): number =>
  at + 4 <= buffer.length ? buffer.readUInt32LE(at) : -1;

/** A key for exchange or for signatures, encrypted or not. */
const isPvk = (buffer: Buffer, at: number): boolean => [1, 2].includes(word(buffer, at + 8));

/** CALG_RSA_KEYX, CALG_RSA_SIGN or CALG_DSS_SIGN, followed by its name in letters. */
const isPrivateBlob = (buffer: Buffer, at: number): boolean =>
  [0xa400, 0x2400, 0x2200].includes(word(buffer, at + 4))
  && /^(?:RSA2|DSS[24])$/.test(buffer.toString("latin1", at + 8, at + 12));

/** Consistent lengths: bits of the modulus, bytes of exponent, modulus and primes. */
function isCngRsa(buffer: Buffer, at: number): boolean {
  const read = (i: number): readonly number[] =>
    [1, 2, 3, 4, 5].map((n) =>
      i === 0
        ? word(buffer, at + 4 * n)
        : at + 4 * n + 4 > buffer.length
          ? -1
          : buffer.readUInt32BE(at + 4 * n),
    );
  return [0, 1].some((order) => {
    const [bits = 0, exponent = 0, modulus = 0, first = 0, second = 0] = read(order);
    return (
      bits >= 512
      && modulus === Math.ceil(bits / 8)
      && exponent >= 1
      && exponent <= 8
      && first + second >= modulus
      && first + second <= modulus + 2
    );
  });
}

/** A public key has two numbers after its name, a private one more. */
function isSshKey(buffer: Buffer, at: number): boolean {
  let next = at + SSH_RSA.length;
  for (const numbers of [1, 2, 3]) {
    const length = next + 4 <= buffer.length ? buffer.readUInt32BE(next) : 0;
    if (length === 0 || length > 4096) return false;
    if (numbers === 3) return length >= 64 && next + 4 + length <= buffer.length;
    next += 4 + length;
  }
  return false;
}

/** Bytes of each of the numbers of a curve. */
const isCngEc = (buffer: Buffer, at: number): boolean => {
  const size = word(buffer, at + 4);
  return [28, 32, 48, 66].includes(size) && buffer.length >= at + 8 + 3 * size;
};

/** RFC 9580: a packet of a secret key or subkey at the start, followed by numbers or a curve. */
function isOpenPgp(buffer: Buffer): boolean {
  const [head = 0, first = 0] = buffer;
  const isOld = OLD_HEADS.includes(head);
  if (!isOld && head !== 0xc5 && head !== 0xc7) return false;
  const length = isOld ? OLD_LENGTHS[head & 3] : first < 192 ? 1 : first < 224 ? 2 : 5;
  const at = 1 + (length ?? 1);
  const [version = 0, , , , , algorithm = 0] = buffer.subarray(at);
  if (![3, 4, 5, 6].includes(version)) return false;
  // After the time and the algorithm; version 3 has a validity before, 5 and 6 a length.
  const body = at + 6 + (version === 3 ? 2 : version === 4 ? 0 : 4);
  if ([18, 19, 22].includes(algorithm)) return isCurve(buffer, body);
  if ([25, 26, 27, 28].includes(algorithm)) return version === 6 && hasZeros(buffer, at + 6);
  const second = behindNumber(buffer, body);
  if (![1, 2, 3, 16, 17].includes(algorithm) || second === null) return false;
  return behindNumber(buffer, second, 8) !== null;
}

const OLD_HEADS = [0x94, 0x95, 0x96, 0x9c, 0x9d, 0x9e];
/** Bytes of a packet's length by the last two bits of an old head. */
const OLD_LENGTHS = [1, 2, 4];
/** Names of curves that OpenPGP uses, by their first bytes. */
const CURVES = ["2a8648ce3d03", "2b8104000", "2b2403030208", "2b06010401da47", "2b060104019755"];

function isCurve(buffer: Buffer, at: number): boolean {
  const [length = 0] = buffer.subarray(at);
  const name = buffer.toString("hex", at + 1, at + 1 + length);
  return length >= 5 && length <= 10 && CURVES.some((curve) => name.startsWith(curve));
}

const hasZeros = (buffer: Buffer, at: number): boolean =>
  buffer.length > at + 36 && buffer.readUInt32BE(at) <= 64;

/**
 * The end of the number that begins here: its length in bits, then its bytes; null if none.
 * @param least its lowest number of bits
 */
function behindNumber(buffer: Buffer, at: number, least = 512): number | null {
  const bits = at + 3 <= buffer.length ? buffer.readUInt16BE(at) : 0;
  const top = Math.clz32(buffer[at + 2] ?? 0) - 24;
  const length = Math.ceil(bits / 8);
  const fits = bits >= least && bits <= 16_384 && 8 * length - top === bits;
  return fits && at + 2 + length <= buffer.length ? at + 2 + length : null;
}

/** Bouncy Castle's BKS: a version, a salt of 20 bytes, rounds. */
function isBouncyCastle(buffer: Buffer): boolean {
  const head = buffer.subarray(0, 8).toString("hex");
  if (head !== "0000000100000014" && head !== "0000000200000014") return false;
  const rounds = buffer.length >= 32 ? buffer.readUInt32BE(28) : 0;
  return rounds >= 1 && rounds <= 0xffff;
}
