// The transfer manifest: which files belong to the medium. Written last, and compared with the
// medium; see FORMAT.md.
import { readdirSync } from "node:fs";
import {
  equal,
  isArray,
  isFault,
  isObject,
  readJson,
  sha256Hex,
  utf8,
  type Json,
  type JsonObject,
  type Warning,
} from "../../crypto/index.ts";
import { sentence } from "../text/sentence.ts";
import { fault } from "./shared/faults.ts";
import { replaceFile, type Written } from "./files.ts";
import type { Mode } from "./marker.ts";
import { atMedium, checkMode, type Medium } from "./medium.ts";
import { readFile } from "./read-file.ts";
import { foldName, isAllowed, MANIFEST, MARKER, sameName } from "./name.ts";

/** The contents of a medium, at a position of a ceremony's record. */
export interface Manifest {
  /** 32 hex digits. */
  readonly ceremony: string;
  /** Sorted by name, without duplicates (ignoring case). */
  readonly files: readonly Written[];
  /** The record's head when the manifest was written: 64 hex digits. */
  readonly head: string;
  readonly hsm: string;
  readonly mode: Mode;
}

/** The largest manifest, in bytes, and the largest file in it. */
const MANIFEST_BYTES_MAX = 1024 * 1024;
const NAMED_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Replaces the manifest. Everything it names must be written first.
 * @throws Fault E-MEDIA-MANIFEST if it breaks its own format; as `replaceFile`
 */
export function writeManifest(medium: Medium, manifest: Manifest): Written {
  const sorted = { ...manifest, files: [...manifest.files].sort(byName) };
  const bytes = encode(sorted);
  manifestOf(bytes);
  return replaceFile(medium, MANIFEST, bytes);
}

/**
 * Reads the manifest: exactly the bytes that `writeManifest` would write.
 * @throws Fault E-MEDIA-INCOMPLETE if there is none, E-MEDIA-MANIFEST; as `readFile`
 */
export const readManifest = (medium: Medium): Manifest => manifestOf(readOrMissing(medium));

function readOrMissing(medium: Medium): Uint8Array {
  try {
    return readFile(medium, MANIFEST, MANIFEST_BYTES_MAX);
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.code === "E-MEDIA-SIZE") throw fault("E-MEDIA-MANIFEST");
    if (error.code !== "E-MEDIA-FILE-MISSING") throw error;
    throw fault("E-MEDIA-INCOMPLETE", { missing: sentence("media-faults.manifest") });
  }
}

/** Members in alphabetical order and plain text: RFC 8785, and a line end. */
function encode({ ceremony, files, head, hsm, mode }: Manifest): Uint8Array {
  const named = files.map(({ name, sha256, size }) => ({ name, sha256, size }));
  return utf8(`${JSON.stringify({ ceremony, files: named, head, hsm, mode, version: 1 })}\n`);
}

/**
 * Reads a manifest from its bytes: only one form.
 * @throws Fault E-MEDIA-MANIFEST, -NAME, -NAMECLASH
 */
export function manifestOf(bytes: Uint8Array): Manifest {
  const reading = readJson(bytes);
  if (!reading.ok || !isObject(reading.value)) throw fault("E-MEDIA-MANIFEST");
  const manifest = shape(reading.value);
  // Only one form: unknown members, other orders, spaces and duplicate names all differ here.
  if (!equal(encode(manifest), bytes)) throw fault("E-MEDIA-MANIFEST");
  return manifest;
}

function shape(value: JsonObject): Manifest {
  const { ceremony, files, head, hsm, mode } = value;
  if (
    !isText(ceremony, /^[0-9a-f]{32}$/)
    || !isText(head, /^[0-9a-f]{64}$/)
    || !isText(hsm, /^[A-Za-z0-9-]{1,64}$/)
    || (mode !== "REHEARSAL" && mode !== "PRODUCTION")
    || !isArray(files)
  )
    throw fault("E-MEDIA-MANIFEST");
  const named = files.map(shapeOfFile);
  named.forEach(({ name }, i) => checkOrder(named[i - 1]?.name, name));
  const folded = new Set(named.map(({ name }) => foldName(name)));
  if (folded.size < named.length) throw fault("E-MEDIA-NAMECLASH");
  return { ceremony, files: named, head, hsm, mode };
}

function shapeOfFile(value: Json): Written {
  if (!isObject(value)) throw fault("E-MEDIA-MANIFEST");
  const { name, sha256, size } = value;
  if (typeof name !== "string") throw fault("E-MEDIA-MANIFEST");
  if (!isAllowed(name)) throw fault("E-MEDIA-NAME");
  if (sameName(name, MARKER) || sameName(name, MANIFEST)) throw fault("E-MEDIA-MANIFEST");
  const sized =
    typeof size === "number" && Number.isInteger(size) && size > 0 && size <= NAMED_BYTES_MAX;
  if (!sized || !isText(sha256, /^[0-9a-f]{64}$/)) throw fault("E-MEDIA-MANIFEST");
  return { name, size, sha256 };
}

function checkOrder(before: string | undefined, name: string): void {
  if (before !== undefined && before >= name) throw fault("E-MEDIA-MANIFEST");
}

const byName = (a: Written, b: Written): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const isText = (value: Json | undefined, form: RegExp): value is string =>
  typeof value === "string" && form.test(value);

/**
 * Checks every file in the manifest, by size and SHA-256. Other files are only counted, never
 * opened (B087).
 * @returns W-MEDIA-FOREIGN if there is more than the manifest names
 * @throws Fault E-MEDIA-REHEARSAL, -PRODUCTION, -NAMECLASH, -INCOMPLETE, -HASH; as `readFile`
 */
export function checkManifest(medium: Medium, { files, mode }: Manifest): readonly Warning[] {
  checkMode(mode, medium.mode);
  const standing = atMedium(medium, () => readdirSync(medium.folder));
  const ours = [MARKER, MANIFEST, ...files.map(({ name }) => name)];
  const foreign = standing.filter((name) => !ours.includes(name));
  const folded = new Set(ours.map(foldName));
  if (foreign.some((name) => folded.has(foldName(name)))) throw fault("E-MEDIA-NAMECLASH");
  files.forEach((file, i) => checkFile(medium, file, i + 1));
  if (foreign.length === 0) return [];
  return [{ code: "W-MEDIA-FOREIGN", message: count(foreign.length) }];
}

function checkFile(medium: Medium, { name, size, sha256 }: Written, n: number): void {
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
    throw fault("E-MEDIA-INCOMPLETE", { missing: sentence("media-faults.manifestFile", { n }) });
  }
}

const count = (n: number): string =>
  n === 1
    ? "One thing on the medium is not in its manifest; it was not opened."
    : `${n} things on the medium are not in its manifest; they were not opened.`;
