// The parts of a timestamp, by our own strict DER reader, not verified: TimeStampResp and TSTInfo (RFC 3161
// 2.4.2), and the SignedData around it (RFC 5652 5).
import { equal, toHex, utf8, utf8Text } from "./bytes.ts";
import { readTime } from "./certificate-time.ts";
import { readDer, readInteger, TAG, writeDer, type Element } from "./der.ts";
import type { Hash } from "./native-timestamp.ts";
import { readHash } from "./timestamp-algorithm.ts";
import { oidKey } from "./x509.ts";

/** What an authority says. */
export interface Stated {
  /** The OBJECT IDENTIFIER of its policy, in hex of its DER. */
  readonly policy: string;
  readonly hash: Hash;
  /** The digest that was stamped. */
  readonly imprint: Uint8Array;
  /** Its serial number, in hex. */
  readonly serial: string;
  readonly time: Date;
  /** The last moment that its accuracy allows; `time` if it gives none. */
  readonly latest: Date;
  /** The content of the nonce, in hex; null if it has none. */
  readonly nonce: string | null;
  /** The GeneralName of the authority; null if it has none. */
  readonly name: Element | null;
}

/** A token's parts. */
export interface Token {
  readonly stated: Stated;
  /** The DER of TSTInfo, which the attributes name by digest. */
  readonly content: Uint8Array;
  /** Certificates in DER, in any order. */
  readonly certificates: readonly Uint8Array[];
  /** Issuer and serial number of the signer's certificate, each in DER. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  readonly digest: Hash;
  /** What the signature covers: the attributes as a SET. */
  readonly attributes: Uint8Array;
  /** The one value of each attribute, by the `oidKey` of its type. */
  readonly values: ReadonlyMap<string, Element>;
  readonly algorithm: Element;
  readonly signature: Uint8Array;
}

/** `refused`: the authority gave no token. `shape`: it is no such file, or of another form. */
export type Response =
  | { readonly ok: true; readonly token: Token }
  | { readonly ok: false; readonly problem: "refused" | "shape" };

const SIGNED_DATA = oidKey("1.2.840.113549.1.7.2");
/** The type of the content of a token: id-ct-TSTInfo. */
export const TST_INFO = oidKey("1.2.840.113549.1.9.16.1.4");
const [CONTEXT_0, CONTEXT_1, IMPLICIT_0, IMPLICIT_1] = [0xa0, 0xa1, 0x80, 0x81];
/** SignedData with a content other than data, SignerInfo by issuer and serial number, TSTInfo. */
const [SIGNED_VERSION, SIGNER_VERSION, INFO_VERSION] = [3, 1, 1];
const [GRANTED, WITH_MODS] = [0, 1];
const GENERALIZED_TIME = 0x18;
const THOUSAND = 1000;
/** An accuracy of a day or more is none. */
const SECONDS_MAX = 86_400;
/** A name within the attribute that names a certificate is deeper than anything in a certificate. */
const DEPTH_MAX = 24;

/** Reads an authority's answer (DER). */
export function readResponse(bytes: Uint8Array): Response {
  const shape: Response = { ok: false, problem: "shape" };
  const [status, content, more] = listOf(readDer(bytes, DEPTH_MAX));
  const [code, ...said] = listOf(status);
  const state = readInteger(code);
  if (state === null || more !== undefined) return shape;
  if (state !== GRANTED && state !== WITH_MODS)
    return content === undefined ? { ok: false, problem: "refused" } : shape;
  const token = said.every(isText) ? readToken(content) : null;
  return token === null ? shape : { ok: true, token };
}

/** PKIFreeText. A failure's code has no place beside a token. */
const isText = ({ tag }: Element): boolean => tag === TAG.sequence;

function readToken(wrapped: Element | undefined): Token | null {
  const [version, hashes, inner, ...rest] = listOf(
    insideOf(readContent(wrapped, SIGNED_DATA), TAG.sequence),
  );
  const signers = rest.at(-1);
  const certificates = rest.find(({ tag }) => tag === CONTEXT_0);
  const content = insideOf(readContent(inner, TST_INFO), TAG.octetString)?.content;
  const [signer, other] = signers?.tag === TAG.set ? signers.children : [];
  const tags = rest.map(({ tag }) => tag).join();
  if (
    readInteger(version) !== SIGNED_VERSION
    || hashes?.tag !== TAG.set
    || content === undefined
    || certificates === undefined
    || signer?.tag !== TAG.sequence
    || other !== undefined
    // Certificates, perhaps revocation lists, which are not read, and signers.
    || ![
      [CONTEXT_0, TAG.set],
      [CONTEXT_0, CONTEXT_1, TAG.set],
    ].some((known) => known.join() === tags)
  )
    return null;
  const stated = readStated(readDer(content));
  const signed = readSigner(signer);
  const isNamed = hashes.children.some((hash) => readHash(hash) === signed?.digest);
  if (stated === null || signed === null || !isNamed) return null;
  return { stated, content, certificates: certificates.children.map(bytesOf), ...signed };
}

/** The [0] of a ContentInfo of this type. */
function readContent(info: Element | undefined, type: string): Element | undefined {
  const [name, content, more] = listOf(info);
  const isType = name?.tag === TAG.oid && toHex(name.bytes) === type;
  return isType && content?.tag === CONTEXT_0 && more === undefined ? content : undefined;
}

const bytesOf = ({ bytes }: Element): Uint8Array => bytes;

/** The one element in an explicit tag, if it is of this kind. */
function insideOf(wrapper: Element | undefined, tag: number): Element | undefined {
  const [one, more] = wrapper?.children ?? [];
  return one?.tag === tag && more === undefined ? one : undefined;
}

const listOf = (element: Element | null | undefined): readonly Element[] =>
  element?.tag === TAG.sequence ? element.children : [];

