// `sd restore-blob`: the same flags and meaning as az keyvault security-domain restore-blob,
// stricter.
import {
  ACCEPTABLE,
  domainTooLarge,
  exchangeKeyDer,
  isFault,
  judgeAttestation,
  judgeRestoreBlob,
  judgeTime,
  readCertificate,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
  shareFor,
  untrusted,
  utf8,
  type Certificate,
  type SecurityDomain,
  type Warning,
} from "../../crypto/index.ts";
import {
  checkKnownAnswer,
  isProtected,
  judgeQuorum,
  makeRestoreBlob,
  openKeyFile,
  openShare,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import { need, usage, type Flags, type Given } from "./arguments.ts";
import { rootFlag, rootOf } from "./attest-exchange-key.ts";
import { judgeFree, readInput, writeOutput } from "./files.ts";
import type { Outcome, Voice } from "./outcome.ts";
import { passphraseSource, type AskPassphrase } from "./passphrases.ts";
import { spoken } from "./spoken.ts";

export const RESTORE_BLOB_FLAGS: Flags = {
  "--sd-file": "one",
  "--sd-exchange-key": "one",
  "--sd-wrapping-keys": "many",
  "--sd-file-restore-blob": "one",
  "--passphrase-file": "one",
  "--passwords": "many",
  "--accept": "many",
  ...rootFlag(),
};

/** One officer's files as given. `n` counts from 1. */
interface OfficerFiles {
  readonly n: number;
  readonly thumbprint: string;
  readonly key: Uint8Array;
  readonly certificate: Certificate;
}

const NOT_ATTESTED: Warning = {
  code: "W-XK-NOT-ATTESTED",
  message:
    "The exchange key is not attested: compare its thumbprint with the HSM's by another way.",
};
const WRONG_PASSPHRASE_MS = 1000;

/**
 * Makes the blob file. `warn` is told of what does not stop the work.
 * @throws Fault E-USAGE, E-FILE-*, E-SD-*, E-XK-*, E-CERT-*, E-KEY-*, E-QUORUM-*, E-JWE-*,
 *   E-SHARE-*
 */
export async function restoreBlob(
  given: Given,
  { warn }: Pick<Voice, "warn">,
): Promise<Outcome> {
  checkKnownAnswer();
  const out = need(given, "--sd-file-restore-blob");
  const [domainPath, exchangePath] = [need(given, "--sd-file"), need(given, "--sd-exchange-key")];
  const accepted = acceptedCodes(given);
  const keyPaths = given.values.get("--sd-wrapping-keys") ?? [];
  if (keyPaths.length === 0) throw usage("The flag --sd-wrapping-keys is needed.");
  const { ask, warnings } = passphraseSource(given);
  warnings.forEach(warn);
  judgeFree(out, "--sd-file-restore-blob");
  const domain = readSecurityDomain(
    readInput(domainPath, "--sd-file", undefined, domainTooLarge()), accepted,
  );
  inSpiteOf(domain.overruled, "The security domain").forEach(warn);
  const exchange = readExchange(
    readInput(exchangePath, "--sd-exchange-key"), rootOf(given), accepted, warn);
  const officers = keyPaths.map((path, i) => readOfficer(path, i + 1, accepted));
  for (const { certificate, n } of officers)
    oddities(certificate, `The certificate of key ${String(n)}`).forEach(warn);
  judgeQuorum(domain.required, officers);
  for (const { certificate, n } of officers) shareFor(domain, certificate, n);
  const shares: OfficerShare[] = [];
  for (const officer of officers) shares.push(await openOfficerShare(domain, officer, ask, warn));
  const blob = makeRestoreBlob(domain, shares, exchange);
  judgeRestoreBlob(readRestoreBlob(utf8(blob)), exchange, domain);
  writeOutput(out, "--sd-file-restore-blob", blob);
  return {
    text: `The restore blob is written, for the exchange key ${exchange.thumbprint}.`,
    data: { exchange: spoken(exchange.thumbprint), domain: spoken(domain.sha256) },
  };
}

/** The exchange key, with its quote judged. @throws Fault E-XK-*, E-CERT-* */
function readExchange(
  bytes: Uint8Array, root: string, accepted: readonly string[], warn: (warning: Warning) => void,
): Certificate {
  const exchange = readExchangeKey(bytes, accepted);
  oddities(exchange, "The exchange key").forEach(warn);
  const attestation = judgeAttestation(exchangeKeyDer(bytes), root, accepted);
  const refusal = untrusted(attestation);
  if (refusal !== null) throw refusal;
  if (attestation.verdict === "not-attested") warn(NOT_ATTESTED);
  return exchange;
}

/** `NAME.key` has its certificate `NAME.cer` beside it, as az wants it. */
function readOfficer(path: string, n: number, accepted: readonly string[]): OfficerFiles {
  const flag = `--sd-wrapping-keys (key ${String(n)})`;
  const key = readInput(path, flag);
  const certificatePath = `${path.replace(/\.[^./\\]*$/, "")}.cer`;
  const certificate = readCertificate(
    readInput(certificatePath, `the certificate beside key ${String(n)}`), accepted,
  );
  return { n, thumbprint: certificate.thumbprint, key, certificate };
}

/** The codes of --accept, each of which can be accepted. @throws Fault E-USAGE */
function acceptedCodes(given: Given): readonly string[] {
  const codes = given.values.get("--accept") ?? [];
  if (codes.some((code) => !ACCEPTABLE.includes(code)))
    throw usage(`The flag --accept takes these codes and no others: ${ACCEPTABLE.join(", ")}.`);
  return codes;
}

/** What of a certificate does not stop the work and must be said. */
const oddities = (certificate: Certificate, whose: string): readonly Warning[] => [
  ...inSpiteOf(certificate.overruled, whose),
  ...judgeTime(certificate, new Date())
    .map(({ code, message }) => ({ code, message: `${whose}: ${message}` })),
];

/** One warning for each refusal that was overruled; the blob is made of what is known alone. */
const inSpiteOf = (codes: readonly string[], what: string): readonly Warning[] =>
  codes.map((code) => ({
    code: "W-ACCEPTED",
    message: `${what} was read in spite of ${code}; what is not known of it stays behind.`,
  }));

async function openOfficerShare(
  domain: SecurityDomain,
  { n, key, certificate }: OfficerFiles,
  ask: AskPassphrase,
  warn: (warning: Warning) => void,
): Promise<OfficerShare> {
  const passphrase = isProtected(key) ? await ask(n) : "";
  try {
    const opened = openKeyFile(key, certificate, passphrase, n);
    for (const { code, message } of opened.warnings)
      warn({ code, message: `Key ${String(n)}: ${message}` });
    return openShare(domain, opened, certificate, n);
  } catch (error) {
    if (isFault(error) && error.code === "E-KEY-PASSPHRASE") await slowly();
    throw error;
  }
}

/** Guessing stays slow: a wrong passphrase costs a second. */
const slowly = () => new Promise((resolve) => setTimeout(resolve, WRONG_PASSPHRASE_MS));
