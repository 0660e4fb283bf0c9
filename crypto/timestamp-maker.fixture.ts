// Timestamp authorities of tests, at any time of their clock: good answers, and answers that differ from a
// good one in one thing. `openssl ts -verify` is asked about the same files.
import { spawnSync } from "node:child_process";
import { constants, createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex, utf8 } from "./bytes.ts";
import { writeTime } from "./certificate-time.ts";
import { integer, oid, sequence, TAG, writeDer } from "./der.ts";
import { extension } from "./ec-certificate.ts";
import { writePem } from "./pem.ts";
import type { Hash } from "./native-timestamp.ts";
import { writeHash } from "./timestamp-algorithm.ts";

export type KeyKind = "p256" | "p384" | "rsa" | "pss" | "rsa1024";

interface Pair {
  readonly kind: KeyKind;
  readonly pkcs8: Buffer;
  readonly spki: Uint8Array;
}

/** Someone with a certificate. */
export interface Party extends Pair {
  readonly name: string;
  readonly serial: number;
  readonly der: Uint8Array;
  readonly pem: string;
  readonly issuer: string;
}

const [UTF8_STRING, CONTEXT_0, CONTEXT_1, EXTENSIONS, DIRECTORY] = [0x0c, 0xa0, 0xa1, 0xa3, 0xa4];
const V3 = 2;
const isTrue = writeDer(TAG.boolean, Uint8Array.of(0xff));
const none = writeDer(TAG.nullValue);

const NAMED = { p256: "P-256", p384: "P-384" } as const;

function pair(kind: KeyKind): Pair {
  const { privateKey, publicKey } =
    kind === "p256" || kind === "p384"
      ? generateKeyPairSync("ec", { namedCurve: NAMED[kind] })
      : generateKeyPairSync("rsa", { modulusLength: kind === "rsa1024" ? 1024 : 2048 });
  return {
    kind,
    pkcs8: privateKey.export({ format: "der", type: "pkcs8" }),
    spki: new Uint8Array(publicKey.export({ format: "der", type: "spki" })),
  };
}

const HASH_BYTES = { sha256: 32, sha384: 48, sha512: 64, sha1: 20 } as const;
type AnyHash = keyof typeof HASH_BYTES;

const RSA_OID = {
  sha1: "1.2.840.113549.1.1.5",
  sha256: "1.2.840.113549.1.1.11",
  sha384: "1.2.840.113549.1.1.12",
  sha512: "1.2.840.113549.1.1.13",
};
const ECDSA_OID = {
  sha1: "1.2.840.10045.4.1",
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha512: "1.2.840.10045.4.3.4",
};

/** Any hash's AlgorithmIdentifier, SHA-1 included. */
const hashOf = (hash: AnyHash): Uint8Array =>
  hash === "sha1" ? sequence(oid("1.3.14.3.2.26"), none) : writeHash(hash);

function algorithmOf(kind: KeyKind, hash: AnyHash): Uint8Array {
  if (kind === "p256" || kind === "p384") return sequence(oid(ECDSA_OID[hash]));
  if (kind !== "pss") return sequence(oid(RSA_OID[hash]), none);
  const mask = sequence(oid("1.2.840.113549.1.1.8"), hashOf(hash));
  return sequence(
    oid("1.2.840.113549.1.1.10"),
    sequence(
      writeDer(CONTEXT_0, hashOf(hash)),
      writeDer(CONTEXT_1, mask),
      writeDer(0xa2, integer(HASH_BYTES[hash])),
    ),
  );
}

function signed({ kind, pkcs8 }: Pair, hash: AnyHash, message: Uint8Array): Uint8Array {
  const key = { key: pkcs8, format: "der", type: "pkcs8" } as const;
  const form =
    kind === "pss"
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: HASH_BYTES[hash] }
      : kind === "rsa" || kind === "rsa1024"
        ? { padding: constants.RSA_PKCS1_PADDING }
        : { dsaEncoding: "der" as const };
  return new Uint8Array(sign(hash, message, { ...key, ...form }));
}

const nameOf = (common: string): Uint8Array =>
  sequence(writeDer(TAG.set, sequence(oid("2.5.4.3"), writeDer(UTF8_STRING, utf8(common)))));

/** How a certificate may differ from a good one. */
export interface CertificateForm {
  readonly kind?: KeyKind;
  readonly hash?: AnyHash;
  readonly from?: string;
  readonly until?: string;
  /** Dotted purposes; empty for no such extension. */
  readonly purposes?: readonly string[];
  readonly isCritical?: boolean;
  /** The content of its key usage; null for none. */
  readonly usage?: Uint8Array | null;
  readonly isAuthority?: boolean;
  /** The longest path below an authority. */
  readonly below?: number;
  readonly more?: readonly Uint8Array[];
  readonly pair?: Pair;
}

