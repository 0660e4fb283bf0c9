// The quotes of a rehearsal HSM: of the form of Intel's, under a root made for this HSM alone.
// Pinning that root makes its exchange key attested; everyone else refuses it.
import { join } from "node:path";
import { fromBase64, isObject, readJson, toBase64, utf8 } from "../../crypto/index.ts";
import { makeQuote, makeQuoteAuthority, type QuoteAuthority } from "../../crypto/secret-half.ts";
import { readIfThere, replaceFile } from "./disk.ts";
import { fault } from "./faults.ts";

/** The quote of the exchange key: a known signer's, a genuine one of another, or none. */
export const QUOTE_KINDS = ["known", "unknown", "none"] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** The value of the quote's extension for the key of this SPKI (DER); null for none. */
export type QuoteFor = (spki: Uint8Array) => Uint8Array | null;

export interface QuotingOptions {
  readonly folder: string;
  /** When the HSM was provisioned, in milliseconds since 1970: its keys are quoted at that time. */
  readonly madeAt: number;
  readonly kind: QuoteKind;
  readonly random: (length: number) => Uint8Array;
}

const FILE = "sgx.json";
/** PEM of the root to pin instead of Intel's. */
export const SGX_ROOT_FILE = "sgx-root.pem";

/**
 * The root kept in the folder, made at the first start; also alone in SGX_ROOT_FILE.
 * @throws Fault E-RHSM-STATE; errors of the system
 */
export function openQuoting({ folder, madeAt, kind, random }: QuotingOptions): QuoteFor {
  const kept = load(folder);
  const authority = kept ?? makeQuoteAuthority(new Date(madeAt), random);
  if (kept === null) {
    const { root, chain, leafKey } = authority;
    replaceFile(folder, FILE, JSON.stringify({ root, chain, leafKey: toBase64(leafKey) }));
  }
  if (readIfThere(join(folder, SGX_ROOT_FILE)) !== authority.root)
    replaceFile(folder, SGX_ROOT_FILE, authority.root);
  const report = kind === "unknown" ? { mrsigner: random(32) } : {};
  return (spki) => (kind === "none" ? null : makeQuote(authority, spki, { report }));
}

function load(folder: string): QuoteAuthority | null {
  const text = readIfThere(join(folder, FILE));
  if (text === null) return null;
  const reading = readJson(utf8(text));
  const { root, chain, leafKey } = reading.ok && isObject(reading.value) ? reading.value : {};
  const key = typeof leafKey === "string" ? fromBase64(leafKey) : 0;
  if (typeof root !== "string" || typeof chain !== "string" || typeof key === "number")
    throw fault("E-RHSM-STATE", { file: FILE });
  return { root, chain, leafKey: key };
}
