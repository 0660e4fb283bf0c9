// `sd restore-blob`: the same flags and meaning as az keyvault security-domain restore-blob,
// stricter.
import {
  domainTooLarge,
  judgeRestoreBlob,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
  shareFor,
  utf8,
  type Warning,
} from "../../crypto/index.ts";
import { checkKnownAnswer, judgeQuorum, makeRestoreBlob } from "../../crypto/secret-half.ts";
import { need, type Flags, type Given } from "./arguments.ts";
import { judgeFree, readInput, writeOutput } from "./files.ts";
import { keyPathsOf, openShares, readOfficer } from "./officer-files.ts";
import type { Outcome, Voice } from "./outcome.ts";
import { passphraseSource } from "./passphrases.ts";
import { spoken } from "./spoken.ts";

export const RESTORE_BLOB_FLAGS: Flags = {
  "--sd-file": "one",
  "--sd-exchange-key": "one",
  "--sd-wrapping-keys": "many",
  "--sd-file-restore-blob": "one",
  "--passphrase-file": "one",
  "--passwords": "many",
};

const NOT_ATTESTED: Warning = {
  code: "W-XK-NOT-ATTESTED",
  message:
    "The exchange key is not attested: compare its thumbprint with the HSM's by another way.",
};

/**
 * Makes the blob file.
 * @throws Fault E-USAGE, E-FILE-*, E-SD-*, E-XK-*, E-CERT-*, E-KEY-*, E-QUORUM-*, E-JWE-*,
 *   E-SHARE-*
 */
export async function restoreBlob(
  given: Given,
  voice: Pick<Voice, "warn">,
): Promise<Outcome> {
  checkKnownAnswer();
  const out = need(given, "--sd-file-restore-blob");
  const [domainPath, exchangePath] = [need(given, "--sd-file"), need(given, "--sd-exchange-key")];
  const keyPaths = keyPathsOf(given);
  const { ask, warnings } = passphraseSource(given);
  warnings.forEach(voice.warn);
  judgeFree(out, "--sd-file-restore-blob");
  const domain = readSecurityDomain(
    readInput(domainPath, "--sd-file", undefined, domainTooLarge()),
  );
  const exchange = readExchangeKey(readInput(exchangePath, "--sd-exchange-key"));
  voice.warn(NOT_ATTESTED);
  const officers = keyPaths.map((path, i) => readOfficer(path, i + 1));
  judgeQuorum(domain.required, officers);
  for (const { certificate, n } of officers) shareFor(domain, certificate, n);
  const shares = await openShares(domain, officers, ask, voice);
  const blob = makeRestoreBlob(domain, shares, exchange);
  judgeRestoreBlob(readRestoreBlob(utf8(blob)), exchange, domain);
  writeOutput(out, "--sd-file-restore-blob", blob);
  return {
    text: `The restore blob is written, for the exchange key ${exchange.thumbprint}.`,
    data: { exchange: spoken(exchange.thumbprint), domain: spoken(domain.sha256) },
  };
}
