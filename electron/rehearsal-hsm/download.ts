// Activation: the security domain is given out once, then confirmed (docs/azure-protocol.md 2).
import {
  equal,
  fromBase64,
  fromBase64Url,
  fromHex,
  isArray,
  isFault,
  isObject,
  checkOfficers,
  readCertificateDer,
  readJson,
  sha1,
  sha256Hex,
  toBase64Url,
  type Certificate,
  type Json,
} from "../../crypto/index.ts";
import {
  accepted,
  badParameter,
  conflict,
  notFound,
  polled,
  type Answer,
  type Call,
} from "./answer.ts";
import { makeDomain, wrapDomain } from "./domain.ts";
import { makeKeys } from "./keys.ts";
import type { Machine } from "./machine.ts";
import { begin } from "./operation.ts";
import { isActivating } from "./state.ts";

/** Recorded sentences, for download and upload. */
export const ACTIVE = "The resource is active.";
const CONFIRMING = "The Security Domain is being confirmed.";

/**
 * POST securitydomain/download. On a new HSM it makes the domain, and the HSM becomes active when
 * that is confirmed. On an active one it encrypts the same domain for new officers; the HSM stays
 * active. A new HSM outside a subscription begins with Contoso's three keys, so that there is
 * something to lose.
 */
export function postDownload(machine: Machine, call: Call): Answer {
  const { state, random, pendingMs } = machine;
  if (isActivating(state)) return conflict("The HSM is already being activated.");
  const request = judge(call.body);
  if ("status" in request) return request;
  const domain = state.domain ?? makeDomain(random);
  const isNew = !state.activated && machine.makesKeys;
  const keys = isNew ? makeKeys(Math.floor(machine.now() / 1000), random) : state.keys;
  const value = wrapDomain(domain, request.officers, request.required, random);
  machine.commit({
    ...state,
    domain,
    keys,
    download: begin(machine.now(), pendingMs),
    // An HSM with a domain of its own accepts no other: the exchange key is no longer of use.
    exchange: null,
  });
  return accepted({ value }, poll(call));
}

/** GET securitydomain/download/pending. Long after the end it still says Success. */
export function getDownloadStatus({ state }: Machine, call: Call): Answer {
  if (state.download === null) return notFound("No security domain was downloaded.");
  const { ended } = state.download;
  const body = ended
    ? { status: "Success", status_details: ACTIVE }
    : { status: "InProgress", status_details: CONFIRMING };
  return polled(body, poll(call), !ended);
}

const poll = ({ base }: Call): string => `${base}/securitydomain/download/pending?api-version=7.5`;

function judge(body: Uint8Array): DownloadRequest | Answer {
  try {
    return readDownloadRequest(body);
  } catch (error) {
    const isWrong = error instanceof Wrong || (isFault(error) && error.code !== "E-DOUBLE-ENTRY");
    if (!isWrong) throw error;
    return badParameter(error.message);
  }
}

export interface DownloadRequest {
  readonly officers: readonly Certificate[];
  readonly required: number;
}

/** Reported to the caller as BadParameter. */
class Wrong extends Error {}

/** The specification's default. */
const REQUIRED = 2;

/**
 * Reads the body of POST securitydomain/download (azure-protocol.md 2).
 * @throws Wrong, or Fault of a certificate, whose message says what is wrong
 */
function readDownloadRequest(body: Uint8Array): DownloadRequest {
  const reading = readJson(body);
  const request = reading.ok ? reading.value : null;
  if (!isObject(request) || !isArray(request["certificates"]))
    throw new Wrong("The body must be an object with 'certificates' and 'required'.");
  const required = request["required"] ?? REQUIRED;
  if (typeof required !== "number" || !Number.isInteger(required) || required < 2 || required > 10)
    throw new Wrong("'required' must be a whole number from 2 to 10.");
  const officers = request["certificates"].map((jwk, i) => readJwk(jwk, i + 1));
  checkOfficers(officers, required);
  return { officers, required };
}

const otherThumbprint = (n: number, member: string): Wrong =>
  new Wrong(`Certificate ${String(n)} does not have the thumbprint that '${member}' says.`);

/** `kid` is required by the specification, never sent by Microsoft's own tool, and ignored. */
function readJwk(jwk: Json, n: number): Certificate {
  if (!isObject(jwk) || jwk["kty"] !== "RSA" || (jwk["alg"] ?? "RSA-OAEP-256") !== "RSA-OAEP-256")
    throw new Wrong(`Certificate ${String(n)} must be an RSA JWK for RSA-OAEP-256.`);
  const chain = isArray(jwk["x5c"]) ? jwk["x5c"] : [];
  const [first] = chain;
  const der = chain.length === 1 && typeof first === "string" ? fromBase64(first) : 0;
  if (typeof der === "number")
    throw new Wrong(`Certificate ${String(n)} must have exactly one certificate in 'x5c'.`);
  const certificate = readCertificateDer(der);
  if (!sameNumber(jwk["n"], certificate.modulus) || !sameNumber(jwk["e"], "AQAB"))
    throw new Wrong(`Certificate ${String(n)} does not hold the key that 'n' and 'e' say.`);
  const sha256 = toBase64Url(fromHex(sha256Hex(der)) ?? new Uint8Array());
  if (jwk["x5t#S256"] !== sha256) throw otherThumbprint(n, "x5t#S256");
  if ((jwk["x5t"] ?? toBase64Url(sha1(der))) !== toBase64Url(sha1(der)))
    throw otherThumbprint(n, "x5t");
  return certificate;
}

/** Some writers keep a leading zero byte. */
function sameNumber(value: Json | undefined, wanted: string): boolean {
  const given = typeof value === "string" ? fromBase64Url(value) : 0;
  const own = fromBase64Url(wanted);
  if (typeof given === "number" || typeof own === "number") return false;
  return equal(withoutZeros(given), own);
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 ? new Uint8Array() : bytes.subarray(start);
}
