// An officer's two files as given on the command line: the key, and its certificate beside it.
import {
  readCertificate,
  shareFor,
  type Certificate,
  type SecurityDomain,
} from "../../crypto/index.ts";
import { usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";

/** One officer's files as given. `n` counts the keys from 1. */
export interface OfficerFiles {
  readonly n: number;
  readonly thumbprint: string;
  readonly key: Uint8Array;
  readonly certificate: Certificate;
}

/** Those of an officer of a domain: their number is their share's place in it, from 1. */
export interface SeatedFiles extends OfficerFiles {
  readonly officer: number;
}

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
  path: string,
  n: number,
  accepted: readonly string[] = [],
): OfficerFiles {
  const flag = `--sd-wrapping-keys (key ${String(n)})`;
  const key = readInput(path, flag);
  const certificatePath = `${path.replace(/\.[^./\\]*$/, "")}.cer`;
  const certificate = readCertificate(
    readInput(certificatePath, `the certificate beside key ${String(n)}`),
    accepted,
  );
  return { n, thumbprint: certificate.thumbprint, key, certificate };
}

/**
 * Who these are in a domain. A key's place among those given is no officer's number: what is wrong
 * with a share must name the same officer in whatever order the keys come.
 * @throws Fault E-CERT-UNKNOWN
 */
export const seatedIn = (
  domain: SecurityDomain,
  files: readonly OfficerFiles[],
): readonly SeatedFiles[] =>
  files.map((file) => {
    const share = shareFor(domain, file.certificate, file.n);
    return { ...file, officer: domain.shares.indexOf(share) + 1 };
  });
