// The facts of the HSM's data in Azure's forms: answer, domain, restore blob.
import {
  readRestoreBlob,
  readSecurityDomain,
  utf8,
  type SecurityDomain,
} from "../../../crypto/index.ts";
import { readAnswer } from "../../hsm/download.ts";
import { shown } from "../shared/shown.ts";
import { spoken, wordsOf } from "../shared/spoken.ts";
import type { Facts } from "./facts.ts";

/** @throws Fault E-SD-*, E-JWE-*, E-KIND */
export function domainFacts(bytes: Uint8Array): Facts {
  const domain = readSecurityDomain(bytes);
  return { title: "a security domain", lines: linesOf(domain), data: dataOf(domain) };
}

/** The download's unchanged answer; `domain` is the text in it. @throws as `domainFacts` */
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

/** A domain's facts, as lines. */
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
