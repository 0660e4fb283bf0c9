// `sd restore-blob`: the same flags and meaning as az keyvault security-domain restore-blob,
// stricter.
import {
  ACCEPTABLE,
  domainTooLarge,
  exchangeKeyDer,
  checkAttestation,
  checkRestoreBlob,
  checkTime,
  INTEL_ROOT,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
  sha256Hex,
  untrusted,
  utf8,
  type Certificate,
  type Warning,
} from "../../../crypto/index.ts";
import { makeRestoreBlob } from "../../../crypto/secret-half.ts";
import { need, usage, type Given } from "../shared/arguments.ts";
import { rootOf } from "./attest-exchange-key.ts";
import {
  claimsOf,
  confirmExchange,
  exchangeData,
  NOBODY_CONFIRMED,
  reportLines,
  unconfirmed,
  UNCONFIRMED_CODE,
  type ReadExchange,
} from "./exchange-confirmed.ts";
import { fault } from "../shared/faults.ts";
import { checkFree, readInput, writeOutput } from "../shared/files.ts";
import { keyPathsOf, readOfficer, triesEveryShare } from "../shared/officer-files.ts";
import { checkBeforeTyping, openShares, type OpenedShare } from "../shared/openings.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { passphraseSource } from "../shared/passphrases.ts";
import { spoken } from "../shared/spoken.ts";
import { checkNoticeFree, writeWithNotice } from "./unverified-notice.ts";

/** The warning for an exchange key without proof of its maker. */
export const NOT_ATTESTED: Warning = {
  code: "W-XK-NOT-ATTESTED",
  message:
    "The exchange key is not attested: compare its thumbprint with the HSM's in another way.",
};

const OUT = "--sd-file-restore-blob";
/** Organization of every certificate of a rehearsal. */
const REHEARSAL = "REHEARSAL";

/**
 * Makes the blob file. The exchange key is confirmed before any key is opened; if it is unconfirmed
 * and nobody can be asked, the outcome has exit code 3 and nothing is written.
 * @throws Fault E-USAGE, E-WORDS, E-FILE-*, E-SD-*, E-XK-*, E-CERT-*, E-KEY-*, E-QUORUM-*, E-JWE-*,
 * E-SHARE-*, E-PASS-*
 */
export async function restoreBlob(given: Given, { warn }: Pick<Voice, "warn">): Promise<Outcome> {
  const out = need(given, OUT);
  const [domainPath, exchangePath] = [need(given, "--sd-file"), need(given, "--sd-exchange-key")];
  const accepted = acceptedCodes(given);
  const claims = claimsOf(given);
  const keyPaths = keyPathsOf(given);
  const { ask, warnings } = passphraseSource(given);
  warnings.forEach(warn);
  checkFree(out, OUT);
  if (claims.isUnverified) checkNoticeFree(out, OUT);
  const domain = readSecurityDomain(
    readInput(domainPath, "--sd-file", undefined, domainTooLarge),
    accepted,
  );
  warningsOf(domain.overruled, "The security domain").forEach(warn);
  const root = rootOf(given, warn);
  const exchange = readExchange(readInput(exchangePath, "--sd-exchange-key"), root, accepted, warn);
  const { certificate } = exchange;
  const triesEvery = triesEveryShare(given);
  const officers = keyPaths.map((path, i) => readOfficer(path, i + 1, accepted, triesEvery));
  for (const { certificate: one, n } of officers)
    if (one !== null) oddities(one, `The certificate of key ${String(n)}`).forEach(warn);
  checkBeforeTyping(domain, officers, triesEvery);
  checkRehearsal(
    certificate,
    officers.flatMap((officer) => officer.certificate ?? []),
  );
  const confirmedBy = await confirmExchange(exchange, claims);
  if (confirmedBy === null) return { ...unconfirmed(exchange, claims), code: UNCONFIRMED_CODE };
  if (confirmedBy.length === 0) warn(NOBODY_CONFIRMED);
  const shares = await openShares(domain, officers, ask, warn, triesEvery);
  // The certificate in a protected PKCS #12 file is known only now; a lost one, never.
  checkRehearsal(
    certificate,
    shares.map((share) => share.certificate),
  );
  if (isMixed(certificate, shares)) warn(REHEARSED_OFFICERS);
  const blob = utf8(makeRestoreBlob(domain, shares, certificate));
  checkRestoreBlob(readRestoreBlob(blob), certificate, domain);
  const report = reportLines(exchange, confirmedBy, sha256Hex(blob));
  if (confirmedBy.length === 0) writeWithNotice(out, OUT, blob, report);
  else writeOutput(out, OUT, blob);
  return {
    text: [
      ...report,
      `The restore blob is written, for the exchange key ${certificate.thumbprint}.`,
    ].join("\n"),
    data: {
      ...exchangeData(certificate, exchange.attestation),
      domain: spoken(domain.sha256),
      blob: spoken(sha256Hex(blob)),
      confirmedBy: [...confirmedBy],
      unverified: confirmedBy.length === 0,
    },
  };
}