const FROM = "2026-01-01T00:00:00Z";
/** No test outlives it: RFC 5280 4.1.2.5 has it for a certificate without an end. */
export const UNTIL = "9999-12-31T23:59:59Z";
export const TIMESTAMPING = "1.3.6.1.5.5.7.3.8";
const SIGNING = Uint8Array.of(6, 0xc0);
const CERTIFYING = Uint8Array.of(1, 0x06);
let serials = 1000;

/** A certificate under `by`, or its own for an authority. */
export function makeParty(name: string, by: Party | null, form: CertificateForm = {}): Party {
  const own = form.pair ?? pair(form.kind ?? "p256");
  const isAuthority = form.isAuthority ?? by === null;
  const [issuer, issuerName] = [by ?? own, by?.name ?? name];
  const hash = form.hash ?? "sha256";
  const serial = serials++;
  const purposes = form.purposes ?? (isAuthority ? [] : [TIMESTAMPING]);
  const usage = form.usage === undefined ? (isAuthority ? CERTIFYING : SIGNING) : form.usage;
  const path = form.below === undefined ? [] : [integer(form.below)];
  const critical = (form.isCritical ?? true) ? [isTrue] : [];
  const extensions = [
    ...(isAuthority ? [extension("2.5.29.19", isTrue, sequence(isTrue, ...path))] : []),
    ...(usage === null ? [] : [extension("2.5.29.15", isTrue, writeDer(TAG.bitString, usage))]),
    ...(purposes.length === 0
      ? []
      : [extension("2.5.29.37", ...critical, sequence(...purposes.map(oid)))]),
    ...(form.more ?? []),
  ];
  const algorithm = algorithmOf(issuer.kind, hash);
  const tbs = sequence(
    writeDer(CONTEXT_0, integer(V3)),
    integer(serial),
    algorithm,
    nameOf(issuerName),
    sequence(...[form.from ?? FROM, form.until ?? UNTIL].map((day) => writeTime(new Date(day)))),
    nameOf(name),
    own.spki,
    writeDer(EXTENSIONS, sequence(...extensions)),
  );
  const signature = signed(issuer, hash, tbs);
  const der = sequence(tbs, algorithm, writeDer(TAG.bitString, Uint8Array.of(0), signature));
  const pem = writePem("CERTIFICATE", der);
  return { ...own, name, serial, der, pem, issuer: issuerName };
}

/** How an answer may differ from a good one. */
export interface AnswerForm {
  readonly at?: string;
  readonly nonce?: Uint8Array;
  readonly imprintHash?: Hash;
  /** Of the signature, and of the digest of the content. */
  readonly hash?: AnyHash;
  readonly accuracy?: Uint8Array;
  /** Which of both attributes that name the certificate it has; none by default has the new one. */
  readonly names?: readonly ("sha1" | AnyHash)[];
  /** The certificate that these name, if not the signer's. */
  readonly named?: Party;
  /** Whether the identifier has issuer and serial number; of whom. */
  readonly namedBy?: Party;
  /** Who signs, if not the signer named. */
  readonly signer?: Pair;
  readonly certificates?: readonly Party[];
  readonly tsa?: string;
  readonly status?: number;
  readonly said?: string;
  readonly digested?: Uint8Array;
  readonly contentType?: string;
  readonly signedType?: string;
  readonly isUnsorted?: boolean;
  readonly signers?: number;
  readonly version?: number;
  readonly extensions?: Uint8Array;
  readonly time?: string;
  /** Attributes that nobody signs. */
  readonly unsigned?: Uint8Array;
  readonly policy?: string;
}

const AT = "2026-12-01T12:00:00Z";
const POLICY = "1.2.3.4.1";
const attribute = (type: string, value: Uint8Array): Uint8Array =>
  sequence(oid(type), writeDer(TAG.set, value));

const digestBy = (hash: AnyHash, data: Uint8Array): Uint8Array =>
  new Uint8Array(createHash(hash).update(data).digest());

function certificateId(party: Party, hash: AnyHash, by: Party | undefined): Uint8Array {
  const digest = writeDer(TAG.octetString, digestBy(hash, party.der));
  const issuer =
    by === undefined
      ? []
      : [sequence(sequence(writeDer(DIRECTORY, nameOf(by.issuer))), integer(by.serial))];
  const named = hash === "sha1" || hash === "sha256" ? [] : [writeHash(hash)];
  return sequence(sequence(sequence(...named, digest, ...issuer)));
}

