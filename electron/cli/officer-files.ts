// An officer's files on the command line: `NAME.key` with `NAME.cer` beside it, and his share.
import {
  isFault,
  readCertificate,
  type Certificate,
  type SecurityDomain,
} from "../../crypto/index.ts";
import {
  isProtected,
  openKeyFile,
  openShare,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import { usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";
import type { Voice } from "./outcome.ts";
import type { AskPassphrase } from "./passphrases.ts";

/** One officer's files as given. `n` counts the keys from 1. */
export interface OfficerFiles {
  readonly n: number;
  readonly thumbprint: string;
  readonly key: Uint8Array;
  readonly certificate: Certificate;
}

const WRONG_PASSPHRASE_MS = 1000;

/** The paths of `--sd-wrapping-keys`. @throws Fault E-USAGE when there is none */
export function keyPathsOf({ values }: Given): readonly string[] {
  const paths = values.get("--sd-wrapping-keys") ?? [];
  if (paths.length === 0) throw usage("The flag --sd-wrapping-keys is needed.");
  return paths;
}

/**
 * Key `n` and the certificate beside it, as az wants it; the key is not opened.
 * @param accepted codes that refuse nothing here
 * @throws Fault E-FILE-*, E-CERT-*
 */
export function readOfficer(
  path: string, n: number, accepted: readonly string[] = [],
): OfficerFiles {
  const flag = `--sd-wrapping-keys (key ${String(n)})`;
  const key = readInput(path, flag);
  const certificatePath = `${path.replace(/\.[^./\\]*$/, "")}.cer`;
  const certificate = readCertificate(
    readInput(certificatePath, `the certificate beside key ${String(n)}`), accepted,
  );
  return { n, thumbprint: certificate.thumbprint, key, certificate };
}

/**
 * Opens each officer's share, one after the other, asking for passphrases where keys have them.
 * @throws Fault E-KEY-*, E-PASS-*, E-JWE-*, E-SHARE-*, E-CERT-UNKNOWN
 */
export async function openShares(
  domain: SecurityDomain,
  officers: readonly OfficerFiles[],
  ask: AskPassphrase,
  voice: Pick<Voice, "warn">,
): Promise<readonly OfficerShare[]> {
  const shares: OfficerShare[] = [];
  for (const officer of officers) shares.push(await openOne(domain, officer, ask, voice));
  return shares;
}

async function openOne(
  domain: SecurityDomain,
  { n, key, certificate }: OfficerFiles,
  ask: AskPassphrase,
  { warn }: Pick<Voice, "warn">,
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
