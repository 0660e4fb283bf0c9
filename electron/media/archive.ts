// What an archive begins with, whatever the file is called. It is named by its kind, not opened.

/** Kinds of archives and of images of disks, by their bytes at a place. */
const SIGNS = [
  ["zip", 0, "504b0304"],
  ["zip", 0, "504b0506"],
  ["zip", 0, "504b0708"],
  ["7z", 0, "377abcaf271c"],
  ["rar", 0, "526172211a07"],
  ["gzip", 0, "1f8b08"],
  ["bzip2", 0, "425a68"],
  ["xz", 0, "fd377a585a00"],
  ["zstd", 0, "28b52ffd"],
  ["cab", 0, "4d534346"],
  ["tar", 257, "7573746172"],
  ["iso", 32_769, "4344303031"],
] as const;

export type ArchiveKind = (typeof SIGNS)[number][0];

/** @param start the first 32,774 bytes or more, or the whole file */
export function archiveAt(start: Uint8Array): ArchiveKind | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.length);
  const found = SIGNS.find(([, at, hex]) => {
    const end = at + hex.length / 2;
    return bytes.length >= end && bytes.subarray(at, end).toString("hex") === hex;
  });
  return found?.[0] ?? null;
}
