// Where Linux's loader looks for the libraries of a package. Electron's own program looks for all of
// them beside itself first, so a library that someone puts there is loaded before any check of ours.
// Here each program and library loses its search path, and what a package brings is named by its place.
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** ELF's first four bytes; then 64 bits, little-endian: what this reads. */
const MAGIC = Buffer.from("\x7fELF", "latin1");
const [CLASS_64, LITTLE] = [2, 1];
/** Types of a program header, and tags of an entry of the dynamic section (ELF gABI, chapter 5). */
const [PT_LOAD, PT_DYNAMIC] = [1, 2];
const TAG = { end: 0n, needed: 1n, strings: 5n, rpath: 15n, runpath: 29n };
/** An entry is a tag and a value. */
const ENTRY = 16;
/** The folder of the file itself: the loader puts it in, also in the name of a library. */
const ORIGIN = "$ORIGIN";

/**
 * Takes the search paths out of a packed app, in place of which a library has one name: its own.
 * @param {string} folder
 * @throws where a file names a library that is beside it, and its strings have no room for the place
 */
export function closeSearchPaths(folder) {
  for (const { parentPath, name } of readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile())) {
    const file = join(parentPath, name);
    const bytes = readFileSync(file);
    if (!closeSearchPath(bytes, new Set(readdirSync(parentPath)))) continue;
    const { mode } = lstatSync(file);
    // Not in place: where a file has two names, the runtime at hand would change with it.
    rmSync(file);
    writeFileSync(file, bytes, { mode });
  }
}

/**
 * Removes DT_RPATH and DT_RUNPATH. A library that is beside the file is needed as `$ORIGIN/NAME` from
 * then on: a name with a slash is no name to look for, but a place (ld.so(8)).
 * @param {Buffer} bytes of any file; changed in place, and no longer than before
 * @param {ReadonlySet<string>} beside names of the files beside it
 * @returns {boolean} whether anything was changed
 * @throws where a name cannot become a place
 */
export function closeSearchPath(bytes, beside) {
  const entries = dynamicOf(bytes);
  const paths = entries.filter(({ tag }) => tag === TAG.rpath || tag === TAG.runpath);
  if (paths.length === 0) return false;
  const strings = stringsAt(bytes, entries);
  for (const { at, tag, value } of entries) {
    const name = tag === TAG.needed ? stringAt(bytes, strings + Number(value)) : "";
    if (!beside.has(name)) continue;
    // The linker puts the path's string right before the name of the first library: where its last
    // byte is a slash, the two are one.
    const before = strings + Number(value) - ORIGIN.length - 1;
    if (stringAt(bytes, before) !== ORIGIN)
      throw new Error(`${name} is looked for in a folder, and its place cannot be named instead`);
    bytes.write("/", before + ORIGIN.length, "latin1");
    bytes.writeBigUInt64LE(value - BigInt(ORIGIN.length + 1), at + 8);
  }
  const kept = entries.filter((entry) => !paths.includes(entry));
  const begin = entries[0]?.at ?? 0;
  const section = Buffer.concat(kept.map(({ at }) => Buffer.from(bytes.subarray(at, at + ENTRY))));
  section.copy(bytes, begin);
  bytes.fill(0, begin + section.length, begin + entries.length * ENTRY);
  return true;
}

/**
 * @param {Buffer} bytes of any file
 * @returns {readonly string[]} the folders in which its libraries are looked for, before the system's
 */
export function searchPathsOf(bytes) {
  const entries = dynamicOf(bytes);
  return entries
    .filter(({ tag }) => tag === TAG.rpath || tag === TAG.runpath)
    .map(({ value }) => stringAt(bytes, stringsAt(bytes, entries) + Number(value)));
}

/** @typedef {{readonly at: number, readonly tag: bigint, readonly value: bigint}} Entry */

/**
 * The entries of the dynamic section, to its end; none where the loader has nothing to do.
 * @param {Buffer} bytes @returns {readonly Entry[]}
 */
function dynamicOf(bytes) {
  if (!bytes.subarray(0, 4).equals(MAGIC)) return [];
  if (bytes[4] !== CLASS_64 || bytes[5] !== LITTLE)
    throw new Error("this program is of another form than x86-64's");
  const section = segmentsOf(bytes).find(({ type }) => type === PT_DYNAMIC);
  if (section === undefined) return [];
  /** @type {Entry[]} */
  const entries = [];
  for (let at = section.offset; at < section.offset + section.size; at += ENTRY) {
    const tag = bytes.readBigUInt64LE(at);
    if (tag === TAG.end) break;
    entries.push({ at, tag, value: bytes.readBigUInt64LE(at + 8) });
  }
  return entries;
}

/** @param {Buffer} bytes of an ELF file */
function segmentsOf(bytes) {
  const [table, size, count] = [
    Number(bytes.readBigUInt64LE(32)),
    bytes.readUInt16LE(54),
    bytes.readUInt16LE(56),
  ];
  return Array.from({ length: count }, (_, n) => {
    const at = table + n * size;
    return {
      type: bytes.readUInt32LE(at),
      offset: Number(bytes.readBigUInt64LE(at + 8)),
      address: Number(bytes.readBigUInt64LE(at + 16)),
      size: Number(bytes.readBigUInt64LE(at + 32)),
    };
  });
}

/** Where the strings begin in the file. @param {Buffer} bytes @param {readonly Entry[]} entries */
function stringsAt(bytes, entries) {
  const address = Number(entries.find(({ tag }) => tag === TAG.strings)?.value ?? -1);
  const segment = segmentsOf(bytes).find(
    (one) => one.type === PT_LOAD && one.address <= address && address < one.address + one.size,
  );
  if (segment === undefined) throw new Error("this program has no names of libraries");
  return address - segment.address + segment.offset;
}

/** @param {Buffer} bytes @param {number} at @returns {string} up to its zero byte */
const stringAt = (bytes, at) => bytes.toString("latin1", at, bytes.indexOf(0, at));
