// The form of PKCS #12 (RFC 7292), read strictly, before any cryptography.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import { equal } from "./bytes.ts";
import { oid, readDer, readInteger, TAG, type Element } from "./der.ts";
import { fault } from "./faults.ts";
import type { Pkcs12Hash } from "./forge.ts";

/** Kinds of content, and methods. */
export const OID = {
  data: "1.2.840.113549.1.7.1",
  encryptedData: "1.2.840.113549.1.7.6",
  keyBag: "1.2.840.113549.1.12.10.1.1",
  shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
  certificateBag: "1.2.840.113549.1.12.10.1.3",
  x509: "1.2.840.113549.1.9.22.1",
  pbes2: "1.2.840.113549.1.5.13",
  tripleDes: "1.2.840.113549.1.12.1.3",
  rc2of40Bits: "1.2.840.113549.1.12.1.6",
} as const;
const HASHES = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
} as const satisfies Record<string, Pkcs12Hash>;
/** More work than any export asks for: openssl has 2,048 rounds, Java 10,000. */
const ROUNDS_MAX = 1_000_000;
const FIRST = 0xa0;

/** The file's outer form, checked; nothing in it is decrypted yet. */
export interface Outer {
  readonly safes: Uint8Array;
  readonly mac: {
    readonly hash: Pkcs12Hash;
    readonly digest: Uint8Array;
    readonly salt: Uint8Array;
    readonly rounds: number;
  };
}

/** True for bytes that begin as PKCS #12 does: a sequence whose first member is the version 3. */
export function isPkcs12(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes;
  const at = length < 0x80 ? 2 : 2 + (length & 0x7f);
  return tag === TAG.sequence && equal(bytes.subarray(at, at + 3), VERSION);
}
const VERSION = new Uint8Array([TAG.integer, 1, 3]);

/** A refusal: which part of the file has another form. */
export const form = (what: RefusalSentence) => fault("E-KEY-P12", { what });
export const NOT_STRICT = sentence("crypto-faults.p12.der");

/** The members of a sequence. @throws Fault E-KEY-P12 */
export function members(element: Element | null | undefined): readonly Element[] {
  if (element?.tag !== TAG.sequence) throw form(NOT_STRICT);
  return element.children;
}

/** The one element in `[0]`. @throws Fault E-KEY-P12 */
export function explicit(element: Element | undefined): Element {
  const [inner, more] = element?.tag === FIRST ? element.children : [];
  if (inner === undefined || more !== undefined) throw form(NOT_STRICT);
  return inner;
}

/** @throws Fault E-KEY-P12 */
export function octets(element: Element | undefined): Uint8Array {
  if (element?.tag !== TAG.octetString) throw form(NOT_STRICT);
  return element.content;
}

export const isOid = (element: Element | undefined, dotted: string): boolean =>
  element !== undefined && equal(element.bytes, oid(dotted));

/** PFX (RFC 7292 4). @throws Fault E-KEY-P12, E-KEY-KDFCOST */
export function readOuter(bytes: Uint8Array): Outer {
  const [version, content, mac, ...more] = members(readDer(bytes));
  if (readInteger(version) !== 3 || more.length > 0) throw form(NOT_STRICT);
  const [type, safes] = members(content);
  if (!isOid(type, OID.data)) throw form(sentence("crypto-faults.p12.publicKey"));
  if (mac === undefined) throw form(sentence("crypto-faults.p12.noMac"));
  const [info, salt, count] = members(mac);
  const [algorithm, digest] = members(info);
  const [name] = members(algorithm);
  const hash = Object.entries(HASHES).find(([dotted]) => isOid(name, dotted))?.[1];
  if (hash === undefined) throw form(sentence("crypto-faults.p12.mac"));
  const rounds = count === undefined ? 1 : roundsIn(count);
  const value = { hash, digest: octets(digest), salt: octets(salt), rounds };
  return { safes: octets(explicit(safes)), mac: value };
}

/**
 * The work of all derivations for one file, in rounds of a block: six seconds, measured with SHA-1.
 * Exports of openssl, Windows, Java and Key Vault ask for a hundredth of it.
 */
const WORK_MAX = 3_000_000;
/** The least work of a derivation, however few its rounds. */
const WORK_LEAST = 1_000;

/** The work that a file may still ask for, spent before each derivation. */
export class Work {
  #left = WORK_MAX;

  /** @throws Fault E-KEY-KDFCOST if they are more than one file may ask for */
  spend(rounds: number): void {
    this.#left -= WORK_LEAST + rounds;
    if (this.#left < 0) throw fault("E-KEY-KDFCOST");
  }
}

export function roundsIn(element: Element | undefined): number {
  const rounds = readInteger(element);
  if (rounds === null || rounds < 1) throw form(NOT_STRICT);
  if (rounds > ROUNDS_MAX) throw fault("E-KEY-KDFCOST");
  return rounds;
}
