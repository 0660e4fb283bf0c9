// Whether this package is exactly as it was released, and whether it may be used for more than
// rehearsals.
import type { Dirent } from "node:fs";
import type { Readable } from "node:stream";
import {
  hexWords,
  pssVerify,
  readPublicKey,
  sha256Hex,
  sha256HexOf,
  utf8Text,
} from "../../crypto/index.ts";
import type { RehearsalOnly } from "../bridge/view.ts";

/** What runs the app. */
export interface Runtime {
  /** Why only rehearsals are offered; null if production is too. */
  readonly rehearsalOnly: RehearsalOnly | null;
  /** Files of the package that are not as released, each named: at most `NAMED_MAX`. */
  readonly differences: readonly string[];
  /** For a package whose signature verifies: its signer and its identity, to be read aloud. */
  readonly release: Release | null;
  /** Its name for the record; for a package with the SHA-256 of its manifest. */
  readonly name: string;
}

/** Words of two SHA-256, ten each: of the release key's public half, and of the manifest. */
export interface Release {
  readonly key: readonly string[];
  readonly package: readonly string[];
}

/** What was started, and how its files are read. */
export interface Started {
  /** The package's folder; null for a program that is not a package. */
  readonly folder: string | null;
  /** The version of Electron that runs. */
  readonly version: string;
  /** The public half of the release key, PEM; null if the app has none. */
  readonly releaseKey: Uint8Array | null;
  /** Node's own: Electron's would open an archive instead of reading it. */
  readonly files: Files;
}

/** The part of node:fs that reads a package. */
export interface Files {
  readonly readFileSync: (path: string) => Uint8Array;
  readonly readdirSync: (path: string, how: { readonly withFileTypes: true }) => readonly Dirent[];
  readonly createReadStream: (path: string, how: { readonly highWaterMark: number }) => Readable;
}

/** As build/manifest.mjs writes them; their form is build/package/FORMAT.md. */
const MANIFEST = "MANIFEST";
const SIGNATURE = "MANIFEST.sig";
const NOT_LISTED = [MANIFEST, SIGNATURE];

/** How many differences are shown: more do not help. */
const NAMED_MAX = 5;

/** One reading of a file, in bytes: fewer and larger ones are twice as fast. */
const CHUNK = 1024 * 1024;

/**
 * Reads every file of the package and compares it with the manifest, and that with its signature by
 * the release key. It detects damaged or exchanged files; an attacker who can change the folder
 * could change the checking program as well.
 */
export async function checkRuntime({ folder, ...started }: Started): Promise<Runtime> {
  const name = `electron ${started.version}`;
  if (folder === null)
    return { rehearsalOnly: "not-packaged", differences: [], release: null, name };
  const { files, releaseKey } = started;
  const found = new Map(filesUnder(folder, "", files));
  const [manifest, signature] = [MANIFEST, SIGNATURE].map((path) =>
    found.get(path) === true ? readOr(files, `${folder}/${path}`) : new Uint8Array(),
  ) as [Uint8Array, Uint8Array];
  const sha256 = sha256Hex(manifest);
  const known = `${name}, package SHA-256 ${sha256}`;
  const listed = readManifest(manifest);
  const changed = [`changed ${MANIFEST}`];
  if (listed === null)
    return { rehearsalOnly: "files-changed", differences: changed, release: null, name: known };
  const isSigned = releaseKey !== null && signature.length > 0;
  const key = isSigned ? signerOf(releaseKey, manifest, signature) : null;
  const differences = [
    ...(isSigned && key === null ? changed : []),
    ...(await differencesIn(folder, found, listed.files, files)),
  ];
  const verdict =
    differences.length > 0
      ? "files-changed"
      : listed.electron !== `${started.version} (electron)`
        ? "runtime-strange"
        : isSigned
          ? null
          : "unsigned";
  return {
    rehearsalOnly: verdict,
    differences: differences.slice(0, NAMED_MAX),
    release: key === null ? null : { key, package: spoken(sha256) },
    name: known,
  };
}

