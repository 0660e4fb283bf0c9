// Records for tests: lines made without a file, officers whose signing keys live for one run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { onTestFinished } from "vitest";
import {
  bindingOf,
  isFault,
  random,
  toBase64,
  utf8,
  type Certificate,
} from "../../crypto/index.ts";
import { generateRsa, makeCertificate, type KeyUse } from "../../crypto/secret-half.ts";
import { quickSignature } from "../../crypto/quick-signature.fixture.ts";
import type { JsonData } from "./canonical.ts";
import { hashOf, lineOf, NOTHING_BEFORE, type Unhashed } from "./entry.ts";

/** The sentence of the resulting fault. */
export function messageOf(work: () => unknown): string {
  try {
    work();
    return "none";
  } catch (error) {
    if (isFault(error)) return error.message;
    throw error;
  }
}

/** An empty folder that is removed with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Adds entries to a record in memory, one second apart. */
export class RecordMaker {
  head: string;
  readonly lines: Uint8Array[] = [];

  constructor(previous = NOTHING_BEFORE) {
    this.head = previous;
  }

  /** @returns the hash of the entry */
  add(type: string, data: JsonData, other: Partial<Unhashed> = {}): string {
    const seq = this.lines.length;
    const at = new Date(Date.UTC(2026, 0, 31, 9, 0, seq)).toISOString();
    const entry = {
      at,
      by: "administrator",
      data,
      prev: this.head,
      seq,
      station: "offline",
      type,
      ...other,
    };
    this.lines.push(lineOf(entry));
    this.head = hashOf(entry);
    return this.head;
  }

  get bytes(): Uint8Array {
    return joined(this.lines);
  }
}

export const joined = (lines: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(lines));

/** An officer with a signing key. */
export interface Officer {
  readonly officer: string;
  readonly certificate: Certificate;
  readonly pkcs8: Uint8Array;
}

export function makeOfficer(
  officer: string,
  pkcs8 = generateRsa(2048).pkcs8,
  use: KeyUse = "digitalSignature",
): Officer {
  const now = new Date(Date.UTC(2026, 0, 31));
  const identity = { commonName: officer, rehearsal: true, now, random };
  return { officer, pkcs8, certificate: makeCertificate(identity, use, pkcs8) };
}

/** A wrapping key with its certificate, under this name. */
export const makeWrapping = (name: string, pkcs8 = generateRsa(2048).pkcs8): Officer =>
  makeOfficer(name, pkcs8, "keyEncipherment");

/** The data of a `signed` entry. */
export function signatureOf({ officer, certificate, pkcs8 }: Officer, over: string) {
  const signature = toBase64(quickSignature(pkcs8, utf8(over)));
  const { thumbprint } = certificate;
  return { officer, over, algorithm: "RSA-PSS-SHA256", signature, certificate: thumbprint };
}

/** The data of the `key-made` entry, as far as the record reads it. */
export const keyMade = ({ officer, certificate }: Officer) => ({
  officer,
  signingCertificate: certificate.pem,
});

/** The data of a `key-made` entry with both certificates, the second for another's key. */
export const keysMade = (officer: Officer, wrapping: Officer) => ({
  ...keyMade(officer),
  certificate: wrapping.certificate.pem,
});

/** The data of the `signer-bound` entry that follows it. */
export function bindingFor({ officer, certificate, pkcs8 }: Officer, wrapping: Officer) {
  const { thumbprint } = wrapping.certificate;
  const signature = quickSignature(pkcs8, bindingOf(thumbprint));
  return {
    officer,
    certificate: certificate.thumbprint,
    wrapping: thumbprint,
    algorithm: "RSA-PSS-SHA256",
    signature: toBase64(signature),
  };
}

/** A record at which these officers were present, ready to be signed: its head is the closing. */
export function unsignedRecord(officers: readonly Officer[]): RecordMaker {
  const record = new RecordMaker();
  const note = 'Ä ☂ 𝄞 \u0000 " \\ \u2028';
  record.add("opened", { script: "activation", note, list: [1, true] });
  for (const officer of officers) record.add("key-made", keyMade(officer));
  record.add("step-done", { step: "seal", confirmedBy: "witness" });
  record.add("closing", { present: officers.map(({ officer }) => officer) });
  return record;
}

/** A closed record. */
export function signedRecord(officers: readonly Officer[]): RecordMaker {
  const record = unsignedRecord(officers);
  const over = record.head;
  for (const officer of officers) record.add("signed", signatureOf(officer, over));
  return record;
}

/** Any data that a record may contain, including strange names and characters. */
export const anyData: fc.Arbitrary<JsonData> = fc.letrec<{ value: JsonData }>((tie) => {
  const text = fc.string({ unit: "binary", maxLength: 12 });
  const list = fc.array(tie("value"), { maxLength: 4 });
  const named = fc.dictionary(text, tie("value"), { maxKeys: 4 });
  const leaves = [text, fc.boolean(), fc.maxSafeInteger()] as const;
  return { value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, ...leaves, list, named) };
}).value;