/** The exchange key, with its quote checked. @throws Fault E-XK-*, E-CERT-* */
function readExchange(
  bytes: Uint8Array,
  root: string,
  accepted: readonly string[],
  warn: (warning: Warning) => void,
): ReadExchange {
  const certificate = readExchangeKey(bytes, accepted);
  oddities(certificate, "The exchange key").forEach(warn);
  const isRehearsal = root !== INTEL_ROOT;
  if (isRehearsal && certificate.organization !== REHEARSAL) throw fault("E-XK-ROOT");
  const attestation = checkAttestation(exchangeKeyDer(bytes), root, accepted);
  const refusal = untrusted(attestation);
  if (refusal !== null) throw refusal;
  if (attestation.verdict === "not-attested") warn(NOT_ATTESTED);
  return { certificate, attestation, isRehearsal };
}

/**
 * A rehearsal's HSM stores its keys in the clear: only a rehearsal's domain may be encrypted for
 * one, as the officers' certificates show, not a flag.
 * @param officers null for a lost certificate: it could be any officer's
 * @throws Fault E-XK-REHEARSAL
 */
function checkRehearsal(exchange: Certificate, officers: readonly (Certificate | null)[]): void {
  if (exchange.organization !== REHEARSAL) return;
  if (officers.some((one) => one?.organization !== REHEARSAL)) throw fault("E-XK-REHEARSAL");
}

/** Officers of a rehearsal, and an exchange key of none. */
const isMixed = (exchange: Certificate, shares: readonly OpenedShare[]): boolean =>
  exchange.organization !== REHEARSAL
  && shares.some(({ certificate }) => certificate?.organization === REHEARSAL);

const REHEARSED_OFFICERS: Warning = {
  code: "W-CERT-REHEARSAL",
  message:
    "The officers' keys were made in a rehearsal, and the exchange key was not: never upload this "
    + "blob to an HSM in earnest.",
};

/**
 * The codes of --accept: the recovery continues despite these refusals, none of them about
 * cryptography.
 * @throws Fault E-USAGE
 */
function acceptedCodes(given: Given): readonly string[] {
  const codes = given.values.get("--accept") ?? [];
  if (codes.some((code) => !ACCEPTABLE.includes(code)))
    throw usage(`The flag --accept takes these codes and no others: ${ACCEPTABLE.join(", ")}.`);
  return codes;
}

/** Warnings about a certificate that do not stop the work. */
const oddities = (certificate: Certificate, whose: string): readonly Warning[] => [
  ...warningsOf(certificate.overruled, whose),
  ...checkTime(certificate, new Date()).map(({ code, message }) => ({
    code,
    message: `${whose}: ${message}`,
  })),
];

/** One warning for each overruled refusal; the blob is made only of what is known. */
const warningsOf = (codes: readonly string[], what: string): readonly Warning[] =>
  codes.map((code) => ({
    code: "W-ACCEPTED",
    message: `${what} was read despite ${code}; anything unknown in it is left out.`,
  }));
