// What a download asks for: the officers' certificates and the quorum, judged as Azure would.
import {
  equal, faultTable, fromBase64, fromBase64Url, fromHex, isArray, isObject, judgeOfficers,
  readCertificateDer, readJson, sha1, sha256Hex, toBase64Url, type Certificate, type Json,
} from "../../crypto/index.ts";

export interface DownloadRequest {
  readonly officers: readonly Certificate[];
  readonly required: number;
}

/** Their sentences go to the caller as BadParameter; the codes are only for this room. */
const wrong = faultTable({
  "E-RHSM-BODY": ["The body must be an object with 'certificates' and 'required'.", ""],
  "E-RHSM-REQUIRED": ["'required' must be a whole number from 2 to 10.", ""],
  "E-RHSM-JWK": ["Certificate {n} must be an RSA JWK for RSA-OAEP-256.", ""],
  "E-RHSM-CHAIN": ["Certificate {n} must have exactly one certificate in 'x5c'.", ""],
  "E-RHSM-NUMBER": ["Certificate {n} does not contain the key given by 'n' and 'e'.", ""],
  "E-RHSM-THUMBPRINT": ["Certificate {n} does not have the thumbprint given by {member}.", ""],
});

/** By the specification, where the member is left out. */
const REQUIRED = 2;

/**
 * Reads the body of POST securitydomain/download (docs/azure-protocol.md 2).
 * @throws Fault whose message says what is wrong
 */
export function readDownloadRequest(body: Uint8Array): DownloadRequest {
  const reading = readJson(body);
  const request = reading.ok ? reading.value : null;
  if (!isObject(request) || !isArray(request["certificates"])) throw wrong("E-RHSM-BODY");
  const required = request["required"] ?? REQUIRED;
  if (typeof required !== "number" || !Number.isInteger(required) || required < 2 || required > 10)
    throw wrong("E-RHSM-REQUIRED");
  const officers = request["certificates"].map((jwk, i) => readJwk(jwk, i + 1));
  judgeOfficers(officers, required);
  return { officers, required };
}

/** `kid` is required by the specification, never sent by Microsoft's own tool, and not read. */
function readJwk(jwk: Json, n: number): Certificate {
  if (!isObject(jwk) || jwk["kty"] !== "RSA" || (jwk["alg"] ?? "RSA-OAEP-256") !== "RSA-OAEP-256")
    throw wrong("E-RHSM-JWK", { n });
  const chain = isArray(jwk["x5c"]) ? jwk["x5c"] : [];
  const [first] = chain;
  const der = chain.length === 1 && typeof first === "string" ? fromBase64(first) : 0;
  if (typeof der === "number") throw wrong("E-RHSM-CHAIN", { n });
  const certificate = readCertificateDer(der);
  if (!sameNumber(jwk["n"], certificate.modulus) || !sameNumber(jwk["e"], "AQAB"))
    throw wrong("E-RHSM-NUMBER", { n });
  const sha256 = toBase64Url(fromHex(sha256Hex(der)) ?? new Uint8Array());
  if (jwk["x5t#S256"] !== sha256) throw wrong("E-RHSM-THUMBPRINT", { n, member: "'x5t#S256'" });
  if ((jwk["x5t"] ?? toBase64Url(sha1(der))) !== toBase64Url(sha1(der)))
    throw wrong("E-RHSM-THUMBPRINT", { n, member: "'x5t'" });
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
