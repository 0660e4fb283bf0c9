// What a bundle contains beside the record because the record names it: certificates, and the
// digests of files on media. Both are made from the record alone, so that it can verify them.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import type { Entry, JsonData } from "../journal/journal.ts";
import { isList, memberOf } from "../journal/verify.ts";
import { sumsOf } from "./sums.ts";

/** Files of a bundle by their paths in it. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Members with a certificate's PEM, by the type of the entry, and the name of its file. */
const CERTIFICATES: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  [
    "key-made",
    [
      ["certificate", "wrapping"],
      ["signingCertificate", "signing"],
    ],
  ],
  ["signer-known", [["certificate", "signing"]]],
  ["exchange-key-fetched", [["certificate", "exchange"]]],
]);

/** The certificates of a record, each once, by path. A second one of a name is numbered. */
export function certificatesIn(entries: readonly Entry[]): Files {
  const files = new Map<string, Uint8Array>();
  const entered = new Map<string, Set<string>>();
  for (const { type, data } of entries)
    for (const [member, what] of CERTIFICATES.get(type) ?? []) {
      const [text, officer] = [textIn(data, member), textIn(data, "officer")];
      const name = what === "exchange" ? what : `${officer ?? ""}-${what}`;
      const texts = entered.get(name) ?? new Set();
      if (text === null || texts.has(text) || !/^[a-z0-9-]{1,60}$/.test(name)) continue;
      entered.set(name, texts.add(text));
      const number = texts.size === 1 ? "" : `-${String(texts.size)}`;
      files.set(`certificates/${name}${number}.cer`, utf8(text));
    }
  return files;
}

/**
 * The digests of files on media that a record names and its bundle lacks, as `sha256sum` writes
 * them: each by its medium and its name.
 */
export function notIncludedIn(entries: readonly Entry[], included: Files): Uint8Array {
  const held = new Set([...included.values()].map(sha256Hex));
  const named = entries.flatMap(({ data }) => [...listIn(data, "files"), ...listIn(data, "media")]);
  return sumsOf(
    named.flatMap((file) => {
      const [label, name, sha256] = ["label", "name", "sha256"].map((one) => textIn(file, one));
      if (label == null || name == null || sha256 == null || held.has(sha256)) return [];
      const isPlain = [label, name].every((part) => /^[\w-][\w.-]{0,99}$/.test(part));
      return isPlain && /^[0-9a-f]{64}$/.test(sha256)
        ? [[`${label}/${name}`, sha256] as const]
        : [];
    }),
  );
}

function textIn(data: JsonData, name: string): string | null {
  const value = memberOf(data, name);
  return typeof value === "string" ? value : null;
}

function listIn(data: JsonData, name: string): readonly JsonData[] {
  const value = memberOf(data, name);
  return value !== undefined && isList(value) ? value : [];
}
