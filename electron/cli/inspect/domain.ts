// What is told about the HSM's data as Azure gives it and takes it: download request, answer,
// domain, restore blob.
import {
  fromBase64,
  fromHex,
  isArray,
  isObject,
  readCertificateDer,
  readJson,
  readRestoreBlob,
  readSecurityDomain,
  toBase64Url,
  utf8,
  type Certificate,
  type Json,
  type SecurityDomain,
} from "../../../crypto/index.ts";
import { readAnswer } from "../../hsm/download.ts";
import { fault } from "../faults.ts";
import { shown, spoken, wordsOf } from "../shown.ts";
import { shownName } from "./certificate.ts";
import type { Facts } from "./facts.ts";

/** @throws Fault E-SD-*, E-JWE-*, E-KIND */
export function domainFacts(bytes: Uint8Array): Facts {
  const domain = readSecurityDomain(bytes);
  return { title: "a security domain", lines: linesOf(domain), data: dataOf(domain) };
}

/** The answer of the download as it came; `domain` is the text in it. @throws as `domainFacts` */
export function answerFacts(bytes: Uint8Array): Facts {
  const domain = readSecurityDomain(utf8(readAnswer(bytes)));
  return {
    title: "the HSM's answer to a download, with a security domain in it",
    lines: [
      `The security domain in it: ${domain.sha256}`,
      `In words: ${wordsOf(domain.sha256)}`,
      ...linesOf(domain),
    ],
    data: { domain: { sha256: spoken(domain.sha256), ...dataOf(domain) } },
  };
}

/** @throws Fault E-BLOB-* */
export function blobFacts(bytes: Uint8Array): Facts {
  const { exchangeThumbprint, entries } = readRestoreBlob(bytes);
  const tags = entries.map(({ tag }) => shown(tag));
  return {
    title: "a restore blob",
    lines: [
      `Made for the exchange key: ${exchangeThumbprint}`,
      `In words: ${wordsOf(exchangeThumbprint)}`,
      `Entries: ${tags.join(", ")}`,
    ],
    data: { exchange: spoken(exchangeThumbprint), entries: tags },
  };
}

/** What is told of a domain, as lines. */
export const linesOf = ({ required, shares, entries }: SecurityDomain): readonly string[] => [
  `Quorum: ${String(required)} of ${String(shares.length)}`,
  ...shares.map(
    ({ thumbprint }, i) =>
      `  share ${String(i + 1)}, for the certificate ${thumbprint}\n    ${wordsOf(thumbprint)}`,
  ),
  `Entries: ${entries.map(({ tag }) => shown(tag)).join(", ")}`,
];

/** The same as data. */
export function dataOf({ required, shares, entries }: SecurityDomain) {
  return {
    required,
    shares: shares.map(({ thumbprint }) => spoken(thumbprint)),
    entries: entries.map(({ tag }) => shown(tag)),
  };
}

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

/** The certificate in a JWK, which must agree with what the JWK says of it. */
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