/** An answer (TimeStampResp, DER) of `by` about a digest. */
export function makeAnswer(by: Party, imprint: Uint8Array, form: AnswerForm = {}): Uint8Array {
  const hash = form.hash ?? "sha256";
  const at = (form.at ?? AT).replaceAll(/[-:T]/g, "");
  const content = sequence(
    integer(form.version ?? 1),
    oid(form.policy ?? POLICY),
    sequence(writeHash(form.imprintHash ?? "sha256"), writeDer(TAG.octetString, imprint)),
    integer(7),
    writeDer(0x18, utf8(form.time ?? at)),
    ...(form.accuracy === undefined ? [] : [form.accuracy]),
    ...(form.nonce === undefined ? [] : [writeDer(TAG.integer, form.nonce)]),
    ...(form.tsa === undefined ? [] : [writeDer(CONTEXT_0, writeDer(DIRECTORY, nameOf(form.tsa)))]),
    ...(form.extensions === undefined ? [] : [form.extensions]),
  );
  const type = form.contentType ?? "1.2.840.113549.1.9.16.1.4";
  const named = form.named ?? by;
  const attributes = [
    attribute("1.2.840.113549.1.9.3", oid(form.signedType ?? type)),
    attribute(
      "1.2.840.113549.1.9.4",
      writeDer(TAG.octetString, digestBy(hash, form.digested ?? content)),
    ),
    ...(form.names ?? ["sha256"]).map((one) =>
      attribute(
        `1.2.840.113549.1.9.16.2.${one === "sha1" ? "12" : "47"}`,
        certificateId(named, one, form.namedBy),
      ),
    ),
  ].toSorted((a, b) => Buffer.compare(a, b));
  if (form.isUnsorted === true) attributes.reverse();
  const signature = signed(form.signer ?? by, hash, writeDer(TAG.set, ...attributes));
  const signer = sequence(
    integer(1),
    sequence(nameOf(by.issuer), integer(by.serial)),
    hashOf(hash),
    writeDer(CONTEXT_0, ...attributes),
    algorithmOf(by.kind, hash),
    writeDer(TAG.octetString, signature),
    ...(form.unsigned === undefined ? [] : [writeDer(CONTEXT_1, form.unsigned)]),
  );
  const data = sequence(
    integer(3),
    writeDer(TAG.set, hashOf(hash)),
    sequence(oid(type), writeDer(CONTEXT_0, writeDer(TAG.octetString, content))),
    writeDer(CONTEXT_0, ...(form.certificates ?? [by]).map(({ der }) => der)),
    writeDer(TAG.set, ...Array.from({ length: form.signers ?? 1 }, () => signer)),
  );
  const token = sequence(oid("1.2.840.113549.1.7.2"), writeDer(CONTEXT_0, data));
  const said = form.said === undefined ? [] : [sequence(writeDer(UTF8_STRING, utf8(form.said)))];
  const status = sequence(integer(form.status ?? 0), ...said);
  return sequence(status, ...((form.status ?? 0) < 2 ? [token] : []));
}

/** What `openssl ts -verify` says of an answer at a time, with the root as its only authority. */
export function isGoodForOpenssl(
  answer: Uint8Array,
  imprint: Uint8Array,
  root: string,
  at: Date,
): boolean {
  const folder = mkdtempSync(join(tmpdir(), "timestamp-"));
  try {
    const [file, authority] = [join(folder, "answer.tsr"), join(folder, "root.pem")];
    writeFileSync(file, answer);
    writeFileSync(authority, root);
    const seconds = String(Math.floor(at.getTime() / 1000));
    const asked = ["-digest", toHex(imprint), "-in", file, "-CAfile", authority];
    const words = ["ts", "-verify", ...asked, "-attime", seconds];
    const { status, stdout } = spawnSync("openssl", words, { encoding: "utf8" });
    return status === 0 && stdout.includes("Verification: OK");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An authority of tests: its root, the one below it, and a signer. */
export interface TestAuthority {
  readonly root: Party;
  readonly middle: Party;
  readonly signer: Party;
}

export function makeTestAuthority(name: string, form: CertificateForm = {}): TestAuthority {
  const root = makeParty(`${name} Root`, null, form);
  const middle = makeParty(`${name} CA`, root, { ...form, isAuthority: true });
  return { root, middle, signer: makeParty(`${name} TSA`, middle, form) };
}

/** Both certificates that an answer of it contains. */
export const certificatesOf = ({ signer, middle }: TestAuthority): readonly Party[] => [
  signer,
  middle,
];