type Signer = Omit<Token, "stated" | "content" | "certificates">;

/** SignerInfo (RFC 5652 5.3); what nobody signs in it is passed over. */
function readSigner(signer: Element): Signer | null {
  const [version, id, hash, set, algorithm, signature, ...rest] = listOf(signer);
  const [issuer, serial, other] = listOf(id);
  const digest = readHash(hash);
  const values = set?.tag === CONTEXT_0 ? readAttributes(set.children) : null;
  if (
    readInteger(version) !== SIGNER_VERSION
    || issuer?.tag !== TAG.sequence
    || serial?.tag !== TAG.integer
    || other !== undefined
    || digest === null
    || set === undefined
    || values === null
    || algorithm?.tag !== TAG.sequence
    || signature?.tag !== TAG.octetString
    || rest.length > 1
    || rest.some(({ tag }) => tag !== CONTEXT_1)
  )
    return null;
  return {
    issuer: issuer.bytes,
    serial: serial.bytes,
    digest,
    // Its tag is signed as that of a SET (RFC 5652 5.4).
    attributes: writeDer(TAG.set, set.content),
    values,
    algorithm,
    signature: signature.content,
  };
}

/** Attributes in the order of DER (X.690 11.6), each type once, each with one value. */
function readAttributes(list: readonly Element[]): ReadonlyMap<string, Element> | null {
  const values = new Map<string, Element>();
  let before = "";
  for (const attribute of list) {
    const [type, set, more] = listOf(attribute);
    const [value, another] = set?.tag === TAG.set ? set.children : [];
    const [key, place] = [toHex(type?.bytes ?? new Uint8Array()), toHex(attribute.bytes)];
    const isOne = type?.tag === TAG.oid && value !== undefined && another === undefined;
    if (!isOne || more !== undefined || values.has(key) || place < before) return null;
    values.set(key, value);
    before = place;
  }
  return values;
}

function readStated(info: Element | null): Stated | null {
  const [version, policy, imprint, serial, when, ...rest] = listOf(info);
  const [algorithm, digest, more] = listOf(imprint);
  const hash = readHash(algorithm);
  const time = when === undefined ? null : readMoment(when);
  const optional = readOptional(rest);
  if (
    readInteger(version) !== INFO_VERSION
    || policy?.tag !== TAG.oid
    || hash === null
    || digest?.tag !== TAG.octetString
    || more !== undefined
    || serial?.tag !== TAG.integer
    || time === null
    || optional === null
  )
    return null;
  const { accuracy, nonce, name } = optional;
  return {
    policy: toHex(policy.bytes),
    hash,
    imprint: digest.content,
    serial: toHex(serial.content),
    time,
    latest: new Date(time.getTime() + accuracy),
    nonce,
    name,
  };
}

/** Milliseconds, the nonce and the name, in the order of TSTInfo; an extension is not known here. */
function readOptional(
  rest: readonly Element[],
): { accuracy: number; nonce: string | null; name: Element | null } | null {
  const left = [...rest];
  const next = (tag: number): Element | undefined =>
    left[0]?.tag === tag ? left.shift() : undefined;
  const [accuracy, ordering] = [next(TAG.sequence), next(TAG.boolean)];
  const [nonce, wrapper] = [next(TAG.integer), next(CONTEXT_0)];
  const [name, other] = wrapper?.children ?? [];
  const spread = accuracy === undefined ? 0 : readAccuracy(accuracy);
  const isRead =
    left.length === 0
    && spread !== null
    // The default is not written (X.690 11.5).
    && ordering?.content[0] !== 0
    && (wrapper === undefined || (name !== undefined && other === undefined));
  if (!isRead) return null;
  return { accuracy: spread, nonce: nonceOf(nonce), name: name ?? null };
}

/** A nonce's INTEGER as it is compared. */
const nonceOf = (nonce: Element | undefined): string | null =>
  nonce === undefined ? null : toHex(nonce.content);

/** Accuracy in milliseconds, rounded up; its three numbers are each optional. */
function readAccuracy({ children }: Element): number | null {
  const left = [...children];
  const next = (tag: number): Element | undefined =>
    left[0]?.tag === tag ? left.shift() : undefined;
  const given = [next(TAG.integer), next(IMPLICIT_0), next(IMPLICIT_1)];
  const [seconds, millis, micros] = given.map((part) =>
    part === undefined ? 0 : readInteger({ ...part, tag: TAG.integer }),
  );
  const isSmall = (part: number | null | undefined): part is number =>
    part != null && part < THOUSAND;
  const isRead = left.length === 0 && seconds != null && seconds < SECONDS_MAX;
  if (!isRead || !isSmall(millis) || !isSmall(micros)) return null;
  return seconds * THOUSAND + millis + Math.ceil(micros / THOUSAND);
}

/** GeneralizedTime in UTC, perhaps with a fraction that ends in no zero (RFC 3161 2.4.2). */
function readMoment(when: Element): Date | null {
  const [, digits, fraction = ""] =
    /^(\d{14})(\.\d{0,8}[1-9])?Z$/.exec(utf8Text(when.content) ?? "") ?? [];
  if (when.tag !== GENERALIZED_TIME || digits === undefined) return null;
  const date = readTime({ ...when, content: utf8(`${digits}Z`) });
  if (date === null) return null;
  return new Date(date.getTime() + Math.ceil(Number(`0${fraction}`) * THOUSAND));
}

/** Whether a certificate has this issuer and serial number. */
export const isNamedBy = (
  { issuer, serial }: Pick<Token, "issuer" | "serial">,
  certificate: { readonly issuer: Uint8Array; readonly serial: string },
): boolean => equal(certificate.issuer, issuer) && certificate.serial === toHex(serial);
