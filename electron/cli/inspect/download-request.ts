// The facts of a request to Azure for a security domain.
import {
  fromBase64,
  fromHex,
  isArray,
  isObject,
  readCertificateDer,
  readJson,
  toBase64Url,
  type Certificate,
  type Json,
} from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";
import { spoken, wordsOf } from "../shared/spoken.ts";
import { shownName } from "./certificate.ts";
import type { Facts } from "./facts.ts";

/** @throws Fault E-REQUEST-FORM, E-CERT-* */
export function downloadRequestFacts(bytes: Uint8Array): Facts {
  const reading = readJson(bytes);
  const request = reading.ok ? reading.value : null;
  if (!isObject(request) || !isArray(request["certificates"])) throw fault("E-REQUEST-FORM");
  const required = request["required"];
  if (typeof required !== "number" || !Number.isSafeInteger(required))
    throw fault("E-REQUEST-FORM");
  const certificates = request["certificates"].map(certificateIn);
  return {
    title: "a download request: it asks Azure for a security domain",
    lines: [
      `Quorum: ${String(required)} of ${String(certificates.length)}`,
      ...certificates.map(
        ({ commonName, thumbprint }, i) =>
          `  certificate ${String(i + 1)} (${shownName(commonName)}): ${thumbprint}\n`
          + `    ${wordsOf(thumbprint)}`,
      ),
    ],
    data: {
      required,
      certificates: certificates.map(({ commonName, thumbprint }) => ({
        commonName: shownName(commonName),
        thumbprint: spoken(thumbprint),
      })),
    },
  };
}

/** The certificate in a JWK, which must agree with the JWK. */
function certificateIn(jwk: Json): Certificate {
  const chain = isObject(jwk) ? jwk["x5c"] : undefined;
  const first = isArray(chain) ? chain[0] : undefined;
  const der = typeof first === "string" ? fromBase64(first) : 0;
  if (!isObject(jwk) || typeof der === "number") throw fault("E-REQUEST-FORM");
  const certificate = readCertificateDer(der);
  const thumbprint = toBase64Url(fromHex(certificate.thumbprint) ?? new Uint8Array());
  if (jwk["n"] !== certificate.modulus || jwk["x5t#S256"] !== thumbprint)
    throw fault("E-REQUEST-FORM");
  return certificate;
}
