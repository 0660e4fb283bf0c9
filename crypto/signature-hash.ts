// Which algorithms a certificate may be signed with: those whose hash is of the SHA-2 family.
import { toHex } from "./bytes.ts";
import { oid, readInteger, TAG, type Element } from "./der.ts";

const hexOf = (dotted: string): string => toHex(oid(dotted));

/** sha256, sha384, sha512 with RSA; ecdsa-with-SHA256, -384, -512; Ed25519 (it brings its own). */
const SOUND = new Set([
  "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13",
  "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", "1.3.101.112",
].map(hexOf));
const PSS = hexOf("1.2.840.113549.1.1.10");
const SHA2 = new Set(
  ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"].map(hexOf));

/** Whether an AlgorithmIdentifier of a signature names a hash of the SHA-2 family. */
export function isSoundSignature(algorithm: Element): boolean {
  const [name, parameters] = algorithm.children;
  const named = name?.tag === TAG.oid ? toHex(name.bytes) : "";
  return SOUND.has(named) || (named === PSS && isSoundPss(parameters));
}

/** RSASSA-PSS-params (RFC 4055 3.1): what is left out there is SHA-1, and so refused. */
function isSoundPss(parameters: Element | undefined): boolean {
  const field = (wanted: number) =>
    parameters?.children.find(({ tag }) => tag === wanted)?.children[0];
  const [hash, mask, trailer] = [field(0xa0), field(0xa1), field(0xa3)];
  const sound = (of: Element | undefined) => {
    const name = of?.children[0];
    return name !== undefined && SHA2.has(toHex(name.bytes));
  };
  return sound(hash) && sound(mask?.children[1])
    && (trailer === undefined || readInteger(trailer) === 1);
}
