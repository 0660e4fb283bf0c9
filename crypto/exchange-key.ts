// The recovery HSM's exchange key: a certificate in PEM, or Azure's answer that carries it.
import { fromBase64 } from "./base64.ts";
import { utf8 } from "./bytes.ts";
import { certificateDer, readCertificateDer, type Certificate } from "./certificate.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import { isArray, isObject, readJson, type JsonObject } from "./json.ts";

/**
 * Reads an exchange key file: PEM as az writes it, or the JSON answer of GET securitydomain/upload
 * with `transfer_key` as text or as object.
 * @throws Fault E-XK-SHAPE, -CHAIN, -MISMATCH, -USE, E-CERT-*
 */
export function readExchangeKey(bytes: Uint8Array): Certificate {
  if (!isAnswer(bytes)) return readCertificateDer(certificateDer(bytes));
  const jwk = readJwk(bytes);
  const certificate = readOrUse(certificateIn(jwk));
  const same = jwk["n"] === certificate.modulus && jwk["e"] === "AQAB";
  if (!same) throw fault("E-XK-MISMATCH");
  return certificate;
}

/**
 * The certificate's DER in an exchange key file, not judged: that is `judgeAttestation`'s work.
 * @throws Fault E-XK-SHAPE, -CHAIN, -USE, E-CERT-PEM, -KIND, -MULTIPLE
 */
export function exchangeKeyDer(bytes: Uint8Array): Uint8Array {
  return isAnswer(bytes) ? certificateIn(readJwk(bytes)) : certificateDer(bytes);
}

/** @throws Fault E-XK-WRONG-HSM unless the subject is `<hsm>` or `<hsm>.managedhsm...` */
export function judgeExchangeSubject(certificate: Certificate, hsm: string): void {
  const [name, ...domain] = certificate.commonName.toLowerCase().split(".");
  const isAzures = domain.length === 0 || domain[0] === "managedhsm";
  if (name !== hsm.toLowerCase() || !isAzures) throw fault("E-XK-WRONG-HSM");
}

/** An object in JSON begins with a brace, PEM with a dash. */
const isAnswer = (bytes: Uint8Array): boolean => bytes[0] === 0x7b;

function certificateIn(jwk: JsonObject): Uint8Array {
  if (jwk["kty"] !== "RSA") throw fault("E-XK-USE");
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

function readOrUse(der: Uint8Array): Certificate {
  try {
    return readCertificateDer(der);
  } catch (error) {
    if (isFault(error) && error.code === "E-CERT-KEYSIZE") throw fault("E-XK-USE");
    throw error;
  }
}
