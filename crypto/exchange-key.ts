// The recovery HSM's exchange key: a certificate in PEM, or Azure's answer that contains it.
import { fromBase64 } from "./base64.ts";
import { utf8 } from "./bytes.ts";
import { certificateDer, readCertificateDer, type Certificate } from "./certificate.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import { isArray, isObject, readJson, type JsonObject } from "./json.ts";

/**
 * Reads an exchange key file: PEM as az writes it, or the JSON answer of GET securitydomain/upload
 * with `transfer_key` as text or as object.
 * @param accepted as for `readCertificate`
 * @throws Fault E-XK-SHAPE, -CHAIN, -MISMATCH, -USE, E-CERT-*
 */
export function readExchangeKey(bytes: Uint8Array, accepted: readonly string[] = []): Certificate {
  const jwk = isAnswer(bytes) ? readJwk(bytes) : null;
  const der = jwk === null ? certificateDer(bytes) : certificateIn(jwk);
  const certificate = readOrUse(() => readCertificateDer(der, accepted));
  if (!certificate.forEncryption) throw fault("E-XK-USE");
  const same = jwk === null || (jwk["n"] === certificate.modulus && jwk["e"] === "AQAB");
  if (!same) throw fault("E-XK-MISMATCH");
  return certificate;
}

/**
 * The certificate's DER in an exchange key file, not checked: `checkAttestation` does that.
 * @throws Fault E-XK-SHAPE, -CHAIN, -USE, E-CERT-PEM, -KIND, -MULTIPLE
 */
export function exchangeKeyDer(bytes: Uint8Array): Uint8Array {
  return isAnswer(bytes) ? certificateIn(readJwk(bytes)) : certificateDer(bytes);
}

/** The domain of Azure's public cloud; an HSM in another cloud is given by its full name. */
const DOMAIN = "managedhsm.azure.net";

/**
 * The subject must be the recovery HSM, compared without regard to case.
 * @param hsm its name, which means `<name>.managedhsm.azure.net`, or its full host name
 * @throws Fault E-XK-WRONG-HSM
 */
export function checkExchangeSubject(certificate: Certificate, hsm: string): void {
  const whole = hsm.includes(".") ? hsm : `${hsm}.${DOMAIN}`;
  if (certificate.commonName.toLowerCase() !== whole.toLowerCase()) throw fault("E-XK-WRONG-HSM");
}

/**
 * A JSON object begins with a brace, PEM with a dash. White space may come first, and a byte order
 * mark, which the JSON reader refuses.
 */
const isAnswer = (bytes: Uint8Array): boolean => bytes.find((byte) => !BEFORE.has(byte)) === 0x7b;
const BEFORE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

function certificateIn(jwk: JsonObject): Uint8Array {
  if (jwk["kty"] !== "RSA" || !isForEncryption(jwk)) throw fault("E-XK-USE");
  const chain = jwk["x5c"];
  if (!isArray(chain) || chain.length === 0) throw fault("E-XK-CHAIN");
  const der = typeof chain[0] === "string" ? fromBase64(chain[0]) : 0;
  if (typeof der === "number") throw fault("E-XK-SHAPE");
  return der;
}

/** The JWK inside the answer, inside its text, or bare. */
function readJwk(bytes: Uint8Array): JsonObject {
  const outer = objectOf(bytes);
  const inner = outer["transfer_key"];
  if (inner === undefined) return outer;
  if (typeof inner === "string") return objectOf(utf8(inner));
  if (!isObject(inner)) throw fault("E-XK-SHAPE");
  return inner;
}

function objectOf(bytes: Uint8Array): JsonObject {
  const reading = readJson(bytes);
  if (!reading.ok || !isObject(reading.value)) throw fault("E-XK-SHAPE");
  return reading.value;
}

/** `use` and `key_ops`, if present, allow what a blob needs (RFC 7517 4.2, 4.3). */
function isForEncryption({ use = "enc", key_ops: operations = ["wrapKey"] }: JsonObject): boolean {
  const wraps = ["wrapKey", "encrypt"];
  return (
    use === "enc"
    && isArray(operations)
    && operations.some((operation) => typeof operation === "string" && wraps.includes(operation))
  );
}

function readOrUse(read: () => Certificate): Certificate {
  try {
    return read();
  } catch (error) {
    const unfit = ["E-CERT-KEYSIZE", "E-CERT-KEYTYPE"];
    if (isFault(error) && unfit.includes(error.code)) throw fault("E-XK-USE");
    throw error;
  }
}
