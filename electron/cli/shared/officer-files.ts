// An officer's files on the command line: the key, and its certificate beside or in it.
import {
  isFault,
  readCertificate,
  type Certificate,
  type SecurityDomain,
  shareFor,
} from "../../../crypto/index.ts";
import { readKeyFile, type KeyFile } from "../../../crypto/secret-half.ts";
import { usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";

/** One officer's files as given. `n` counts the keys from 1. */
export interface OfficerFiles {
  readonly n: number;
  readonly key: KeyFile;
  /** Null if it is lost, or known only when the key file is opened. */
  readonly certificate: Certificate | null;
}

/** The paths of `--sd-wrapping-keys`. @throws Fault E-USAGE if there is none */
export function keyPathsOf({ values }: Given): readonly string[] {
  const paths = values.get("--sd-wrapping-keys") ?? [];
  if (paths.length === 0) throw usage("The flag --sd-wrapping-keys is needed.");
  return paths;
}

/**
 * Whether a key without a share of its name is tried on every share: by its own flag, or by
 * accepting the refusal.
 */
export const triesEveryShare = ({ values }: Given): boolean =>
  values.has("--try-every-share") || (values.get("--accept") ?? []).includes("E-CERT-UNKNOWN");

/**
 * Key `n` and its certificate: in the key's file, or beside it, as az wants it. Not opened.
 * @param accepted codes that refuse nothing here
 * @param isLostTaken accepts a missing certificate
 * @throws Fault E-FILE-*, E-CERT-*, E-KEY-*
 */
export function readOfficer(
  path: string,
  n: number,
  accepted: readonly string[] = [],
  isLostTaken = false,
): OfficerFiles {
  const key = readKeyFile(readInput(path, `--sd-wrapping-keys (key ${String(n)})`), accepted);
  const certificate = key.holdsCertificate
    ? key.certificate
    : certificateBeside(path, n, accepted, isLostTaken);
  return { n, key, certificate };
}

function certificateBeside(
  path: string,
  n: number,
  accepted: readonly string[],
  isLostTaken: boolean,
): Certificate | null {
  const flag = `the certificate beside key ${String(n)}`;
  try {
    return readCertificate(readInput(`${path.replace(/\.[^./\\]*$/, "")}.cer`, flag), accepted);
  } catch (error) {
    if (isLostTaken && isFault(error) && error.code === "E-FILE-MISSING") return null;
    throw error;
  }
}

/**
 * Before anyone types: each certificate that can be read must name a share.
 * @throws Fault E-CERT-UNKNOWN
 */
export function checkNamed(domain: SecurityDomain, files: readonly OfficerFiles[]): void {
  for (const { certificate, n } of files)
    if (certificate !== null) shareFor(domain, certificate, n);
}
