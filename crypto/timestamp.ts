// Whether a pinned authority saw a digest, and when: verifies a timestamp (RFC 3161) offline. What it says is
// that the digest existed at the latest then, and never more (FORMAT.md, "A timestamp").
import { concat, equal, toHex } from "./bytes.ts";
import { TAG, type Element } from "./der.ts";
import type { Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import { digestOf, sha1 } from "./native.ts";
import type { Hash } from "./native-timestamp.ts";
import { isSignatureOf, readHash } from "./timestamp-algorithm.ts";
import {
  chainOf,
  isCurrent,
  isForTimestamps,
  readLink,
  shownName,
  type Authority,
  type Link,
} from "./timestamp-chain.ts";
import type { Asked } from "./timestamp-request.ts";
import { isNamedBy, readResponse, TST_INFO, type Token } from "./timestamp-token.ts";
import { oidKey } from "./x509.ts";

/** The checks, in order; all must be good. */
export const TIMESTAMP_CHECKS = {
  imprint: "It is about this digest.",
  nonce: "It answers this request: its nonce is the same.",
  certificate: "It contains the signer's certificate, and the signed attributes name it.",
  attributes: "The signed attributes name the content, by its type and its digest.",
  signature: "The certificate's key signed it.",
  purpose: "The certificate is for timestamps alone.",
  name: "The authority that it names is the certificate's subject.",
  authority: "A pinned authority certified the signer.",
  dates: "All certificates were valid at that time.",
} as const;

/** The name of a check. */
export type TimestampCheckName = keyof typeof TIMESTAMP_CHECKS;

/** One check and its outcome. */
export interface TimestampCheck {
  readonly check: TimestampCheckName;
  readonly ok: boolean;
}

/** What a valid timestamp shows. */
export interface Witnessed {
  /** The authority's own time, and the last moment that its accuracy allows. */
  readonly time: Date;
  readonly latest: Date;
  /** The pinned certificate: its name as shown, and its SHA-256 (hex). */
  readonly authority: string;
  readonly authoritySha256: string;
  /** Until when all certificates of the chain are valid: it must be renewed before. */
  readonly until: Date;
  /** Its serial number, and its policy's OBJECT IDENTIFIER in DER, in hex. */
  readonly serial: string;
  readonly policy: string;
}

/** The verdict as data: `witnessed` is null unless every check is good. */
export interface Timestamp {
  readonly checks: readonly TimestampCheck[];
  readonly witnessed: Witnessed | null;
}

/** What was stamped, as read from an answer without verifying it. */
export type Imprint = Pick<Asked, "hash" | "imprint">;

/**
 * What a renewal stamps: the SHA-512 of what was stamped first, followed by all earlier answers in their
 * order, as in RFC 4998 5.3.
 */
export const renewalOf = (parts: readonly Uint8Array[]): Imprint => ({
  hash: "sha512",
  imprint: digestOf("sha512", concat(...parts)),
});

/** What a file says that it is about. @throws Fault E-STAMP-SHAPE, E-STAMP-REFUSED */
export function imprintIn(file: Uint8Array): Imprint {
  const { hash, imprint } = tokenIn(file).stated;
  return { hash, imprint };
}

/** What a file says of itself, not verified: when it was made, and whose certificate signed it. */
export interface StatedTime {
  readonly time: Date;
  /** The name of the signer's certificate; empty if it cannot be shown. */
  readonly signer: string;
}

/** @throws Fault E-STAMP-SHAPE, E-STAMP-REFUSED */
export function statedTimeIn(file: Uint8Array): StatedTime {
  const token = tokenIn(file);
  const links = token.certificates.map(readLink).filter((one) => one !== null);
  const signer = links.find((one) => isNamedBy(token, one));
  return { time: token.stated.time, signer: signer === undefined ? "" : shownName(signer) };
}

function tokenIn(file: Uint8Array): Token {
  const response = readResponse(file);
  if (response.ok) return response.token;
  throw fault(response.problem === "refused" ? "E-STAMP-REFUSED" : "E-STAMP-SHAPE");
}

/**
 * Verifies an authority's answer; a wrong one gives a verdict too.
 * @param file the answer, TimeStampResp in DER
 * @param asked the digest, and the nonce if the request is at hand: else null
 * @throws Fault E-STAMP-SHAPE if it is another file, E-STAMP-REFUSED if it has no timestamp
 */
export function checkTimestamp(
  file: Uint8Array,
  asked: Asked,
  pinned: readonly Authority[],
): Timestamp {
  const token = tokenIn(file);
  const { stated, content, values } = token;
  const links = token.certificates.map(readLink).filter((one) => one !== null);
  const signers = links.filter((one) => isNamedBy(token, one));
  const [signer] = signers;
  const chain =
    signer === undefined || signers.length > 1 ? null : chainOf(signer, links, pinned, stated.time);
  const checks: readonly TimestampCheck[] = [
    check("imprint", stated.hash === asked.hash && equal(stated.imprint, asked.imprint)),
    ...(asked.nonce === null ? [] : [check("nonce", stated.nonce === asked.nonce)]),
    check("certificate", signers.length === 1 && isCertified(values, signer, chain)),
    check("attributes", isAbout(values, content, token.digest)),
    check("signature", signer !== undefined && isSigned(token, signer)),
    check("purpose", signer !== undefined && isForTimestamps(signer)),
    check("name", signer !== undefined && isNamed(stated.name, signer)),
    check("authority", chain !== null),
    check("dates", chain?.every((link) => isCurrent(link, stated.time)) === true),
  ];
  const top = chain?.at(-1);
  const isGood = checks.every(({ ok }) => ok);
  if (!isGood || chain === null || !isPinned(top)) return { checks, witnessed: null };
  const { time, latest, serial, policy } = stated;
  const until = new Date(Math.min(...chain.map(({ notAfter }) => notAfter.getTime())));
  const { name: authority, sha256: authoritySha256 } = top;
  return { checks, witnessed: { time, latest, authority, authoritySha256, until, serial, policy } };
}

const check = (name: TimestampCheckName, ok: boolean): TimestampCheck => ({ check: name, ok });

const isPinned = (link: Link | Authority | undefined): link is Authority =>
  link !== undefined && "sha256" in link;

/** The refusal of a timestamp of which a check failed; null if all are good. */
export function untrustedTimestamp({ checks }: Timestamp): Fault | null {
  const failed = checks.find(({ ok }) => !ok);
  return failed === undefined ? null : fault("E-STAMP-UNTRUSTED", { check: failed.check });
}

const CONTENT_TYPE = oidKey("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST = oidKey("1.2.840.113549.1.9.4");
/** The certificate by SHA-1 (RFC 2634 5.4), and by a hash that it names (RFC 5035 4). */
const [BY_SHA1, BY_HASH] = [
  oidKey("1.2.840.113549.1.9.16.2.12"),
  oidKey("1.2.840.113549.1.9.16.2.47"),
];
/** The GeneralName of a directory (RFC 5280 4.2.1.6). */
const DIRECTORY = 0xa4;

function isAbout(values: Token["values"], content: Uint8Array, digest: Hash): boolean {
  const [type, named] = [values.get(CONTENT_TYPE), values.get(MESSAGE_DIGEST)];
  return (
    type?.tag === TAG.oid
    && toHex(type.bytes) === TST_INFO
    && named?.tag === TAG.octetString
    && equal(named.content, digestOf(digest, content))
  );
}

const isSigned = ({ algorithm, digest, attributes, signature }: Token, { spki }: Link): boolean =>
  isSignatureOf(algorithm, digest, spki, attributes, signature);

/** Each of both attributes that is there names the signer first, then certificates of its chain. */
function isCertified(
  values: Token["values"],
  signer: Link | undefined,
  chain: readonly Link[] | null,
): boolean {
  const named = [BY_SHA1, BY_HASH].flatMap((type) => {
    const value = values.get(type);
    return value === undefined ? [] : [readIds(value, type === BY_HASH)];
  });
  const path = chain ?? (signer === undefined ? [] : [signer]);
  return (
    named.length > 0
    && named.every((ids) => {
      const [first, ...rest] = ids ?? [];
      return (
        first !== undefined
        && signer !== undefined
        && isOf(first, signer)
        && rest.every((id) => path.some((link) => isOf(id, link)))
      );
    })
  );
}

/** ESSCertID or ESSCertIDv2: a certificate's digest, and perhaps its issuer and serial number. */
interface CertificateId {
  readonly hash: Hash | "sha1";
  readonly digest: Uint8Array;
  readonly issuer: Element | null;
}

/** The identifiers of a signing certificate; null if one has another form. Its policies are passed over. */
function readIds(value: Element, isNew: boolean): readonly CertificateId[] | null {
  const [list] = value.tag === TAG.sequence ? value.children : [];
  const ids = (list?.tag === TAG.sequence ? list.children : []).map(
    ({ children }): CertificateId | null => {
      const [first, ...rest] = children;
      const isDefault = first?.tag === TAG.octetString;
      const [digest, issuer, more] = isDefault ? children : rest;
      const hash = isNew ? (isDefault ? "sha256" : readHash(first)) : isDefault ? "sha1" : null;
      if (hash === null || digest?.tag !== TAG.octetString || more !== undefined) return null;
      return { hash, digest: digest.content, issuer: issuer ?? null };
    },
  );
  const read = ids.filter((id) => id !== null);
  return read.length === ids.length ? read : null;
}

function isOf({ hash, digest, issuer }: CertificateId, link: Link): boolean {
  const found = hash === "sha1" ? sha1(link.der) : digestOf(hash, link.der);
  if (!equal(found, digest)) return false;
  if (issuer === null) return true;
  const [names, serial, more] = issuer.children;
  const [name, other] = names?.children ?? [];
  return (
    isDirectory(name, link.issuer)
    && other === undefined
    && serial !== undefined
    && toHex(serial.bytes) === link.serial
    && more === undefined
  );
}

const isDirectory = (name: Element | undefined, expected: Uint8Array): boolean =>
  name?.tag === DIRECTORY && equal(name.content, expected);

/** A name in what was stamped is that of the certificate, if there is one. */
const isNamed = (name: Element | null, { subject }: Link): boolean =>
  name === null || isDirectory(name, subject);
