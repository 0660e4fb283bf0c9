// For tests: officers with keys, the requests they make, and blobs, good ones and wrong ones.
import {
  fromBase64,
  isObject,
  random,
  readCertificateDer,
  readJson,
  readSecurityDomain,
  sha1,
  sha256Hex,
  toBase64,
  toBase64Url,
  fromHex,
  utf8,
  type Certificate,
  type JsonObject,
} from "../../crypto/index.ts";
import {
  generateRsa,
  makeCertificate,
  makeCertificateOf,
  makeRestoreBlob,
  openShare,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import { combineOrNull } from "../../crypto/shamir.ts";
import { textOf, type Client } from "./hsm.fixture.ts";

export interface Officer {
  readonly pkcs8: Uint8Array;
  readonly certificate: Certificate;
}

export function makeOfficers(count: number, bits = 2048): readonly Officer[] {
  return Array.from({ length: count }, (_, i) => {
    const { pkcs8 } = generateRsa(bits);
    const identity = { commonName: `Officer ${i + 1}`, rehearsal: true, now: new Date(), random };
    return { pkcs8, certificate: makeCertificate(identity, "keyEncipherment", pkcs8) };
  });
}

/** A JWK as Microsoft's own tool sends it. */
export function jwkOf({ certificate: { der, modulus } }: { readonly certificate: Bare }) {
  return {
    kty: "RSA",
    key_ops: ["verify", "encrypt", "wrapKey"],
    n: modulus,
    e: "AQAB",
    x5c: [toBase64(der)],
    x5t: toBase64Url(sha1(der)),
    "x5t#S256": toBase64Url(fromHex(sha256Hex(der))!),
    alg: "RSA-OAEP-256",
  };
}

type Bare = Pick<Certificate, "der" | "modulus">;

/** A certificate of 1536 bits, which crypto itself would neither make nor read. */
export function smallCertificate(): Bare {
  const { pkcs8, spki } = generateRsa(1536);
  const subject = [{ shortName: "CN", value: "Small" } as const];
  const [notBefore, notAfter] = [new Date(), new Date(Date.now() + 86_400_000)];
  const der = makeCertificateOf(
    { subject, issuer: subject, serial: Uint8Array.of(1), notBefore, notAfter, extensions: [] },
    spki,
    pkcs8,
  );
  return { der, modulus: toBase64Url(spki.subarray(-5 - 192, -5)) };
}

export const downloadBody = (officers: readonly Officer[], required = 2) => ({
  certificates: officers.map(jwkOf),
  required,
});

/** Downloads, waits for the end, and gives the file's text. */
export async function activate(
  { ask, wait }: Client,
  officers: readonly Officer[],
  required = 2,
): Promise<string> {
  const { body } = await ask("POST", "/securitydomain/download", downloadBody(officers, required));
  await wait("/securitydomain/download/pending");
  return textOf(body["value"]);
}

/** The exchange certificate of the HSM's answer. */
export async function exchangeOf({ ask }: Client): Promise<Certificate> {
  const jwk = transferKeyOf((await ask("GET", "/securitydomain/upload")).body);
  return readCertificateDer(fromBase64((jwk["x5c"] as string[])[0]!) as Uint8Array);
}

export function transferKeyOf(answer: JsonObject): JsonObject {
  const reading = readJson(utf8(textOf(answer["transfer_key"])));
  return reading.ok && isObject(reading.value) ? reading.value : {};
}

export function sharesOf(file: string, officers: readonly Officer[]): readonly OfficerShare[] {
  const domain = readSecurityDomain(utf8(file));
  return officers.map(({ pkcs8, certificate }, i) =>
    openShare(domain, { pkcs8, warnings: [] }, certificate, i + 1),
  );
}

/** The restore blob that a quorum makes of a domain file. */
export function blobOf(file: string, officers: readonly Officer[], exchange: Certificate): string {
  return makeRestoreBlob(readSecurityDomain(utf8(file)), sharesOf(file, officers), exchange);
}

/** Uploads a blob, waits for the end, and gives the last status. */
export async function upload({ ask, wait }: Client, blob: string): Promise<JsonObject> {
  await ask("POST", "/securitydomain/upload", { value: blob });
  return wait("/securitydomain/upload/pending");
}

/** The secret that a quorum's shares give back. */
export function secretOf(file: string, officers: readonly Officer[]): Uint8Array {
  return combineOrNull(sharesOf(file, officers).map(({ share }) => share))!;
}
