// For tests: exchange keys and certificates that crypto itself would not make.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  exchangeKeyDer,
  fromHex,
  isFault,
  random,
  sha256Hex,
  toBase64,
  toBase64Url,
  writePem,
  type Certificate,
} from "../../crypto/index.ts";
import {
  makeCertificateOf,
  makeQuote,
  makeQuoteAuthority,
  QUOTE_OID,
} from "../../crypto/secret-half.ts";

/**
 * A sound certificate for a key of any size and exponent, as PEM; its key, if jose takes it.
 * @param quoted with a quote that leads to a root of its own
 */
export function exchangeWith(modulusLength: number, publicExponent: number, quoted = false) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength, publicExponent });
  const pkcs8 = new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" }));
  const spki = new Uint8Array(publicKey.export({ format: "der", type: "spki" }));
  const subject = [{ shortName: "CN", value: "transfer-key" } as const];
  const [notBefore, notAfter] = [new Date(), new Date(Date.now() + 86_400_000)];
  const extensions = quoted
    ? [{ id: QUOTE_OID, value: makeQuote(makeQuoteAuthority(notBefore, random), spki) }]
    : [];
  const der = makeCertificateOf(
    { subject, issuer: subject, serial: Uint8Array.of(1), notBefore, notAfter, extensions },
    spki,
    pkcs8,
  );
  return { pem: writePem("CERTIFICATE", der), pkcs8: modulusLength < 2048 ? null : pkcs8 };
}

/** The SHA-256 by which a person confirms the exchange key in a file; zeros where it holds none. */
export function sha256OfExchange(path: string): string {
  try {
    return sha256Hex(exchangeKeyDer(new Uint8Array(readFileSync(path))));
  } catch (error) {
    if (!isFault(error)) throw error;
    return "0".repeat(64);
  }
}

/** A certificate with the last bit of its signature another, and its thumbprint in base64url. */
export function altered(pem: string): { readonly pem: string; readonly thumbprint: string } {
  const base64 = pem.replace(/-----[A-Z ]+-----|\s/g, "");
  const der = new Uint8Array(Buffer.from(base64, "base64"));
  der[der.length - 1]! ^= 1;
  return {
    pem: writePem("CERTIFICATE", der),
    thumbprint: toBase64Url(fromHex(sha256Hex(der)) ?? new Uint8Array()),
  };
}

/** As `GET securitydomain/upload` answers: a JWK as text in JSON. */
export function asAnswer({ der, modulus: n }: Certificate): string {
  const jwk = { kty: "RSA", key_ops: ["wrapKey"], n, e: "AQAB", x5c: [toBase64(der)] };
  return JSON.stringify({ transfer_key: JSON.stringify(jwk) });
}
