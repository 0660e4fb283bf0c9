// Compares a medium with its manifest: what is named is there and unchanged; the rest is counted.
import { readdirSync } from "node:fs";
import { isFault, sha256Hex, type Warning } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import { NAMED_BYTES_MAX, type Manifest } from "./manifest.ts";
import { atMedium, judgeMode, type Medium } from "./medium.ts";
import { foldName, MANIFEST, MARKER } from "./name.ts";
import { readFile } from "./read-file.ts";
import type { Written } from "./write-file.ts";

/**
 * Judges every file the manifest names, by size and SHA-256. What it does not name is only counted,
 * never opened (B087).
 * @returns W-MEDIA-FOREIGN where there is more than the manifest names
 * @throws Fault E-MEDIA-REHEARSAL, -PRODUCTION, -NAMECLASH, -INCOMPLETE, -HASH; as `readFile`
 */
export function judgeManifest(medium: Medium, { files, mode }: Manifest): readonly Warning[] {
  judgeMode(mode, medium.mode);
  const standing = atMedium(medium, () => readdirSync(medium.folder));
  const ours = [MARKER, MANIFEST, ...files.map(({ name }) => name)];
  const foreign = standing.filter((name) => !ours.includes(name));
  const folded = new Set(ours.map(foldName));
  if (foreign.some((name) => folded.has(foldName(name)))) throw fault("E-MEDIA-NAMECLASH");
  files.forEach((file, i) => judgeFile(medium, file, i + 1));
  if (foreign.length === 0) return [];
  return [{ code: "W-MEDIA-FOREIGN", message: count(foreign.length) }];
}

function judgeFile(medium: Medium, { name, size, sha256 }: Written, n: number): void {
  const bytes = readNamed(medium, name, n);
  if (bytes.length !== size || sha256Hex(bytes) !== sha256) throw fault("E-MEDIA-HASH", { n });
}

function readNamed(medium: Medium, name: string, n: number): Uint8Array {
  try {
    return readFile(medium, name, NAMED_BYTES_MAX);
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "E-MEDIA-SIZE") throw fault("E-MEDIA-HASH", { n });
    if (error.code !== "E-MEDIA-FILE-MISSING") throw error;
    throw fault("E-MEDIA-INCOMPLETE", { missing: `file ${n} of the manifest` });
  }
}

const count = (n: number): string => n === 1
  ? "One thing on the medium is not in its manifest; it was not opened."
  : `${n} things on the medium are not in its manifest; they were not opened.`;
