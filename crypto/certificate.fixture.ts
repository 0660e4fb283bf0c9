// Certificates for tests, any part of which can be wrong: written by hand, signed by node.
import { execFileSync } from "node:child_process";
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concat, utf8 } from "./bytes.ts";
import { integer, oid, sequence, TAG, writeDer } from "./der.ts";
import { writePem } from "./pem.ts";
import { generateRsa } from "./rsa-key.ts";

const PAIR = generateRsa(2048);
const KEY = createPrivateKey({ key: Buffer.from(PAIR.pkcs8), format: "der", type: "pkcs8" });
const nothing = writeDer(TAG.nullValue);

/** The parts in DER, and the hash with which node signs. */
export interface Parts {
  readonly algorithm: Uint8Array;
  readonly outerAlgorithm: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly spki: Uint8Array;
  readonly extensions: readonly Uint8Array[];
  /** What is before the serial number; version 3 by default. */
  readonly version: readonly Uint8Array[];
  /** What is between the key and the extensions. */
  readonly ids: readonly Uint8Array[];
  readonly hash: string;
}

export const SHA256_RSA = "1.2.840.113549.1.1.11";

/** An AlgorithmIdentifier with NULL. */
export const algorithmOf = (dotted: string): Uint8Array => sequence(oid(dotted), nothing);

/** A name with one common name, by default a UTF8String. */
export const nameOf = (text: string | Uint8Array, tag = 0x0c): Uint8Array => {
  const value = writeDer(tag, typeof text === "string" ? utf8(text) : text);
  return sequence(writeDer(0x31, sequence(oid("2.5.4.3"), value)));
};

export const validityOf = (from: string, until: string): Uint8Array =>
  sequence(...[from, until].map((text) => writeDer(text.length === 13 ? 0x17 : 0x18, utf8(text))));

/** The key of this fixture's certificates, public and private, in DER. */
export const OWN = PAIR;
export const OWN_MODULUS = modulusOf(PAIR.spki);

/** An RSA key in SPKI of any two numbers. */
export function rsaOf(modulus: bigint, exponent = 65537n): Uint8Array {
  const numbers = sequence(number(modulus), number(exponent));
  const bits = writeDer(TAG.bitString, Uint8Array.of(0), numbers);
  return sequence(algorithmOf("1.2.840.113549.1.1.1"), bits);
}

/** An extension of key usage with this first byte of bits. */
export const keyUsage = (bits: number): Uint8Array => {
  const value = writeDer(TAG.bitString, Uint8Array.of(4, bits));
  return sequence(oid("2.5.29.15"), writeDer(TAG.octetString, value));
};

/** The version as it is encoded: one less than its name. */
export const versionOf = (number: number): Uint8Array => writeDer(0xa0, integer(number));

/** A unique identifier, of the issuer (1) or the subject (2). */
export const uniqueId = (place: 1 | 2): Uint8Array =>
  writeDer(0x80 + place, Uint8Array.of(0, 0x5a));

/** A certificate in DER, good except for the change. Self-issued unless an issuer is given. */
export function certificateOf(change: Partial<Parts> = {}): Uint8Array {
  const subject = change.subject ?? nameOf("officer 1");
  const parts = {
    algorithm: algorithmOf(SHA256_RSA),
    issuer: subject,
    extensions: [],
    hash: "sha256",
    validity: validityOf("261124100000Z", "461124100000Z"),
    spki: PAIR.spki,
    version: [versionOf(2)],
    ids: [],
    ...change,
  };
  const more = parts.extensions.length === 0 ? [] : [writeDer(0xa3, sequence(...parts.extensions))];
  const body = sequence(
    ...parts.version,
    integer(7),
    parts.algorithm,
    parts.issuer,
    parts.validity,
    subject,
    parts.spki,
    ...parts.ids,
    ...more,
  );
  const signature = new Uint8Array(sign(parts.hash, body, KEY));
  const outer = change.outerAlgorithm ?? parts.algorithm;
  return sequence(body, outer, writeDer(TAG.bitString, Uint8Array.of(0), signature));
}

export const pemOf = (der: Uint8Array): Uint8Array => utf8(writePem("CERTIFICATE", der));

function number(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const even = hex.padStart(hex.length + (hex.length % 2), "0");
  const bytes = new Uint8Array(Buffer.from(even, "hex"));
  const sign = (bytes[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array();
  return writeDer(TAG.integer, concat(sign, bytes));
}

function modulusOf(spki: Uint8Array): bigint {
  const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" });
  const { n = "" } = key.export({ format: "jwk" });
  return BigInt(`0x${Buffer.from(n, "base64url").toString("hex")}`);
}

/** A certificate made by openssl with these additional options, as PEM. */
export const byOpenssl = (name: string, ...options: readonly string[]): Uint8Array => {
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", "/dev/null"];
  const args = ["req", "-x509", ...key, "-subj", `/CN=${name}`, ...options];
  return new Uint8Array(execFileSync("openssl", args, { stdio: ["ignore", "pipe", "ignore"] }));
};

/** How openssl makes an authority's key. */
const AUTHORITY_KEYS = {
  ECDSA: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  Ed25519: ["ed25519"],
} as const;

/** A certificate for this key, issued by an authority with a key of another kind, as PEM. */
export function issuedByOpenssl(
  pkcs8: Uint8Array,
  authority: keyof typeof AUTHORITY_KEYS,
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "sd-issued-"));
  const made = (name: string, ...args: readonly string[]) =>
    execFileSync("openssl", ["req", "-x509", "-subj", `/CN=${name}`, ...args], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
  try {
    writeFileSync(join(folder, "key"), writePem("PRIVATE KEY", pkcs8));
    const files = ["-nodes", "-keyout", "ca.key", "-out", "ca.cer"];
    made("authority", "-newkey", ...AUTHORITY_KEYS[authority], ...files);
    return new Uint8Array(made("issued", "-key", "key", "-CA", "ca.cer", "-CAkey", "ca.key"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
