// Recognises archives by their first bytes, whatever the file is called, and encrypted containers
// of known kinds, which cannot be searched either. They are named by kind, not opened.

/** Kinds of archives, disk images and containers, by their bytes at an offset. */
const SIGNS = [
  ["zip", 0, "504b0304"],
  ["zip", 0, "504b0506"],
  ["zip", 0, "504b0708"],
  ["7z", 0, "377abcaf271c"],
  ["rar", 0, "526172211a07"],
  ["gzip", 0, "1f8b08"],
  ["xz", 0, "fd377a585a00"],
  ["zstd", 0, "28b52ffd"],
  ["cab", 0, "4d534346"],
  ["tar", 257, "7573746172"],
  ["iso", 32_769, "4344303031"],
  ["lzip", 0, "4c5a4950"],
  ["lz4", 0, "04224d18"],
  ["openssl enc", 0, "53616c7465645f5f"],
  ["age", 0, "6167652d656e6372797074696f6e2e6f72672f"],
  ["kdbx", 0, "03d9a29a"],
  ["luks", 0, "4c554b53babe"],
] as const;

/** Kinds with a short signature, and what follows it, so that neither matches by chance. */
const LONGER: readonly (readonly ["bzip2" | "compress" | "lzma", (buffer: Buffer) => boolean])[] = [
  ["bzip2", isBzip2],
  ["compress", isCompress],
  ["lzma", isLzma],
];

export type ArchiveKind =
  | (typeof SIGNS | typeof LONGER)[number][0]
  | "encrypted PDF"
  | "PDF with LZW";

/** Signatures long enough to be recognised anywhere, even after other bytes. */
const ANYWHERE: readonly (readonly [ArchiveKind, Buffer])[] = SIGNS.filter(
  ([kind]) => kind === "7z" || kind === "rar" || kind === "xz",
).map(([kind, , hex]) => [kind, Buffer.from(hex, "hex")]);

/** @param bytes the whole file, or what a part of one decodes to */
export function archiveAt(bytes: Uint8Array): ArchiveKind | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = SIGNS.find(([, at, hex]) => {
    const end = at + hex.length / 2;
    return buffer.length >= end && buffer.subarray(at, end).toString("hex") === hex;
  });
  return found?.[0] ?? LONGER.find(([, is]) => is(buffer))?.[0] ?? pdfKind(buffer);
}

/**
 * As `archiveAt`, or one that begins anywhere in these bytes.
 * @param isInner whether they were decoded from a file: gzip in a file is unpacked, and not an archive
 */
export function archiveIn(bytes: Uint8Array, isInner: boolean): ArchiveKind | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const first = archiveAt(bytes);
  if (first !== null && !(isInner && first === "gzip")) return first;
  const behind = ANYWHERE.find(([, sign]) => buffer.includes(sign));
  return behind?.[0] ?? (hasZipEntry(buffer) ? "zip" : null);
}

/** A level, and the magic number of a block or of the end. */
function isBzip2(buffer: Buffer): boolean {
  return /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/.test(buffer.subarray(0, 10).toString("latin1"));
}

/** How many of its first codes are read: by chance each is too large every second time. */
const CODES = 32;

/** LZW as in `compress`: each code is a byte, or was read before. */
function isCompress(buffer: Buffer): boolean {
  if (buffer.toString("hex", 0, 2) !== "1f9d") return false;
  const bits = (buffer[2] ?? 0) & 0x7f;
  // In block mode one more code begins a new table.
  const first = (buffer[2] ?? 0) < 0x80 ? 256 : 257;
  const codes = Array.from({ length: CODES }, (_, i) => codeAt(buffer, 9 * i));
  return bits >= 9 && bits <= 16 && codes.every((code, i) => code < (i === 0 ? 256 : first + i));
}

/** Nine bits after the header, the lowest first; NaN if the file ends before. */
function codeAt(buffer: Buffer, bit: number): number {
  const at = 3 + (bit >> 3);
  return at + 2 > buffer.length ? Number.NaN : (buffer.readUInt16LE(at) >> (bit & 7)) & 0x1ff;
}

/** The older form of LZMA: properties, a dictionary size, the length or -1. */
function isLzma(buffer: Buffer): boolean {
  if (buffer.length < 14 || (buffer[0] ?? 0) >= 225 || buffer[13] !== 0) return false;
  const dictionary = buffer.readUInt32LE(1);
  const isSize =
    dictionary >= 4096 && ((dictionary & (dictionary - 1)) === 0 || dictionary % 3 === 0);
  const length = buffer.readBigUInt64LE(5);
  return isSize && (length === 0xffff_ffff_ffff_ffffn || (length > 0n && length < 1n << 38n));
}

const ENTRY = Buffer.from("504b0304", "hex");

/** A zip entry (APPNOTE.TXT 4.3.7): a valid version, method and name. */
function hasZipEntry(buffer: Buffer): boolean {
  for (let at = buffer.indexOf(ENTRY); at >= 0; at = buffer.indexOf(ENTRY, at + 1)) {
    if (at + 30 > buffer.length) return false;
    const [version, method] = [buffer.readUInt16LE(at + 4), buffer.readUInt16LE(at + 8)];
    const name = buffer.readUInt16LE(at + 26);
    if (version <= 63 && method <= 99 && name > 0 && name <= 1024) return true;
  }
  return false;
}

function pdfKind(buffer: Buffer): ArchiveKind | null {
  if (!buffer.subarray(0, 1024).includes("%PDF-")) return null;
  if (/\/Encrypt\s{0,9}(?:\d{1,9} \d{1,5} R|<<)/.test(buffer.toString("latin1")))
    return "encrypted PDF";
  return buffer.includes("/LZWDecode") ? "PDF with LZW" : null;
}
