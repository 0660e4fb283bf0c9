// An officer's two files as given on the command line: the key, and its certificate beside it.
import { readCertificate, type Certificate } from "../../crypto/index.ts";
import { usage, type Given } from "./arguments.ts";
import { readInput } from "./files.ts";

/** One officer's files as given. `n` counts the keys from 1. */
export interface OfficerFiles {
  readonly n: number;
  readonly thumbprint: string;
  readonly key: Uint8Array;
  readonly certificate: Certificate;
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
