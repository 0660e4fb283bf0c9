// `sd restore-blob`: the same flags and meaning as az keyvault security-domain restore-blob,
// stricter.
import {
  ACCEPTABLE,
  domainTooLarge,
  exchangeKeyDer,
  checkAttestation,
  checkRestoreBlob,
  checkTime,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
  untrusted,
  utf8,
  type Certificate,
  type Warning,
} from "../../crypto/index.ts";
import { makeRestoreBlob } from "../../crypto/secret-half.ts";
import { need, usage, type Given } from "./arguments.ts";
import { rootOf } from "./attest-exchange-key.ts";
import { checkFree, readInput, writeOutput } from "./files.ts";
import { keyPathsOf, readOfficer, triesEveryShare } from "./officer-files.ts";
import { openShares } from "./openings.ts";
import type { Outcome, Voice } from "./outcome.ts";
import { passphraseSource } from "./passphrases.ts";
import { spoken } from "./shown.ts";

/** Said where an exchange key has no proof of its maker. */
export const NOT_ATTESTED: Warning = {
  code: "W-XK-NOT-ATTESTED",
  message:
    "The exchange key is not attested: compare its thumbprint with the HSM's in another way.",
};

/**
 * Makes the blob file.
 * @throws Fault E-USAGE, E-FILE-*, E-SD-*, E-XK-*, E-CERT-*, E-KEY-*, E-QUORUM-*, E-JWE-*,
 *   E-SHARE-*
 */
export async function restoreBlob(given: Given, { warn }: Pick<Voice, "warn">): Promise<Outcome> {
  const out = need(given, "--sd-file-restore-blob");
  const [domainPath, exchangePath] = [need(given, "--sd-file"), need(given, "--sd-exchange-key")];
  const accepted = acceptedCodes(given);
  const keyPaths = keyPathsOf(given);
  const { ask, warnings } = passphraseSource(given);
  warnings.forEach(warn);
  checkFree(out, "--sd-file-restore-blob");
  const domain = readSecurityDomain(
    readInput(domainPath, "--sd-file", undefined, domainTooLarge),
    accepted,
  );
  inSpiteOf(domain.overruled, "The security domain").forEach(warn);
  const exchange = readExchange(
    readInput(exchangePath, "--sd-exchange-key"),
    rootOf(given, warn),
    accepted,
    warn,
  );
  const triesEvery = triesEveryShare(given);
  const officers = keyPaths.map((path, i) => readOfficer(path, i + 1, accepted, triesEvery));
  for (const { certificate, n } of officers)
    if (certificate !== null)
      oddities(certificate, `The certificate of key ${String(n)}`).forEach(warn);
  const shares = await openShares(domain, officers, ask, warn, triesEvery);
  const blob = makeRestoreBlob(domain, shares, exchange);
  checkRestoreBlob(readRestoreBlob(utf8(blob)), exchange, domain);
  writeOutput(out, "--sd-file-restore-blob", utf8(blob));
  return {
    text: `The restore blob is written, for the exchange key ${exchange.thumbprint}.`,
    data: { exchange: spoken(exchange.thumbprint), domain: spoken(domain.sha256) },
  };
}

/** The exchange key, with its quote checked. @throws Fault E-XK-*, E-CERT-* */
function readExchange(
  bytes: Uint8Array,
  root: string,
  accepted: readonly string[],
  warn: (warning: Warning) => void,
): Certificate {
  const exchange = readExchangeKey(bytes, accepted);
  oddities(exchange, "The exchange key").forEach(warn);
  const attestation = checkAttestation(exchangeKeyDer(bytes), root, accepted);
  const refusal = untrusted(attestation);
  if (refusal !== null) throw refusal;
  if (attestation.verdict === "not-attested") warn(NOT_ATTESTED);
  return exchange;
}

/**
 * The codes of --accept: the recovery continues in spite of these refusals, none of which is about
 * cryptography. @throws Fault E-USAGE
 */
function acceptedCodes(given: Given): readonly string[] {
  const codes = given.values.get("--accept") ?? [];
  if (codes.some((code) => !ACCEPTABLE.includes(code)))
    throw usage(`The flag --accept takes these codes and no others: ${ACCEPTABLE.join(", ")}.`);
  return codes;
}

/** What of a certificate does not stop the work and must be said. */
const oddities = (certificate: Certificate, whose: string): readonly Warning[] => [
  ...inSpiteOf(certificate.overruled, whose),
  ...checkTime(certificate, new Date()).map(({ code, message }) => ({
    code,
    message: `${whose}: ${message}`,
  })),
];

/** One warning for each refusal that was overruled; the blob is made of what is known alone. */
const inSpiteOf = (codes: readonly string[], what: string): readonly Warning[] =>
  codes.map((code) => ({
    code: "W-ACCEPTED",
    message: `${what} was read despite ${code}; anything unknown in it is left out.`,
  }));
