// A server's certificate that is right in everything but its dates: then a clock may be wrong. Only
// explains a refused connection; nothing is trusted because of it.
import { X509Certificate } from "node:crypto";

/** What the other side must show, besides dates. */
export interface Wanted {
  readonly host: string;
  /** PEM, one certificate each. */
  readonly roots: readonly string[];
  /** Organizations that may have issued it; null for any. */
  readonly issuers: readonly string[] | null;
}

/**
 * The validity period of the first certificate of a chain, in milliseconds since 1970, if its
 * signatures lead to a root, and its host and issuer are right; else null. OpenSSL reports a date
 * before it checks a signature, so its date error alone says nothing about the rest.
 * @param chain DER, the server's own first
 */
export function datesOfTrusted(
  chain: readonly Uint8Array[],
  { host, roots, issuers }: Wanted,
): { readonly from: number; readonly until: number } | null {
  const shown = chain.map((der) => new X509Certificate(der));
  const trusted = roots.map((pem) => new X509Certificate(pem));
  const [leaf] = shown;
  const top = shown.findIndex((one) => trusted.some((root) => isSignedBy(one, root)));
  if (leaf === undefined || top < 0) return null;
  const isLinked = shown.slice(0, top).every((one, n) => isSignedBy(one, shown[n + 1]));
  const organization = /^O=(.*)$/m.exec(leaf.issuer)?.[1] ?? "";
  const isKnown = issuers === null || issuers.includes(organization);
  if (!isLinked || !isKnown || leaf.checkHost(host) === undefined) return null;
  return { from: Date.parse(leaf.validFrom), until: Date.parse(leaf.validTo) };
}

const isSignedBy = (one: X509Certificate, by: X509Certificate | undefined): boolean =>
  by !== undefined && one.checkIssued(by) && one.verify(by.publicKey);
