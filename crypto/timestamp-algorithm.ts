// The algorithms of a timestamp and of the certificates behind it: SHA-256, -384 and -512 with RSA or with
// ECDSA on NIST's curves (RFC 5754, RFC 4055). Nothing with SHA-1 or MD5.
import { toHex } from "./bytes.ts";
import { oid, readInteger, sequence, TAG, writeDer, type Element } from "./der.ts";
import { isSignedBy, type Hash, type Scheme } from "./native-timestamp.ts";
import { oidKey } from "./x509.ts";

const DOTTED: Readonly<Record<Hash, string>> = {
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
};
const HASHES: ReadonlyMap<string, Hash> = new Map(
  (["sha256", "sha384", "sha512"] as const).map((hash) => [oidKey(DOTTED[hash]), hash]),
);
const RSA_KEY = oidKey("1.2.840.113549.1.1.1");
const PSS = oidKey("1.2.840.113549.1.1.10");
const MGF1 = oidKey("1.2.840.113549.1.1.8");
const SIGNATURES: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  [oidKey("1.2.840.113549.1.1.11"), { kind: "rsa", hash: "sha256" }],
  [oidKey("1.2.840.113549.1.1.12"), { kind: "rsa", hash: "sha384" }],
  [oidKey("1.2.840.113549.1.1.13"), { kind: "rsa", hash: "sha512" }],
  [oidKey("1.2.840.10045.4.3.2"), { kind: "ecdsa", hash: "sha256" }],
  [oidKey("1.2.840.10045.4.3.3"), { kind: "ecdsa", hash: "sha384" }],
  [oidKey("1.2.840.10045.4.3.4"), { kind: "ecdsa", hash: "sha512" }],
]);

/** The AlgorithmIdentifier (DER) of a hash, with NULL as openssl writes it. */
export const writeHash = (hash: Hash): Uint8Array =>
  sequence(oid(DOTTED[hash]), writeDer(TAG.nullValue));

/** A hash by its AlgorithmIdentifier, whose parameters are NULL or none; null for any other. */
export function readHash(algorithm: Element | undefined): Hash | null {
  const [name, parameters, more] = algorithm?.tag === TAG.sequence ? algorithm.children : [];
  return isBare(parameters) && more === undefined ? (HASHES.get(keyOf(name)) ?? null) : null;
}

/**
 * Whether a signature verifies under an SPKI's key (DER) by its AlgorithmIdentifier.
 * @param digest the hash that a signer names apart from the signature; null in a certificate
 */
export function isSignatureOf(
  algorithm: Element,
  digest: Hash | null,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const scheme = schemeOf(algorithm, digest);
  const fits = scheme !== null && (digest === null || scheme.hash === digest);
  return fits && isSignedBy(scheme, spki, message, signature);
}

function schemeOf(algorithm: Element, digest: Hash | null): Scheme | null {
  const [name, parameters, more] = algorithm.tag === TAG.sequence ? algorithm.children : [];
  if (more !== undefined) return null;
  if (keyOf(name) === PSS) return pssOf(parameters);
  if (!isBare(parameters)) return null;
  // A signer of CMS may name only its key, as RFC 3370 3.2 wants it: the hash is named beside it.
  if (keyOf(name) === RSA_KEY && digest !== null) return { kind: "rsa", hash: digest };
  const scheme = SIGNATURES.get(keyOf(name)) ?? null;
  return scheme?.kind === "ecdsa" && parameters !== undefined ? null : scheme;
}

const SALT_BYTES: Readonly<Record<Hash, number>> = { sha256: 32, sha384: 48, sha512: 64 };

/**
 * RSASSA-PSS-params (RFC 4055 3.1): one hash throughout, and a salt of its length; what is omitted means
 * SHA-1, and is refused.
 */
function pssOf(parameters: Element | undefined): Scheme | null {
  const members = parameters?.tag === TAG.sequence ? parameters.children : [];
  const [hash, mask, salt] = members.map(({ children: [one, more] }) =>
    more === undefined ? one : undefined,
  );
  const [name, masked, more] = mask?.tag === TAG.sequence ? mask.children : [];
  const found = readHash(hash);
  const isKnown =
    members.map(({ tag }) => tag).join() === "160,161,162"
    && keyOf(name) === MGF1
    && readHash(masked) === found
    && more === undefined;
  return isKnown && found !== null && readInteger(salt) === SALT_BYTES[found]
    ? { kind: "pss", hash: found }
    : null;
}

const isBare = (parameters: Element | undefined): boolean =>
  parameters === undefined || parameters.tag === TAG.nullValue;

const keyOf = (name: Element | undefined): string =>
  name?.tag === TAG.oid ? toHex(name.bytes) : "";
