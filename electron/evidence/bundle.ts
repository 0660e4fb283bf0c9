// The evidence of one ceremony as a plain folder of files: made from the record, checked from its
// bytes alone. The form is in FORMAT.md.
import { equal, sha256Hex, type Fault } from "../../crypto/index.ts";
import type { JsonData } from "../journal/journal.ts";
import { memberOf, verifyHead, verifyRecord, type Verdict } from "../journal/verify.ts";
import { certificatesIn, notIncludedIn, type Files } from "./contents.ts";
import { fault } from "./faults.ts";
import { STAMPS_FOLDER } from "./stamps.ts";
import { readSums, sumsOf } from "./sums.ts";

export type { Files } from "./contents.ts";

/** Its files with fixed names; papers are in `papers/`, certificates in `certificates/`. */
export const BUNDLE = {
  record: "record.jsonl",
  script: "script.yaml",
  notIncluded: "not-included.sha256",
  /** Names every other file. Written last: nothing is a bundle without it. */
  manifest: "manifest.sha256",
} as const;

/** Where timestamps of its record are, which its list does not name. */
const STAMPS = `${STAMPS_FOLDER}/`;

/** The largest file of a bundle in bytes, the largest bundle, and the most files. */
export const BUNDLE_LIMITS = {
  bytes: 64 * 1024 * 1024,
  allBytes: 128 * 1024 * 1024,
  files: 500,
} as const;

/** Why a bundle was not read at all. */
export const bundleTooLarge = (what: "files" | "bytes"): Fault =>
  fault(what === "files" ? "E-BUNDLE-FILES" : "E-BUNDLE-SIZE");

const NEEDED: readonly string[] = [BUNDLE.record, BUNDLE.script, BUNDLE.notIncluded];
const FOLDERS = /^(certificates\/[a-z0-9-]{1,80}\.cer|papers\/[a-z0-9-]{1,80}\.[a-z]{2,4})$/;

/** What a bundle is made of. */
export interface Evidence {
  readonly record: Uint8Array;
  /** The script's bytes, as its SHA-256 in the record names them. */
  readonly script: Uint8Array;
  /** Papers made from the record, by name: `minutes.pdf`. */
  readonly papers: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * The files of a bundle, in the order of writing. They contain only the record, what it contains or
 * names by digest, and papers made of it: so there can be no secret.
 * @throws Fault E-BUNDLE-SCRIPT, and those of `verifyRecord`
 */
export function bundleOf({ record, script, papers }: Evidence): Files {
  const { entries } = verifyRecord(record);
  validateScript(entries[0]?.data, script);
  const files = new Map([
    [BUNDLE.record, record],
    [BUNDLE.script, script],
    ...certificatesIn(entries),
    ...papers.map(({ name, bytes }) => [`papers/${name}`, bytes] as const),
  ]);
  files.set(BUNDLE.notIncluded, notIncludedIn(entries, files));
  const sums = [...files].map(([path, bytes]) => [path, sha256Hex(bytes)] as const);
  return files.set(BUNDLE.manifest, sumsOf(sums));
}

/**
 * Checks a bundle from its bytes: all files present and unchanged, the record valid and closed,
 * script, certificates and list those of the record. The first error is thrown.
 * @param files by path, all there are; null for anything but a plain file of acceptable size
 * @param head as read aloud or printed, if at hand; see `verifyHead`
 * @returns the verdict on the record itself
 * @throws Fault E-BUNDLE-*, those of `verifyRecord`, E-HEAD-FORM, E-LOG-HEAD
 */
export function checkBundle(
  files: ReadonlyMap<string, Uint8Array | null>,
  head: string | null = null,
): Verdict {
  const held = checkFiles(files);
  const verdict = verifyRecord(held.get(BUNDLE.record) ?? new Uint8Array());
  validateScript(verdict.entries[0]?.data, held.get(BUNDLE.script) ?? new Uint8Array());
  checkContents(verdict, held);
  if (!verdict.closed) throw fault("E-BUNDLE-OPEN");
  if (head !== null) verifyHead(verdict, head);
  return verdict;
}

/** Exactly the files in the manifest, each with its digest. */
function checkFiles(files: ReadonlyMap<string, Uint8Array | null>): Files {
  if (files.size > BUNDLE_LIMITS.files) throw bundleTooLarge("files");
  if ([...files.values()].includes(null)) throw fault("E-BUNDLE-KIND");
  const manifest = files.get(BUNDLE.manifest);
  if (manifest == null) throw fault("E-BUNDLE-INCOMPLETE", { missing: BUNDLE.manifest });
  const named = readManifest(manifest);
  const held = new Map<string, Uint8Array>();
  for (const [path, sha256] of named) {
    const bytes = files.get(path);
    if (bytes == null) throw fault("E-BUNDLE-INCOMPLETE", { missing: path });
    if (sha256Hex(bytes) !== sha256) throw fault("E-BUNDLE-HASH", { what: path });
    held.set(path, bytes);
  }
  // Timestamps come after the list; nobody needs to trust who put them there.
  const stamps = [...files.keys()].filter((path) => path.startsWith(STAMPS)).length;
  if (files.size > held.size + 1 + stamps) throw fault("E-BUNDLE-EXTRA");
  return held;
}

/** Digests by path: each once, all in their places, and those that are always there. */
function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> {
  const sums = readSums(bytes) ?? [];
  const named = new Map(sums);
  const isKnown = (path: string): boolean => NEEDED.includes(path) || FOLDERS.test(path);
  const right =
    named.size === sums.length
    && NEEDED.every((path) => named.has(path))
    && [...named.keys()].every(isKnown);
  if (!right) throw fault("E-BUNDLE-MANIFEST");
  return named;
}

function validateScript(first: JsonData | undefined, script: Uint8Array): void {
  if (memberOf(first ?? "", "scriptSha256") !== sha256Hex(script)) throw fault("E-BUNDLE-SCRIPT");
}

function checkContents({ entries }: Verdict, held: Files): void {
  const wanted = certificatesIn(entries);
  const found = new Map([...held].filter(([path]) => path.startsWith("certificates/")));
  const isSame = ([path, bytes]: readonly [string, Uint8Array]): boolean =>
    equal(found.get(path) ?? new Uint8Array(), bytes);
  if (found.size !== wanted.size || ![...wanted].every(isSame))
    throw fault("E-BUNDLE-CERTIFICATES");
  const included = new Map([...held].filter(([path]) => path !== BUNDLE.notIncluded));
  const list = held.get(BUNDLE.notIncluded) ?? new Uint8Array();
  if (!equal(notIncludedIn(entries, included), list)) throw fault("E-BUNDLE-NOT-INCLUDED");
}