interface Manifest {
  /** Its version, and whose it is. */
  readonly electron: string;
  /** SHA-256 in hex, by path. */
  readonly files: ReadonlyMap<string, string>;
}

const HEAD = /^# security-domain-ceremony (\S+)\n# commit (\S+)\n# electron (\S+ \([a-z]+\))\n/;
const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9._+-]+(?:\/[A-Za-z0-9._+-]+)*)$/;

/** The manifest; null if it is not in its one form. */
function readManifest(bytes: Uint8Array): Manifest | null {
  const text = utf8Text(bytes) ?? "";
  const [head = "", , , electron = ""] = HEAD.exec(text) ?? [];
  if (head === "" || !text.endsWith("\n")) return null;
  const lines = text.slice(head.length, -1).split("\n");
  const rows = lines.flatMap((line) => {
    const [, sha256 = "", path = ""] = LINE.exec(line) ?? [];
    return path === "" ? [] : [[path, sha256] as const];
  });
  const files = new Map(rows);
  return files.size === lines.length ? { electron, files } : null;
}

/** Differences between the folder and the list: changed, missing or added. */
async function differencesIn(
  folder: string,
  found: ReadonlyMap<string, boolean>,
  listed: Manifest["files"],
  files: Files,
): Promise<readonly string[]> {
  const differences: string[] = [];
  // One after the other: the disk takes the time.
  for (const [path, sha256] of listed) {
    const isFile = found.get(path);
    if (isFile === undefined) differences.push(`missing ${path}`);
    else if (!isFile || (await sha256Of(files, `${folder}/${path}`)) !== sha256)
      differences.push(`changed ${path}`);
  }
  const isOwn = (path: string): boolean =>
    listed.has(path) || (NOT_LISTED.includes(path) && found.get(path) === true);
  const added = [...found.keys()].filter((path) => !isOwn(path));
  return [...differences, ...added.map((path) => `added ${printable(path)}`)];
}

/** A path from the package's folder, and whether a plain file is there. */
type Found = readonly [path: string, isFile: boolean];

/**
 * All files in a folder. A link is never ours, nor is an empty folder, or an unreadable one, such
 * as the lost+found of a stick.
 */
function filesUnder(folder: string, within: string, files: Files): readonly Found[] {
  const entries = entriesOf(folder, within, files);
  if (entries.length === 0) return within === "" ? [] : [[within, false]];
  return entries.flatMap((entry): readonly Found[] => {
    const path = within === "" ? entry.name : `${within}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(folder, path, files) : [[path, entry.isFile()]];
  });
}

function entriesOf(folder: string, within: string, files: Files): readonly Dirent[] {
  try {
    return files.readdirSync(`${folder}/${within}`, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A foreign name may contain anything. */
const printable = (path: string): string => path.replaceAll(/[^A-Za-z0-9._+/-]/g, "?").slice(0, 80);

/** The words of the key; null if this is not its signature, or either cannot be read. */
function signerOf(
  pem: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): readonly string[] | null {
  const spki = readPublicKey(pem);
  try {
    return spki !== null && pssVerify(spki, message, signature) ? spoken(sha256Hex(spki)) : null;
  } catch {
    return null;
  }
}

/** Ten words of a SHA-256, as heads are read aloud. */
const spoken = (sha256: string): readonly string[] => hexWords(sha256, 10);

/** A small file; empty if it cannot be read. */
function readOr(files: Files, path: string): Uint8Array {
  try {
    return files.readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}

/** Of a large file, without blocking other work; null if it cannot be read. */
async function sha256Of(files: Files, path: string): Promise<string | null> {
  try {
    return await sha256HexOf(files.createReadStream(path, { highWaterMark: CHUNK }));
  } catch {
    return null;
  }
}
