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
import { need, usage, type Flags, type Given } from "./arguments.ts";
import { judgeFree, readInput, writeOutput } from "./files.ts";
import { readOfficer } from "./officer-files.ts";
import { openShares } from "./openings.ts";
import { passphraseSource } from "./passphrases.ts";

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
 * Makes the blob file. `warn` is told of what does not stop the work.
 * @throws Fault E-USAGE, E-FILE-*, E-SD-*, E-XK-*, E-CERT-*, E-KEY-*, E-QUORUM-*, E-JWE-*,
 *   E-SHARE-*
 */
export async function restoreBlob(
  given: Given,
  warn: (warning: Warning) => void,
): Promise<string> {
  checkKnownAnswer();
  const out = need(given, "--sd-file-restore-blob");
  const [domainPath, exchangePath] = [need(given, "--sd-file"), need(given, "--sd-exchange-key")];
  const keyPaths = given.values.get("--sd-wrapping-keys") ?? [];
  if (keyPaths.length === 0) throw usage("The flag --sd-wrapping-keys is needed.");
  const { ask, warnings } = passphraseSource(given);
  warnings.forEach(warn);
  judgeFree(out, "--sd-file-restore-blob");
  const domain = readSecurityDomain(
    readInput(domainPath, "--sd-file", undefined, domainTooLarge()),
  );
  const exchange = readExchangeKey(readInput(exchangePath, "--sd-exchange-key"));
  warn(NOT_ATTESTED);
  const officers = keyPaths.map((path, i) => readOfficer(path, i + 1));
  judgeQuorum(domain.required, officers);
  for (const { certificate, n } of officers) shareFor(domain, certificate, n);
  const shares = await openShares(domain, officers, ask, warn);
  const blob = makeRestoreBlob(domain, shares, exchange);
  judgeRestoreBlob(readRestoreBlob(utf8(blob)), exchange, domain);
  writeOutput(out, "--sd-file-restore-blob", blob);
  return `The restore blob is written, for the exchange key ${exchange.thumbprint}.`;
}
