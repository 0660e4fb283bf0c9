// The chain that vouches for a quoting enclave, from Intel's provisioning key to the root. Names,
// signatures, dates and CA marks of each link are checked (RFC 5280 6.1) at a given time.
import { equal, toHex } from "./bytes.ts";
import { readDer, readInteger, type Element } from "./der.ts";
import { sha256Hex } from "./native.ts";
import { p256Verify } from "./native-ec.ts";
import { readPem } from "./pem.ts";
import { KEY_USAGE, oidKey, readX509, usesOf, type X509 } from "./x509.ts";

/** A chain as read: the leaf first, at least one link. */
export type Chain = readonly [X509, ...X509[]];

/** The one algorithm of Intel's certificates and lists. */
export const ECDSA_SHA256 = oidKey("1.2.840.10045.4.3.2");
const BASIC_CONSTRAINTS = oidKey("2.5.29.19");
/** The critical extensions that are checked here; any other refuses (RFC 5280 4.2). */
const KNOWN = [BASIC_CONSTRAINTS, KEY_USAGE];
const LINKS_MAX = 5;

/** Reads a chain in PEM, the leaf first; null for no certificates, too many, or another form. */
export function readChain(pem: Uint8Array): Chain | null {
  const blocks = readPem(pem);
  if (typeof blocks === "number") return null;
  const links = blocks.flatMap(({ label, der }) => {
    const read = label === "CERTIFICATE" ? readX509(der) : null;
    return read === null ? [] : [read];
  });
  const [leaf, ...rest] = links;
  const whole = links.length === blocks.length && links.length <= LINKS_MAX;
  return leaf !== undefined && whole ? [leaf, ...rest] : null;
}

/** True if each certificate is signed by the next, and the last by itself, all as issuers may. */
export function isSound(chain: Chain, at: Date): boolean {
  return chain.every((link, i) => {
    const issuer = chain[i + 1] ?? link;
    const isCa = i > 0 || chain.length === 1;
    return isSignedBy(link, issuer) && isCurrent(link, at) && mayServe(link, isCa, i - 1);
  });
}

/** Lower-case hex of the SHA-256 of the root's SubjectPublicKeyInfo, as pinned. */
export const rootOf = (chain: Chain): string => sha256Hex((chain.at(-1) ?? chain[0]).spki);

function isSignedBy(link: X509, issuer: X509): boolean {
  return (
    link.algorithm === ECDSA_SHA256
    && equal(link.issuer, issuer.subject)
    && p256Verify(issuer.spki, link.tbs, link.signature, "der")
  );
}

const isCurrent = ({ notBefore, notAfter }: X509, at: Date): boolean =>
  notBefore <= at && at <= notAfter;

/** @param below how many CA certificates are under this one, without the leaf */
function mayServe({ extensions }: X509, isCa: boolean, below: number): boolean {
  const foreign = [...extensions].some(([name, { critical }]) => critical && !KNOWN.includes(name));
  const [, path] = constraintsIn(extensions);
  const marked = isAuthority({ extensions });
  const deep = path === undefined || (readInteger(path) ?? -1) >= Math.max(below, 0);
  const serves = usesOf(extensions)?.includes(isCa ? "keyCertSign" : "digitalSignature") === true;
  return !foreign && marked === isCa && deep && serves;
}

/** Whether its basic constraints say CA (RFC 5280 4.2.1.9). */
export function isAuthority({ extensions }: Pick<X509, "extensions">): boolean {
  const [mark] = constraintsIn(extensions);
  return mark !== undefined && toHex(mark.bytes) === "0101ff";
}

/** The members of its basic constraints: the mark of an authority, and the longest path below it. */
export const constraintsIn = (extensions: X509["extensions"]): readonly (Element | undefined)[] =>
  readDer(extensions.get(BASIC_CONSTRAINTS)?.value ?? new Uint8Array())?.children ?? [];
