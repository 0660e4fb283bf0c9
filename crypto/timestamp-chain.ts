// The certificates behind a timestamp: from the signer's to one that was pinned (RFC 5280 6.1), and what a
// signer's certificate must be for (RFC 3161 2.3).
import { equal, toHex } from "./bytes.ts";
import { readName } from "./certificate-name.ts";
import { readDer, readInteger, TAG, type Element } from "./der.ts";
import { sha256Hex } from "./native.ts";
import { constraintsIn, isAuthority } from "./pck-chain.ts";
import { isSignatureOf } from "./timestamp-algorithm.ts";
import { fieldsOf, KEY_USAGE, oidKey, readX509, usesOf, type X509 } from "./x509.ts";

/** A certificate as it is walked. */
export interface Link extends X509 {
  readonly der: Uint8Array;
  /** The AlgorithmIdentifier of its signature. */
  readonly signedBy: Element;
}

/** A pinned authority. */
export interface Authority extends Link {
  /** The name that is shown; empty if it cannot be shown. */
  readonly name: string;
  /** SHA-256 (hex) of the certificate. */
  readonly sha256: string;
}

const EXTENDED = oidKey("2.5.29.37");
const TIMESTAMPING = oidKey("1.3.6.1.5.5.7.3.8");
/** The critical extensions that are checked here; any other refuses (RFC 5280 4.2). */
const KNOWN: readonly string[] = [oidKey("2.5.29.19"), KEY_USAGE, EXTENDED];
const LINKS_MAX = 5;
const SIGNER_USES: readonly string[] = ["digitalSignature", "nonRepudiation"];

/** A certificate's parts; null if it is not strict DER, or has invalid dates. */
export function readLink(der: Uint8Array): Link | null {
  const read = readX509(der);
  const certificate = read === null ? null : readDer(der);
  const signedBy = certificate === null ? undefined : fieldsOf(certificate)?.inner;
  return read === null || signedBy === undefined ? null : { ...read, der, signedBy };
}

/** An authority to pin, by its certificate (DER); null if it may not certify others. */
export function readAuthority(der: Uint8Array): Authority | null {
  const link = readLink(der);
  if (link === null || !mayCertify(link, 0)) return null;
  return { ...link, name: shownName(link), sha256: sha256Hex(der) };
}

/** The name of a certificate's subject as it is shown; empty if it cannot be. */
export function shownName({ subject }: Pick<X509, "subject">): string {
  const name = readDer(subject);
  const read = name === null ? null : (readName(name) ?? readName(name, true));
  return read === null ? "" : read.commonName || read.organization;
}

/**
 * The certificates from the signer's to a pinned one, both included; null if none leads there. One that
 * was valid at `at` is preferred.
 */
export function chainOf(
  signer: Link,
  others: readonly Link[],
  pinned: readonly Authority[],
  at: Date,
): readonly [...Link[], Authority] | null {
  const walk = (path: readonly Link[], isAllowed: (link: Link) => boolean): Found => {
    const last = path.at(-1) ?? signer;
    if (path.length > LINKS_MAX) return null;
    const below = path.length - 1;
    const top = pinned.find((one) => isAllowed(one) && isIssuer(one, last, below));
    if (top !== undefined) return [...path, top];
    for (const next of others)
      if (!path.includes(next) && isAllowed(next) && isIssuer(next, last, below)) {
        const found = walk([...path, next], isAllowed);
        if (found !== null) return found;
      }
    return null;
  };
  return walk([signer], (link) => isCurrent(link, at)) ?? walk([signer], () => true);
}

type Found = readonly [...Link[], Authority] | null;

/** @param below how many authorities are under it */
const isIssuer = (by: Link, link: Link, below: number): boolean =>
  equal(link.issuer, by.subject)
  && mayCertify(by, below)
  && isSignatureOf(link.signedBy, null, by.spki, link.tbs, link.signature);

export const isCurrent = ({ notBefore, notAfter }: X509, at: Date): boolean =>
  notBefore <= at && at <= notAfter;

function mayCertify({ extensions }: X509, below: number): boolean {
  const [, path] = constraintsIn(extensions);
  return (
    isAuthority({ extensions })
    && isKnown(extensions)
    && usesOf(extensions)?.includes("keyCertSign") !== false
    && (path === undefined || (readInteger(path) ?? -1) >= below)
  );
}

const isKnown = (extensions: X509["extensions"]): boolean =>
  [...extensions].every(([name, { critical }]) => !critical || KNOWN.includes(name));

/** Whether a certificate is for timestamps alone: a critical purpose, and no other (RFC 3161 2.3). */
export function isForTimestamps({ extensions }: X509): boolean {
  const purpose = extensions.get(EXTENDED);
  const list = purpose === undefined ? null : readDer(purpose.value);
  const [one, other] = list?.tag === TAG.sequence ? list.children : [];
  const uses = usesOf(extensions);
  return (
    purpose?.critical === true
    && one?.tag === TAG.oid
    && toHex(one.bytes) === TIMESTAMPING
    && other === undefined
    && isKnown(extensions)
    && !isAuthority({ extensions })
    && (uses === null || (uses.length > 0 && uses.every((use) => SIGNER_USES.includes(use))))
  );
}
