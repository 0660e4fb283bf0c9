// For tests: the files that a restore blob is made of, in their own folder, good until changed.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import {
  CANARY,
  expectRefusal,
  sd,
  temporaryFolder,
  treeOf,
  type Ended,
} from "./program.fixture.ts";

/** Keys without protection; with a passphrase under 2,048 rounds; three of five needed. */
export type VectorName = "2of3-rsa2048" | "2of3-rsa4096-passphrase" | "3of5-rsa3072";

export const VECTOR_NAMES: readonly VectorName[] = [
  "2of3-rsa2048",
  "2of3-rsa4096-passphrase",
  "3of5-rsa3072",
];

/** The one passphrase of the vector that has one. */
export const VECTOR_PASSPHRASE = "three officers, two keys";

export const vectorFile = (name: VectorName, file: string): string =>
  fileURLToPath(new URL(`../../crypto/vectors/independent/${name}/${file}`, import.meta.url));

/** SHA-256 of each vector's exchange certificate, as openssl prints it. */
export const EXCHANGE_SHA256: Readonly<Record<VectorName, string>> = {
  "2of3-rsa2048": "44f4c50540be0ba5c945b326ec030043fded675cb62432e32c4e8d040ae721ff",
  "2of3-rsa4096-passphrase": "981e3e41250fd26af71bc945f0bee78279b35cd21c944e232d8fde5e1953f832",
  "3of5-rsa3072": "3ba4ade88cf2e9d16ea0097aadc3cc3ccdff5be4df841708425fd316f7f0298c",
};

/** Paths of one call; every name holds the canary. */
export interface Files {
  readonly folder: string;
  readonly domain: string;
  readonly exchange: string;
  readonly out: string;
  /** The flags by which the exchange key is confirmed. */
  readonly confirming: readonly string[];
  /** The key of officer `n` from 1, with its certificate beside it. */
  readonly key: (n: number) => string;
  readonly certificate: (n: number) => string;
}

/** A copy of a vector's files for one test. */
export function filesOf(name: VectorName = "2of3-rsa2048"): Files {
  const folder = temporaryFolder();
  const at = (file: string) => join(folder, `${CANARY}-${file}`);
  const files: Files = {
    folder,
    domain: at("sd.json"),
    exchange: at("exchange.pem"),
    out: at("blob.json"),
    confirming: ["--exchange-sha256", EXCHANGE_SHA256[name]],
    key: (n) => at(`cert_${n - 1}.key`),
    certificate: (n) => at(`cert_${n - 1}.cer`),
  };
  cpSync(vectorFile(name, "sd.json"), files.domain);
  cpSync(vectorFile(name, "exchange.pem"), files.exchange);
  for (let n = 1; n <= (name === "3of5-rsa3072" ? 5 : 3); n++) {
    cpSync(vectorFile(name, `cert_${n - 1}.key`), files.key(n));
    cpSync(vectorFile(name, `cert_${n - 1}.cer`), files.certificate(n));
  }
  return files;
}

/** A file of passphrases beside the others, its lines as given. */
export function passphrasesOf({ folder }: Files, text: string | Uint8Array): string {
  const path = join(folder, `${CANARY}-passphrases`);
  writeFileSync(path, text);
  return path;
}

/** The arguments with these officers' keys, and more at the end. */
export const argumentsOf = (
  files: Files,
  officers: readonly number[],
  more: readonly string[] = [],
): readonly string[] => [
  "restore-blob",
  "--sd-file",
  files.domain,
  "--sd-exchange-key",
  files.exchange,
  "--sd-wrapping-keys",
  ...officers.map(files.key),
  ...files.confirming,
  "--sd-file-restore-blob",
  files.out,
  ...more,
];

export const restore = (
  files: Files,
  officers: readonly number[] = [1, 2],
  more: readonly string[] = [],
): Promise<Ended> => sd(argumentsOf(files, officers, more));

/**
 * The call is refused with this code, and no file was made, changed or left.
 * @returns how it ended, with the codes of its warnings
 */
export async function expectRefused(
  files: Files,
  code: string,
  officers: readonly number[] = [1, 2],
  more: readonly string[] = [],
): Promise<Ended & { readonly warnings: readonly string[] }> {
  const before = treeOf(files.folder);
  const ended = await restore(files, officers, more);
  const warnings = expectRefusal(ended, code);
  expect(treeOf(files.folder)).toEqual(before);
  return { ...ended, warnings };
}

/** A security domain file as tests change it. */
export interface DomainJson {
  EncData: { data: { compact_jwe: string; tag: string }[]; kdf: string };
  SharedKeys: {
    enc_shares: { enc_key: string; x5t_256: string }[];
    key_algorithm: string;
    required: number;
  };
  version: number;
}

/** Rewrites the domain after a change to its value. */
export function changeDomain(
  { domain }: Pick<Files, "domain">,
  change: (value: DomainJson) => void,
): void {
  const value = JSON.parse(readFileSync(domain, "utf8")) as DomainJson;
  change(value);
  writeFileSync(domain, JSON.stringify(value));
}

/** A compact JWE with one of its five parts changed as bytes. */
export function changePart(jwe: string, part: number, change: (bytes: Buffer) => Buffer): string {
  return jwe
    .split(".")
    .map((text, i) =>
      i === part ? change(Buffer.from(text, "base64url")).toString("base64url") : text,
    )
    .join(".");
}

/** The last bit of some bytes flipped. */
export function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1);
  return copy;
}
