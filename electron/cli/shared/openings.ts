// Officers' openings on the command line: passphrases are asked for one after the other, then all
// keys are unlocked in parallel, and each officer's share is found and opened.
// The slow part is deriving the passphrase, in node's thread pool, one thread per key. A worker
// thread of this program for each opening was measured: its start costs more than it saves.
import {
  isFault,
  shareNamedBy,
  unknownCertificate,
  type Certificate,
  type FoundBy,
  type FoundShare,
  type SecurityDomain,
  type Warning,
} from "../../../crypto/index.ts";
import {
  checkPair,
  checkQuorum,
  openFound,
  shareOpenedBy,
  tryEngines,
  wipe,
  type OpenedKeyFile,
  type OfficerShare,
  type PrivateKey,
} from "../../../crypto/secret-half.ts";
import { checkNamed, type OfficerFiles } from "./officer-files.ts";
import type { AskPassphrase } from "./passphrases.ts";

const WRONG_PASSPHRASE_MS = 1000;

/** A share that key `key` opened; `n` is its place in the domain, from 1. */
export interface OpenedShare extends OfficerShare {
  readonly key: number;
  readonly by: FoundBy;
  /** Null if it is lost. */
  readonly certificate: Certificate | null;
}

interface Opened {
  readonly share: OpenedShare;
  readonly warnings: readonly Warning[];
}

/** What all openings share. */
interface Opening {
  readonly domain: SecurityDomain;
  readonly files: readonly OfficerFiles[];
  readonly triesEvery: boolean;
}

/**
 * Reports everything possible before anyone types.
 * @param triesEvery as for `openShares`
 * @throws Fault E-QUORUM-*, E-CERT-UNKNOWN
 */
export function checkBeforeTyping(
  domain: SecurityDomain,
  files: readonly OfficerFiles[],
  triesEvery: boolean,
): void {
  checkQuorum(
    domain.required,
    files.map(({ n, certificate }) => ({ n, thumbprint: certificate?.thumbprint ?? `key ${n}` })),
  );
  if (!triesEvery) checkNamed(domain, files);
}

/**
 * Opens every officer's share. A key's place among those given is not an officer's number: a fault
 * of a share names the same officer in whatever order the keys come. The first refusal in the order
 * of the keys is thrown; a fault of a key names the key, one of a share the officer.
 * @param ask gives a protected key's passphrase; asked for one key after the other
 * @param warn gets each key's warnings, in the order of the keys
 * @param triesEvery a key after whose certificate no share is named is tried on all of them
 * @returns the shares in the officers' order
 * @throws Fault E-QUORUM-*, E-KEY-*, E-CERT-UNKNOWN, E-CERT-EXCHANGED, E-JWE-*, E-SHARE-*,
 * E-PASS-*, E-DOUBLE-ENTRY
 */
export async function openShares(
  domain: SecurityDomain,
  files: readonly OfficerFiles[],
  ask: AskPassphrase,
  warn: (warning: Warning) => void,
  triesEvery = false,
): Promise<readonly OpenedShare[]> {
  checkBeforeTyping(domain, files, triesEvery);
  const passphrases: string[] = [];
  for (const { n, key } of files) passphrases.push(key.isProtected ? await ask(n) : "");
  const opening = { domain, files, triesEvery };
  const openings = files.map((file, i) => openOne(opening, file, passphrases[i] ?? ""));
  // Meanwhile this thread is idle: running the engines now makes them faster afterwards.
  if (files.some(({ key }) => key.isProtected)) tryEngines();
  const shares: OpenedShare[] = [];
  for (const [i, outcome] of (await Promise.allSettled(openings)).entries()) {
    if (outcome.status === "rejected") throw await slowly(outcome.reason);
    for (const { code, message } of outcome.value.warnings)
      warn({ code, message: `Key ${String(files[i]?.n)}: ${message}` });
    shares.push(outcome.value.share);
  }
  // Two files of one key may come with two certificates, or with none.
  checkQuorum(
    domain.required,
    shares.map(({ key, thumbprint }) => ({ n: key, thumbprint })),
  );
  return shares.sort((a, b) => a.n - b.n);
}

async function openOne(opening: Opening, file: OfficerFiles, passphrase: string): Promise<Opened> {
  const opened = await file.key.open(passphrase, file.n);
  try {
    return shareOf(opening, file, opened);
  } finally {
    wipe(opened.pkcs8);
  }
}

function shareOf(
  { domain, files, triesEvery }: Opening,
  file: OfficerFiles,
  opened: OpenedKeyFile,
): Opened {
  const { n } = file;
  const certificate = file.certificate ?? opened.certificate;
  const others = files.flatMap((other) =>
    other.certificate === null ? [] : [{ n: other.n, modulus: other.certificate.modulus }],
  );
  if (certificate !== null) checkPair(opened, certificate, n, others);
  const found = findFor(domain, opened, certificate, n, triesEvery);
  const place = domain.shares.indexOf(found.share) + 1;
  const share = openFound(found.share, opened, place);
  const told = foundWarning(found.by, place, certificate);
  return {
    share: { ...share, key: n, by: found.by, certificate },
    warnings: told === null ? opened.warnings : [...opened.warnings, told],
  };
}

/** @throws Fault E-CERT-UNKNOWN, E-SHARE-NONE */
function findFor(
  domain: SecurityDomain,
  key: PrivateKey,
  certificate: Certificate | null,
  n: number,
  triesEvery: boolean,
): FoundShare {
  const named = certificate === null ? null : shareNamedBy(domain, certificate);
  if (named !== null) return named;
  if (!triesEvery) throw unknownCertificate(domain, n);
  return shareOpenedBy(domain, key, n);
}

/** How a share was found, if az would not have found it. */
function foundWarning(by: FoundBy, place: number, certificate: Certificate | null): Warning | null {
  if (by === "thumbprint") return null;
  const share = `share ${String(place)}`;
  const message =
    by === "text"
      ? `${share} is named after its certificate's base64 text, as Terraform's azurerm names it, `
        + "not after its thumbprint: az does not find it."
      : `${certificate === null ? "without a certificate" : "named by no share"}, it was tried `
        + `on every share and opened ${share}: az does not find it.`;
  return { code: "W-SHARE-FOUND", message };
}

/** Guessing stays slow: a wrong passphrase costs a second. */
async function slowly(error: unknown): Promise<unknown> {
  if (isFault(error) && error.code === "E-KEY-PASSPHRASE")
    await new Promise((done) => setTimeout(done, WRONG_PASSPHRASE_MS));
  return error;
}
