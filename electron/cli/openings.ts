// Officers' openings on the command line: passphrases are asked for one after the other, then all
// keys are unlocked side by side, and each officer's share is opened.
//
// What takes its time is the passphrase: it is derived in node's thread pool, one thread a key. A
// worker thread of this program for each opening was measured: its start costs more than it saves.
import { isFault, type SecurityDomain, type Warning } from "../../crypto/index.ts";
import {
  isProtected,
  openKeyFileAside,
  openShare,
  tryEngines,
  wipe,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import type { SeatedFiles } from "./officer-files.ts";
import type { AskPassphrase } from "./passphrases.ts";

const WRONG_PASSPHRASE_MS = 1000;

interface Opened {
  readonly share: OfficerShare;
  readonly warnings: readonly Warning[];
}

/**
 * Opens every officer's share. What is thrown is the first refusal in the order of the keys; a
 * fault of a key names the key, one of a share the officer.
 * @param ask gives a protected key's passphrase; asked for one key after the other
 * @param warn is told of each key's warnings, in the order of the keys
 * @returns the shares in the officers' order
 * @throws Fault E-KEY-*, E-CERT-EXCHANGED, E-JWE-*, E-SHARE-*, E-PASS-*, E-DOUBLE-ENTRY
 */
export async function openShares(
  domain: SecurityDomain,
  officers: readonly SeatedFiles[],
  ask: AskPassphrase,
  warn: (warning: Warning) => void,
): Promise<readonly OfficerShare[]> {
  // All keys are checked by their form before anybody types.
  const locked = officers.map(({ key }) => isProtected(key));
  const passphrases: string[] = [];
  for (const [i, { n }] of officers.entries()) passphrases.push(locked[i] ? await ask(n) : "");
  const openings = officers.map((officer, i) =>
    openOne(domain, officer, passphrases[i] ?? "", officers),
  );
  // Meanwhile this thread has nothing to do; what is tried now runs faster afterwards.
  if (locked.some(Boolean)) tryEngines();
  const shares: OfficerShare[] = [];
  for (const [i, outcome] of (await Promise.allSettled(openings)).entries()) {
    if (outcome.status === "rejected") throw await slowly(outcome.reason);
    for (const { code, message } of outcome.value.warnings)
      warn({ code, message: `Key ${String(officers[i]?.n)}: ${message}` });
    shares.push(outcome.value.share);
  }
  return shares.sort((a, b) => a.n - b.n);
}

async function openOne(
  domain: SecurityDomain,
  { n, officer, key, certificate }: SeatedFiles,
  passphrase: string,
  officers: readonly SeatedFiles[],
): Promise<Opened> {
  const others = officers.map((other) => ({ n: other.n, modulus: other.certificate.modulus }));
  const opened = await openKeyFileAside(key, certificate, passphrase, n, others);
  const share = openShare(domain, opened, certificate, officer);
  wipe(opened.pkcs8);
  return { share, warnings: opened.warnings };
}

/** Guessing stays slow: a wrong passphrase costs a second. */
async function slowly(error: unknown): Promise<unknown> {
  if (isFault(error) && error.code === "E-KEY-PASSPHRASE")
    await new Promise((done) => setTimeout(done, WRONG_PASSPHRASE_MS));
  return error;
}
