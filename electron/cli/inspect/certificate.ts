// The facts of a certificate, and of a private key: only how it is protected, because it is not
// opened. Dates are only shown.
import {
  ACCEPTABLE,
  keyUsageOf,
  readCertificate,
  readExchangeKey,
  shareNames,
  type Certificate,
} from "../../../crypto/index.ts";
import {
  isKeyBare,
  isPkcs12,
  isPkcs12Open,
  partKeyFile,
  readProtection,
  UNPROTECTED,
} from "../../../crypto/secret-half.ts";
import { shown } from "../shared/shown.ts";
import { spoken, wordsOf } from "../shared/spoken.ts";
import { refusedElsewhere, type Facts } from "./facts.ts";

/** What a key seems to be for, by its certificate alone. */
export type Use = "exchange" | "wrapping" | "signing" | "any";

const TITLES: Readonly<Record<Use, string>> = {
  exchange: "an HSM's exchange key (a certificate)",
  wrapping: "an officer's wrapping certificate",
  signing: "an officer's signing certificate",
  any: "a certificate that does not say what its key is for",
};

/** @throws Fault E-XK-*, E-CERT-* */
export const exchangeKeyFacts = (bytes: Uint8Array): Facts =>
  certificateFacts(readExchangeKey(bytes, ACCEPTABLE), "exchange");

/** @throws Fault E-CERT-* */
export const officerFacts = (bytes: Uint8Array): Facts =>
  certificateFacts(readCertificate(bytes, ACCEPTABLE));

/** A certificate's facts; `use` is derived from its content unless the context shows it. */
function certificateFacts(certificate: Certificate, use = useOf(certificate)): Facts {
  const { thumbprint, bits, notBefore, notAfter } = certificate;
  const usage = keyUsageOf(certificate);
  const commonName = shownName(certificate.commonName);
  const organization = shownName(certificate.organization);
  const rehearsal = certificate.organization === "REHEARSAL";
  const [from, until] = [day(notBefore), day(notAfter)];
  const [, textName = ""] = shareNames(certificate);
  return {
    title: TITLES[use],
    warnings: refusedElsewhere(certificate.overruled),
    lines: [
      ...(rehearsal ? ["REHEARSAL: it protects nothing."] : []),
      `Subject: CN=${commonName}${organization === "" ? "" : `, O=${organization}`}`,
      `Thumbprint: ${thumbprint}`,
      `In words: ${wordsOf(thumbprint)}`,
      `Key: RSA, ${String(bits)} bits; usage: ${usage?.join(", ") ?? "not said"}`,
      ...(use === "wrapping" || use === "any"
        ? [`A domain that Terraform's azurerm made may name its share: ${textName}`]
        : []),
      `Valid: ${from} to ${until} (reported only; dates refuse nothing)`,
    ],
    data: {
      certificate: {
        use,
        commonName,
        organization,
        rehearsal,
        thumbprint: spoken(thumbprint),
        bits,
        keyUsage: usage,
        notBefore: from,
        notAfter: until,
      },
    },
  };
}

/** A certificate's name; its reader has escaped all but Latin letters and signs. */
export const shownName = (name: string): string => name.replaceAll(/[^\x20-\x7e]/g, shown);

/** Azure's exchange keys have their HSM's name, in 2020 this one; ours say what they are for. */
function useOf(certificate: Certificate): Use {
  if (/^transfer-key$|\.managedhsm\.[a-z0-9.-]+$/i.test(certificate.commonName)) return "exchange";
  const usage = keyUsageOf(certificate);
  if (usage?.includes("keyEncipherment") === true) return "wrapping";
  return usage?.includes("digitalSignature") === true ? "signing" : "any";
}

/** RFC 3339 in UTC; a date beyond the range of a clock is reported as such. */
const day = (date: Date): string =>
  Number.isNaN(date.getTime()) ? "no date" : `${date.toISOString().slice(0, 19)}Z`;

const OPEN_LINE = "NOT PROTECTED: there is no passphrase.";
const BARE_LINE = "NOT PROTECTED: the passphrase is for the file, and the key is not encrypted.";

/**
 * With the certificate, if that is in the same file.
 * @throws Fault E-KEY-PEM, -WEAKKDF, -KDFCOST, -DER, -P12, E-CERT-*, E-DOUBLE-ENTRY
 */
export function privateKeyFacts(bytes: Uint8Array): Facts {
  if (isPkcs12(bytes)) return pkcs12Facts(bytes);
  const { key, certificate: pem } = partKeyFile(bytes);
  const { protection, warnings } = readProtection(key);
  const certificate = pem === null ? null : certificateFacts(readCertificate(pem, ACCEPTABLE));
  return {
    title:
      certificate === null
        ? "a private key. Keep it where it belongs"
        : "a private key with its certificate. Keep it where it belongs",
    lines: [protection === null ? OPEN_LINE : told(protection), ...(certificate?.lines ?? [])],
    data: { protection: protection === null ? null : { ...protection }, ...certificate?.data },
    warnings: [...warnings, ...(certificate?.warnings ?? [])],
  };
}

/** Its certificate is encrypted as well, or may be: it is read when the key is used. */
function pkcs12Facts(bytes: Uint8Array): Facts {
  const isOpen = isPkcs12Open(bytes);
  const isExposed = isOpen || isKeyBare(bytes);
  return {
    title: "a private key, perhaps with its certificate (PKCS #12). Keep it where it belongs",
    lines: [isOpen ? OPEN_LINE : isExposed ? BARE_LINE : "Protected by a passphrase: PKCS #12."],
    data: { protection: isExposed ? null : { kdf: "PKCS #12", rounds: null, cipher: null } },
    warnings: isExposed ? [UNPROTECTED] : [],
  };
}

function told({ kdf, rounds, cipher }: { kdf: string; rounds: number | null; cipher: string }) {
  const work = rounds === null ? "" : `, ${String(rounds)} rounds`;
  return `Protected by a passphrase: ${kdf}${work}; ${cipher}.`;
}
