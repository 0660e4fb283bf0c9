// The answer in which a Managed HSM attests a key: as REST gives it, as az writes it, or cut out by hand.
import { fromBase64, fromBase64Url } from "./base64.ts";
import { utf8Text } from "./bytes.ts";
import { fault } from "./faults.ts";
import { isObject, readJson, type Json, type JsonObject } from "./json.ts";

const BYTES_MAX = 65_536;
const FORM = "MRVL-1";

/** Its parts, not verified. */
export interface KeyAnswer {
  /** The certificates, in PEM. */
  readonly pem: string;
  /** The statements of the private half, and of the public half if there is one. */
  readonly halves: readonly Uint8Array[];
  /** The key beside them, which is not signed. */
  readonly key: ShownKey | null;
}

/** A key as Azure shows it: nothing of it is signed. */
export interface ShownKey {
  readonly kid: string;
  readonly kty: string;
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/**
 * Reads `{attributes: {attestation}, key}`, `{attestation}`, or the attestation alone.
 * @param answer a file, or what was read from one
 * @throws Fault E-KA-SHAPE for another file
 */
export function readKeyAnswer(answer: Uint8Array | JsonObject): KeyAnswer {
  const top = answer instanceof Uint8Array ? objectIn(answer) : answer;
  const attributes = top["attributes"];
  const outer = isObject(attributes) ? attributes["attestation"] : top["attestation"];
  const attestation = outer === undefined ? top : outer;
  if (!isObject(attestation) || attestation["version"] !== FORM) throw fault("E-KA-SHAPE");
  const pem = utf8Text(partOf(attestation["certificatePemFile"]));
  if (pem === null) throw fault("E-KA-SHAPE");
  const publicHalf = attestation["publicKeyAttestation"] ?? null;
  const halves = [attestation["privateKeyAttestation"], publicHalf].filter((one) => one !== null);
  const key = top["key"];
  return { pem, halves: halves.map(partOf), key: key === undefined ? null : shownKeyOf(key) };
}

/** What `az keyvault key show` prints, or REST answers. @throws Fault E-KA-SHAPE */
export const readShownKey = (bytes: Uint8Array): ShownKey => shownKeyOf(objectIn(bytes)["key"]);

function shownKeyOf(key: Json | undefined): ShownKey {
  if (!isObject(key)) throw fault("E-KA-SHAPE");
  const { kid, kty, n, e } = key;
  if (typeof kid !== "string" || typeof kty !== "string") throw fault("E-KA-SHAPE");
  return { kid, kty, modulus: numberIn(n), exponent: numberIn(e) };
}

/** Keys of other kinds have no modulus: az prints null. */
const numberIn = (value: Json | undefined): Uint8Array => partOf(value ?? "");

function objectIn(bytes: Uint8Array): JsonObject {
  const reading = bytes.length > BYTES_MAX ? null : readJson(bytes);
  if (!reading?.ok || !isObject(reading.value)) throw fault("E-KA-SHAPE");
  return reading.value;
}

/** Base64url without padding (REST), or base64 with it (az): one alphabet, one spelling. */
function partOf(value: Json | undefined): Uint8Array {
  if (typeof value !== "string" || value.length > BYTES_MAX) throw fault("E-KA-SHAPE");
  const bytes = /[+/=]/.test(value) ? fromBase64(value) : fromBase64Url(value);
  if (typeof bytes === "number") throw fault("E-KA-SHAPE");
  return bytes;
}
